package vn.dancu.web;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.dancu.civil.text.VietnameseText;
import vn.dancu.journey.Assignments;
import vn.dancu.journey.Assignments.Holder;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;

/** Officers who answer for forms, as pages name them. */
@Component
class Holders {
    /** As many as a list still shows at a glance. */
    private static final int MANY = 60;

    private final Assignments assignments;
    private final Briefly<AreaScope, View> known;

    Holders(Assignments assignments, Clock clock) {
        this.assignments = assignments;
        this.known = new Briefly<>(Duration.ofSeconds(20), clock);
    }

    /** Officers who share some of the viewer's area. */
    List<Holder> of(Actor actor) {
        return view(actor).holders;
    }

    View view(Actor actor) {
        return known.get(actor.scope(), () -> new View(assignments.holders(actor)));
    }

    /** Those whose name or account has these words, marks or none; at most so many. */
    List<Holder> find(String words, int most, Actor actor) {
        String wanted = VietnameseText.fold(words);
        return of(actor).stream()
                .filter(holder -> holder.login().contains(words)
                        || VietnameseText.fold(holder.name()).contains(wanted))
                .limit(most)
                .toList();
    }

    /** Names for pages, for some seconds. */
    public static final class View {
        private final List<Holder> holders;
        private final Map<String, String> names = new HashMap<>();
        private final Map<List<String>, Optional<Holder>> collectors = new ConcurrentHashMap<>();

        View(List<Holder> holders) {
            this.holders = holders;
            holders.forEach(holder -> names.put(holder.login(), holder.name()));
        }

        /** Too many to choose from by looking. */
        public boolean isMany() {
            return holders.size() > MANY;
        }

        /** Who answers for a form: who was named, or else the collector of its group; empty when there is none. */
        public String of(String named, String commune, String group) {
            if (!named.isEmpty()) {
                return names.getOrDefault(named, named);
            }
            return collector(commune, group).map(Holder::name).orElse("");
        }

        private Optional<Holder> collector(String commune, String group) {
            return collectors.computeIfAbsent(
                    List.of(commune, group),
                    place -> holders.stream()
                            .filter(holder -> holder.isCollectorOf(commune, group))
                            .findFirst());
        }

        public String name(String login) {
            return names.getOrDefault(login, login);
        }
    }
}
