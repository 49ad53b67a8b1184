package vn.dancu.journey;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where one form stands: its data, and the two tracks beside it.
 *
 * @param since when the data reached its stage
 * @param holdSince null unless the form is on hold
 */
public record FormState(
        Stage stage,
        PaperTrack paper,
        VerificationTrack verification,
        Instant since,
        @Nullable String holdReason,
        @Nullable String holdWaitingFor,
        @Nullable Instant holdSince,
        @Nullable LocalDate holdUntil) {}
