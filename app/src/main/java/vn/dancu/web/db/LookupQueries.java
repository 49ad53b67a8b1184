package vn.dancu.web.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.journey.Queue;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormSet;

/** Forms to be looked up in the paper archive: who they are, in which envelope they may lie, what is in doubt. */
@Repository
public class LookupQueries {
    private static final String FORM = """
            select form.id, form.form_no, version.full_name, version.birth_date, version.sex,
                   coalesce(form.commune_code, ''), coalesce(form.residential_group, ''),
                   concat_ws(' · ', version.head_name, coalesce(version.permanent_address, version.present_address)),
                   coalesce(comparison.archive_state, 'NOT_CONSULTED'), coalesce(comparison.outcome, ''),
                   coalesce(comparison.differing_fields, '{}'),
                   coalesce(own.envelope_no, candidate.envelope_no, mate.envelope_no),
                   exists (select from sources.lookup_line line
                           join sources.lookup_request request
                               on request.id = line.request_id and request.cancelled_at is null
                           where line.form_id = form.id
                             and not exists (select from sources.lookup_answer answer where answer.line_id = line.id))
            from intake.form form
            join journey.form_state state on state.form_id = form.id
            join intake.form_version version
                on version.form_id = form.id and version.version = form.current_version
            left join reconciliation.comparison comparison
                on comparison.form_id = form.id and comparison.version = form.current_version
            left join sources.archive_entry own on own.id = comparison.archive_entry_id
            left join lateral (
                select entry.envelope_no from reconciliation.candidate could
                join sources.archive_entry entry on entry.id = could.entry_id and entry.envelope_no is not null
                where could.form_id = form.id and could.source = 'archive'
                order by could.weight desc limit 1) candidate on own.id is null
            left join lateral (
                select entry.envelope_no from intake.form other
                join reconciliation.comparison theirs on theirs.form_id = other.id
                join sources.archive_entry entry on entry.id = theirs.archive_entry_id and entry.envelope_no is not null
                where other.household_key = form.household_key
                order by entry.envelope_no limit 1) mate on own.id is null and candidate.envelope_no is null
            """;

    /** One envelope after the other; forms without one by household. */
    private static final String ORDER = """
             order by form.commune_code, coalesce(own.envelope_no, candidate.envelope_no, mate.envelope_no) nulls last,
                      form.residential_group, form.household_key, form.id
            """;

    private final JdbcClient jdbc;

    LookupQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A form as the request shows it.
     *
     * @param household head and address, by which an envelope without a number is found
     * @param waiting an open request asks about it
     */
    public record Chosen(
            long id,
            String formNo,
            @Nullable String fullName,
            @Nullable String birthDate,
            @Nullable String sex,
            String commune,
            String group,
            String household,
            String archiveState,
            String outcome,
            List<String> differing,
            @Nullable String envelopeNo,
            boolean waiting) {
        public String envelopeKey() {
            return envelopeNo == null ? "? " + household : envelopeNo;
        }
    }

    /** These forms, as far as they lie in the area. */
    @Transactional(readOnly = true)
    public List<Chosen> chosen(FormSet forms, AreaScope scope) {
        return Area.scoped(jdbc.sql(FORM + "where form.id = any(:forms::bigint[]) and " + Area.CLAUSE + ORDER), scope)
                .param("forms", forms.keys())
                .query((row, number) -> chosen(row))
                .list();
    }

    /**
     * Forms of a queue whose archive is in this state, those that wait for an answer left out; at most so many, household
     * after household. Only these few are then looked at more closely, however long the queue.
     *
     * @param state empty for any
     */
    @Transactional(readOnly = true)
    public List<Chosen> ofQueue(Queue queue, AreaScope scope, @Nullable String commune, String state, int limit) {
        return Area.scoped(
                        jdbc.sql("""
                                with picked as (
                                    select waits.form_id from journey.waiting waits
                                    left join reconciliation.comparison compared on compared.form_id = waits.form_id
                                    where waits.queue = :queue
                                      and (:commune::text is null or waits.commune_code = :commune)
                                      and (:state = '' or coalesce(compared.archive_state, 'NOT_CONSULTED') = :state)
                                      and not exists (select from sources.lookup_line open
                                          join sources.lookup_request asked
                                              on asked.id = open.request_id and asked.cancelled_at is null
                                          where open.form_id = waits.form_id and not exists (
                                              select from sources.lookup_answer said where said.line_id = open.id))
                                      and
                                """ + Area.of("waits") + """
                                     order by waits.commune_code, waits.residential_group, waits.household_key,
                                              waits.form_id
                                    limit :limit)
                                """ + FORM
                                + " where form.id in (select picked.form_id from picked) " + ORDER),
                        scope)
                .param("queue", queue.name())
                .param("commune", commune)
                .param("state", state)
                .param("limit", limit)
                .query((row, number) -> chosen(row))
                .list();
    }

    /** By key, for lines of a request that the caller may see. */
    @Transactional(readOnly = true)
    public Map<Long, Chosen> byKey(FormSet forms) {
        return jdbc
                .sql(FORM + "where form.id = any(:forms::bigint[])")
                .param("forms", forms.keys())
                .query((row, number) -> chosen(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Chosen::id, form -> form, (one, other) -> one, LinkedHashMap::new));
    }

    private static Chosen chosen(ResultSet row) throws SQLException {
        return new Chosen(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                Stream.of((String[]) row.getArray(11).getArray()).toList(),
                row.getString(12),
                row.getBoolean(13));
    }
}
