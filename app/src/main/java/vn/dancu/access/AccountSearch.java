package vn.dancu.access;

import org.jspecify.annotations.Nullable;
import vn.dancu.shared.Role;

/**
 * Which accounts a list shows.
 *
 * @param words part of a login or a name; empty for any
 * @param state null for any
 * @param after the login after which the page begins; empty for the first
 */
public record AccountSearch(
        String words, @Nullable Role role, @Nullable State state, String after, int limit) {
    /** Of an account, today. */
    public enum State {
        /** Opens the door today. */
        VALID,
        /** Not yet, or not any more. */
        OUT_OF_VALIDITY,
        DISABLED,
        LOCKED
    }
}
