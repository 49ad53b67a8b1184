package vn.dancu.simulator;

import java.util.Arrays;
import java.util.List;

/** Items drawn by weight. */
final class Weighted<T> {
    private final List<T> items;
    private final double[] upTo;

    Weighted(List<T> items, double[] weights) {
        if (items.isEmpty() || items.size() != weights.length) {
            throw new IllegalArgumentException("as many weights as items, and at least one");
        }
        this.items = List.copyOf(items);
        this.upTo = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            upTo[i] = sum;
        }
    }

    T draw(Dice dice) {
        double at = dice.fraction() * upTo[upTo.length - 1];
        int found = Arrays.binarySearch(upTo, at);
        return items.get(Math.min(found < 0 ? -found - 1 : found + 1, items.size() - 1));
    }

    List<T> items() {
        return items;
    }
}
