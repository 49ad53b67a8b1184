package vn.dancu.linkage;

/** Finds the records of one file that stand for one person. */
public final class Deduper {

    public Deduper(Model model, LinkOptions options) {}

    public Clusters dedupe(Records records) {
        throw new UnsupportedOperationException("being built");
    }
}
