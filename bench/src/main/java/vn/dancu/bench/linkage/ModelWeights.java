package vn.dancu.bench.linkage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dancu.linkage.Comparison;
import vn.dancu.linkage.Level;
import vn.dancu.linkage.Model;

/** The weights of a model that is not trained, by {@code comparison.level}, levels from 1: what the peers are given. */
final class ModelWeights {

    private ModelWeights() {}

    static Map<String, Double> of(Model model) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (Comparison comparison : model.comparisons()) {
            List<Level> levels = comparison.levels();
            for (int v = 0; v < levels.size(); v++) {
                double weight = log2(levels.get(v).m() / levels.get(v).u());
                weights.put(comparison.name() + "." + (v + 1), weight);
            }
        }
        return weights;
    }

    static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
