package vn.dancu.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.campaign.Target;
import vn.dancu.campaign.Targets;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.web.db.ProgressQueries;

/** {@code /}: how far the area has come, in persons, over persons who must be counted as of a day. */
@Controller
class DashboardPage {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final ProgressQueries queries;
    private final Targets targets;
    private final Say say;
    private final Clock clock;
    private final Briefly<Asked, Progress> progress;

    DashboardPage(ProgressQueries queries, Targets targets, Say say, Clock clock) {
        this.queries = queries;
        this.targets = targets;
        this.say = say;
        this.clock = clock;
        this.progress = new Briefly<>(FRESH, clock);
    }

    private record Asked(AreaScope scope, String commune) {}

    /**
     * One unit, or the total.
     *
     * @param target persons to be counted; 0 when nobody has set a figure
     */
    public record Line(
            String code,
            String name,
            long target,
            long persons,
            long planned,
            long verified,
            long fit,
            long registered,
            long returned) {
        /** More persons than there can be: the rate is not printed, the finding is. */
        public boolean aboveTarget() {
            return target > 0 && persons > target;
        }

        Line plus(Line other) {
            return new Line(
                    code,
                    name,
                    target + other.target,
                    persons + other.persons,
                    planned + other.planned,
                    verified + other.verified,
                    fit + other.fit,
                    registered + other.registered,
                    returned + other.returned);
        }
    }

    /** What the page shows. */
    public record Progress(
            Line total,
            List<Line> lines,
            @Nullable LocalDate targetsAsOf,
            ProgressQueries.Change today,
            Instant countedAt) {}

    @GetMapping("/")
    String show(@RequestParam(defaultValue = "") String commune, Viewer viewer, Model model) {
        switch (viewer.role()) {
            case AUDITOR -> {
                return "redirect:/audit";
            }
            case ADMINISTRATOR -> {
                return "redirect:/users";
            }
            case COLLECTOR, CHIEF, ARCHIVIST, CITY_TEAM, PROVINCE_OPERATOR, INSPECTOR, SYSTEM -> {}
        }
        Asked asked = new Asked(viewer.actor().scope(), commune);
        model.addAttribute("progress", progress.get(asked, () -> count(viewer.actor(), commune)));
        model.addAttribute("commune", commune);
        return "dashboard";
    }

    private Progress count(Actor actor, String commune) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Say.VIETNAM);
        Map<String, Long> mustCount = new HashMap<>();
        LocalDate asOf = null;
        for (Target target : targets.asOf(today)) {
            if (actor.scope().covers(target.communeCode(), target.residentialGroup())
                    && (commune.isEmpty() || commune.equals(target.communeCode()))) {
                mustCount.merge(
                        commune.isEmpty() ? target.communeCode() : target.residentialGroup(),
                        (long) target.persons(),
                        Long::sum);
                asOf = asOf == null || target.asOf().isAfter(asOf) ? target.asOf() : asOf;
            }
        }
        Map<String, ProgressQueries.Line> counted = new HashMap<>();
        for (ProgressQueries.Line line : queries.lines(actor.scope(), commune)) {
            counted.put(commune.isEmpty() ? line.commune() : line.group(), line);
        }
        TreeSet<String> units = new TreeSet<>(GroupOrder.NATURAL);
        units.addAll(mustCount.keySet());
        units.addAll(counted.keySet());
        List<Line> lines = new ArrayList<>();
        Line total = new Line("", commune.isEmpty() ? "" : say.unit(commune), 0, 0, 0, 0, 0, 0, 0);
        for (String unit : units) {
            Line line = line(unit, commune.isEmpty(), mustCount.getOrDefault(unit, 0L), counted.get(unit));
            lines.add(line);
            total = total.plus(line);
        }
        Instant midnight = today.atStartOfDay(Say.VIETNAM).toInstant();
        return new Progress(total, lines, asOf, queries.since(midnight, actor.scope()), now);
    }

    private Line line(String unit, boolean isCommune, long target, ProgressQueries.@Nullable Line counted) {
        String name = isCommune ? say.unit(unit) : unit.isEmpty() ? say.text("web.no-group") : unit;
        return counted == null
                ? new Line(unit, name, target, 0, 0, 0, 0, 0, 0)
                : new Line(
                        unit,
                        name,
                        target,
                        counted.persons(),
                        counted.planned(),
                        counted.verified(),
                        counted.fit(),
                        counted.registered(),
                        counted.problems());
    }
}
