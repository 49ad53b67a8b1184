package vn.dancu.journey;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.journey.db.PathStore;
import vn.dancu.journey.db.RouteQueries;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Role;

/** Which route a campaign works by: what each gate asks of stage, paper and re-verification is data. */
@Service
public class Routes {
    private final PathStore path;
    private final RouteQueries routes;
    private final AuditLog audit;
    private final Clock clock;

    Routes(PathStore path, RouteQueries routes, AuditLog audit, Clock clock) {
        this.path = path;
        this.routes = routes;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<String> all() {
        return path.routes();
    }

    @Transactional(readOnly = true)
    public String inForce() {
        return path.routeInForce();
    }

    /**
     * A choice of route.
     *
     * @param since null for the preset, which was there before anybody chose
     */
    public record Chosen(String route, @Nullable Instant since, String setBy) {}

    /** What a gate of a route asks for. */
    public record Gate(
            String route, String step, List<String> stages, List<String> papers, List<String> verifications) {}

    /** Every choice, newest first: the first is in force. */
    @Transactional(readOnly = true)
    public List<Chosen> history() {
        return routes.history();
    }

    /** All gates, by route, in the order of the path. */
    @Transactional(readOnly = true)
    public List<Gate> gates() {
        return routes.gates();
    }

    /**
     * From now on this route's gates hold; forms stay where they are.
     *
     * @return false when there is no such route, or the actor does not set routes
     */
    @Transactional
    public boolean choose(String route, Actor actor) {
        boolean mayChoose = actor.role() == Role.CITY_TEAM || actor.role() == Role.ADMINISTRATOR;
        if (!mayChoose || !path.routes().contains(route)) {
            return false;
        }
        if (route.equals(path.routeInForce())) {
            return true;
        }
        path.setRoute(route, actor.login(), clock.instant());
        audit.act(actor, "CHOOSE_ROUTE", "route", route, "", Map.of());
        return true;
    }
}
