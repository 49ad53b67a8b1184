package vn.dancu.scanning;

/** A page that a person must look at, and why: the most urgent reason. */
public record PageProblem(ScannedPage page, Why why) {
    /** Why a page is in the list. */
    public enum Why {
        /** Its verdict says it. */
        VERDICT,
        /** The same image, or the same page of the same form, was there before. */
        DUPLICATE,
        /** Its form lies in another batch than the cover sheet says. */
        OTHER_BATCH
    }
}
