package vn.dancu.reconciliation.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.DateReading;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.Sex;
import vn.dancu.civil.number.OldId;

/** Dates and numbers. A value missing on one side gives null: there is nothing to compare. */
final class NumberRules {
    private NumberRules() {}

    /** A part known on one side only is no difference; a date that cannot be read is one, for somebody wrote it wrong. */
    static @Nullable Match dates(DateReading one, DateReading other) {
        if (one.problem() == DateReading.Problem.BLANK || other.problem() == DateReading.Problem.BLANK) {
            return null;
        }
        PartialDate left = one.date();
        PartialDate right = other.date();
        if (left == null || right == null) {
            return one.written().strip().equals(other.written().strip())
                    ? Match.AGREE
                    : Match.differs(FieldRules.UNREADABLE);
        }
        return switch (left.compare(right)) {
            case AGREE -> Match.AGREE;
            case CANNOT_TELL ->
                left.year() == right.year()
                        ? Match.explained(FieldRules.PARTIAL_DATE)
                        : Match.cannotTell(FieldRules.PARTIAL_DATE);
            case DIFFER -> Match.differs(dateRule(left, right));
        };
    }

    private static String dateRule(PartialDate left, PartialDate right) {
        if (left.year() != right.year()) {
            return FieldRules.YEAR;
        }
        return left.day() == right.month() && left.month() == right.day()
                ? FieldRules.DAY_MONTH_SWAPPED
                : FieldRules.DAY_OR_MONTH;
    }

    static @Nullable Match sexes(@Nullable Sex one, @Nullable Sex other) {
        if (one == null || other == null) {
            return null;
        }
        return one == other ? Match.AGREE : Match.differs(FieldRules.SEX);
    }

    /** Twelve digits that nobody changes: any other number is a difference. An old 9-digit number is another thing. */
    static @Nullable Match personalIds(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return null;
        }
        if (one.equals(other)) {
            return Match.AGREE;
        }
        String left = digits(one);
        String right = digits(other);
        if (left.equals(right) && !left.isEmpty()) {
            return Match.AGREE;
        }
        if (left.length() == 9 || right.length() == 9) {
            return Match.cannotTell(FieldRules.OTHER_KIND_OF_NUMBER);
        }
        return Match.differs(EditDistance.atMost(left, right, 2) ? FieldRules.TYPING : FieldRules.OTHER_NUMBER);
    }

    /**
     * Old numbers (CMND) change by law when a person moves, so a wholly different one is explained, and a person may have
     * had several: a number that is among them agrees. One digit or one transposition apart is a writing error.
     */
    static @Nullable Match oldIds(@Nullable OldId form, List<OldId> source) {
        if (form == null || source.isEmpty()) {
            return null;
        }
        boolean typing = false;
        boolean readable = false;
        for (OldId number : source) {
            switch (form.difference(number)) {
                case SAME -> {
                    return Match.AGREE;
                }
                case TYPING -> typing = true;
                case OTHER -> readable = true;
                case CANNOT_TELL -> {
                    // One of the two is no number of nine digits.
                }
            }
        }
        if (typing) {
            return Match.differs(FieldRules.TYPING);
        }
        return readable
                ? Match.explained(FieldRules.OLD_NUMBER_CHANGED)
                : Match.cannotTell(FieldRules.OTHER_KIND_OF_NUMBER);
    }

    static String digits(String written) {
        StringBuilder digits = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }
}
