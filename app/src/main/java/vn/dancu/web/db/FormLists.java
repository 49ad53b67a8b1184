package vn.dancu.web.db;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.journey.WorkQueues;

/** Forms line by line, in an order asked for; a page of a million rows costs as much as one of a hundred. */
@Repository
public class FormLists {
    private static final int MOST_COUNTED = 10_000;

    private final JdbcClient jdbc;
    private final WaitingRows rows;
    private final WorkQueues queues;
    private final Clock clock;

    FormLists(JdbcClient jdbc, WaitingRows rows, WorkQueues queues, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.queues = queues;
        this.clock = clock;
    }

    /**
     * A form in a list.
     *
     * @param days counted since the stage began, without holds
     * @param heldDays since the hold began; null when it is not on hold
     * @param holder who was named; empty where the collector of the group answers
     * @param countedFrom where the next page starts, in the order of days
     */
    public record Line(
            long id,
            String formNo,
            @Nullable String fullName,
            @Nullable String birthDate,
            @Nullable String sex,
            String commune,
            String group,
            String stage,
            @Nullable String outcome,
            @Nullable LocalDate collectedOn,
            long days,
            @Nullable Long heldDays,
            String holder,
            String countedFrom) {
        /** The number of the paper only. */
        @Override
        public String toString() {
            return "Line[" + formNo + "]";
        }
    }

    /**
     * Where a page starts.
     *
     * @param form the last one of the page before
     * @param countedFrom of it, as its line said; only for the order of days
     */
    public record After(long form, String countedFrom) {}

    /** What an order knows of the form that ended the page before. */
    private record Place(String commune, String group, String key, String sortKey, String formNo, String day) {}

    /** At most {@code limit} lines after {@code after}; empty when that form is gone. */
    public List<Line> lines(Chosen chosen, ListOrder order, @Nullable After after, int limit) {
        queues.bringUpToDate();
        String columns = order == ListOrder.UNIT
                ? order.columns() + ", w.counted_from, w.holder"
                : "w.commune_code, w.residential_group, " + order.columns()
                        + (order == ListOrder.DAYS ? ", w.holder" : ", w.counted_from, w.holder");
        JdbcClient.StatementSpec page = rows.select(
                chosen,
                columns,
                after == null ? "true" : order.after(),
                "",
                order.columns().replace("w.", ""),
                limit);
        if (after != null) {
            Optional<Place> place = place(after.form());
            if (place.isEmpty()) {
                return List.of();
            }
            page = bound(page, order, place.get(), after);
        }
        List<Key> keys = page.query((row, number) ->
                        new Key(row.getLong("form_id"), row.getTimestamp("counted_from"), row.getString("holder")))
                .list();
        return details(keys);
    }

    private record Key(long form, Timestamp countedFrom, String holder) {}

    private static JdbcClient.StatementSpec bound(
            JdbcClient.StatementSpec page, ListOrder order, Place place, After after) {
        JdbcClient.StatementSpec bound = page.param("afterId", after.form());
        return switch (order) {
            case UNIT ->
                bound.param("afterCommune", place.commune())
                        .param("afterGroup", place.group())
                        .param("afterKey", place.key());
            case NAME -> bound.param("afterKey", place.sortKey());
            case DAYS -> bound.param("afterKey", after.countedFrom());
            case DATE -> bound.param("afterKey", place.day());
            case NUMBER -> bound.param("afterKey", place.formNo());
        };
    }

    private Optional<Place> place(long form) {
        return jdbc.sql("""
                        select coalesce(commune_code, ''), coalesce(residential_group, ''), coalesce(household_key, ''),
                               sort_key, form_no, coalesce(collected_on::text, 'infinity')
                        from intake.form where id = :form
                        """)
                .param("form", form)
                .query((row, number) -> new Place(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .optional();
    }

    private List<Line> details(List<Key> keys) {
        return jdbc.sql("""
                        select form.id, form.form_no, version.full_name, version.birth_date, version.sex,
                               coalesce(form.commune_code, '') as commune_code,
                               coalesce(form.residential_group, '') as residential_group, state.stage,
                               comparison.outcome, form.collected_on, %s as days, %s as held_days, chosen.holder,
                               chosen.counted_from
                        from unnest(:forms::bigint[], :holders::text[], :from::text[])
                            with ordinality chosen (id, holder, counted_from, place)
                        join intake.form form on form.id = chosen.id
                        join intake.form_version version
                            on version.form_id = form.id and version.version = form.current_version
                        join journey.form_state state on state.form_id = form.id
                        left join reconciliation.comparison comparison
                            on comparison.form_id = form.id and comparison.version = form.current_version
                        order by chosen.place
                        """.formatted(CountedDays.DAYS, CountedDays.HELD_DAYS))
                .param("forms", keys.stream().mapToLong(Key::form).toArray())
                .param("holders", keys.stream().map(Key::holder).toArray(String[]::new))
                .param(
                        "from",
                        keys.stream()
                                .map(key -> key.countedFrom().toInstant().toString())
                                .toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new Line(
                        row.getLong("id"),
                        row.getString("form_no"),
                        row.getString("full_name"),
                        row.getString("birth_date"),
                        row.getString("sex"),
                        row.getString("commune_code"),
                        row.getString("residential_group"),
                        row.getString("stage"),
                        row.getString("outcome"),
                        day(row.getDate("collected_on")),
                        row.getLong("days"),
                        row.getObject("held_days", Long.class),
                        row.getString("holder"),
                        row.getString("counted_from")))
                .list();
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }

    /**
     * How many a filter lets through that the kept counts do not answer.
     *
     * @param isMore true when there are more than {@code forms}
     */
    public record Count(long forms, boolean isMore) {}

    /** Counts, but no further than is of use to somebody who reads lists. */
    public Count count(Chosen chosen) {
        int counted = rows.select(
                        chosen,
                        "w.form_id, w.commune_code, w.residential_group, w.household_key",
                        "true",
                        "",
                        "commune_code, residential_group, household_key, form_id",
                        MOST_COUNTED + 1)
                .query((row, number) -> row.getLong("form_id"))
                .list()
                .size();
        return new Count(Math.min(counted, MOST_COUNTED), counted > MOST_COUNTED);
    }

    /** Now, as lists are dated with. */
    public Instant now() {
        return clock.instant();
    }
}
