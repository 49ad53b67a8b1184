package vn.dancu.keying;

import java.util.Map;

/** How many papers are in which state; a state without papers has 0. */
public record KeyingCounts(Map<PaperState, Long> papers) {
    public KeyingCounts {
        papers = Map.copyOf(papers);
    }

    public long of(PaperState state) {
        return papers.getOrDefault(state, 0L);
    }
}
