package vn.dancu.keying;

/** Where the keying of a paper stands. */
public enum PaperState {
    /** Waits for the first operator. */
    FIRST,
    /** Waits for another one, who sees nothing of what the first keyed. */
    SECOND,
    /** The two differ, or somebody could not read it: a third says. */
    SETTLE,
    /** All is keyed: to be joined with its form, or to become it. */
    READY,
    DONE;

    /** Of what is keyed in this state. */
    public int pass() {
        return switch (this) {
            case FIRST -> 1;
            case SECOND -> 2;
            case SETTLE -> 3;
            case READY, DONE -> 0;
        };
    }

    public boolean isOpen() {
        return pass() > 0;
    }
}
