package vn.dancu.sources;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The items of a line in a residence book, in the order of the import file. */
public enum ResidenceField {
    ENTRY_NO("entry_no", true),
    BOOK_KIND("book_kind", true),
    HOUSEHOLD_BOOK_NO("household_book_no", true),
    COMMUNE_CODE("commune_code", true),
    RESIDENTIAL_GROUP("residential_group", true),
    ADDRESS("address", true),
    FULL_NAME("full_name", true),
    OTHER_NAME("other_name", true),
    BIRTH_DATE("birth_date", true),
    SEX("sex", true),
    ETHNICITY("ethnicity", true),
    RELIGION("religion", true),
    NATIONALITY("nationality", true),
    HOMETOWN("hometown", true),
    PERSONAL_ID("personal_id", true),
    OLD_ID("old_id", true),
    RELATION_TO_HEAD("relation_to_head", true),
    HEAD_NAME("head_name", true),
    REGISTERED_ON("registered_on", true),
    REMOVED_ON("removed_on", true),
    REMOVAL_REASON("removal_reason", true),
    BOOK_NO("book_no", false),
    SHEET_NO("sheet_no", false);

    private static final Map<String, ResidenceField> BY_COLUMN = new HashMap<>();

    static {
        for (ResidenceField field : values()) {
            BY_COLUMN.put(field.column, field);
        }
    }

    private final String column;
    private final boolean required;

    ResidenceField(String column, boolean required) {
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

    public static Optional<ResidenceField> byColumn(String column) {
        return Optional.ofNullable(BY_COLUMN.get(column));
    }
}
