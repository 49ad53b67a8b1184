package vn.dancu.journey.db;

/** Two actors moved the same form at once: this transaction is undone whole, and may be tried again. */
public final class ConcurrentStepException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConcurrentStepException(String step, int expected, int moved) {
        super(step + ": " + (expected - moved) + " of " + expected + " forms were moved by somebody else meanwhile");
    }
}
