package vn.dancu.access;

import vn.dancu.shared.Actor;

/** How a login ended. */
public sealed interface LoginResult {
    record LoggedIn(Actor actor, String displayName) implements LoginResult {}

    record Refused(Reason reason) implements LoginResult {}

    /** The screen tells WRONG and LOCKED only; the others are for the log: a stranger shall not learn who exists. */
    enum Reason {
        WRONG,
        LOCKED,
        DISABLED,
        OUT_OF_VALIDITY,
        DEMO_PASSWORD
    }
}
