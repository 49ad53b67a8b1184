package vn.dancu.civil.date;

import org.jspecify.annotations.Nullable;

/**
 * What a date on a form was read as. The text stays as written, also when nothing could be read from it.
 *
 * @param date present exactly when there is no problem
 */
public record DateReading(@Nullable PartialDate date, Problem problem, String written) {
    /** Why there is no date. */
    public enum Problem {
        NONE,
        BLANK,
        UNREADABLE,
        DOES_NOT_EXIST
    }

    public DateReading {
        if ((date == null) == (problem == Problem.NONE)) {
            throw new IllegalArgumentException("a reading has either a date or a problem");
        }
    }

    public boolean isBlank() {
        return problem == Problem.BLANK;
    }

    /** The text stays out of logs: a birth date is personal. */
    @Override
    public String toString() {
        return "DateReading[" + problem + "]";
    }
}
