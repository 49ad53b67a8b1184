package vn.dancu.reporting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The figures of a report counted a second way: the rows of the logs are read one by one, and plain Java walks each form's
 * history in their order. Shares no line with the SQL that it is held against.
 */
public final class Recount {
    /** A row of the step log. */
    private record Step(
            long form, int version, String step, String to, String track, Instant at, String role, String reason) {}

    /** Where a version of a form lies. */
    private record Place(String commune, String group, String household) {}

    /** How one form stood at a moment. */
    private static final class Stand {
        boolean began;
        String stage = "";
        int version;
        boolean met;
        String paper = "HELD";
        int wrongAt;
        int correctedAt;
        boolean refused;
    }

    private final List<Step> steps;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<Long, List<Step>> byForm = new TreeMap<>();
    private final Map<Long, List<Object[]>> duplicates = new HashMap<>();

    public Recount(JdbcClient jdbc) {
        steps = jdbc.sql("""
                        select form_id, version, step, stage_to, coalesce(track_to, ''), at, role, coalesce(reason, '')
                        from journey.step order by id
                        """)
                .query((row, number) -> new Step(
                        row.getLong(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getTimestamp(6).toInstant(),
                        row.getString(7),
                        row.getString(8)))
                .list();
        steps.forEach(step ->
                byForm.computeIfAbsent(step.form(), key -> new ArrayList<>()).add(step));
        jdbc.sql("""
                        select form_id, version, coalesce(commune_code, ''), coalesce(residential_group, ''),
                               household_book_no, household_no
                        from intake.form_version
                        """).query(row -> {
            String book = row.getString(5);
            String number = row.getString(6);
            places.put(
                    row.getLong(1) + "/" + row.getInt(2),
                    new Place(
                            row.getString(3),
                            row.getString(4),
                            book != null
                                    ? "B:" + book
                                    : number == null
                                            ? null
                                            : "H:" + row.getString(3) + "/" + row.getString(4) + "/" + number));
        });
        jdbc.sql("select form_id, keeps, at from reconciliation.duplicate_log order by id")
                .query(row -> {
                    duplicates
                            .computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
                            .add(new Object[] {
                                row.getBoolean(2), row.getTimestamp(3).toInstant()
                            });
                });
    }

    /** Counts by row key, in the order of {@link Figure}; figures of the campaign are 0. */
    public Map<String, long[]> at(Instant before, Instant end, Instant known, boolean byGroup, Set<String> communes) {
        Map<String, long[]> rows = new TreeMap<>();
        Map<String, Set<String>> households = new HashMap<>();
        for (Map.Entry<Long, List<Step>> form : byForm.entrySet()) {
            Stand atEnd = stand(form.getValue(), end, known);
            Stand then = stand(form.getValue(), before, known);
            Place place = places.get(form.getKey() + "/" + atEnd.version);
            if (!atEnd.began
                    || !then.began
                    || place == null
                    || (communes != null && !communes.contains(place.commune()))) {
                continue;
            }
            String key = byGroup ? place.group() : place.commune();
            long[] row = rows.computeIfAbsent(key, absent -> new long[Figure.values().length]);
            boolean sheet = !then.stage.equals("CANCELLED") && !annulled(form.getValue(), known);
            boolean person = sheet && !isLaterOfTwo(form.getKey(), known);
            add(row, Figure.SHEETS, sheet);
            add(row, Figure.DUPLICATES, sheet && !person);
            if (!person) {
                continue;
            }
            boolean moved = then.paper.equals("HANDED_OVER") || then.paper.equals("SCANNED");
            add(row, Figure.COLLECTED, true);
            add(row, Figure.REVERIFIED, then.met);
            add(row, Figure.HANDED_OVER, moved);
            add(row, Figure.SCANNED, then.paper.equals("SCANNED"));
            add(row, Figure.ACCEPTED, moved && (then.stage.equals("APPROVED") || then.stage.equals("REGISTERED")));
            add(row, Figure.WRONG, then.wrongAt > 0 || then.correctedAt > 0);
            add(row, Figure.CORRECTED, then.correctedAt > then.wrongAt);
            add(row, Figure.SCAN_RETURNED, then.refused);
            if (place.household() != null) {
                String area = place.commune() + "/" + place.group();
                boolean isNew = households
                        .computeIfAbsent(area, absent -> new HashSet<>())
                        .add(place.household());
                add(row, Figure.HOUSEHOLDS, isNew);
            }
        }
        return rows;
    }

    private static void add(long[] row, Figure figure, boolean counts) {
        row[figure.ordinal()] += counts ? 1 : 0;
    }

    private static Stand stand(List<Step> history, Instant end, Instant known) {
        Stand stand = new Stand();
        int at = 0;
        for (Step step : history) {
            at++;
            if (!step.at().isBefore(end) || step.at().isAfter(known)) {
                continue;
            }
            stand.began = true;
            stand.stage = step.to();
            stand.version = step.version();
            if (Arrays.asList("PLANNED", "CONFIRMED", "DIFFERED", "NOT_MET").contains(step.track())) {
                stand.met = step.track().equals("CONFIRMED") || step.track().equals("DIFFERED");
            }
            if (Arrays.asList("HELD", "HANDED_OVER", "SCANNED").contains(step.track())) {
                stand.paper = step.track();
            }
            if (step.step().equals("RETURN") || step.track().equals("DIFFERED")) {
                stand.wrongAt = at;
            }
            if (step.step().equals("CORRECT")) {
                stand.correctedAt = at;
            }
            stand.refused |= step.step().equals("RETURN") && step.role().equals("PROVINCE_OPERATOR");
        }
        return stand;
    }

    private static boolean annulled(List<Step> history, Instant known) {
        return history.stream()
                .anyMatch(step -> step.step().equals("CANCEL")
                        && !step.at().isAfter(known)
                        && (step.reason().equals("DUPLICATE") || step.reason().equals("SPOILED")));
    }

    private boolean isLaterOfTwo(long form, Instant known) {
        boolean keeps = true;
        for (Object[] line : duplicates.getOrDefault(form, List.of())) {
            if (!((Instant) line[1]).isAfter(known)) {
                keeps = (boolean) line[0];
            }
        }
        return !keeps;
    }
}
