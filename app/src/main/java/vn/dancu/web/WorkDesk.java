package vn.dancu.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dancu.journey.Stage;
import vn.dancu.reporting.AreaCounts;
import vn.dancu.reporting.Counts;
import vn.dancu.reporting.DayWork;
import vn.dancu.reporting.Days;
import vn.dancu.reporting.Measure;
import vn.dancu.reporting.ProgressFigures;
import vn.dancu.reporting.StageTime;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FiguresAsOf;

/** Who has how many forms at which stage, how long forms stay there, and what each officer does in a day. */
@Component
class WorkDesk {
    /** The columns of the matrix, in the order of the path. */
    static final List<Measure> STAGES = List.of(
            Measure.COLLECTED,
            Measure.CHECKED,
            Measure.RECONCILED,
            Measure.APPROVED,
            Measure.REGISTERED,
            Measure.RETURNED);

    private static final int RECENT_DAYS = 7;

    private final ProgressFigures figures;
    private final OfficerNames names;
    private final Days days;
    private final Say say;

    WorkDesk(ProgressFigures figures, OfficerNames names, Days days, Say say) {
        this.figures = figures;
        this.names = names;
        this.days = days;
        this.say = say;
    }

    /** What one collector's forms of one commune have come to. */
    public record TeamLine(String commune, String collector, String name, Counts counts) {
        public long n(Measure measure) {
            return counts.of(measure);
        }
    }

    /** The matrix. */
    public record Matrix(List<TeamLine> lines, Counts total, Instant countedAt) {
        public long n(Measure measure) {
            return total.of(measure);
        }
    }

    Matrix matrix(AreaScope scope, String commune) {
        FiguresAsOf<List<AreaCounts>> counted = figures.counts(scope, commune);
        Map<String, Map<String, Counts>> byCommune = new TreeMap<>();
        Counts total = Counts.NONE;
        for (AreaCounts line : counted.figures()) {
            byCommune
                    .computeIfAbsent(line.commune(), key -> new TreeMap<>(GroupOrder.NATURAL))
                    .merge(line.collector(), line.counts(), Counts::plus);
            total = total.plus(line.counts());
        }
        List<TeamLine> lines = new ArrayList<>();
        byCommune.forEach((code, collectors) -> collectors.forEach(
                (collector, counts) -> lines.add(new TeamLine(code, collector, name(collector), counts))));
        return new Matrix(lines, total, counted.at());
    }

    private String name(String collector) {
        return collector.isEmpty() ? say.text("web.stages.nobody") : names.of(collector);
    }

    /** How long forms of one unit stay at each stage. */
    public record UnitTimes(String commune, @Nullable String group, String name, Map<Stage, StageTime> times) {
        public @Nullable StageTime at(Stage stage) {
            return times.get(stage);
        }
    }

    FiguresAsOf<List<UnitTimes>> times(AreaScope scope, String commune) {
        FiguresAsOf<List<StageTime>> counted = figures.stageTimes(scope, commune);
        Map<String, UnitTimes> units = new TreeMap<>(GroupOrder.NATURAL);
        for (StageTime time : counted.figures()) {
            String group = time.group();
            units.computeIfAbsent(
                            time.commune() + "/" + (group == null ? "" : group),
                            key -> new UnitTimes(time.commune(), group, unitName(time), new HashMap<>()))
                    .times()
                    .put(time.stage(), time);
        }
        return new FiguresAsOf<>(List.copyOf(units.values()), counted.at());
    }

    private String unitName(StageTime time) {
        String group = time.group();
        if (time.commune().equals(StageTime.ALL)) {
            return say.text("web.dashboard.all");
        }
        return group == null ? say.unit(time.commune()) : group.isEmpty() ? say.text("web.no-group") : group;
    }

    /**
     * What one officer did.
     *
     * @param papers filled in, by the day on the paper
     * @param paperDays on which there was at least one
     * @param best most papers on one day
     * @param recent papers of the last seven days
     * @param returned of the papers, those that stand returned now
     * @param visits of re-verification
     * @param visitDays on which there was at least one
     * @param reconciled in the last thirty days, as are approved and registered
     */
    public record OfficerLine(
            String login,
            String name,
            Set<String> communes,
            long papers,
            long paperDays,
            long best,
            long recent,
            long returned,
            long visits,
            long visitDays,
            long reconciled,
            long approved,
            long registered) {
        public double papersADay() {
            return paperDays == 0 ? 0 : (double) papers / paperDays;
        }

        public double visitsADay() {
            return visitDays == 0 ? 0 : (double) visits / visitDays;
        }
    }

    FiguresAsOf<List<OfficerLine>> officers(AreaScope scope, String commune) {
        FiguresAsOf<List<DayWork>> counted = figures.work(scope, commune);
        Map<String, List<DayWork>> byOfficer =
                counted.figures().stream().collect(Collectors.groupingBy(DayWork::officer));
        LocalDate recent = days.today().minusDays(RECENT_DAYS - 1);
        List<OfficerLine> lines = new ArrayList<>();
        byOfficer.forEach((officer, work) -> lines.add(line(officer, name(officer), work, recent)));
        lines.sort(Comparator.comparingLong(OfficerLine::papers)
                .reversed()
                .thenComparing(Comparator.comparingLong(OfficerLine::visits).reversed())
                .thenComparing(OfficerLine::login));
        return new FiguresAsOf<>(lines, counted.at());
    }

    private static OfficerLine line(String officer, String name, List<DayWork> work, LocalDate recent) {
        Map<DayWork.Kind, Map<LocalDate, Long>> byDay = new HashMap<>();
        Set<String> communes = new TreeSet<>();
        long returned = 0;
        for (DayWork day : work) {
            byDay.computeIfAbsent(day.kind(), kind -> new TreeMap<>()).merge(day.day(), day.count(), Long::sum);
            communes.add(day.commune());
            returned += day.returned();
        }
        Map<LocalDate, Long> papers = byDay.getOrDefault(DayWork.Kind.PAPERS, Map.of());
        Map<LocalDate, Long> visits = byDay.getOrDefault(DayWork.Kind.VISITS, Map.of());
        return new OfficerLine(
                officer,
                name,
                communes,
                sum(papers),
                papers.size(),
                papers.values().stream().mapToLong(Long::longValue).max().orElse(0),
                papers.entrySet().stream()
                        .filter(day -> !day.getKey().isBefore(recent))
                        .mapToLong(Map.Entry::getValue)
                        .sum(),
                returned,
                sum(visits),
                visits.size(),
                sum(byDay.getOrDefault(DayWork.Kind.RECONCILED, Map.of())),
                sum(byDay.getOrDefault(DayWork.Kind.APPROVED, Map.of())),
                sum(byDay.getOrDefault(DayWork.Kind.REGISTERED, Map.of())));
    }

    private static long sum(Map<LocalDate, Long> byDay) {
        return byDay.values().stream().mapToLong(Long::longValue).sum();
    }
}
