package vn.dancu.keying;

import vn.dancu.intake.CollectionForm;

/**
 * A version of a form, and whether its paper says it.
 *
 * @param isOnPaper whether the paper was made to say it; true of the first
 * @param isRewritten whether a new sheet was written for it
 */
public record PaperRevision(CollectionForm form, boolean isOnPaper, boolean isRewritten) {}
