package vn.dancu.reporting;

import java.util.Locale;
import java.util.Optional;

/**
 * What is counted of forms. Unless it says otherwise, a measure counts <em>persons</em>: forms that are not cancelled and
 * are not the later of two for one person. The SQL that picks them stands in {@code db.MeasureSql}, once for the count and
 * once for the list behind it, so that a figure and its records agree.
 */
public enum Measure {
    /** Persons with a valid form. */
    PERSONS,
    COLLECTED,
    CHECKED,
    RECONCILED,
    APPROVED,
    REGISTERED,
    RETURNED,
    /** Of these, waiting for somebody else. */
    ON_HOLD,
    /** Approved or registered. */
    FIT,
    /** Not yet approved. */
    NOT_FIT,
    SCANNED,
    /** In the plan of re-verification, at any time. */
    PLANNED,
    /** Of the planned, met and asked. */
    VERIFIED,
    CONFIRMED,
    DIFFERED,
    /** Of the planned, not yet met. */
    TO_VERIFY,
    /** One of the four mandatory items is missing or wrong. */
    INCOMPLETE,
    /** Linked to an entry of the residence book, or undecided between several. */
    COMPARED,
    /** Of the compared, differing from the books with no decision yet. */
    INCONSISTENT,
    /** Neither registered nor on hold: must move on. */
    OPEN,
    /** Of the open, at the same stage for more than {@link #STANDING_DAYS} days. */
    STANDING,
    /** Forms, not persons: all that are not cancelled. */
    FORMS,
    /** Forms, not persons: the later of two for one person, not yet cancelled. */
    DUPLICATES,
    /** Forms, not persons. */
    CANCELLED;

    public static final int STANDING_DAYS = 7;

    /** The word in addresses: {@code to-verify}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Measure> byWord(String word) {
        for (Measure measure : values()) {
            if (measure.word().equals(word)) {
                return Optional.of(measure);
            }
        }
        return Optional.empty();
    }
}
