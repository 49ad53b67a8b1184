package vn.dancu.paper.read;

import org.jspecify.annotations.Nullable;

/**
 * What stands in one box of a comb.
 *
 * @param framed the sign as the networks take it; null unless it is {@link State#WRITTEN}
 */
record Sign(State state, float @Nullable [] framed) {
    enum State {
        EMPTY,
        WRITTEN,
        /** One stroke runs over two boxes. */
        JOINED,
        /** It leaves the comb or touches what is printed around it. */
        OVERFLOWING,
        /** Ink, but nowhere near the size of a digit. */
        SPECK
    }
}
