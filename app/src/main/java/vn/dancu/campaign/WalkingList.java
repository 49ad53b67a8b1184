package vn.dancu.campaign;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A list of who is missing, on paper: who carries it, and how it came back.
 *
 * @param group empty for a unit as a whole
 * @param holder who carries it
 * @param outcome null while it is out
 */
public record WalkingList(
        long id,
        String commune,
        String group,
        String holder,
        String purpose,
        int entries,
        LocalDate dueOn,
        String madeBy,
        Instant madeAt,
        @Nullable Outcome outcome,
        String note,
        @Nullable String endedBy,
        @Nullable Instant endedAt) {
    /** How it ended. */
    public enum Outcome {
        RETURNED,
        /** To be explained: it names persons. */
        LOST,
        DESTROYED
    }

    /** Stands on every page of it. */
    public String serial() {
        return "DS-" + id + "/" + madeAt.atZone(TargetDesk.VIETNAM).getYear() + "-" + commune;
    }

    public boolean isOut() {
        return outcome == null;
    }

    public boolean isOverdue(LocalDate today) {
        return outcome == null && dueOn.isBefore(today);
    }
}
