package vn.dancu.reconciliation;

import java.util.List;

/**
 * Pairs that linkage left open, those first whose answer settles most.
 *
 * @param open how many there are in all
 * @param contradictions answers that cannot all hold
 */
public record ReviewList(List<Line> lines, int open, int contradictions) {
    public ReviewList {
        lines = List.copyOf(lines);
    }

    /** @param reason {@code tie}, {@code near-threshold} or {@code left-open}
     * @param records whose decisions hang together with the pair's */
    public record Line(PairToReview pair, String reason, double probability, int records) {}
}
