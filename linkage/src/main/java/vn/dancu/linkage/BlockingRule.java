package vn.dancu.linkage;

import java.util.List;

/**
 * Pairs are only looked at when they agree in every part of some rule.
 *
 * @param parts what must agree
 * @param refinements further parts, added one after the other where a block would hold too many pairs; a block that is
 *     still too large after the last is refused and reported
 */
public record BlockingRule(String name, List<Part> parts, List<Part> refinements) {

    public record Part(String column, Aspect aspect) {}

    public enum Aspect {
        VALUE,
        SURNAME,
        GIVEN_NAME,
        FOLDED_NAME,
        YEAR,
        /** A date known to the day that is not the first of January. */
        FULL_DATE,
        /** Each number of a set. */
        MEMBER
    }

    public BlockingRule {
        parts = List.copyOf(parts);
        refinements = List.copyOf(refinements);
    }

    /** Reads {@code personal_id} or {@code full_name:given_name+birth_date:year}. */
    static List<Part> parts(String written) {
        return List.of(written.split("\\+")).stream()
                .filter(word -> !word.isBlank())
                .map(BlockingRule::part)
                .toList();
    }

    private static Part part(String written) {
        int colon = written.indexOf(':');
        return colon < 0
                ? new Part(written, Aspect.VALUE)
                : new Part(
                        written.substring(0, colon),
                        Aspect.valueOf(written.substring(colon + 1).toUpperCase(java.util.Locale.ROOT)));
    }

    public static BlockingRule of(String parts, String refinements) {
        return new BlockingRule(parts, parts(parts), parts(refinements));
    }
}
