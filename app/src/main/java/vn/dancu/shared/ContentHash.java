package vn.dancu.shared;

import org.jspecify.annotations.Nullable;

/**
 * A 64-bit fingerprint of what a record says, to tell whether a record that comes again says the same. Blank items do not
 * count, so that an item added to the end of a form later leaves the fingerprints of old records as they are.
 */
public final class ContentHash {
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private ContentHash() {}

    /** @param items by their fixed place; null for a blank one */
    public static long of(@Nullable String[] items) {
        long hash = 0;
        for (int i = 0; i < items.length; i++) {
            String item = items[i];
            if (item != null) {
                hash += mix(of(item) + (i + 1) * PRIME);
            }
        }
        return mix(hash);
    }

    /** Of one text. */
    public static long of(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
            hash ^= hash >>> 32;
        }
        return mix(hash);
    }

    private static long mix(long z) {
        long mixed = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
