package vn.dancu.reporting.db;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.reporting.AreaCounts;
import vn.dancu.reporting.Counts;
import vn.dancu.reporting.DayWork;
import vn.dancu.reporting.Measure;

/**
 * Figures kept by residential group. {@code journey.moved_group} says in which groups something has changed; these are counted
 * anew, the others stand. So a page over a million forms reads some thousands of rows, and an act at a desk counts one group.
 * All methods that write are to be called in a transaction that holds {@link #tryLock}.
 */
@Repository
public class KeptGroups {
    private static final Measure[] MEASURES = Measure.values();

    /**
     * Forms of the groups asked for, by the index of areas; three ways, as null and empty are one group. Where it is one
     * of a thousand the planner must not read all forms, so the order of looking is fixed.
     */
    private static final String CHOSEN = """
            from unnest(:communes::text[], :groups::text[]) chosen (commune, grp)
            cross join lateral (
                select id, current_version, collector, collected_on from intake.form
                where commune_code = chosen.commune and residential_group = chosen.grp
                union all
                select id, current_version, collector, collected_on from intake.form
                where chosen.grp = '' and commune_code = chosen.commune and residential_group is null
                union all
                select id, current_version, collector, collected_on from intake.form
                where chosen.commune = '' and commune_code is null and coalesce(residential_group, '') = chosen.grp
                offset 0) form
            """;

    private static final String JOINED = CHOSEN + """
            join journey.form_state state on state.form_id = form.id
            left join reconciliation.duplicate duplicate on duplicate.form_id = form.id
            """;

    private static final String COUNT = """
            insert into reporting.kept_count (commune_code, residential_group, collector, figures)
            select chosen.commune, chosen.grp, coalesce(form.collector, ''), array[%s]
            """.formatted(Stream.of(MEASURES)
                    .map(measure -> "count(*) filter (where " + MeasureSql.condition(measure) + ")")
                    .collect(Collectors.joining(", ")))
            + JOINED + """
            left join reconciliation.comparison comparison
                on comparison.form_id = form.id and comparison.version = form.current_version
            group by 1, 2, 3
            """;

    private static final String WORK = """
            insert into reporting.kept_work (commune_code, residential_group, officer, kind, day, forms, returned)
            select chosen.commune, chosen.grp, coalesce(form.collector, ''), 'PAPERS', form.collected_on, count(*),
                   count(*) filter (where state.stage = 'RETURNED')
            """ + JOINED + "where form.collected_on is not null and " + MeasureSql.PERSON
            + """
            group by 1, 2, 3, 5
            union all
            select chosen.commune, chosen.grp, visit.visitor, 'VISITS',
                   (visit.visited_at at time zone 'Asia/Ho_Chi_Minh')::date, count(*), 0
            """ + CHOSEN + """
            join verification.visit visit on visit.form_id = form.id
            group by 1, 2, 3, 5
            union all
            select chosen.commune, chosen.grp, step.actor,
                   case step.step when 'RECONCILE' then 'RECONCILED' when 'APPROVE' then 'APPROVED' else 'REGISTERED' end,
                   (step.at at time zone 'Asia/Ho_Chi_Minh')::date, count(*), 0
            """ + CHOSEN + """
            join journey.step step on step.form_id = form.id
            where step.step in ('RECONCILE', 'APPROVE', 'REGISTER')
            group by 1, 2, 3, 4, 5
            """;

    /** When the next form of each group will have stood too long: that changes a figure, and no act says so. */
    private static final String STALE_AT =
            """
            select chosen.commune, chosen.grp, min(state.since) as since
            """ + JOINED + "where " + MeasureSql.condition(Measure.OPEN) + " and state.since >= :weekAgo group by 1, 2";

    /** Counting by another rule than this one is counting anew. */
    private static final String RULE = Integer.toHexString((COUNT + WORK).hashCode());

    private final JdbcClient jdbc;

    KeptGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A residential group of a commune; both may be empty. */
    public record Place(String commune, String group) {}

    /** What is known of one group. */
    public record Figures(Place place, List<AreaCounts> counts, List<DayWork> work) {}

    /** What has been counted since a count. */
    public record News(long lastCount, List<Figures> groups) {}

    private record Stale(Place place, long change) {}

