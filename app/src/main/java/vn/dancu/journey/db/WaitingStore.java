package vn.dancu.journey.db;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.journey.DaysLimit;
import vn.dancu.journey.Queue;
import vn.dancu.shared.FormId;

/**
 * The kept rows of the work queues. Triggers note in {@code journey.stale} which forms something has changed about; here
 * their rows and counts are made anew by {@link QueueRule}, one run at a time, so that counts are exact without locking
 * anybody who works.
 */
@Repository
public class WaitingStore {
    /** Every form that is not cancelled: the list of all. */
    public static final String ALL = "ALL";

    private static final String STANDS = Stream.concat(
                    Stream.of("('" + ALL + "', state.stage <> 'CANCELLED')"),
                    Stream.of(Queue.values())
                            .map(queue -> "('" + queue.name() + "', " + QueueRule.condition(queue) + ")"))
            .collect(Collectors.joining(",\n"));

    private static final String COUNT = """
            insert into journey.waiting_count (queue, commune_code, residential_group, holder, forms)
            select queue, commune_code, residential_group, holder, %s count(*) from changed group by 1, 2, 3, 4
            on conflict (queue, commune_code, residential_group, holder)
                do update set forms = waiting_count.forms + excluded.forms
            """;

    private final JdbcClient jdbc;

    WaitingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean isStale() {
        return jdbc.sql("select exists (select from journey.stale)")
                .query(Boolean.class)
                .single();
    }

    /** Forms that wait to be looked at anew, at most; ranges may name a form more than once. */
    public long backlog() {
        return jdbc.sql("select coalesce(sum(to_id - from_id + 1), 0) from journey.stale")
                .query(Long.class)
                .single();
    }

    /**
     * Takes noted ranges that together have few forms, the shortest first, because somebody at a desk waits for those; and
     * makes their forms' rows anew. To be called in a transaction.
     *
     * @param most forms, at most
     * @param waits for whoever is at it; else nothing is done then
     * @return forms made anew
     */
    public int refreshForDesk(int most, boolean waits) {
        if (!waits && !tryLock()) {
            return 0;
        }
        return refresh("""
                select ctid from (
                    select ctid, sum(to_id - from_id + 1) over (order by to_id - from_id, ctid) as forms
                    from journey.stale) noted
                where forms <= :most
                """, most);
    }

    private boolean tryLock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('journey.waiting'))")
                .query(Boolean.class)
                .single();
    }

    /** As {@link #refreshForDesk}, waiting, in the order of the keys, so that what was noted of a form several times is done once. */
    public int refreshInOrder(int ranges) {
        return refresh("select ctid from journey.stale order by from_id / 256, ctid limit :most", ranges);
    }

    private int refresh(String which, int most) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('journey.waiting'))").query(row -> {});
        List<long[]> taken = jdbc.sql(
                        "delete from journey.stale where ctid = any(array(" + which + ")) returning from_id, to_id")
                .param("most", most)
                .query((row, number) -> new long[] {row.getLong(1), row.getLong(2)})
                .list();
        if (taken.isEmpty()) {
            return 0;
        }
        long[] forms = forms(taken);
        noteMovedGroups(forms);
        jdbc.sql("""
                        with changed as (
                            delete from journey.waiting waiting using unnest(:forms::bigint[]) chosen (id)
                            where waiting.form_id = chosen.id
                            returning queue, commune_code, residential_group, holder)
                        """ + COUNT.formatted("-")).param("forms", forms).update();
        jdbc.sql("""
                        with changed as (
                            insert into journey.waiting (form_id, queue, commune_code, residential_group, household_key,
                                sort_key, form_no, collected_on, counted_from, holder)
                            select form.id, queue.name, coalesce(form.commune_code, ''),
                                   coalesce(form.residential_group, ''), coalesce(form.household_key, ''),
                                   form.sort_key, form.form_no, coalesce(form.collected_on, 'infinity'),
                                   coalesce(state.hold_since, state.since + state.held), coalesce(holder.holder, '')
                            from unnest(:forms::bigint[]) chosen (id)
                            join lateral (select id, current_version, commune_code, residential_group, household_key,
                                                 sort_key, form_no, collected_on
                                          from intake.form where intake.form.id = chosen.id offset 0) form on true
                            join journey.form_state state on state.form_id = form.id
                            left join reconciliation.comparison comparison
                                on comparison.form_id = form.id and comparison.version = form.current_version
                            left join journey.form_holder holder on holder.form_id = form.id
                            cross join lateral (values %s) queue (name, stands)
                            where queue.stands
                            returning queue, commune_code, residential_group, holder)
                        """.formatted(STANDS) + COUNT.formatted(""))
                .param("forms", forms)
                .update();
        return forms.length;
    }

    /** Groups that these forms are of, and that they were of when they were last looked at. */
    private void noteMovedGroups(long[] forms) {
        jdbc.sql("""
                        insert into journey.moved_group (commune_code, residential_group, change)
                        select commune_code, residential_group, nextval('journey.group_change')
                        from (
                            select coalesce(form.commune_code, '') as commune_code,
                                   coalesce(form.residential_group, '') as residential_group
                            from unnest(:forms::bigint[]) chosen (id)
                            join intake.form form on form.id = chosen.id
                            union
                            select waiting.commune_code, waiting.residential_group
                            from unnest(:forms::bigint[]) chosen (id)
                            join journey.waiting waiting on waiting.form_id = chosen.id and waiting.queue = 'ALL') moved
                        on conflict (commune_code, residential_group) do update set change = excluded.change
                        """).param("forms", forms).update();
    }

    private long[] forms(List<long[]> ranges) {
        return jdbc
                .sql("""
                        select distinct form.id
                        from unnest(:from::bigint[], :to::bigint[]) range (from_id, to_id)
                        join intake.form form on form.id between range.from_id and range.to_id
                        """)
                .param("from", ranges.stream().mapToLong(range -> range[0]).toArray())
                .param("to", ranges.stream().mapToLong(range -> range[1]).toArray())
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
    }

    public Map<Queue, DaysLimit> limits() {
        Map<Queue, DaysLimit> limits = new EnumMap<>(Queue.class);
        jdbc.sql("select queue, due_after, late_after from journey.days_limit").query(row -> {
            limits.put(Queue.valueOf(row.getString(1)), new DaysLimit(row.getInt(2), row.getInt(3)));
        });
        return limits;
    }

    /** The queues that hold this form at this moment, by the rule itself. */
    public List<Queue> queuesOf(FormId form) {
        String flags = Stream.of(Queue.values())
                .map(queue -> "coalesce(" + QueueRule.condition(queue) + ", false)")
                .collect(Collectors.joining(", "));
        List<Queue> queues = new ArrayList<>();
        jdbc.sql("select " + flags + " " + QueueRule.FROM + "where form.id = :form")
                .param("form", form.value())
                .query(row -> {
                    for (Queue queue : Queue.values()) {
                        if (row.getBoolean(queue.ordinal() + 1)) {
                            queues.add(queue);
                        }
                    }
                });
        return queues;
    }
}
