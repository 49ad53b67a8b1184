package vn.dancu.linkage;

/** What training learnt. Written and read as text. */
public final class Parameters {

    public String write() {
        throw new UnsupportedOperationException("being built");
    }

    public static Parameters read(String written) {
        throw new UnsupportedOperationException("being built");
    }
}
