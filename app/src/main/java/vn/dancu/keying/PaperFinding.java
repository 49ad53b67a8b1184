package vn.dancu.keying;

/**
 * The paper says otherwise than the version that it should bear.
 *
 * @param field column of the item
 * @param collected what the version says; empty when blank
 * @param keyed what the paper says; empty when blank
 */
public record PaperFinding(String field, String collected, String keyed) {
    /** Without the values: they are somebody's. */
    @Override
    public String toString() {
        return "PaperFinding[" + field + "]";
    }
}
