package vn.dancu.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dancu.campaign.PersonsCollected;
import vn.dancu.campaign.Target;
import vn.dancu.campaign.Targets;
import vn.dancu.reporting.AreaCounts;
import vn.dancu.reporting.Counts;
import vn.dancu.reporting.DayCounts;
import vn.dancu.reporting.Days;
import vn.dancu.reporting.Measure;
import vn.dancu.reporting.ProgressFigures;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FiguresAsOf;

/** Puts the dashboard together: counts over targets of a version, against the figures at the end of yesterday. */
@Component
class ProgressDesk {
    private final ProgressFigures figures;
    private final Targets targets;
    private final PersonsCollected collected;
    private final Days days;
    private final Say say;

    ProgressDesk(ProgressFigures figures, Targets targets, PersonsCollected collected, Days days, Say say) {
        this.figures = figures;
        this.targets = targets;
        this.collected = collected;
        this.days = days;
        this.say = say;
    }

    /**
     * One unit, or the total.
     *
     * @param code of the commune, or the name of the group; empty for the total and for what has none
     * @param target persons to be counted; 0 when nobody has set a figure
     * @param persons with a valid form, of those who must be counted
     */
    public record Line(String code, String name, long target, Counts counts, long persons) {

        /** By the word of the measure, for templates. */
        public long n(String measure) {
            return counts.of(Measure.valueOf(measure));
        }

        public long missing() {
            return Math.max(0, target - persons);
        }

        /** More persons than there can be: the rate is not printed, the finding is. */
        public boolean aboveTarget() {
            return target > 0 && persons > target;
        }
    }

    /**
     * A figure with its denominator.
     *
     * @param key of its text, {@code web.dashboard.figure.<key>}
     * @param behind the forms that the click leads to
     * @param change since the end of yesterday; null when that day is not closed yet
     */
    public record Figure(
            String key,
            Measure behind,
            long part,
            long whole,
            @Nullable Long change) {}

    /**
     * One of đúng, đủ, sạch, sống.
     *
     * @param key of its texts: {@code web.quality.<key>}, {@code .what} and {@code .definition}
     * @param behind the forms that keep it from 100 %
     */
    public record Quality(String key, long part, long whole, Measure behind, long lacking) {}

    /** What was set for how many on which day, newest first. */
    public record Version(LocalDate asOf, long persons, String source) {}

    /**
     * What the first page shows.
     *
     * @param groupsToCome residential groups anywhere whose figures are still those of before; 0 as a rule
     */
    public record Overview(
            String commune,
            Line total,
            List<Line> lines,
            List<Figure> figures,
            List<Quality> quality,
            @Nullable LocalDate targetsAsOf,
            List<Version> versions,
            LocalDate yesterday,
            boolean yesterdayClosed,
            Instant countedAt,
            long groupsToCome) {}

    /** @param version the targets in force on that day; null for today's */
    Overview overview(AreaScope scope, String commune, @Nullable LocalDate version) {
        LocalDate today = days.today();
        FiguresAsOf<List<AreaCounts>> counted = figures.counts(scope, commune);
        Map<String, Long> mustCount = new HashMap<>();
        LocalDate asOf = null;
        for (Target target : targets.asOf(version == null ? today : version)) {
            if (isOf(target, scope, commune)) {
                mustCount.merge(
                        commune.isEmpty() ? target.communeCode() : target.residentialGroup(),
                        (long) target.persons(),
                        Long::sum);
                asOf = asOf == null || target.asOf().isAfter(asOf) ? target.asOf() : asOf;
            }
        }
        Map<String, Counts> byUnit = new HashMap<>();
        for (AreaCounts line : counted.figures()) {
            byUnit.merge(commune.isEmpty() ? line.commune() : line.group(), line.counts(), Counts::plus);
        }
        Map<String, Long> outside = outside(scope, commune);
        TreeSet<String> units = new TreeSet<>(GroupOrder.NATURAL);
        units.addAll(mustCount.keySet());
        units.addAll(byUnit.keySet());
        List<Line> lines = new ArrayList<>();
        long target = 0;
        long persons = 0;
        Counts sum = Counts.NONE;
        for (String unit : units) {
            Counts counts = byUnit.getOrDefault(unit, Counts.NONE);
            Line line = new Line(
                    unit,
                    name(unit, commune.isEmpty()),
                    mustCount.getOrDefault(unit, 0L),
                    counts,
                    Math.max(0, counts.of(Measure.PERSONS) - outside.getOrDefault(unit, 0L)));
            lines.add(line);
            target += line.target();
            persons += line.persons();
            sum = sum.plus(line.counts());
        }
        Line total = new Line("", commune.isEmpty() ? "" : say.unit(commune), target, sum, persons);
        LocalDate yesterday = today.minusDays(1);
        boolean closed = !days.closed(yesterday, yesterday).isEmpty();
        return new Overview(
                commune,
                total,
                lines,
                four(total, closed ? sumOf(days.counts(yesterday, yesterday), scope, commune) : null),
                quality(sum),
                asOf,
                versions(scope, commune),
                yesterday,
                closed,
                counted.at(),
                figures.groupsToCome());
    }

