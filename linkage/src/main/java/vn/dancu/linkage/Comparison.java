package vn.dancu.linkage;

import java.util.List;
import java.util.Locale;

/**
 * How two records are compared in one respect: ordered named levels, strictest first. Level 0 is not listed: it is
 * "cannot tell" (a value is missing on a side), and weighs nothing.
 *
 * @param termFrequency whether agreement on a rare value weighs more than on a frequent one. Where the values are equal, or
 *     equal without marks, log2(average / frequency) is added within the level's bounds, kept with 24 bits: the frequency of
 *     the value (of all values that are equal without marks, and of an unlisted one), and the average that two agree
 */
public record Comparison(String name, Kind kind, List<String> columns, List<Level> levels, boolean termFrequency) {

    /** What is compared. All but LEVELS fix the number, the order and the meaning of their levels. */
    public enum Kind {
        /** The levels' own tests decide, the first that is fulfilled; the last level takes the rest. */
        LEVELS(0, true),
        SURNAME(9, true),
        MIDDLE_NAME(12, true),
        GIVEN_NAME(9, true),
        /** Another name of one side equals a name of the other; never speaks against. */
        OTHER_NAME(2, false),
        DATE(10, true),
        CODE(2, false),
        NUMBER(3, false),
        NUMBERS(3, false),
        /** Commune, group and household, as one piece of evidence. */
        PLACE(6, false),
        WHOLE_NAME(6, false),
        /** A Vietnamese place: same, one holds the other, different. */
        PLACE_NAME(3, true);

        final int levels;
        /** Whether the first levels can weigh by how frequent the common value is. */
        final boolean termFrequency;

        Kind(int levels, boolean termFrequency) {
            this.levels = levels;
            this.termFrequency = termFrequency;
        }

        /** How many columns it compares. */
        public int columns() {
            return this == PLACE ? 3 : this == OTHER_NAME ? 2 : 1;
        }

        /** Whether its first, second or third column (from 0) may be of that kind. */
        public boolean fits(int place, Column.Kind kind) {
            return switch (this) {
                case LEVELS -> true;
                case SURNAME, MIDDLE_NAME, GIVEN_NAME -> kind == Column.Kind.PERSON_NAME;
                case WHOLE_NAME -> kind == Column.Kind.PERSON_NAME || kind == Column.Kind.WHOLE_NAME;
                case OTHER_NAME -> kind == (place == 0 ? Column.Kind.PERSON_NAME : Column.Kind.WHOLE_NAME);
                case DATE -> kind == Column.Kind.DATE;
                case NUMBER -> kind == Column.Kind.NUMBER;
                case NUMBERS -> kind == Column.Kind.NUMBERS;
                case PLACE, PLACE_NAME -> Measure.SWAPPED.fits(kind) || (place > 0 && kind == Column.Kind.HOUSEHOLD);
                case CODE ->
                    kind != Column.Kind.PERSON_NAME && kind != Column.Kind.NUMBERS && kind != Column.Kind.QUANTITY;
            };
        }

        /** As a model file writes it: {@code given-name}. */
        public String written() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static final String CANNOT_TELL = "cannot tell";

    /** The most levels a comparison may have: a level is kept in four bits, and 0 is "cannot tell". */
    public static final int MOST_LEVELS = 15;

    public Comparison {
        columns = List.copyOf(columns);
        levels = List.copyOf(levels);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException(name + " compares no column");
        }
        if (kind == Kind.LEVELS ? levels.size() < 2 || levels.size() > MOST_LEVELS : levels.size() != kind.levels) {
            throw new IllegalArgumentException(
                    name + (kind == Kind.LEVELS ? " needs 2 to " + MOST_LEVELS : " needs " + kind.levels) + " levels");
        }
        for (int v = 0; v < levels.size(); v++) {
            if (levels.get(v).tests().isEmpty() != (kind != Kind.LEVELS || v == levels.size() - 1)) {
                throw new IllegalArgumentException(
                        name + ": every level but the last has a test, where levels are listed");
            }
        }
    }

    public Comparison(String name, Kind kind, List<String> columns, List<Level> levels) {
        this(name, kind, columns, levels, kind.termFrequency);
    }

    /** The name of a level by its number; 0 is "cannot tell". */
    public String levelName(int level) {
        return level == 0 ? CANNOT_TELL : levels.get(level - 1).name();
    }
}
