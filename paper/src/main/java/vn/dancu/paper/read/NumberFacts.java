package vn.dancu.paper.read;

import org.jspecify.annotations.Nullable;
import vn.dancu.civil.list.Sex;

/**
 * What the rest of the form says that a personal number must repeat.
 *
 * @param sex null when not known
 * @param sexConfidence that it was read rightly
 * @param birthYear 0 when not known
 * @param yearConfidence that it was read rightly
 * @param province two digits, of the place of birth registration; null when not known
 */
public record NumberFacts(
        @Nullable Sex sex,
        double sexConfidence,
        int birthYear,
        double yearConfidence,
        @Nullable String province) {
    /** Nothing is known, as of a father's number. */
    public static final NumberFacts NONE = new NumberFacts(null, 0, 0, 0, null);
}
