package vn.dancu.keying;

/**
 * What was keyed by one operator, or in one field.
 *
 * @param of the operator's login, or the field's column
 * @param fields keyed, first and second entry
 * @param keystrokes of those that were timed
 * @param millis of those that were timed
 * @param judged fields of papers that were keyed twice and are settled: only there an error can be seen
 * @param errors of these, other than what was settled on
 */
public record KeyingFigure(String of, long fields, long keystrokes, long millis, long judged, long errors) {
    private static final double MILLIS_OF_AN_HOUR = 3_600_000;

    /** 0 when nothing was timed. */
    public long keystrokesPerHour() {
        return millis == 0 ? 0 : Math.round(keystrokes * MILLIS_OF_AN_HOUR / millis);
    }

    /** Per 1,000 fields; 0 when none can be judged. */
    public double errorsPerThousand() {
        return judged == 0 ? 0 : errors * 1000.0 / judged;
    }
}
