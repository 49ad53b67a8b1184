package vn.dancu.journey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the step log.
 *
 * @param id grows with every line
 * @param trackTo what the paper or the re-verification reached, when the step moved a track
 * @param deviceAt the clock of the device that asked, when it was not the server
 * @param details JSON: remarks per field, how the paper was put right
 */
public record StepTaken(
        long id,
        Step step,
        int version,
        @Nullable Stage from,
        Stage to,
        @Nullable String trackTo,
        Instant at,
        @Nullable Instant deviceAt,
        String actor,
        String role,
        @Nullable String reason,
        @Nullable String details) {}
