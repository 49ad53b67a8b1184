package vn.dancu.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The items of a collection form (DC01), in the order of the import file. */
public enum FormField {
    FORM_NO("form_no", true),
    FORM_VERSION("form_version", true),
    COLLECTED_ON("collected_on", true),
    COLLECTOR("collector", true),
    COMMUNE_CODE("commune_code", true),
    RESIDENTIAL_GROUP("residential_group", true),
    HOUSEHOLD_NO("household_no", true),
    FULL_NAME("full_name", true),
    OTHER_NAME("other_name", true),
    BIRTH_DATE("birth_date", true),
    SEX("sex", true),
    BLOOD_GROUP("blood_group", true),
    MARITAL_STATUS("marital_status", true),
    BIRTH_REGISTRATION_CODE("birth_registration_code", true),
    BIRTH_REGISTRATION_PLACE("birth_registration_place", true),
    HOMETOWN_CODE("hometown_code", true),
    HOMETOWN("hometown", true),
    ETHNICITY("ethnicity", true),
    RELIGION("religion", true),
    NATIONALITY("nationality", true),
    PERSONAL_ID("personal_id", true),
    OLD_ID("old_id", true),
    PERMANENT_CODE("permanent_code", true),
    PERMANENT_ADDRESS("permanent_address", true),
    PRESENT_CODE("present_code", true),
    PRESENT_ADDRESS("present_address", true),
    FATHER_NAME("father_name", true),
    FATHER_ID("father_id", true),
    FATHER_NATIONALITY("father_nationality", true),
    MOTHER_NAME("mother_name", true),
    MOTHER_ID("mother_id", true),
    MOTHER_NATIONALITY("mother_nationality", true),
    SPOUSE_NAME("spouse_name", true),
    SPOUSE_ID("spouse_id", true),
    SPOUSE_NATIONALITY("spouse_nationality", true),
    REPRESENTATIVE_NAME("representative_name", true),
    REPRESENTATIVE_ID("representative_id", true),
    REPRESENTATIVE_NATIONALITY("representative_nationality", true),
    HEAD_NAME("head_name", true),
    HEAD_ID("head_id", true),
    RELATION_TO_HEAD("relation_to_head", true),
    HOUSEHOLD_BOOK_NO("household_book_no", true),
    DECLARED_ON("declared_on", true),
    DECLARER_NAME("declarer_name", false),
    DECLARER_RELATION("declarer_relation", false),
    HELPER("helper", false),
    RESIDENCE_STATUS("residence_status", false),
    PAPERS_SHOWN("papers_shown", false),
    PAPERS_NO("papers_no", false),
    AVAILABILITY("availability", false);

    private static final Map<String, FormField> BY_COLUMN = new HashMap<>();

    static {
        for (FormField field : values()) {
            BY_COLUMN.put(field.column, field);
        }
    }

    private final String column;
    private final boolean required;

    FormField(String column, boolean required) {
        this.column = column;
        this.required = required;
    }

    /** The name in import and result files, and of the database column. */
    public String column() {
        return column;
    }

    /** Whether an import file must have this column (its cells may be empty all the same). */
    public boolean required() {
        return required;
    }

    public static Optional<FormField> byColumn(String column) {
        return Optional.ofNullable(BY_COLUMN.get(column));
    }
}
