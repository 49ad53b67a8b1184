package vn.dancu.scanning;

import java.util.Map;
import vn.dancu.paper.read.Verdict;

/**
 * What was scanned of one batch.
 *
 * @param forms numbers of which at least one page is there
 * @param distinctPages pages of forms, a page scanned twice counted once
 * @param duplicates pages that were there before
 * @param verdicts how many pages had each; covers and blank backs among them
 */
public record BatchPages(int forms, int distinctPages, int duplicates, Map<Verdict, Integer> verdicts) {
    public BatchPages {
        verdicts = Map.copyOf(verdicts);
    }
}
