package vn.dancu.reporting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.journey.Stage;

/**
 * A form that a figure counts: by its number only, without whose it is.
 *
 * @param outcome of the comparison, null before it
 * @param onHoldSince null when not on hold
 */
public record FormBehind(
        long id,
        String formNo,
        String commune,
        String group,
        String collector,
        Stage stage,
        Instant since,
        @Nullable String outcome,
        @Nullable Instant onHoldSince) {}
