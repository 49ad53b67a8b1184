package vn.dancu.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an officer looks for: a number (form, personal, old identity card, household book) or words of a name, with or
 * without marks.
 *
 * @param birthYear narrows a name; null for any
 * @param commune narrows the officer's area; null for all of it
 * @param after where the next page starts; null for the first page
 * @param limit most hits on a page
 */
public record FormSearch(
        String text,
        @Nullable Integer birthYear,
        @Nullable String commune,
        @Nullable Cursor after,
        int limit) {
    /** Hits are counted so far; above it «more than» is said, because counting a third of a city helps nobody. */
    public static final int MOST_COUNTED = 1_000;

    public static FormSearch of(String text) {
        return new FormSearch(text, null, null, null, 50);
    }

    /** The last line of the page before. */
    public record Cursor(String sortKey, long id) {}

    /**
     * How many.
     *
     * @param isMore whether there are more than {@code forms}: of a frequent name no more is counted than is of use
     */
    public record Count(long forms, boolean isMore) {
        public static final Count NONE = new Count(0, false);

        /** @param counted at most one above {@link #MOST_COUNTED} */
        public static Count of(long counted) {
            return new Count(Math.min(counted, MOST_COUNTED), counted > MOST_COUNTED);
        }
    }

    /**
     * One page, by tên, họ, đệm.
     *
     * @param near hits for a word mistyped, or one too many; only on a first page of few hits
     * @param inArea all hits in the officer's area
     * @param hidden hits outside it: how many, and nothing else
     * @param next null on the last page
     */
    public record Page(
            List<FormSummary> hits,
            List<FormSummary> near,
            Count inArea,
            Count hidden,
            @Nullable Cursor next) {
        public static final Page EMPTY = new Page(List.of(), List.of(), Count.NONE, Count.NONE, null);

        public Page {
            hits = List.copyOf(hits);
            near = List.copyOf(near);
        }
    }

    /** What is looked for is a name or a number of a person. */
    @Override
    public String toString() {
        return "FormSearch[…]";
    }
}
