package vn.dancu.linkage;

import java.util.List;
import java.util.Locale;

/** Why a pair weighs what it weighs: steps in bits that add up to the log2 odds of its being one person. */
public record Waterfall(List<Step> steps) {

    /** @param comparison "prior", the name of a comparison, "relatives" or "household" */
    public record Step(String comparison, String level, double weight, double termFrequency) {

        public double total() {
            return weight + termFrequency;
        }
    }

    public Waterfall {
        steps = List.copyOf(steps);
    }

    public double weight() {
        return steps.stream().mapToDouble(Step::total).sum();
    }

    public double probability() {
        return 1 / (1 + Math.exp(-weight() * Math.log(2)));
    }

    /** One line a step; holds no value of the records. */
    public String text() {
        StringBuilder text = new StringBuilder();
        double sum = 0;
        for (Step step : steps) {
            sum += step.total();
            text.append(String.format(
                    Locale.ROOT,
                    "%-14s %-44s %+7.2f %+7.2f  = %+7.2f%n",
                    step.comparison(),
                    step.level(),
                    step.weight(),
                    step.termFrequency(),
                    sum));
        }
        return text.append(String.format(Locale.ROOT, "probability %.6f%n", probability()))
                .toString();
    }
}
