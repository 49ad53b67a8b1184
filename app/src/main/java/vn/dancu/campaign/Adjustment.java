package vn.dancu.campaign;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A birth, move or death that moves a target.
 *
 * @param persons at least one
 * @param ground the paper or book that it rests on
 * @param fromBook taken from the residence book, not typed
 * @param withdrawn why it does not count any more; null while it does
 */
public record Adjustment(
        long id,
        String commune,
        String group,
        Kind kind,
        LocalDate happenedOn,
        int persons,
        String ground,
        boolean fromBook,
        String setBy,
        Instant setAt,
        @Nullable String withdrawn) {
    /** What happened. */
    public enum Kind {
        BIRTH,
        MOVED_IN,
        DEATH,
        MOVED_OUT;

        public boolean adds() {
            return switch (this) {
                case BIRTH, MOVED_IN -> true;
                case DEATH, MOVED_OUT -> false;
            };
        }
    }

    /** What it does to the target. */
    public int change() {
        return kind.adds() ? persons : -persons;
    }
}
