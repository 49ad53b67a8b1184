package vn.dancu.reconciliation;

import java.time.Instant;
import vn.dancu.shared.FormId;

/**
 * What was said last of two forms.
 *
 * @param form the one of the lower key
 * @param keeps key of the form that stands for the person; 0 unless they are one
 */
public record DuplicateAnswer(
        FormId form,
        FormId other,
        PairAnswer answer,
        long keeps,
        String reason,
        String answeredBy,
        Instant answeredAt) {

    /** The reason may name a person. */
    @Override
    public String toString() {
        return "DuplicateAnswer[" + form + ", " + other + ", " + answer + "]";
    }
}
