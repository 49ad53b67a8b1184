package vn.dancu.reconciliation;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.list.Relation;
import vn.dancu.civil.list.Sex;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;

/** What is written in the columns of the model {@code person-vi}, as linkage compares it: sex, relation, group and commune by code. */
final class PersonValues {
    private static final int SEX = 3;
    private static final int COMMUNE = 6;
    private static final int GROUP = 7;
    private static final int RELATION = 9;

    private final Map<String, String> sexes = new HashMap<>();
    private final Map<String, String> relations = new HashMap<>();
    private final Map<String, String> groups = new HashMap<>();

    /** In place. */
    void code(@Nullable String[] values) {
        values[SEX] = coded(values[SEX], sexes, PersonValues::sex);
        values[RELATION] = coded(values[RELATION], relations, PersonValues::relation);
        values[GROUP] = coded(values[GROUP], groups, PersonValues::group);
        values[COMMUNE] = commune(values[COMMUNE]);
    }

    /** A paper that is not stored yet, as {@link vn.dancu.reconciliation.db.LinkageRows#forms} would read it. */
    static @Nullable String[] of(CollectionForm form) {
        @Nullable
        String[] values = {
            form.written(FormField.FULL_NAME),
            form.written(FormField.OTHER_NAME),
            form.written(FormField.BIRTH_DATE),
            form.written(FormField.SEX),
            form.written(FormField.PERSONAL_ID),
            form.written(FormField.OLD_ID),
            first(form.written(FormField.COMMUNE_CODE), form.written(FormField.PERMANENT_CODE)),
            form.written(FormField.RESIDENTIAL_GROUP),
            first(form.written(FormField.HOUSEHOLD_BOOK_NO), form.householdKey()),
            form.written(FormField.RELATION_TO_HEAD),
            form.written(FormField.HEAD_NAME),
            form.written(FormField.FATHER_NAME),
            form.written(FormField.MOTHER_NAME),
            form.written(FormField.SPOUSE_NAME),
            form.written(FormField.HOMETOWN),
            first(form.written(FormField.PERMANENT_ADDRESS), form.written(FormField.PRESENT_ADDRESS))
        };
        new PersonValues().code(values);
        return values;
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    private interface Reading {
        @Nullable
        String of(String written);
    }

    private static @Nullable String coded(@Nullable String written, Map<String, String> known, Reading reading) {
        if (written == null) {
            return null;
        }
        String code = known.get(written);
        if (code == null) {
            String read = reading.of(written);
            code = read == null ? "" : read;
            known.put(written, code);
        }
        return code.isEmpty() ? null : code;
    }

    static @Nullable String sex(@Nullable String written) {
        return Sex.parse(written).map(Sex::code).orElse(null);
    }

    private static @Nullable String relation(String written) {
        return Relation.parse(written).map(Relation::code).orElse(null);
    }

    /** "Tổ 5" and "Tổ dân phố số 05" are one group; without a number the text counts. */
    private static String group(String written) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c >= '0' && c <= '9' && (c != '0' || digits.length() > 0)) {
                digits.append(c);
            }
        }
        return digits.length() == 0 ? written : digits.toString();
    }

    /** Spreadsheets eat leading zeros; a commune has five digits. */
    private static @Nullable String commune(@Nullable String written) {
        if (written == null || written.length() >= 5 || written.isBlank()) {
            return written;
        }
        return "0".repeat(5 - written.length()) + written;
    }
}
