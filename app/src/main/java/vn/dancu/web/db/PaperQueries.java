package vn.dancu.web.db;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;

/** Where the papers are: batches, scan lists, and forms that are ready for the next of the two. */
@Repository
public class PaperQueries {
    private final JdbcClient jdbc;

    PaperQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A batch with its hand-over minutes so far. */
    public record BatchLine(
            long id,
            String batchNo,
            String commune,
            int forms,
            String openedBy,
            Instant openedAt,
            @Nullable String givenBy,
            @Nullable Instant givenAt,
            @Nullable String takenBy,
            @Nullable Instant takenAt) {
        public boolean given() {
            return givenBy != null;
        }

        public boolean taken() {
            return takenBy != null;
        }
    }

    /** Approved papers of a commune that lie in no batch. */
    public record Free(String commune, int forms) {}

    /** A scan list as it was taken in. */
    public record ScanListLine(long id, String name, String takenInBy, Instant takenInAt, int forms) {}

    @Transactional(readOnly = true)
    public List<BatchLine> batches(AreaScope scope, int limit) {
        return Area.scoped(jdbc.sql("""
                        select batch.id, batch.batch_no, batch.commune_code,
                               (select count(*) from custody.batch_form inside where inside.batch_id = batch.id) as forms,
                               batch.opened_by, batch.opened_at, batch.given_by, batch.given_at, batch.taken_by,
                               batch.taken_at
                        from custody.batch batch
                        where (:everywhere or batch.commune_code = any(:communes::text[])
                               or batch.commune_code = any(:groups::text[]))
                        order by batch.taken_at is not null, batch.id desc
                        limit :limit
                        """), scope)
                .param("limit", limit)
                .query((row, number) -> new BatchLine(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getString(5),
                        row.getTimestamp(6).toInstant(),
                        row.getString(7),
                        instant(row.getTimestamp(8)),
                        row.getString(9),
                        instant(row.getTimestamp(10))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    @Transactional(readOnly = true)
    public FormSet formsOf(long batch) {
        return FormSet.of(jdbc.sql("select form_id from custody.batch_form where batch_id = :batch")
                .param("batch", batch)
                .query((row, number) -> new FormId(row.getLong(1)))
                .list());
    }

    private static final String READY = """
            from intake.form form
            join journey.form_state state on state.form_id = form.id and state.paper = 'HELD' and state.hold_since is null
            join journey.gate gate on gate.step = 'HAND_OVER' and state.stage = any(gate.stages)
                and state.verification = any(gate.verifications)
                and gate.route = (select route from journey.route_in_force order by id desc limit 1)
            where not exists (select from custody.batch_form inside where inside.form_id = form.id) and
            """;

    /** Papers that the route lets change hands and that lie in no batch, by commune. */
    @Transactional(readOnly = true)
    public List<Free> free(AreaScope scope) {
        return Area.scoped(
                        jdbc.sql("select form.commune_code, count(*) " + READY + Area.CLAUSE
                                + " and form.commune_code is not null group by 1 order by 1"),
                        scope)
                .query((row, number) -> new Free(row.getString(1), row.getInt(2)))
                .list();
    }

    @Transactional(readOnly = true)
    public FormSet firstFree(String commune, int limit, AreaScope scope) {
        return FormSet.of(Area.scoped(jdbc.sql("select form.id " + READY + Area.CLAUSE + """
                                 and form.commune_code = :commune
                                order by form.residential_group, form.household_key, form.id limit :limit
                                """), scope)
                .param("commune", commune)
                .param("limit", limit)
                .query((row, number) -> new FormId(row.getLong(1)))
                .list());
    }

    @Transactional(readOnly = true)
    public List<ScanListLine> scanLists(int limit) {
        return jdbc.sql("""
                        select list.id, list.name, list.taken_in_by, list.taken_in_at,
                               (select count(*) from scanning.scanned_form form where form.scan_list_id = list.id)
                        from scanning.scan_list list order by list.id desc limit :limit
                        """)
                .param("limit", limit)
                .query((row, number) -> new ScanListLine(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getInt(5)))
                .list();
    }

    /** The forms behind these numbers, in the area. */
    @Transactional(readOnly = true)
    public FormSet byNumber(List<String> formNos, AreaScope scope) {
        return FormSet.of(Area.scoped(
                        jdbc.sql("select form.id from intake.form form where form.form_no = any(:numbers::text[]) and "
                                + Area.CLAUSE),
                        scope)
                .param("numbers", formNos.toArray(new String[0]))
                .query((row, number) -> new FormId(row.getLong(1)))
                .list());
    }

    /** Forms whose data and paper allow the entry in the register. */
    @Transactional(readOnly = true)
    public FormSet readyToRegister(AreaScope scope, int limit) {
        return FormSet.of(Area.scoped(jdbc.sql("""
                                select form.id from intake.form form
                                join journey.form_state state on state.form_id = form.id
                                where state.stage = 'APPROVED' and state.paper = 'SCANNED' and state.hold_since is null
                                  and
                                """ + Area.CLAUSE + " order by form.id limit :limit"), scope)
                .param("limit", limit)
                .query((row, number) -> new FormId(row.getLong(1)))
                .list());
    }

    public Optional<String> batchNo(long batch) {
        return jdbc.sql("select batch_no from custody.batch where id = :batch")
                .param("batch", batch)
                .query(String.class)
                .optional();
    }
}
