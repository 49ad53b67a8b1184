package vn.dancu.linkage;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One column of the files that are compared: how its text is read.
 *
 * @param left headers of the left file (or the only one) whose cells make the value, joined by a space
 * @param right headers of the right file
 * @param format how the text is written, where its kind knows more than one way (see {@link Kind}); null for the usual one
 */
public record Column(
        String name,
        Kind kind,
        List<String> left,
        List<String> right,
        @Nullable String format) {

    public enum Kind {
        /**
         * A person's whole name, read into surname, middle and given name. Format {@code vietnamese} (surname first; the
         * usual one) or {@code generic} (given name first, or "Surname, Given").
         */
        PERSON_NAME,
        /** A person's name that is compared and blocked on as a whole: a father's. Formats as above. */
        WHOLE_NAME,
        /** A date, also of a year or a month only. Format {@code dmy} (the usual one) or {@code mdy}; year first is always read. */
        DATE,
        /** A number that stands for something: up to 15 digits, spaces, dots, dashes, plus signs and brackets
         * left aside. Five or more equal digits (99999) stand for no number. Format: how many digits it must have, or {@code personal-id} (12, the fifth and sixth the year of birth). */
        NUMBER,
        /** Several numbers of that sort in one cell, joined with a bar, a semicolon or a comma: compared as a set. Format: how many digits each must have. */
        NUMBERS,
        /**
         * An amount or measure: compared by difference or ratio. The first number in the cell, up to a letter; signs of money
         * and spaces are left aside, a comma before three digits groups, any other is a point. Kept with 24 bits.
         */
        QUANTITY,
        /** A short value out of few, or an identifier with letters: a unit's code, a group's name. Compared folded. */
        CODE,
        /** Nam/Nữ, M/F, male/female, 1/2. */
        SEX,
        /** To the head of the household. */
        RELATION,
        /**
         * A key that stands for a household throughout its file (a book number, or commune, group and number joined). Between
         * two files it is compared and blocked on only where one row in fifty finds its key in the other.
         */
        HOUSEHOLD,
        /** A word or a few: a first name, a town. */
        TEXT,
        /** Many words, of which the rare ones tell: a title, a description. */
        FREE_TEXT,
        /** As free text, where words are abbreviated: street is st, phường is p. */
        ADDRESS,
        /** Members joined with a bar, a semicolon or a comma: authors, tags. */
        SET,
        /** Text that is only compared for equality when folded, and not kept. */
        FINGERPRINT;

        /** As a model file writes it: {@code person-name}. */
        public String written() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Column {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /** A column that both files call by its name. */
    public Column(String name, Kind kind) {
        this(name, kind, List.of(name), List.of(name), null);
    }

    public Column(String name, Kind kind, @Nullable String format) {
        this(name, kind, List.of(name), List.of(name), format);
    }
}
