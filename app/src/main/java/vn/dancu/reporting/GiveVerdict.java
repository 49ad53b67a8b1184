package vn.dancu.reporting;

import vn.dancu.shared.FormId;

/**
 * What the inspector holds of one sampled form. A mark that fails says why.
 *
 * @param seen the key of the verdict that she saw on the page, 0 for none
 */
public record GiveVerdict(
        InspectionId inspection,
        FormId form,
        long seen,
        Mark collection,
        String collectionNote,
        Mark quality,
        String qualityNote,
        Mark accuracy,
        String accuracyNote) {
    public static final int LONGEST_NOTE = 4_000;

    /** Đạt, không đạt. */
    public enum Mark {
        PASS,
        FAIL
    }
}
