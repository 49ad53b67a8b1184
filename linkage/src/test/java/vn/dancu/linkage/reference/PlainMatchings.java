package vn.dancu.linkage.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One-to-one by brute force: every matching of a component is written down, counts the product of the odds of its pairs, and
 * a pair's probability is the share of the matchings that hold it.
 */
final class PlainMatchings {

    record Pair(int left, int right, double weight) {}

    private PlainMatchings() {}

    /** Pairs fall into components by common records. */
    static List<List<Pair>> components(List<Pair> pairs) {
        List<List<Pair>> components = new ArrayList<>();
        List<Pair> rest = new ArrayList<>(pairs);
        while (!rest.isEmpty()) {
            List<Pair> component = new ArrayList<>(List.of(rest.remove(0)));
            for (int n = 0; n < component.size(); n++) {
                Pair known = component.get(n);
                List<Pair> neighbours = rest.stream()
                        .filter(pair -> pair.left() == known.left() || pair.right() == known.right())
                        .toList();
                component.addAll(neighbours);
                rest.removeAll(neighbours);
            }
            components.add(component);
        }
        return components;
    }

    static Set<Integer> lefts(List<Pair> component) {
        return new TreeSet<>(component.stream().map(Pair::left).toList());
    }

    static Set<Integer> rights(List<Pair> component) {
        return new TreeSet<>(component.stream().map(Pair::right).toList());
    }

    /** By pair of the component. */
    static List<Double> probabilities(List<Pair> component) {
        double[] holding = new double[component.size()];
        double all = matchings(component, 0, 1, new HashSet<>(), new HashSet<>(), new ArrayList<>(), holding);
        List<Double> probabilities = new ArrayList<>();
        for (double ways : holding) {
            probabilities.add(ways / all);
        }
        return probabilities;
    }

    /** Takes the pair at hand or not, and goes on. */
    private static double matchings(
            List<Pair> component,
            int at,
            double odds,
            Set<Integer> lefts,
            Set<Integer> rights,
            List<Integer> taken,
            double[] holding) {
        if (at == component.size()) {
            taken.forEach(pair -> holding[pair] += odds);
            return odds;
        }
        Pair pair = component.get(at);
        double all = matchings(component, at + 1, odds, lefts, rights, taken, holding);
        if (!lefts.contains(pair.left()) && !rights.contains(pair.right())) {
            lefts.add(pair.left());
            rights.add(pair.right());
            taken.add(at);
            all += matchings(component, at + 1, odds * Math.pow(2, pair.weight()), lefts, rights, taken, holding);
            taken.remove(taken.size() - 1);
            lefts.remove(pair.left());
            rights.remove(pair.right());
        }
        return all;
    }
}
