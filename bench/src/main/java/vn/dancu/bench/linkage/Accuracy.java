package vn.dancu.bench.linkage;

import java.util.Locale;

/**
 * Pairs that are one person, that were linked, and that were linked rightly.
 */
record Accuracy(long linkable, long linked, long rightly) {

    double precision() {
        return linked == 0 ? 1 : (double) rightly / linked;
    }

    double recall() {
        return linkable == 0 ? 1 : (double) rightly / linkable;
    }

    double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "P %.5f (%d of %d), R %.5f (%d of %d), F1 %.5f",
                precision(),
                rightly,
                linked,
                recall(),
                rightly,
                linkable,
                f1());
    }
}
