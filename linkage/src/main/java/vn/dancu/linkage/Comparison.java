package vn.dancu.linkage;

import java.util.List;

/**
 * How two records are compared in one respect: ordered named levels, strictest first. Level 0 is not listed: it is
 * "cannot tell" (a value is missing on a side), and weighs nothing.
 */
public record Comparison(String name, Kind kind, List<String> columns, List<Level> levels) {

    /** What is compared; each kind fixes the number and the order of its levels. */
    public enum Kind {
        SURNAME(9, true),
        MIDDLE_NAME(12, true),
        GIVEN_NAME(9, true),
        /** Another name of one side equals a name of the other; never speaks against. */
        OTHER_NAME(2, false),
        DATE(10, true),
        CODE(2, false),
        NUMBER(3, false),
        NUMBER_SET(3, false),
        /** Commune, group and household, as one piece of evidence. */
        PLACE(6, false),
        WHOLE_NAME(6, false),
        TEXT(3, true),
        FOLDED_TEXT(2, false);

        final int levels;
        /** Whether the first levels weigh by how frequent the common value is. */
        final boolean termFrequency;

        Kind(int levels, boolean termFrequency) {
            this.levels = levels;
            this.termFrequency = termFrequency;
        }
    }

    public Comparison {
        columns = List.copyOf(columns);
        levels = List.copyOf(levels);
        if (levels.size() != kind.levels) {
            throw new IllegalArgumentException(name + " needs " + kind.levels + " levels");
        }
    }

    /** The name of a level by its number; 0 is "cannot tell". */
    public String levelName(int level) {
        return level == 0 ? "cannot tell" : levels.get(level - 1).name();
    }
}
