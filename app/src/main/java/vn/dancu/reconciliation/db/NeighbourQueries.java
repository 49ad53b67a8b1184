package vn.dancu.reconciliation.db;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.db.ChosenForms;

/** For a few forms: who could be meant by the same entries, and which entries could be meant. All by index. */
@Repository
public class NeighbourQueries {
    private final JdbcClient jdbc;
    private final ChosenForms chosenForms;

    NeighbourQueries(JdbcClient jdbc, ChosenForms chosenForms) {
        this.jdbc = jdbc;
        this.chosenForms = chosenForms;
    }

    /** The forms themselves, their households, and forms that share a number or name and birth date with one of them. */
    public long[] forms(FormSet forms) {
        chosenForms.stage(forms);
        return keys("""
                select chosen.id from chosen_form chosen
                union
                select other.id from chosen_form chosen
                join intake.form form on form.id = chosen.id
                join intake.form other on other.household_key = form.household_key
                union
                select other.id from chosen_form chosen
                join intake.form form on form.id = chosen.id
                join intake.form other on other.personal_id_digits = form.personal_id_digits
                union
                select other.id from chosen_form chosen
                join intake.form form on form.id = chosen.id
                join intake.form other on other.old_id_digits = form.old_id_digits
                union
                select other.id from chosen_form chosen
                join intake.form form on form.id = chosen.id
                join intake.form other
                    on string_to_array(other.name_folded, ' ') @> string_to_array(form.name_folded, ' ')
                    and other.name_folded = form.name_folded
                    and other.birth_packed / 10000 = form.birth_packed / 10000
                """);
    }

    /** Entries of the books that share a number, a household, or name and year, or birth date and place. */
    public long[] residenceEntries(FormSet forms) {
        chosenForms.stage(forms);
        return keys("""
                select entry.id from chosen_form chosen
                join intake.form form on form.id = chosen.id
                join sources.residence_entry entry on entry.personal_id_digits = form.personal_id_digits
                union
                select entry.id from chosen_form chosen
                join intake.form form on form.id = chosen.id
                join sources.residence_entry entry on entry.old_id_digits = form.old_id_digits
                union
                select entry.id from chosen_form chosen
                join intake.form form on form.id = chosen.id
                join intake.form_version version
                    on version.form_id = form.id and version.version = form.current_version
                join sources.residence_entry entry
                    on left(entry.household_book_no, 100) = left(version.household_book_no, 100)
                    and entry.household_book_no = version.household_book_no
                union
                select entry.id from chosen_form chosen
                join intake.form form on form.id = chosen.id
                join sources.residence_entry entry
                    on string_to_array(entry.name_folded, ' ') @> string_to_array(form.name_folded, ' ')
                    and entry.name_folded = form.name_folded
                    and (entry.birth_packed / 10000 = form.birth_packed / 10000
                         or entry.commune_code = form.commune_code)
                union
                select entry.id from chosen_form chosen
                join intake.form form on form.id = chosen.id
                join sources.residence_entry entry on entry.commune_code = form.commune_code
                    and entry.residential_group = form.residential_group and entry.birth_packed = form.birth_packed
                """);
    }

    /**
     * Sheets of the archive that share a number, or name and year, or belong to a household found by one of them. Looked for
     * form by form: how few have a number in common the planner cannot know, and it would read the whole archive.
     */
    public long[] archiveEntries(FormSet forms) {
        chosenForms.stage(forms);
        return keys("""
                with found as (
                    select entry.id, entry.envelope_no from chosen_form chosen
                    join intake.form form on form.id = chosen.id
                    join sources.archive_entry entry on entry.personal_id_digits = form.personal_id_digits
                    union
                    select entry.id, entry.envelope_no from chosen_form chosen
                    join intake.form form on form.id = chosen.id
                    cross join lateral (
                        select sheet.id, sheet.envelope_no from sources.archive_entry sheet
                        where sheet.old_ids_digits @> array[form.old_id_digits] and sheet.old_ids_digits <> '{}'
                        offset 0) entry
                    where form.old_id_digits is not null
                    union
                    select entry.id, entry.envelope_no from chosen_form chosen
                    join intake.form form on form.id = chosen.id
                    join sources.archive_entry entry
                        on string_to_array(entry.name_folded, ' ') @> string_to_array(form.name_folded, ' ')
                        and entry.name_folded = form.name_folded
                        and (entry.birth_packed / 10000 = form.birth_packed / 10000
                             or entry.commune_code = form.commune_code))
                select found.id from found
                union
                select entry.id from (select distinct envelope_no from found) envelope
                cross join lateral (
                    select sheet.id from sources.archive_entry sheet
                    where left(sheet.envelope_no, 100) = left(envelope.envelope_no, 100)
                      and sheet.envelope_no = envelope.envelope_no
                    offset 0) entry
                """);
    }

    /** Forms that are linked to one of these entries now: they hold them against a newcomer. */
    public long[] holders(String column, long[] entries) {
        return jdbc
                .sql("select form_id from reconciliation.comparison where " + column + " = any(:entries)")
                .param("entries", entries)
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    private long[] keys(String query) {
        return jdbc.sql(query).query(Long.class).list().stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
    }
}
