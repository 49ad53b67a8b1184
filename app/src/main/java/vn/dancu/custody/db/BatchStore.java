package vn.dancu.custody.db;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.custody.BatchId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.db.ChosenForms;

/** Batches in PostgreSQL. */
@Repository
public class BatchStore {
    private final JdbcClient jdbc;
    private final ChosenForms chosenForms;

    BatchStore(JdbcClient jdbc, ChosenForms chosenForms) {
        this.jdbc = jdbc;
        this.chosenForms = chosenForms;
    }

    /** A batch as it stands. */
    public record Batch(
            String communeCode,
            int forms,
            @Nullable String givenBy,
            @Nullable String takenBy) {
        public boolean given() {
            return givenBy != null;
        }

        public boolean taken() {
            return takenBy != null;
        }
    }

    public boolean numberTaken(String batchNo) {
        return jdbc.sql("select exists (select from custody.batch where batch_no = :batchNo)")
                .param("batchNo", batchNo)
                .query(Boolean.class)
                .single();
    }

    /** How many of these are forms of that commune and lie in no batch. */
    public int freeForms(FormSet forms, String communeCode) {
        chosenForms.stage(forms);
        return jdbc.sql("""
                        select count(*) from chosen_form chosen
                        join intake.form form on form.id = chosen.id and form.commune_code = :communeCode
                        where not exists (select from custody.batch_form taken where taken.form_id = chosen.id)
                        """)
                .param("communeCode", communeCode)
                .query(Integer.class)
                .single();
    }

    public BatchId insert(String batchNo, String communeCode, FormSet forms, String openedBy, Instant openedAt) {
        long id = jdbc.sql("""
                        insert into custody.batch (batch_no, commune_code, opened_by, opened_at)
                        values (:batchNo, :communeCode, :openedBy, :openedAt) returning id
                        """)
                .param("batchNo", batchNo)
                .param("communeCode", communeCode)
                .param("openedBy", openedBy)
                .param("openedAt", Timestamp.from(openedAt))
                .query(Long.class)
                .single();
        chosenForms.stage(forms);
        jdbc.sql("insert into custody.batch_form (form_id, batch_id) select id, :batch from chosen_form")
                .param("batch", id)
                .update();
        return new BatchId(id);
    }

    public Optional<Batch> lock(BatchId id) {
        return jdbc.sql("""
                        select batch.commune_code, batch.given_by, batch.taken_by,
                               (select count(*) from custody.batch_form form where form.batch_id = batch.id) as forms
                        from custody.batch batch where batch.id = :id for update
                        """)
                .param("id", id.value())
                .query((row, number) -> new Batch(
                        row.getString("commune_code"),
                        row.getInt("forms"),
                        row.getString("given_by"),
                        row.getString("taken_by")))
                .optional();
    }

    public void give(BatchId id, int counted, String login, Instant at) {
        jdbc.sql("""
                        update custody.batch set given_by = :login, given_at = :at, given_count = :counted
                        where id = :id
                        """)
                .param("login", login)
                .param("at", Timestamp.from(at))
                .param("counted", counted)
                .param("id", id.value())
                .update();
    }

    public void take(BatchId id, int counted, String login, Instant at) {
        jdbc.sql("""
                        update custody.batch set taken_by = :login, taken_at = :at, taken_count = :counted
                        where id = :id
                        """)
                .param("login", login)
                .param("at", Timestamp.from(at))
                .param("counted", counted)
                .param("id", id.value())
                .update();
    }

    public FormSet handedOver(FormSet forms) {
        chosenForms.stage(forms);
        return FormSet.ofKeys(jdbc.sql("""
                                select chosen.id from chosen_form chosen
                                join custody.batch_form form on form.form_id = chosen.id
                                join custody.batch batch on batch.id = form.batch_id
                                where batch.given_by is not null and batch.taken_by is not null
                                  and batch.given_count = batch.taken_count
                                """).query(Long.class).list().stream()
                .mapToLong(Long::longValue)
                .toArray());
    }
}
