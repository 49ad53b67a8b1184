package vn.dancu.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.reporting.db.ReportQueries;
import vn.dancu.reporting.domain.GroupNames;

/** Counts the official report of a unit and a period, from the logs as they were at a cut-off. */
@Service
public class ReportFigures {
    private final ReportQueries queries;
    private final CampaignShare campaign;
    private final ReportUnits units;
    private final ReportPeriods periods;

    ReportFigures(ReportQueries queries, CampaignShare campaign, ReportUnits units, ReportPeriods periods) {
        this.queries = queries;
        this.campaign = campaign;
        this.units = units;
        this.periods = periods;
    }

    /** A moment as logs keep it: in microseconds. */
    public static Instant cutOff(Instant now) {
        return now.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Everything is read as of one snapshot.
     *
     * @param unit a commune (rows are its residential groups), a district or province (rows are its communes), or empty for
     *     everywhere
     * @param cutOff what had been recorded by then; a period that has not ended is counted up to it
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Counted count(String unit, ReportPeriod period, Instant cutOff) {
        ReportPeriod last = periods.before(period);
        ReportUnits.Names names = units.on(period.to());
        boolean byGroup = !unit.isEmpty() && names.isCommune(unit);
        Set<String> communes = unit.isEmpty() ? null : names.communes(unit);
        Map<String, long[][]> counts =
                new TreeMap<>(byGroup ? GroupNames.NATURAL : java.util.Comparator.naturalOrder());
        if (communes != null && !byGroup) {
            communes.forEach(commune -> counts.put(commune, blank()));
        }
        ReportQueries.Moments moments = new ReportQueries.Moments(
                end(last.from().minusDays(1), cutOff), end(last.to(), cutOff), end(period.to(), cutOff), cutOff);
        for (ReportQueries.Place place : queries.counts(moments, communes)) {
            add(counts, byGroup ? place.group() : place.commune(), place.counts());
        }
        List<LocalDate> days = List.of(last.from().minusDays(1), last.to(), period.to());
        for (int moment = 0; moment < days.size(); moment++) {
            for (CampaignShare.Share share : campaign.until(days.get(moment), communes, cutOff)) {
                long[][] row = counts.computeIfAbsent(byGroup ? share.group() : share.commune(), key -> blank());
                for (Map.Entry<Figure, Long> figure : share.counts().entrySet()) {
                    row[moment][figure.getKey().ordinal()] += figure.getValue();
                }
            }
        }
        List<ReportLine> lines = new ArrayList<>();
        ReportLine total = ReportLine.none(ReportLine.TOTAL);
        for (Map.Entry<String, long[][]> row : counts.entrySet()) {
            remaining(row.getValue());
            ReportLine line = line(row.getKey(), row.getValue());
            lines.add(line);
            total = total.plus(line);
        }
        return new Counted(
                unit, period, cutOff, byGroup, lines, total, reasons(lines, period.to(), communes, byGroup, cutOff));
    }

    /** The first moment that is not of the day any more; of a day that has not ended, the first after the cut-off. */
    private static Instant end(LocalDate day, Instant cutOff) {
        Instant midnight = day.plusDays(1).atStartOfDay(Days.VIETNAM).toInstant();
        Instant known = cutOff.plus(1, ChronoUnit.MICROS);
        return midnight.isBefore(known) ? midnight : known;
    }

    private static long[][] blank() {
        return new long[3][Figure.values().length];
    }

    private static void add(Map<String, long[][]> counts, String key, ReportLine line) {
        long[][] row = counts.computeIfAbsent(key, absent -> blank());
        List<List<Long>> moments = List.of(line.earlier(), line.before(), line.now());
        for (int moment = 0; moment < row.length; moment++) {
            for (int i = 0; i < row[moment].length; i++) {
                row[moment][i] += moments.get(moment).get(i);
            }
        }
    }

    private static void remaining(long[][] row) {
        for (long[] moment : row) {
            moment[Figure.REMAINING.ordinal()] =
                    Math.max(0, moment[Figure.MUST.ordinal()] - moment[Figure.COLLECTED.ordinal()]);
        }
    }

    private static ReportLine line(String key, long[][] row) {
        return new ReportLine(key, boxed(row[0]), boxed(row[1]), boxed(row[2]));
    }

    private static List<Long> boxed(long[] counts) {
        return java.util.Arrays.stream(counts).boxed().toList();
    }

    /** By row and reason; what nobody gave a reason for stands last. */
    private List<Counted.Remaining> reasons(
            List<ReportLine> lines, LocalDate day, @Nullable Set<String> communes, boolean byGroup, Instant cutOff) {
        List<Counted.Remaining> said = new ArrayList<>(campaign.reasons(day, communes, byGroup, cutOff));
        Map<String, Long> saidOf = new HashMap<>();
        said.forEach(one -> saidOf.merge(one.key(), one.persons(), Long::sum));
        for (ReportLine line : lines) {
            long unsaid = line.cumulative(Figure.REMAINING) - saidOf.getOrDefault(line.key(), 0L);
            if (unsaid > 0) {
                said.add(new Counted.Remaining(line.key(), Counted.Remaining.UNSAID, unsaid));
            }
        }
        return said;
    }

    /**
     * A figure that a later count of the same period tells otherwise.
     *
     * @param key of the row
     */
    public record Correction(String key, Figure figure, long frozen, long now) {
        public long difference() {
            return now - frozen;
        }
    }

    /** What was printed as the end of that period, against what is known of it now; by row, the total last. */
    public static List<Correction> corrections(Counted frozen, Counted now) {
        return corrections(frozen, now, true);
    }

    /** The same against the beginning of a later report of the same unit. */
    static List<Correction> correctionsBefore(Counted frozen, Counted later) {
        return corrections(frozen, later, false);
    }

    private static List<Correction> corrections(Counted frozen, Counted now, boolean atEnd) {
        Map<String, ReportLine> then = byKey(frozen);
        Map<String, ReportLine> since = byKey(now);
        Set<String> keys = new TreeSet<>(then.keySet());
        keys.addAll(since.keySet());
        List<Correction> found = new ArrayList<>();
        for (String key : keys) {
            correct(
                    found,
                    key,
                    then.getOrDefault(key, ReportLine.none(key)),
                    since.getOrDefault(key, ReportLine.none(key)),
                    atEnd);
        }
        correct(found, ReportLine.TOTAL, frozen.total(), now.total(), atEnd);
        return found;
    }

    private static Map<String, ReportLine> byKey(Counted counted) {
        Map<String, ReportLine> lines = new HashMap<>();
        counted.lines().forEach(line -> lines.put(line.key(), line));
        return lines;
    }

    private static void correct(List<Correction> found, String key, ReportLine then, ReportLine since, boolean atEnd) {
        for (Figure figure : Figure.values()) {
            long now = atEnd ? since.cumulative(figure) : since.before(figure);
            if (!figure.isRate() && then.cumulative(figure) != now) {
                found.add(new Correction(key, figure, then.cumulative(figure), now));
            }
        }
    }
}
