package vn.dancu.reconciliation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a sampled check of links has come, and what it says.
 *
 * @param drawn pairs of the sample
 * @param toKey not looked at by two officers yet
 * @param toSettle looked at by two who differ, and by no third
 * @param keyedByViewer by who reads this
 * @param precision share of all links that are right; null until every band has a pair decided
 * @param low of the 95 % interval
 * @param kappa agreement of the first two beyond chance; null before anything was looked at twice
 */
public record CheckReport(
        long id,
        Source source,
        long seed,
        String drawnBy,
        Instant drawnAt,
        int drawn,
        int toKey,
        int toSettle,
        int cannotTell,
        int keyedByViewer,
        @Nullable Double precision,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double observed,
        @Nullable Double kappa,
        List<Band> bands) {
    public CheckReport {
        bands = List.copyOf(bands);
    }

    /** Links of like probability, with the exact 95 % interval of their share of right ones. */
    public record Band(
            double from, double to, long links, int drawn, int decided, int right, double low, double high) {}
}
