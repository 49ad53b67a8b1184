package vn.dancu.linkage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Links two files: which record of the right one is the person of each left one. Thread-safe; keeps nothing. */
public final class Linker {

    /** Candidates below this weight (odds 1 to 256) are lost for good, even if their household speaks for them. */
    private static final double KEPT_FROM = -8;
    /** Candidates below this weight change no decision and are not shown. */
    private static final double SHOWN_FROM = -4;

    /** Of the smaller file, before anything is known. */
    private static final double EXPECTED_SHARE = .9;

    private static final int HOUSEHOLD_ROUNDS = 2;

    private final Model model;
    private final LinkOptions options;

    public Linker(Model model, LinkOptions options) {
        this.model = model;
        this.options = options;
    }

    /** Learns its parameters from the two files, without labels, and links them. */
    public LinkResult link(Records left, Records right) {
        return link(null, List.of(), left, right, null, null);
    }

    /** The same, learning also from what persons said of some pairs. */
    public LinkResult link(Records left, Records right, List<Label> labels) {
        return link(null, labels, left, right, null, null);
    }

    /**
     * The same where it is known which left records stand for one person, and which right ones: they may share a match, and
     * they do not make each other uncertain. Otherwise the linker tells so itself where it matters.
     */
    public LinkResult link(
            Records left, Records right, @Nullable Clusters leftDuplicates, @Nullable Clusters rightDuplicates) {
        return link(null, List.of(), left, right, leftDuplicates, rightDuplicates);
    }

    /** The same where duplicates are known, learning also from what persons said of some pairs. */
    public LinkResult link(
            Records left,
            Records right,
            List<Label> labels,
            @Nullable Clusters leftDuplicates,
            @Nullable Clusters rightDuplicates) {
        return link(null, labels, left, right, leftDuplicates, rightDuplicates);
    }

    /** Links with parameters learnt before: one new form against the stored entries, say. */
    public LinkResult linkWith(Parameters parameters, Records left, Records right) {
        return link(parameters, List.of(), left, right, null, null);
    }

    /** The same where duplicates are known. */
    public LinkResult linkWith(
            Parameters parameters,
            Records left,
            Records right,
            @Nullable Clusters leftDuplicates,
            @Nullable Clusters rightDuplicates) {
        return link(parameters, List.of(), left, right, leftDuplicates, rightDuplicates);
    }

    /** Learns parameters without labels, or with some; links nothing. */
    public Parameters train(Records left, Records right, List<Label> labels) {
        Joint joint = joint(left, right);
        return trained(joint, new Scan(joint, options), labels, new ArrayList<>());
    }

    /**
     * How many pairs each rule would give; none is made.
     *
     * @throws LinkageException where they are more than the options allow
     */
    public List<LinkResult.RuleReport> estimate(Records left, Records right) {
        Scan scan = new Scan(joint(left, right), options);
        scan.estimate();
        return scan.reports();
    }

    private Joint joint(Records left, Records right) {
        if (!left.model().equals(model)) {
            throw new IllegalArgumentException("the records were read with another model");
        }
        return new Joint(left, right, new Workers(options));
    }

    private Parameters trained(Joint joint, Scan scan, List<Label> labels, List<Warning> warnings) {
        Trainer trainer = new Trainer(joint, options, labels);
        Double share = model.settings().matchShare();
        double smaller = Math.min(joint.leftSize, joint.rightSize) / (double) Math.max(1, joint.leftSize);
        double expected = Math.min(.999, (share == null ? EXPECTED_SHARE : share) * smaller);
        Parameters parameters = model.settings().trained()
                ? trainer.train(scan, Math.max(1e-6, expected), share != null)
                : trainer.believed(Math.max(1e-6, expected));
        warnings.addAll(trainer.warnings);
        return parameters;
    }

    private LinkResult link(
            @Nullable Parameters known,
            List<Label> labels,
            Records left,
            Records right,
            @Nullable Clusters leftDuplicates,
            @Nullable Clusters rightDuplicates) {
        options.progress().at("index", 0, 1);
        Joint joint = joint(left, right);
        Scan scan = new Scan(joint, options);
        scan.estimate();
        options.progress().rules(scan.reports());
        options.progress().at("index", 1, 1);
        List<Warning> warnings = new ArrayList<>();
        Parameters parameters = known == null ? trained(joint, scan, labels, warnings) : known;
        warnings.addAll(scan.warnings());
        Weights weights = new Weights(joint, parameters);
        boolean households = options.householdPass() && joint.kin();
        double decided = Math.min(Parameters.weight(options.threshold()), Parameters.weight(options.uncertainFrom()));
        double bound = households ? KEPT_FROM : options.oneToOne() ? Math.min(SHOWN_FROM, decided) : decided;
        Survivors candidates = scan.run(weights, null, bound, "scan");
        warnings.addAll(scan.asideWarnings());
        options.progress().at("assign", 0, 1);
        if (!options.oneToOne()) {
            return LinkResult.ofAllPairs(candidates, joint, options, parameters, scan.reports(), warnings)
                    .withVisited(scan.visited());
        }
        OneToOne oneToOne = new OneToOne(joint, weights, options, leftDuplicates, rightDuplicates);
        OneToOne.Outcome outcome = oneToOne.decide(candidates);
        HouseholdEvidence last = null;
        for (int round = 0; households && round < HOUSEHOLD_ROUNDS; round++) {
            HouseholdEvidence evidence = new HouseholdEvidence(joint, outcome);
            if (known == null && round == 0) {
                evidence.learn(joint, outcome, parameters);
            }
            evidence.apply(candidates, weights);
            last = evidence;
            outcome = oneToOne.decide(candidates);
        }
        options.progress().at("assign", 1, 1);
        return new LinkResult(outcome, candidates, Math.min(SHOWN_FROM, decided), parameters, scan.reports(), warnings)
                .withVisited(scan.visited())
                .withHouseholds(last);
    }

    /** Why a pair weighs what it weighs; the evidence of its household, which depends on other links, is not part of it. */
    public Waterfall explain(Parameters parameters, Records left, int i, Records right, int j) {
        return explainer(parameters, left, right).explain(i, j);
    }

    /** For many pairs of the same two files. */
    public Explainer explainer(Parameters parameters, Records left, Records right) {
        return new Explainer(new Joint(left, right), parameters, null);
    }

    /**
     * For many pairs of the two files that were linked: with what the links of a household say for its other members, as it
     * counted in the result.
     */
    public Explainer explainer(LinkResult result, Records left, Records right) {
        return new Explainer(new Joint(left, right), result.parameters(), result.households());
    }
}
