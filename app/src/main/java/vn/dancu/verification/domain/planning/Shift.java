package vn.dancu.verification.domain.planning;

import java.time.LocalDate;

/**
 * An evening, or half a day of a weekend.
 *
 * @param from minutes after midnight when the team sets off
 * @param to minutes after midnight when it must be back
 */
public record Shift(LocalDate date, int from, int to) {
    public Shift {
        if (from < 0 || to > 24 * 60 || from >= to) {
            throw new IllegalArgumentException("a shift begins before it ends, within a day: " + from + " to " + to);
        }
    }
}
