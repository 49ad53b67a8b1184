package vn.dancu.linkage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why pairs of two files weigh what they weigh. Not thread-safe. */
public final class Explainer {

    private final Joint joint;
    private final Weights weights;
    private final PairScore score;

    /** Null where it is not known, or does not count. */
    private final @Nullable HouseholdEvidence households;

    Explainer(Joint joint, Parameters parameters, @Nullable HouseholdEvidence households) {
        this.households = households;
        this.joint = joint;
        this.weights = new Weights(joint, parameters);
        this.score = new PairScore(weights);
    }

    /**
     * Why a pair weighs what it weighs. The evidence of its household, which depends on other links, is part of it where the
     * explainer was made with a result.
     */
    public Waterfall explain(int left, int right) {
        int[] leftCells = joint.left.cells(left, joint.left.scratch());
        int rowI = joint.left.at(left);
        score.reaches(
                Double.NEGATIVE_INFINITY,
                leftCells,
                rowI,
                joint.right.cells(right, joint.right.scratch()),
                joint.right.at(right));
        List<Waterfall.Step> steps = new ArrayList<>();
        steps.add(new Waterfall.Step("prior", "expected matches among all pairs", weights.prior, 0));
        Model model = joint.model;
        for (int k = 0; k < model.comparisons().size(); k++) {
            int level = Survivors.level(score.pattern, k);
            Comparison comparison = model.comparisons().get(k);
            double weight = level == 0 ? 0 : weights.random[k][level];
            double term = level == 0 ? 0 : weights.bounded(k, level, weights.term(k, level, leftCells, rowI)) - weight;
            steps.add(new Waterfall.Step(comparison.name(), comparison.levelName(level), weight, term));
        }
        if (joint.kin()) {
            steps.add(new Waterfall.Step(
                    "relatives", "may be another of the household", score.total - score.againstStranger, 0));
        }
        HouseholdEvidence evidence = households;
        if (evidence != null) {
            int level = evidence.level(joint, left, right);
            double with = HouseholdEvidence.total(
                    weights,
                    HouseholdEvidence.place(joint),
                    level,
                    score.pattern,
                    score.againstStranger,
                    score.againstSibling,
                    score.againstRelative);
            steps.add(new Waterfall.Step(
                    "household", HouseholdEvidence.name(level), level == 0 ? 0 : with - score.total, 0));
        }
        return new Waterfall(steps);
    }
}
