package vn.dancu.reconciliation;

import org.jspecify.annotations.Nullable;

/**
 * One field of a form against what the linked entries say.
 *
 * @param field column name of the import file of forms
 * @param form as written; null when blank
 * @param residenceBook as written in the linked entry; null when blank or when there is none
 * @param archive likewise
 * @param rule the rule that decided, a word with a text in the bundles ({@code reconciliation.rule.<word>}); empty for
 *     plain agreement
 * @param suggestion null where the evidence does not carry one
 */
public record FieldVerdict(
        String field,
        @Nullable String form,
        @Nullable String residenceBook,
        @Nullable String archive,
        Agreement agreement,
        String rule,
        @Nullable Suggestion suggestion) {

    /** What the fields say stays out of logs. */
    @Override
    public String toString() {
        return "FieldVerdict[" + field + ", " + agreement + ", " + rule + ", " + suggestion + "]";
    }
}
