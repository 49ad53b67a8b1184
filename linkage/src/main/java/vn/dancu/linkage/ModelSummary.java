package vn.dancu.linkage;

import java.util.List;
import java.util.Locale;

/**
 * What a model has learnt, for people to look at: the prior and, for every level of every comparison, how often it is seen
 * among pairs of one person, among pairs of two, and what it weighs.
 *
 * @param prior log2 odds that a pair drawn at random is one person
 */
public record ModelSummary(double prior, List<ComparisonSummary> comparisons) {

    /** @param levels strictest first; "cannot tell", which weighs nothing, is not listed */
    public record ComparisonSummary(String name, List<LevelSummary> levels) {

        public ComparisonSummary {
            levels = List.copyOf(levels);
        }
    }

    /**
     * @param m share of the pairs of one person
     * @param u share of the pairs of two persons drawn at random
     * @param weight log2 of m / u within the bounds of the level, without term frequency
     */
    public record LevelSummary(String name, double m, double u, double weight) {}

    public ModelSummary {
        comparisons = List.copyOf(comparisons);
    }

    /** One line a level. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT, "prior %+.2f bits: one pair in %,.0f is one person%n", prior, 1 + Math.pow(2, -prior)));
        text.append(
                String.format(Locale.ROOT, "%-16s %-44s %10s %10s %8s%n", "comparison", "level", "m", "u", "weight"));
        for (ComparisonSummary comparison : comparisons) {
            String name = comparison.name();
            for (LevelSummary level : comparison.levels()) {
                text.append(String.format(
                        Locale.ROOT,
                        "%-16s %-44s %10.3g %10.3g %+8.2f%n",
                        name,
                        level.name(),
                        level.m(),
                        level.u(),
                        level.weight()));
                name = "";
            }
        }
        return text.toString();
    }
}
