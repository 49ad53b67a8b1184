package vn.dancu.web.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;

/** One household in all sources: its forms, the lines of the books, the sheets of the archive. Three queries, by index. */
@Repository
public class HouseholdSides {
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    HouseholdSides(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What one source says of a person; parents and spouse only where the source has them.
     *
     * @param place number of the household book or of the envelope
     */
    public record Said(
            @Nullable String fullName,
            @Nullable String birthDate,
            @Nullable String sex,
            @Nullable String relation,
            @Nullable String fatherName,
            @Nullable String motherName,
            @Nullable String spouseName,
            @Nullable String place) {

        /** Who it is stays out of logs. */
        @Override
        public String toString() {
            return "Said[…]";
        }
    }

    /** A form of the household; links are 0 where there is none. */
    public record Form(
            long id, String formNo, String stage, @Nullable String outcome, long residence, long archive, Said said) {}

    /**
     * @param removed struck off
     * @param elsewhere linked with a form that is not of this household
     */
    public record Entry(long id, boolean removed, boolean elsewhere, Said said) {}

    /** Forms of the household of this form, in the area; the form alone where it says no household. */
    @Transactional(readOnly = true)
    public List<Form> forms(FormId anchor, AreaScope scope) {
        return Area.scoped(jdbc.sql("""
                select form.id, form.form_no, state.stage, comparison.outcome,
                       coalesce(comparison.residence_entry_id, 0), coalesce(comparison.archive_entry_id, 0),
                       version.full_name, version.birth_date, version.sex, version.relation_to_head,
                       version.father_name, version.mother_name, version.spouse_name, version.household_book_no
                from intake.form anchor
                join intake.form form on form.id = anchor.id or form.household_key = anchor.household_key
                join intake.form_version version
                    on version.form_id = form.id and version.version = form.current_version
                join journey.form_state state on state.form_id = form.id
                left join reconciliation.comparison comparison
                    on comparison.form_id = form.id and comparison.version = form.current_version
                where anchor.id = :anchor and (state.stage <> 'CANCELLED' or form.id = anchor.id) and
                """ + Area.CLAUSE + "order by form.id limit " + MOST), scope)
                .param("anchor", anchor.value())
                .query((row, number) -> new Form(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6),
                        said(row, 7)))
                .list();
    }

    private static Said said(ResultSet row, int from) throws SQLException {
        return new Said(
                row.getString(from),
                row.getString(from + 1),
                row.getString(from + 2),
                row.getString(from + 3),
                row.getString(from + 4),
                row.getString(from + 5),
                row.getString(from + 6),
                row.getString(from + 7));
    }

    /** Lines linked with these forms, and the other lines of their household books in the area. */
    @Transactional(readOnly = true)
    public List<Entry> books(
            Collection<Long> linked, Collection<String> books, Collection<Long> forms, AreaScope scope) {
        return Area.scoped(jdbc.sql("""
                select entry.id, entry.removed_on is not null or entry.removal_reason is not null,
                       coalesce((select true from reconciliation.comparison comparison
                                 where comparison.residence_entry_id = entry.id
                                   and comparison.form_id <> all(:forms::bigint[]) limit 1), false),
                       entry.full_name, entry.birth_date, entry.sex, entry.relation_to_head,
                       null, null, null, entry.household_book_no
                from sources.residence_entry entry
                where entry.id = any(:linked::bigint[])
                   or (left(entry.household_book_no, 100) = any(:books::text[]) and
                """ + Area.of("entry") + ") order by entry.id limit " + MOST), scope)
                .param("linked", linked.toArray(new Long[0]))
                .param("books", books.toArray(new String[0]))
                .param("forms", forms.toArray(new Long[0]))
                .query((row, number) -> entry(row))
                .list();
    }

    /** Sheets linked with these forms, and what else lies in their envelopes: one household, so it needs no area of its own. */
    @Transactional(readOnly = true)
    public List<Entry> archives(Collection<Long> linked, Collection<Long> forms) {
        return jdbc.sql("""
                select entry.id, false,
                       coalesce((select true from reconciliation.comparison comparison
                                 where comparison.archive_entry_id = entry.id
                                   and comparison.form_id <> all(:forms::bigint[]) limit 1), false),
                       entry.full_name, entry.birth_date, entry.sex, entry.relation_to_head,
                       entry.father_name, entry.mother_name, entry.spouse_name, entry.envelope_no
                from sources.archive_entry entry
                where entry.id in (
                    select unnest(:linked::bigint[])
                    union
                    select other.id from sources.archive_entry own
                    join sources.archive_entry other
                        on other.envelope_no is not null and left(other.envelope_no, 100) = left(own.envelope_no, 100)
                    where own.id = any(:linked::bigint[]))
                order by entry.id limit
                """ + MOST)
                .param("linked", linked.toArray(new Long[0]))
                .param("forms", forms.toArray(new Long[0]))
                .query((row, number) -> entry(row))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(row.getLong(1), row.getBoolean(2), row.getBoolean(3), said(row, 4));
    }
}
