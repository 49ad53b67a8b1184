package vn.dancu.sources;

import java.util.List;

/** How an act on look-ups ended. */
public sealed interface LookupResult {
    /** The requests that were made or touched. */
    record Done(List<LookupId> requests) implements LookupResult {
        public Done {
            requests = List.copyOf(requests);
        }
    }

    record Refused(Why why) implements LookupResult {}

    /** Why not. */
    enum Why {
        WRONG_ROLE,
        OUTSIDE_AREA,
        NO_SUCH_REQUEST,
        NOTHING_ASKED,
        TOO_MANY,
        NO_PURPOSE,
        NO_REASON,
        TOO_LONG,
        /** Each of the forms waits for an answer already. */
        ALREADY_ASKED,
        CANCELLED,
        NOTHING_OPEN,
        /** Somebody answered since the page was opened. */
        STALE,
        NO_ENVELOPE,
        NO_BORROWER,
        ENVELOPE_OUT,
        NOT_OUT
    }
}
