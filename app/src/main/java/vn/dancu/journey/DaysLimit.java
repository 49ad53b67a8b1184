package vn.dancu.journey;

/**
 * After how many counted days a form in a queue is due, and late; days on hold do not count.
 *
 * @param dueAfter days, fewer than {@code lateAfter}
 */
public record DaysLimit(int dueAfter, int lateAfter) {
    /** What a queue without a line of its own works by. */
    public static final DaysLimit USUAL = new DaysLimit(5, 10);

    /** How pressing a form is. */
    public enum Press {
        IN_TIME,
        DUE,
        LATE
    }

    public Press press(long days) {
        return days > lateAfter ? Press.LATE : days > dueAfter ? Press.DUE : Press.IN_TIME;
    }
}
