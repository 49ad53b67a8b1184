package vn.dancu.verification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A round of re-verification (đợt phúc tra): one unit's lot, the limits, every draw, the acceptance.
 *
 * @param lot forms that are accepted or sent back together
 * @param draws the first one first; the last one counts
 */
public record Round(
        RoundId id,
        String unit,
        String name,
        Kind kind,
        boolean withContradictory,
        Limits limits,
        double expected,
        double margin,
        double confidence,
        int lot,
        String openedBy,
        Instant openedAt,
        List<Draw> draws,
        @Nullable Acceptance acceptance) {
    public Round {
        draws = List.copyOf(draws);
    }

    /** Every form of the lot, or a sample of it. */
    public enum Kind {
        CENSUS,
        SAMPLE
    }

    /**
     * A draw and what was found in it so far.
     *
     * @param mostWrong the lot is accepted with so many wrong forms in the sample at most
     * @param reason why it was drawn anew; empty for the first
     * @param judged forms of the sample at which somebody was met
     * @param wrong of these, how many had a wrong item
     */
    public record Draw(
            long id,
            int number,
            long seed,
            int size,
            int mostWrong,
            String reason,
            String drawnBy,
            Instant drawnAt,
            int judged,
            int wrong) {
        /** Whether what was found settles it already: no later visit of this sample could change it. */
        public Standing standing() {
            if (wrong > mostWrong) {
                return Standing.FAILS;
            }
            return wrong + (size - judged) <= mostWrong ? Standing.PASSES : Standing.OPEN;
        }
    }

    /** How a sample stands against the limit. */
    public enum Standing {
        OPEN,
        PASSES,
        FAILS
    }

    /** The lot accepted, or sent back for a full check; for good. */
    public record Acceptance(Outcome outcome, int judged, int wrong, String note, String decidedBy, Instant decidedAt) {
        /** Of the whole lot. */
        public enum Outcome {
            ACCEPTED,
            SENT_BACK
        }
    }

    /** The draw that counts. */
    public Draw draw() {
        return draws.get(draws.size() - 1);
    }
}
