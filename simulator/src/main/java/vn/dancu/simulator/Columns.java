package vn.dancu.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of one kind of record, in the order of the import files. */
final class Columns {
    static final Columns FORM = new Columns(
            "form",
            "form_no, form_version, collected_on, collector, commune_code, residential_group, household_no, full_name,"
                    + " other_name, birth_date, sex, blood_group, marital_status, birth_registration_code,"
                    + " birth_registration_place, hometown_code, hometown, ethnicity, religion, nationality, personal_id,"
                    + " old_id, permanent_code, permanent_address, present_code, present_address, father_name, father_id,"
                    + " father_nationality, mother_name, mother_id, mother_nationality, spouse_name, spouse_id,"
                    + " spouse_nationality, representative_name, representative_id, representative_nationality, head_name,"
                    + " head_id, relation_to_head, household_book_no, declared_on, declarer_name, declarer_relation, helper,"
                    + " residence_status, papers_shown, papers_no, availability");
    static final Columns BOOK = new Columns(
            "residence-book",
            "entry_no, book_kind, household_book_no, commune_code, residential_group, address, full_name, other_name,"
                    + " birth_date, sex, ethnicity, religion, nationality, hometown, personal_id, old_id, relation_to_head,"
                    + " head_name, registered_on, removed_on, removal_reason, book_no, sheet_no");
    static final Columns ARCHIVE = new Columns(
            "archive",
            "entry_no, envelope_no, commune_code, address, full_name, other_name, birth_date, sex, ethnicity, religion,"
                    + " birth_place, hometown, personal_id, old_ids, father_name, mother_name, spouse_name,"
                    + " relation_to_head, recorded_on");

    private final String recordKind;
    private final List<String> names;
    private final Map<String, Integer> index = new HashMap<>();

    private Columns(String recordKind, String names) {
        this.recordKind = recordKind;
        this.names = List.of(names.split(",\\s*"));
        for (String name : this.names) {
            index.put(name, index.size());
        }
    }

    /** As the truth files name it. */
    String recordKind() {
        return recordKind;
    }

    List<String> names() {
        return names;
    }

    int indexOf(String name) {
        Integer at = index.get(name);
        if (at == null) {
            throw new IllegalArgumentException(recordKind + " has no column " + name);
        }
        return at;
    }
}
