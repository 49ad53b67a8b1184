package vn.dancu.linkage.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * Clusters of one file from the manual's words: from the strongest pair on, two become one when the pairs between them weigh
 * the threshold on average, nothing forbids it, and both together are not too large. Of equal pairs the first row first.
 */
final class PlainClusters {

    private PlainClusters() {}

    /** @return clusters of two or more, ascending */
    static List<List<Integer>> of(
            PlainModel plain, int size, double threshold, int largest, BiPredicate<Integer, Integer> forbidden) {
        List<PlainMatchings.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                double weight = plain.weight(i, j);
                if (weight >= threshold && plain.sharesARule(i, j)) {
                    pairs.add(new PlainMatchings.Pair(i, j, weight));
                }
            }
        }
        // Rounding may part equal weights; the engine's sums differ from these in the last digits.
        pairs.sort(Comparator.comparingDouble((PlainMatchings.Pair pair) -> -Math.rint(pair.weight() * 1e9))
                .thenComparing(PlainMatchings.Pair::left)
                .thenComparing(PlainMatchings.Pair::right));
        List<TreeSet<Integer>> clusters = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            clusters.add(new TreeSet<>(List.of(i)));
        }
        for (PlainMatchings.Pair pair : pairs) {
            TreeSet<Integer> a = holding(clusters, pair.left());
            TreeSet<Integer> b = holding(clusters, pair.right());
            if (a != b && a.size() + b.size() <= largest && agree(plain, a, b, threshold, forbidden)) {
                a.addAll(b);
                clusters.remove(b);
            }
        }
        return clusters.stream()
                .filter(cluster -> cluster.size() > 1)
                .map(cluster -> List.copyOf(cluster))
                .sorted(Comparator.comparing(cluster -> cluster.get(0)))
                .toList();
    }

    private static TreeSet<Integer> holding(List<TreeSet<Integer>> clusters, int row) {
        return clusters.stream()
                .filter(cluster -> cluster.contains(row))
                .findFirst()
                .orElseThrow();
    }

    private static boolean agree(
            PlainModel plain,
            TreeSet<Integer> a,
            TreeSet<Integer> b,
            double threshold,
            BiPredicate<Integer, Integer> forbidden) {
        double sum = 0;
        for (int i : a) {
            for (int j : b) {
                if (forbidden.test(i, j)) {
                    return false;
                }
                sum += plain.weight(i, j) - threshold;
            }
        }
        return sum >= 0;
    }
}
