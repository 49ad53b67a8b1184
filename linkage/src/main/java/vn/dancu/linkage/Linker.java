package vn.dancu.linkage;

/** Links two files. Thread-safe; holds no data between calls. */
public final class Linker {

    public Linker(Model model, LinkOptions options) {}

    /** Learns its parameters from the two files, without labels, and links them one to one. */
    public LinkResult link(Records left, Records right) {
        throw new UnsupportedOperationException("being built");
    }

    /**
     * The same where it is known which left records stand for one person, and which right ones: they may share a match, and
     * they do not make each other uncertain.
     */
    public LinkResult link(Records left, Records right, Clusters leftDuplicates, Clusters rightDuplicates) {
        throw new UnsupportedOperationException("being built");
    }

    /** Links with parameters learnt before: one new form against the stored ones, say. */
    public LinkResult linkWith(Parameters parameters, Records left, Records right) {
        throw new UnsupportedOperationException("being built");
    }

    /** Why a pair weighs what it weighs; household evidence is not part of it. */
    public Waterfall explain(Parameters parameters, Records left, int i, Records right, int j) {
        throw new UnsupportedOperationException("being built");
    }
}
