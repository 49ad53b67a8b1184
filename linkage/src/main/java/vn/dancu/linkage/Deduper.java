package vn.dancu.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records of one file that stand for one person. Clusters grow from the strongest pair on, and two clusters only
 * become one when their records agree on the whole (not by one bridge), nothing forbids it, and the result stays small.
 */
public final class Deduper {

    private static final double EXPECTED_SHARE = .005;
    /** Below the threshold, what is still close to it: odds of 1 to 256. */
    private static final double CLOSE_BITS = 8;

    private final Model model;
    private final LinkOptions options;

    public Deduper(Model model, LinkOptions options) {
        this.model = model;
        this.options = options;
    }

    public Clusters dedupe(Records records) {
        return dedupe(records, null, List.of());
    }

    /** Learning also from what persons said of some pairs. */
    public Clusters dedupe(Records records, List<Label> labels) {
        return dedupe(records, null, labels);
    }

    /** With parameters learnt before. */
    public Clusters dedupeWith(Parameters parameters, Records records) {
        return dedupe(records, parameters, List.of());
    }

    /** How many pairs each rule would give; none is made. */
    public List<LinkResult.RuleReport> estimate(Records records) {
        Scan scan = new Scan(new Joint(records, records), options);
        scan.estimate();
        return scan.reports();
    }

    /**
     * Two records of one file.
     *
     * @param left the earlier row
     * @param weight log2 odds including the prior
     */
    public record Pair(int left, int right, double weight) {}

    /**
     * The pairs whose weights are closest to the threshold, on both of its sides, the closest first: those to look at when a
     * threshold is chosen. Visits all pairs anew.
     */
    public List<Pair> closest(Parameters parameters, Records records, int most) {
        Joint joint = new Joint(records, records);
        double threshold = Parameters.weight(options.threshold());
        Survivors pairs =
                new Scan(joint, options).run(new Weights(joint, parameters), null, threshold - CLOSE_BITS, "scan");
        Comparator<Integer> order = Comparator.<Integer>comparingDouble(e -> Math.abs(pairs.weight(e) - threshold))
                .thenComparing(Comparator.naturalOrder());
        return IntStream.range(0, pairs.size)
                .boxed()
                .sorted(order)
                .limit(most)
                .map(e -> new Pair(pairs.left(e), pairs.right(e), pairs.weight(e)))
                .toList();
    }

    /** Why pairs of the file weigh what they weigh. */
    public Explainer explainer(Parameters parameters, Records records) {
        return new Explainer(new Joint(records, records), parameters, null);
    }

    private Clusters dedupe(Records records, @Nullable Parameters known, List<Label> labels) {
        if (!records.model().equals(model)) {
            throw new IllegalArgumentException("the records were read with another model");
        }
        Joint joint = new Joint(records, records);
        Scan scan = new Scan(joint, options);
        scan.estimate();
        options.progress().rules(scan.reports());
        List<Warning> warnings = new ArrayList<>(scan.warnings());
        Parameters parameters = known;
        if (parameters == null) {
            Trainer trainer = new Trainer(joint, options, labels);
            Double share = model.settings().matchShare();
            double expected = share == null ? EXPECTED_SHARE : share;
            parameters = model.settings().trained()
                    ? trainer.train(scan, expected, share != null)
                    : trainer.believed(expected);
            warnings.addAll(trainer.warnings);
        }
        Weights weights = new Weights(joint, parameters);
        double least = Parameters.weight(options.threshold());
        Survivors pairs = scan.run(weights, null, least, "scan");
        warnings.addAll(scan.asideWarnings());
        return clusters(joint, weights, pairs, least).with(scan.reports(), warnings);
    }

    private Clusters clusters(Joint joint, Weights weights, Survivors pairs, double least) {
        CannotLink cannotLink = new CannotLink(joint);
        PairScore score = new PairScore(weights);
        Groups groups = new Groups(joint.leftSize);
        List<List<Integer>> members = new ArrayList<>(joint.leftSize);
        for (int row = 0; row < joint.leftSize; row++) {
            members.add(List.of(row));
        }
        PairOrder order = new PairOrder(pairs, options);
        for (int e = order.next(); e >= 0; e = order.next()) {
            int a = groups.root(pairs.left(e));
            int b = groups.root(pairs.right(e));
            if (a == b
                    || members.get(a).size() + members.get(b).size()
                            > model.settings().largestCluster()) {
                continue;
            }
            double sum = 0;
            boolean forbidden = false;
            for (int i : members.get(a)) {
                for (int j : members.get(b)) {
                    score.reaches(Double.NEGATIVE_INFINITY, joint.left, i, joint.left, j);
                    sum += score.total - least;
                    forbidden |= cannotLink.forbids(score.pattern, joint.left, i, joint.left, j);
                }
            }
            if (sum >= 0 && !forbidden) {
                List<Integer> both = new ArrayList<>(members.get(a));
                both.addAll(members.get(b));
                groups.join(a, b);
                members.set(groups.root(a), both);
            }
        }
        return numbered(weights.parameters, joint, pairs, groups, members);
    }

    private static Clusters numbered(
            Parameters parameters, Joint joint, Survivors pairs, Groups groups, List<List<Integer>> members) {
        int[] cluster = new int[joint.leftSize];
        Arrays.fill(cluster, Clusters.ALONE);
        int next = 0;
        for (int row = 0; row < joint.leftSize; row++) {
            int root = groups.root(row);
            if (members.get(root).size() > 1) {
                cluster[row] = cluster[root] == Clusters.ALONE ? next++ : cluster[root];
            }
        }
        double[] weight = new double[joint.leftSize];
        for (int e = 0; e < pairs.size; e++) {
            int a = pairs.left(e);
            int b = pairs.right(e);
            if (cluster[a] != Clusters.ALONE && cluster[a] == cluster[b]) {
                weight[a] = Math.max(weight[a], pairs.weight(e));
                weight[b] = Math.max(weight[b], pairs.weight(e));
            }
        }
        return new Clusters(cluster, weight, parameters);
    }
}
