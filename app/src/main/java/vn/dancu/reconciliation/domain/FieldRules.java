package vn.dancu.reconciliation.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.number.OldId;

/** Names of the rules that decide on a field, and how the value of a source is read as a value of the form. */
public final class FieldRules {
    /** The book says that the person was struck off: whatever its commune, he is not registered there. */
    public static final String REMOVED_ENTRY = "removed-entry";

    static final String ALIAS = "ethnicity-alias";
    static final String PARTIAL_DATE = "partial-date";
    static final String OLD_NUMBER_CHANGED = "old-number-changed";

    static final String TYPING = "typing";
    static final String OTHER_NAME = "other-name";
    static final String YEAR = "year";
    static final String DAY_MONTH_SWAPPED = "day-month-swapped";
    static final String DAY_OR_MONTH = "day-or-month";
    static final String UNREADABLE = "unreadable";
    static final String SEX = "sex";
    static final String OTHER_NUMBER = "other-number";
    static final String OTHER_COMMUNE = "other-commune";
    static final String OTHER_GROUP = "other-group";
    static final String PERMANENT_AGAINST_TEMPORARY = "permanent-against-temporary";
    static final String OTHER_VALUE = "other-value";
    static final String OTHER_RELATION = "other-relation";
    static final String OTHER_HOUSEHOLD = "other-household";

    static final String OLDER_RECORD = "older-record";
    static final String OTHER_PLACE = "other-place";
    static final String OTHER_KIND_OF_NUMBER = "other-kind-of-number";
    static final String ANOTHER_NAME_IN_USE = "another-name-in-use";
    static final String OTHER_HEAD = "other-head";
    static final String NOT_IN_LIST = "not-in-list";
    static final String WIDER_WORD = "wider-word";

    private FieldRules() {}

    /**
     * The one value of a source that a form's field would take. The archive keeps old numbers as a set: taken is the one
     * that the form's number is a typing error of, else the latest.
     */
    public static @Nullable String singleValue(String field, @Nullable String form, @Nullable String source) {
        if (source == null || !field.equals("old_id") || source.indexOf('|') < 0) {
            return source;
        }
        List<OldId> numbers = OldId.parseMany(source);
        if (form != null) {
            OldId own = OldId.of(form);
            for (OldId number : numbers) {
                if (own.difference(number) == OldId.Difference.TYPING) {
                    return number.written();
                }
            }
        }
        return numbers.isEmpty() ? null : numbers.get(numbers.size() - 1).written();
    }
}