    /** False when another is counting. */
    public boolean tryLock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('reporting.kept'))")
                .query(Boolean.class)
                .single();
    }

    /** Throws away what was counted by another rule; true when it was. */
    public boolean startAnewByAnotherRule() {
        boolean isSame = jdbc.sql("select exists (select from reporting.kept_rule where rule = :rule)")
                .param("rule", RULE)
                .query(Boolean.class)
                .single();
        if (isSame) {
            return false;
        }
        for (String table : List.of("kept_group", "kept_count", "kept_work", "kept_rule")) {
            jdbc.sql("delete from reporting." + table).update();
        }
        jdbc.sql("insert into reporting.kept_rule (rule) values (:rule)")
                .param("rule", RULE)
                .update();
        return true;
    }

    /** Groups whose figures are no longer theirs; 0 when all are. */
    public long lagging(Instant now) {
        return jdbc.sql("select count(*) " + LAGGING)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    private static final String LAGGING = """
            from journey.moved_group moved
            left join reporting.kept_group kept
                on kept.commune_code = moved.commune_code and kept.residential_group = moved.residential_group
            where kept.change is distinct from moved.change or kept.stale_at < :now
            """;

    /**
     * Counts some of those groups anew.
     *
     * @return how many; fewer than {@code most} when none is left
     */
    public int count(int most, Instant now) {
        List<Stale> stale = jdbc.sql(
                        "select moved.commune_code, moved.residential_group, moved.change " + LAGGING + " limit :most")
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, number) -> new Stale(new Place(row.getString(1), row.getString(2)), row.getLong(3)))
                .list();
        if (stale.isEmpty()) {
            return 0;
        }
        String[] communes = stale.stream().map(group -> group.place().commune()).toArray(String[]::new);
        String[] groups = stale.stream().map(group -> group.place().group()).toArray(String[]::new);
        for (String table : List.of("kept_count", "kept_work")) {
            on("delete from reporting." + table + """
                     kept using unnest(:communes::text[], :groups::text[]) chosen (commune, grp)
                    where kept.commune_code = chosen.commune and kept.residential_group = chosen.grp
                    """, communes, groups).update();
        }
        Timestamp weekAgo = Timestamp.from(now.minus(Duration.ofDays(Measure.STANDING_DAYS)));
        on(COUNT, communes, groups).param("weekAgo", weekAgo).update();
        on(WORK, communes, groups).update();
        on("with next as (" + STALE_AT + """
                )
                insert into reporting.kept_group (commune_code, residential_group, change, count_no, stale_at)
                select counted.commune, counted.grp, counted.change, nextval('reporting.group_count'),
                       next.since + make_interval(days => :standing)
                from unnest(:communes::text[], :groups::text[], :changes::bigint[]) counted (commune, grp, change)
                left join next on next.commune = counted.commune and next.grp = counted.grp
                on conflict (commune_code, residential_group) do update
                set change = excluded.change, count_no = excluded.count_no, stale_at = excluded.stale_at
                """, communes, groups)
                .param("changes", stale.stream().mapToLong(Stale::change).toArray())
                .param("weekAgo", weekAgo)
                .param("standing", Measure.STANDING_DAYS)
                .update();
        return stale.size();
    }

    private JdbcClient.StatementSpec on(String sql, String[] communes, String[] groups) {
        return jdbc.sql(sql).param("communes", communes).param("groups", groups);
    }

    /** No group lagged behind at this moment. */
    public void complete(Instant now) {
        jdbc.sql("update reporting.kept_rule set complete_at = :now")
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The last moment of which the figures are those of all groups; empty before there is one. */
    public Optional<Instant> completeAt() {
        return jdbc.sql("select complete_at from reporting.kept_rule where rule = :rule and complete_at is not null")
                .param("rule", RULE)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Figures of the groups that were counted after that count, of all when it is 0. */
    public News since(long count) {
        List<Place> places = new ArrayList<>();
        long[] last = {count};
        jdbc.sql("""
                        select commune_code, residential_group, count_no from reporting.kept_group
                        where count_no > :count and exists (select from reporting.kept_rule where rule = :rule)
                        """).param("count", count).param("rule", RULE).query(row -> {
            places.add(new Place(row.getString(1), row.getString(2)));
            last[0] = Math.max(last[0], row.getLong(3));
        });
        if (places.isEmpty()) {
            return new News(count, List.of());
        }
        String[] communes = places.stream().map(Place::commune).toArray(String[]::new);
        String[] groups = places.stream().map(Place::group).toArray(String[]::new);
        return new News(last[0], together(places, counts(communes, groups), work(communes, groups)));
    }

    private List<AreaCounts> counts(String[] communes, String[] groups) {
        return on("""
                        select kept.commune_code, kept.residential_group, kept.collector, kept.figures
                        from unnest(:communes::text[], :groups::text[]) chosen (commune, grp)
                        join reporting.kept_count kept
                            on kept.commune_code = chosen.commune and kept.residential_group = chosen.grp
                        """, communes, groups)
                .query((row, number) -> new AreaCounts(
                        row.getString(1), row.getString(2), row.getString(3), Counts.of(longs(row.getArray(4)))))
                .list();
    }

    private static long[] longs(@Nullable Array array) throws SQLException {
        Long[] values = array == null ? new Long[0] : (Long[]) array.getArray();
        return Stream.of(values).mapToLong(Long::longValue).toArray();
    }

    private List<DayWork> work(String[] communes, String[] groups) {
        // Some hundred thousand lines name some thousand officers and groups.
        Map<String, String> same = new HashMap<>();
        return on("""
                        select kept.commune_code, kept.residential_group, kept.officer, kept.kind, kept.day, kept.forms,
                               kept.returned
                        from unnest(:communes::text[], :groups::text[]) chosen (commune, grp)
                        join reporting.kept_work kept
                            on kept.commune_code = chosen.commune and kept.residential_group = chosen.grp
                        """, communes, groups)
                .query((row, number) -> new DayWork(
                        same(row.getString(1), same),
                        same(row.getString(2), same),
                        same(row.getString(3), same),
                        DayWork.Kind.valueOf(row.getString(4)),
                        row.getDate(5).toLocalDate(),
                        row.getLong(6),
                        row.getLong(7)))
                .list();
    }

    private static String same(String text, Map<String, String> known) {
        String first = known.putIfAbsent(text, text);
        return first == null ? text : first;
    }

    /** Lines put together by group; a group without any is there too. */
    private static List<Figures> together(List<Place> places, List<AreaCounts> counts, List<DayWork> work) {
        Map<Place, List<AreaCounts>> countsOf =
                counts.stream().collect(Collectors.groupingBy(line -> new Place(line.commune(), line.group())));
        Map<Place, List<DayWork>> workOf =
                work.stream().collect(Collectors.groupingBy(line -> new Place(line.commune(), line.group())));
        return places.stream()
                .map(place -> new Figures(
                        place, countsOf.getOrDefault(place, List.of()), workOf.getOrDefault(place, List.of())))
                .toList();
    }
}
