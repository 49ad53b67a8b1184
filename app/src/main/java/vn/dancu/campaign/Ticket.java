package vn.dancu.campaign;

import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * One person in the queue of a collection day.
 *
 * @param number called out, never a name
 * @param entry of the residence book; null for a walk-in
 * @param slot null for a walk-in
 * @param name empty where it is not to be shown
 */
public record Ticket(
        long id,
        int number,
        @Nullable Long entry,
        @Nullable LocalTime slot,
        State state,
        @Nullable Integer desk,
        Instant changedAt,
        String name,
        String group) {
    /** Where somebody stands. */
    public enum State {
        INVITED,
        /** Came, and waits to be called. */
        WAITING,
        CALLED,
        SERVED,
        /** Never came, or did not answer the call. */
        NO_SHOW
    }

    /** Who it is stays out of logs. */
    @Override
    public String toString() {
        return "Ticket[" + number + ", " + state + "]";
    }
}
