package vn.dancu.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.dancu.campaign.Target;
import vn.dancu.campaign.TargetMove;
import vn.dancu.campaign.Targets;
import vn.dancu.reporting.DayCounts;
import vn.dancu.reporting.DayWork;
import vn.dancu.reporting.Days;
import vn.dancu.reporting.ProgressFigures;
import vn.dancu.shared.AreaScope;

/** The two curves: who has no form yet, by the day on the paper; and what had been reached at the end of each day. */
@Component
class TrendDesk {
    private static final int MOST_DAYS = 90;
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final ProgressFigures figures;
    private final Targets targets;
    private final Days days;
    private final Briefly<Asked, List<PaperDay>> curves;

    TrendDesk(ProgressFigures figures, Targets targets, Days days, Clock clock) {
        this.curves = new Briefly<>(FRESH, clock);
        this.figures = figures;
        this.targets = targets;
        this.days = days;
    }

    /**
     * The end of a day.
     *
     * @param target in force that day, with births, moves and deaths until then; before the first one, the first
     * @param papers filled in that day
     * @param missing persons to be counted, less all papers until then; never below nothing
     * @param visits of that day
     */
    public record PaperDay(LocalDate day, long target, long papers, long missing, long visits) {}

    /** What had been reached when the day ended. */
    public record ClosedDay(LocalDate day, long persons, long fit, long registered, long returned) {}

    /** Every day from the first paper shown to the last; empty where there is no paper or no target. */
    List<PaperDay> missing(AreaScope scope, String commune) {
        int set = 31 * targets.history().hashCode() + targets.movesEdition().hashCode();
        return curves.get(
                new Asked(scope, commune, figures.edition(), set, days.today()),
                () -> missing(scope, commune, figures.work(scope, commune).figures()));
    }

    private record Asked(AreaScope scope, String commune, long edition, int targets, LocalDate today) {}

    private List<PaperDay> missing(AreaScope scope, String commune, List<DayWork> all) {
        TreeMap<LocalDate, Long> papers = new TreeMap<>();
        Map<LocalDate, Long> visits = new HashMap<>();
        LocalDate today = days.today();
        for (DayWork work : all) {
            if (work.kind() == DayWork.Kind.PAPERS && !work.day().isAfter(today)) {
                papers.merge(work.day(), work.count(), Long::sum);
            } else if (work.kind() == DayWork.Kind.VISITS) {
                visits.merge(work.day(), work.count(), Long::sum);
            }
        }
        List<Target> set = targets.history().stream()
                .filter(target -> ProgressDesk.isOf(target, scope, commune))
                .toList();
        if (papers.isEmpty() || set.isEmpty()) {
            return List.of();
        }
        List<TargetMove> moves = targets.moves();
        LocalDate last = papers.lastKey();
        LocalDate first = papers.firstKey().isBefore(last.minusDays(MOST_DAYS - 1))
                ? last.minusDays(MOST_DAYS - 1)
                : papers.firstKey();
        long sum = papers.headMap(first).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        List<PaperDay> curve = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            long ofDay = papers.getOrDefault(day, 0L);
            sum += ofDay;
            long target = inForce(set, moves, day);
            curve.add(new PaperDay(day, target, ofDay, Math.max(0, target - sum), visits.getOrDefault(day, 0L)));
        }
        return curve;
    }

    /** For each group the newest figure not later than the day, or its first, with what has moved it until then. */
    private static long inForce(List<Target> oldestFirst, List<TargetMove> moves, LocalDate day) {
        Map<String, Target> byGroup = new HashMap<>();
        for (Target target : oldestFirst) {
            String group = target.communeCode() + "/" + target.residentialGroup();
            if (!byGroup.containsKey(group) || !target.asOf().isAfter(day)) {
                byGroup.put(group, target);
            }
        }
        long sum = byGroup.values().stream().mapToLong(Target::persons).sum();
        for (TargetMove move : moves) {
            Target target = byGroup.get(move.commune() + "/" + move.group());
            if (target != null
                    && !move.day().isAfter(day)
                    && (move.isFinding() || move.day().isAfter(target.asOf()))) {
                sum += move.persons();
            }
        }
        return Math.max(0, sum);
    }

    /** The last days that are closed. */
    List<ClosedDay> closed(AreaScope scope, String commune) {
        LocalDate to = days.today().minusDays(1);
        LocalDate from = to.minusDays(MOST_DAYS - 1);
        TreeMap<LocalDate, ClosedDay> curve = new TreeMap<>();
        for (LocalDate day : days.closed(from, to)) {
            curve.put(day, new ClosedDay(day, 0, 0, 0, 0));
        }
        for (DayCounts line : days.counts(from, to)) {
            if (scope.covers(line.commune(), line.group()) && (commune.isEmpty() || commune.equals(line.commune()))) {
                curve.merge(
                        line.day(),
                        new ClosedDay(line.day(), line.persons(), line.fit(), line.registered(), line.returned()),
                        (one, other) -> new ClosedDay(
                                one.day(),
                                one.persons() + other.persons(),
                                one.fit() + other.fit(),
                                one.registered() + other.registered(),
                                one.returned() + other.returned()));
            }
        }
        return List.copyOf(curve.values());
    }
}
