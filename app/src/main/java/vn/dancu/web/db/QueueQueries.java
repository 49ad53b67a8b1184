package vn.dancu.web.db;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;

/** Work queues: counts, and households page by page (keyset, so that the last page is as quick as the first). */
@Repository
public class QueueQueries {
    private static final String FROM = """
            from intake.form form
            join journey.form_state state on state.form_id = form.id
            left join reconciliation.comparison comparison
                on comparison.form_id = form.id and comparison.version = form.current_version
            """;

    private final JdbcClient jdbc;

    QueueQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A household with forms in the queue. */
    public record Waiting(HouseholdKey household, int forms) {}

    /** Forms per queue in the area. */
    @Transactional(readOnly = true)
    public Map<Queue, Long> counts(AreaScope scope, @Nullable String commune) {
        String filters = Stream.of(Queue.values())
                .map(queue -> "count(*) filter (where " + queue.condition() + ")")
                .collect(Collectors.joining(", "));
        Map<Queue, Long> counts = new EnumMap<>(Queue.class);
        Area.scoped(
                        jdbc.sql(
                                "select " + filters + FROM + "where state.stage not in ('REGISTERED', 'CANCELLED') and "
                                        + Area.CLAUSE + "and (:commune::text is null or form.commune_code = :commune)"),
                        scope)
                .param("commune", commune)
                .query(row -> {
                    for (Queue queue : Queue.values()) {
                        counts.put(queue, row.getLong(queue.ordinal() + 1));
                    }
                });
        return counts;
    }

    /** Households after {@code after}, at most {@code limit}. */
    @Transactional(readOnly = true)
    public List<Waiting> households(
            Queue queue,
            AreaScope scope,
            @Nullable String commune,
            @Nullable String group,
            HouseholdKey after,
            int limit) {
        return Area.scoped(
                        jdbc.sql(
                                "select form.commune_code, form.residential_group, form.household_key, count(*) " + FROM
                                        + "where " + queue.condition() + " and " + Area.CLAUSE + """
                                and (:commune::text is null or form.commune_code = :commune)
                                and (:group::text is null or form.residential_group = :group)
                                and (coalesce(form.commune_code, ''), coalesce(form.residential_group, ''),
                                     coalesce(form.household_key, '')) > (:afterCommune, :afterGroup, :afterKey)
                                and coalesce(form.commune_code, '') >= :afterCommune
                                group by form.commune_code, form.residential_group, form.household_key
                                order by coalesce(form.commune_code, ''), coalesce(form.residential_group, ''),
                                         coalesce(form.household_key, '')
                                limit :limit
                                """),
                        scope)
                .param("commune", commune)
                .param("group", group)
                .param("afterCommune", after.commune())
                .param("afterGroup", after.group())
                .param("afterKey", after.key())
                .param("limit", limit)
                .query((row, number) -> new Waiting(
                        HouseholdKey.of(row.getString(1), row.getString(2), row.getString(3)), row.getInt(4)))
                .list();
    }

    /** Forms of the queue, at most {@code limit}, in the order of the list. */
    @Transactional(readOnly = true)
    public FormSet forms(Queue queue, AreaScope scope, @Nullable String commune, int limit) {
        return FormSet.of(Area.scoped(
                        jdbc.sql("select form.id " + FROM + "where " + queue.condition() + " and " + Area.CLAUSE + """
                                and (:commune::text is null or form.commune_code = :commune)
                                order by form.commune_code, form.residential_group, form.household_key, form.id
                                limit :limit
                                """),
                        scope)
                .param("commune", commune)
                .param("limit", limit)
                .query((row, number) -> new FormId(row.getLong(1)))
                .list());
    }

    /** The next form of the queue after this one, in the order of the list; empty at the end. */
    @Transactional(readOnly = true)
    public List<FormId> next(Queue queue, AreaScope scope, FormId after) {
        return new ArrayList<>(Area.scoped(
                        jdbc.sql("select form.id " + FROM + "where " + queue.condition() + " and " + Area.CLAUSE + """
                                and (coalesce(form.commune_code, ''), coalesce(form.residential_group, ''),
                                     coalesce(form.household_key, ''), form.id)
                                  > (select coalesce(this.commune_code, ''), coalesce(this.residential_group, ''),
                                            coalesce(this.household_key, ''), this.id
                                     from intake.form this where this.id = :after)
                                order by coalesce(form.commune_code, ''), coalesce(form.residential_group, ''),
                                         coalesce(form.household_key, ''), form.id
                                limit 1
                                """),
                        scope)
                .param("after", after.value())
                .query((row, number) -> new FormId(row.getLong(1)))
                .list());
    }

    /** What the comparison of the current version came to; empty before it. */
    @Transactional(readOnly = true)
    public Optional<String> outcome(FormId form) {
        return jdbc.sql("select comparison.outcome " + FROM
                        + "where form.id = :form and comparison.outcome is not null")
                .param("form", form.value())
                .query(String.class)
                .optional();
    }

    /** Which queue holds this form now: the first in the order of {@link Queue}. */
    @Transactional(readOnly = true)
    public List<Queue> queuesOf(FormId form) {
        String flags = Stream.of(Queue.values())
                .map(queue -> "(" + queue.condition() + ")")
                .collect(Collectors.joining(", "));
        List<Queue> queues = new ArrayList<>();
        jdbc.sql("select " + flags + FROM + "where form.id = :form")
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
