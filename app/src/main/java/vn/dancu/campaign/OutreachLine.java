package vn.dancu.campaign;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of the outreach ledger; as {@link EnterOutreach}.
 *
 * @param withdrawn why it does not count any more; null while it does
 */
public record OutreachLine(
        long id,
        OutreachKind kind,
        String commune,
        String group,
        LocalDate heldOn,
        int times,
        @Nullable Integer minutes,
        @Nullable Integer attendance,
        String heldBy,
        String textUsed,
        String note,
        @Nullable Long announcement,
        String enteredBy,
        Instant enteredAt,
        @Nullable String withdrawn) {}
