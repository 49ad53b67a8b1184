package vn.dancu.sources;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The items of a sheet in the household archive, in the order of the import file. */
public enum ArchiveField {
    ENTRY_NO("entry_no", true),
    ENVELOPE_NO("envelope_no", true),
    COMMUNE_CODE("commune_code", true),
    ADDRESS("address", true),
    FULL_NAME("full_name", true),
    OTHER_NAME("other_name", true),
    BIRTH_DATE("birth_date", true),
    SEX("sex", true),
    ETHNICITY("ethnicity", true),
    RELIGION("religion", true),
    BIRTH_PLACE("birth_place", true),
    HOMETOWN("hometown", true),
    PERSONAL_ID("personal_id", true),
    OLD_IDS("old_ids", true),
    FATHER_NAME("father_name", true),
    MOTHER_NAME("mother_name", true),
    SPOUSE_NAME("spouse_name", true),
    RELATION_TO_HEAD("relation_to_head", true),
    RECORDED_ON("recorded_on", true);

    private static final Map<String, ArchiveField> BY_COLUMN = new HashMap<>();

    static {
        for (ArchiveField field : values()) {
            BY_COLUMN.put(field.column, field);
        }
    }

    private final String column;
    private final boolean required;

    ArchiveField(String column, boolean required) {
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

    public static Optional<ArchiveField> byColumn(String column) {
        return Optional.ofNullable(BY_COLUMN.get(column));
    }
}