    /** By unit or group: persons with a form of whom the setting says that they need not be counted; mostly there are none. */
    private Map<String, Long> outside(AreaScope scope, String commune) {
        Map<String, Long> outside = new HashMap<>();
        if (!collected.isEverybodyCounted()) {
            for (PersonsCollected.Line line : collected.now(scope)) {
                if (commune.isEmpty() || commune.equals(line.commune())) {
                    outside.merge(commune.isEmpty() ? line.commune() : line.group(), line.outside(), Long::sum);
                }
            }
        }
        return outside;
    }

    private String name(String unit, boolean isCommune) {
        return isCommune ? say.unit(unit) : unit.isEmpty() ? say.text("web.no-group") : unit;
    }

    /**
     * The commune that was asked for, when any of it lies in the area.
     *
     * @throws NoSuchPageException otherwise
     */
    static String inArea(String commune, AreaScope scope) {
        boolean some = commune.isEmpty()
                || scope.everywhere()
                || scope.communes().contains(commune)
                || scope.groups().stream().anyMatch(group -> group.startsWith(commune + "/"));
        if (!some) {
            throw new NoSuchPageException();
        }
        return commune;
    }

    static boolean isOf(Target target, AreaScope scope, String commune) {
        return scope.covers(target.communeCode(), target.residentialGroup())
                && (commune.isEmpty() || commune.equals(target.communeCode()));
    }

    private static DayCounts sumOf(List<DayCounts> lines, AreaScope scope, String commune) {
        DayCounts sum = new DayCounts(LocalDate.EPOCH, "", "", 0, 0, 0, 0, 0, 0);
        for (DayCounts line : lines) {
            if (scope.covers(line.commune(), line.group()) && (commune.isEmpty() || commune.equals(line.commune()))) {
                sum = new DayCounts(
                        line.day(),
                        "",
                        "",
                        sum.persons() + line.persons(),
                        sum.planned() + line.planned(),
                        sum.verified() + line.verified(),
                        sum.fit() + line.fit(),
                        sum.registered() + line.registered(),
                        sum.returned() + line.returned());
            }
        }
        return sum;
    }

    private static List<Figure> four(Line total, @Nullable DayCounts before) {
        Counts now = total.counts();
        return List.of(
                new Figure(
                        "persons",
                        Measure.PERSONS,
                        total.persons(),
                        total.target(),
                        before == null ? null : now.of(Measure.PERSONS) - before.persons()),
                figure(
                        "verified",
                        Measure.VERIFIED,
                        now,
                        now.of(Measure.PLANNED),
                        before == null ? null : before.verified()),
                figure("fit", Measure.FIT, now, now.of(Measure.PERSONS), before == null ? null : before.fit()),
                figure(
                        "registered",
                        Measure.REGISTERED,
                        now,
                        total.target(),
                        before == null ? null : before.registered()));
    }

    private static Figure figure(String key, Measure measure, Counts now, long whole, @Nullable Long before) {
        long part = now.of(measure);
        return new Figure(key, measure, part, whole, before == null ? null : part - before);
    }

    private static List<Quality> quality(Counts now) {
        return List.of(
                lacking("accuracy", now, Measure.VERIFIED, Measure.DIFFERED),
                lacking("completeness", now, Measure.PERSONS, Measure.INCOMPLETE),
                lacking("uniqueness", now, Measure.FORMS, Measure.DUPLICATES),
                lacking("consistency", now, Measure.COMPARED, Measure.INCONSISTENT),
                lacking("timeliness", now, Measure.OPEN, Measure.STANDING));
    }

    private static Quality lacking(String key, Counts now, Measure whole, Measure lacking) {
        return new Quality(key, now.of(whole) - now.of(lacking), now.of(whole), lacking, now.of(lacking));
    }

    private List<Version> versions(AreaScope scope, String commune) {
        TreeMap<LocalDate, Version> byDay = new TreeMap<>(Comparator.reverseOrder());
        for (Target target : targets.history()) {
            if (isOf(target, scope, commune)) {
                byDay.merge(
                        target.asOf(),
                        new Version(target.asOf(), target.persons(), target.source()),
                        (one, other) -> new Version(
                                one.asOf(),
                                one.persons() + other.persons(),
                                one.source().equals(other.source()) ? one.source() : one.source() + "; …"));
            }
        }
        return List.copyOf(byDay.values());
    }
}
