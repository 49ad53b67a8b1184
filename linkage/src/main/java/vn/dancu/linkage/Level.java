package vn.dancu.linkage;

import java.util.List;

/**
 * One named level of a comparison, with what is believed of it before any data is seen.
 *
 * @param tests any of which a pair must fulfil (and none of the levels before); empty for the last level, and for all levels
 *     of a comparison whose kind fixes them
 * @param m probability of the level among pairs of one person
 * @param u probability of the level among pairs of two persons drawn at random
 * @param family probability of the level among pairs of two persons of one household
 * @param leastWeight the match weight (log2 of m / u) never falls below this, whatever training says
 * @param mostWeight nor rises above this
 */
public record Level(
        String name, List<Test> tests, double m, double u, double family, double leastWeight, double mostWeight) {

    public Level {
        tests = List.copyOf(tests);
        if (!(m > 0 && m < 1 && u > 0 && u < 1 && family > 0 && family < 1)) {
            throw new IllegalArgumentException("probabilities lie between 0 and 1: " + name);
        }
        if (leastWeight > mostWeight) {
            throw new IllegalArgumentException("least weight above most weight: " + name);
        }
    }

    public Level(String name, double m, double u, double family, double leastWeight, double mostWeight) {
        this(name, List.of(), m, u, family, leastWeight, mostWeight);
    }

    /** A level that speaks for one person: its weight never turns negative. */
    public static Level agree(String name, double m, double u, double family, double mostWeight) {
        return new Level(name, m, u, family, 0, mostWeight);
    }

    /** A level between agreement and difference. */
    public static Level close(String name, double m, double u, double family) {
        return new Level(name, m, u, family, -7, 9);
    }

    /** A level that speaks against one person: its weight never turns positive. */
    public static Level differ(String name, double m, double u, double family, double leastWeight) {
        return new Level(name, m, u, family, leastWeight, 0);
    }
}
