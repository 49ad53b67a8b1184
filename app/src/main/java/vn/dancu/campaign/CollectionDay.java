package vn.dancu.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A day at a house of culture.
 *
 * @param slotMinutes how long a slot is
 * @param capacity persons in each slot
 * @param desks at which people are served at once
 * @param closedAt null while it is not over
 */
public record CollectionDay(
        long id,
        @Nullable Long announcement,
        String commune,
        String place,
        LocalDate day,
        LocalTime opens,
        LocalTime closes,
        int slotMinutes,
        int capacity,
        int desks,
        @Nullable Instant closedAt,
        int invited,
        int walkIns,
        int served,
        int noShows,
        int waiting) {
    public boolean isClosed() {
        return closedAt != null;
    }
}
