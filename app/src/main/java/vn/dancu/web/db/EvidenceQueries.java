package vn.dancu.web.db;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;

/** What else there is to show of how a form came to what it says: visits, the image, look-ups; and who is in a sample. */
@Repository
public class EvidenceQueries {
    private final JdbcClient jdbc;

    EvidenceQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One question at the door. */
    public record Asked(
            String field,
            String answer,
            @Nullable String value,
            @Nullable String paper) {}

    /** A call at the home. */
    public record VisitLine(
            int version,
            String visitor,
            Instant visitedAt,
            String outcome,
            String recordedBy,
            Instant recordedAt,
            List<Asked> fields) {}

    @Transactional(readOnly = true)
    public List<VisitLine> visits(FormId form) {
        Map<Long, VisitLine> visits = new LinkedHashMap<>();
        jdbc.sql("""
                        select visit.id, visit.version, visit.visitor, visit.visited_at, visit.outcome,
                               visit.recorded_by, visit.recorded_at, asked.field, asked.answer, asked.value, asked.paper
                        from verification.visit visit
                        left join verification.visit_field asked on asked.visit_id = visit.id
                        where visit.form_id = :form order by visit.id, asked.field
                        """).param("form", form.value()).query(row -> {
            long id = row.getLong(1);
            if (!visits.containsKey(id)) {
                visits.put(
                        id,
                        new VisitLine(
                                row.getInt(2),
                                row.getString(3),
                                row.getTimestamp(4).toInstant(),
                                row.getString(5),
                                row.getString(6),
                                row.getTimestamp(7).toInstant(),
                                new ArrayList<>()));
            }
            if (row.getString(8) != null) {
                visits.get(id)
                        .fields()
                        .add(new Asked(row.getString(8), row.getString(9), row.getString(10), row.getString(11)));
            }
        });
        return List.copyOf(visits.values());
    }

    /** The image as the scanning office reported it. */
    public record Scan(int pages, String sha256, String list, String takenInBy, Instant takenInAt) {}

    @Transactional(readOnly = true)
    public Optional<Scan> scan(FormId form) {
        return jdbc.sql("""
                        select scan.pages, scan.image_sha256, list.name, list.taken_in_by, list.taken_in_at
                        from scanning.scanned_form scan
                        join scanning.scan_list list on list.id = scan.scan_list_id
                        where scan.form_id = :form
                        """)
                .param("form", form.value())
                .query((row, number) -> new Scan(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant()))
                .optional();
    }

    /**
     * A look-up of the form in the paper archive.
     *
     * @param found null while it waits
     */
    public record Lookup(
            String requestNo,
            String askedBy,
            Instant askedAt,
            boolean cancelled,
            @Nullable Boolean found,
            @Nullable String note,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt) {}

    @Transactional(readOnly = true)
    public List<Lookup> lookups(FormId form) {
        return jdbc.sql("""
                        select request.request_no, request.asked_by_name, request.asked_at,
                               request.cancelled_at is not null, answer.found, answer.note, answer.answered_by,
                               answer.answered_at
                        from sources.lookup_line line
                        join sources.lookup_request request on request.id = line.request_id
                        left join sources.lookup_answer answer on answer.line_id = line.id
                        where line.form_id = :form order by request.id, answer.id
                        """)
                .param("form", form.value())
                .query((row, number) -> {
                    Timestamp answered = row.getTimestamp(8);
                    return new Lookup(
                            row.getString(1),
                            row.getString(2),
                            row.getTimestamp(3).toInstant(),
                            row.getBoolean(4),
                            row.getObject(5, Boolean.class),
                            row.getString(6),
                            row.getString(7),
                            answered == null ? null : answered.toInstant());
                })
                .list();
    }

    /** Who a sampled form is about. */
    public record Who(
            long id,
            String formNo,
            @Nullable String fullName,
            @Nullable String birthDate,
            String group) {}

    @Transactional(readOnly = true)
    public Map<Long, Who> who(FormSet forms) {
        Map<Long, Who> who = new LinkedHashMap<>();
        jdbc.sql("""
                        select form.id, form.form_no, version.full_name, version.birth_date,
                               coalesce(form.residential_group, '')
                        from intake.form form
                        join intake.form_version version
                            on version.form_id = form.id and version.version = form.current_version
                        where form.id = any(:forms::bigint[])
                        """).param("forms", forms.keys()).query(row -> {
            who.put(
                    row.getLong(1),
                    new Who(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
        });
        return who;
    }

    /** Communes with forms, for who may inspect anywhere. */
    @Transactional(readOnly = true)
    public List<String> communes() {
        return List.copyOf(new TreeSet<>(jdbc.sql("""
                        with recursive found as (
                            (select form.commune_code from intake.form form where form.commune_code is not null
                             order by form.commune_code limit 1)
                            union all
                            select (select next.commune_code from intake.form next
                                    where next.commune_code > found.commune_code order by next.commune_code limit 1)
                            from found where found.commune_code is not null)
                        select found.commune_code from found where found.commune_code is not null limit 500
                        """).query(String.class).list()));
    }
}
