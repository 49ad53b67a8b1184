package vn.dancu.web.db;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.journey.Assignments.Holder;
import vn.dancu.journey.Queue;
import vn.dancu.journey.WorkQueues;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;

/**
 * Work queues as screens show them: counts, and households page by page (keyset, so that the last page is as quick as the
 * first). Every question first makes the kept queues those of this moment.
 */
@Repository
public class QueueQueries {
    private static final String HOUSEHOLD_ORDER = "commune_code, residential_group, household_key, form_id";
    private final JdbcClient jdbc;
    private final WaitingRows rows;
    private final WorkQueues queues;

    QueueQueries(JdbcClient jdbc, WaitingRows rows, WorkQueues queues) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.queues = queues;
    }

    /** A household with forms in the queue. */
    public record Waiting(HouseholdKey household, int forms) {}

    /**
     * How many forms wait.
     *
     * @param all forms that are not cancelled
     * @param behind forms at most that the counts do not reckon with yet: 0 but just after a whole city was moved
     */
    public record Counts(Map<Queue, Long> byQueue, long all, long behind) {
        public long of(@Nullable Queue queue) {
            return queue == null ? all : byQueue.getOrDefault(queue, 0L);
        }
    }

    /** Forms per queue in the area, of one commune, group or holder; other parts of the filter are left aside. */
    public Counts counts(Chosen chosen) {
        long behind = queues.bringUpToDate();
        Map<Queue, Long> counts = new EnumMap<>(Queue.class);
        for (Queue queue : Queue.values()) {
            counts.put(queue, 0L);
        }
        long[] all = new long[1];
        String held = chosen.held() == null ? "" : WaitingRows.HELD;
        JdbcClient.StatementSpec statement = Area.scoped(
                        jdbc.sql("select w.queue, sum(w.forms) from journey.waiting_count w where " + Area.of("w") + """
                                and (:commune::text is null or w.commune_code = :commune)
                                and (:group::text is null or w.residential_group = :group)
                                """
                                + held + "group by w.queue"),
                        chosen.scope())
                .param("commune", chosen.filter().commune())
                .param("group", chosen.filter().group());
        WaitingRows.boundHolder(statement, chosen).query(row -> {
            String queue = row.getString(1);
            if (queue.equals("ALL")) {
                all[0] = row.getLong(2);
            } else {
                counts.put(Queue.valueOf(queue), row.getLong(2));
            }
        });
        return new Counts(counts, all[0], behind);
    }

    /** Communes with forms in the area. */
    @Transactional(readOnly = true)
    public List<String> communes(AreaScope scope) {
        return Area.scoped(jdbc.sql("""
                                select distinct form.commune_code from journey.waiting_count form
                                where form.queue = 'ALL' and form.forms > 0 and form.commune_code <> '' and
                                """ + Area.CLAUSE + "order by 1"), scope)
                .query(String.class)
                .list();
    }

    /** Residential groups of a commune with forms in the area. */
    @Transactional(readOnly = true)
    public List<String> groups(AreaScope scope, String commune) {
        return Area.scoped(jdbc.sql("""
                                select distinct form.residential_group from journey.waiting_count form
                                where form.queue = 'ALL' and form.forms > 0 and form.commune_code = :commune
                                  and form.residential_group <> '' and
                                """ + Area.CLAUSE), scope)
                .param("commune", commune)
                .query(String.class)
                .list();
    }

    /**
     * What waits, by who answers for it: who was named, or the collector of the group. A form in two queues is two tasks.
     * Under the empty login stands what nobody answers for.
     */
    public Map<String, Long> tasksByHolder(AreaScope scope, List<Holder> holders) {
        queues.bringUpToDate();
        Map<String, Long> tasks = new HashMap<>();
        Area.scoped(jdbc.sql("""
                                select form.holder, form.commune_code, form.residential_group, sum(form.forms)
                                from journey.waiting_count form
                                where form.queue <> 'ALL' and form.forms > 0 and
                                """ + Area.CLAUSE + "group by 1, 2, 3"), scope).query(row -> {
            String named = row.getString(1);
            String commune = row.getString(2);
            String group = row.getString(3);
            String holder = named.isEmpty()
                    ? holders.stream()
                            .filter(officer -> officer.isCollectorOf(commune, group))
                            .map(Holder::login)
                            .findFirst()
                            .orElse("")
                    : named;
            tasks.merge(holder, row.getLong(4), Long::sum);
        });
        return tasks;
    }

    /** Households after {@code after}, at most {@code limit}. */
    public List<Waiting> households(Chosen chosen, HouseholdKey after, int limit) {
        queues.bringUpToDate();
        return rows.select(
                        chosen,
                        "w.commune_code, w.residential_group, w.household_key, count(*)",
                        WaitingRows.AFTER_IN_UNITS,
                        "group by w.commune_code, w.residential_group, w.household_key",
                        "commune_code, residential_group, household_key",
                        limit)
                .param("afterCommune", after.commune())
                .param("afterGroup", after.group())
                .param("afterKey", after.key())
                .param("afterId", after.equals(HouseholdKey.FIRST) ? 0 : Long.MAX_VALUE)
                .query((row, number) -> new Waiting(
                        new HouseholdKey(row.getString(1), row.getString(2), row.getString(3)), row.getInt(4)))
                .list();
    }

    /** Those of these forms that stand in the queue. */
    public Set<Long> waiting(Chosen chosen, Collection<Long> forms) {
        return Set.copyOf(
                jdbc.sql("select form_id from journey.waiting where form_id = any(:forms::bigint[]) and queue = :queue")
                        .param("forms", forms.toArray(new Long[0]))
                        .param("queue", chosen.queueName())
                        .query(Long.class)
                        .list());
    }

    /** Forms of a queue that name no household, of one residential group. */
    public List<FormId> withoutHousehold(Chosen chosen, HouseholdKey place, int limit) {
        return rows.select(
                        chosen,
                        "w.form_id",
                        "w.commune_code = :commune and w.residential_group = :group and w.household_key = ''",
                        "",
                        "form_id",
                        limit)
                .param("commune", place.commune())
                .param("group", place.group())
                .query((row, number) -> new FormId(row.getLong(1)))
                .list();
    }

    /** Forms of the queue, at most {@code limit}, in the order of the list. */
    public FormSet forms(Chosen chosen, int limit) {
        queues.bringUpToDate();
        List<FormId> forms = rows.select(
                        chosen,
                        "w.commune_code, w.residential_group, w.household_key, w.form_id",
                        "true",
                        "",
                        HOUSEHOLD_ORDER,
                        limit)
                .query((row, number) -> new FormId(row.getLong("form_id")))
                .list();
        return FormSet.of(forms);
    }

    /** The next form of the queue after this one, in the order of the list; empty at the end. */
    public List<FormId> next(Queue queue, AreaScope scope, FormId after) {
        queues.bringUpToDate();
        Map<String, Object> place = new HashMap<>();
        jdbc.sql("""
                        select coalesce(commune_code, '') as commune, coalesce(residential_group, '') as grp,
                               coalesce(household_key, '') as household
                        from intake.form where id = :id
                        """).param("id", after.value()).query(row -> {
            place.put("afterCommune", row.getString("commune"));
            place.put("afterGroup", row.getString("grp"));
            place.put("afterKey", row.getString("household"));
        });
        if (place.isEmpty()) {
            return List.of();
        }
        return rows.select(
                        Chosen.of(queue, scope, null),
                        "w.commune_code, w.residential_group, w.household_key, w.form_id",
                        WaitingRows.AFTER_IN_UNITS,
                        "",
                        HOUSEHOLD_ORDER,
                        1)
                .params(place)
                .param("afterId", after.value())
                .query((row, number) -> new FormId(row.getLong("form_id")))
                .list();
    }

    /** What the comparison of the current version came to; empty before it. */
    @Transactional(readOnly = true)
    public Optional<String> outcome(FormId form) {
        return jdbc.sql("""
                        select comparison.outcome from intake.form form
                        join reconciliation.comparison comparison
                            on comparison.form_id = form.id and comparison.version = form.current_version
                        where form.id = :form
                        """).param("form", form.value()).query(String.class).optional();
    }

    /** Which queue holds this form now: the first in the order of {@link Queue}. */
    @Transactional(readOnly = true)
    public List<Queue> queuesOf(FormId form) {
        return queues.of(form);
    }
}
