package vn.dancu.web;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dancu.journey.Assignments;
import vn.dancu.journey.Assignments.Holder;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;

/** Officers who answer for forms, as pages name them. */
@Component
class Holders {
    private final Assignments assignments;
    private final Briefly<AreaScope, List<Holder>> known;

    Holders(Assignments assignments, Clock clock) {
        this.assignments = assignments;
        this.known = new Briefly<>(Duration.ofSeconds(20), clock);
    }

    /** Officers who share some of the viewer's area. */
    List<Holder> of(Actor actor) {
        return known.get(actor.scope(), () -> assignments.holders(actor));
    }

    View view(Actor actor) {
        return new View(of(actor));
    }

    /** Names for one page. */
    public static final class View {
        private final List<Holder> holders;
        private final Map<String, String> names = new HashMap<>();

        View(List<Holder> holders) {
            this.holders = holders;
            holders.forEach(holder -> names.put(holder.login(), holder.name()));
        }

        /** Who answers for a form: who was named, or else the collector of its group; empty when there is none. */
        public String of(String named, String commune, String group) {
            if (!named.isEmpty()) {
                return names.getOrDefault(named, named);
            }
            return collector(commune, group).map(Holder::name).orElse("");
        }

        private Optional<Holder> collector(String commune, String group) {
            return holders.stream()
                    .filter(holder -> holder.isCollectorOf(commune, group))
                    .findFirst();
        }

        public String name(String login) {
            return names.getOrDefault(login, login);
        }
    }
}
