package vn.dancu.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an officer looks for: a number (form, personal, old identity card) or words of a name, with or without marks.
 *
 * @param birthYear narrows a name; null for any
 * @param after where the next page starts; null for the first page
 * @param limit most hits on a page
 */
public record FormSearch(
        String text, @Nullable Integer birthYear, @Nullable Cursor after, int limit) {
    public static FormSearch of(String text) {
        return new FormSearch(text, null, null, 50);
    }

    /** The last line of the page before. */
    public record Cursor(String sortKey, long id) {}

    /**
     * One page, by tên, họ, đệm.
     *
     * @param inArea all hits in the officer's area
     * @param hidden hits outside it: how many, and nothing else
     * @param next null on the last page
     */
    public record Page(
            List<FormSummary> hits,
            long inArea,
            long hidden,
            @Nullable Cursor next) {
        public Page {
            hits = List.copyOf(hits);
        }
    }

    /** What is looked for is a name or a number of a person. */
    @Override
    public String toString() {
        return "FormSearch[…]";
    }
}
