package vn.dancu.linkage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Links two files: training, scan, one-to-one, household evidence. Thread-safe; holds no data between calls. */
public final class Linker {

    /** Candidates below this weight are not kept: not even the household's evidence would lift them to a link. */
    private static final double KEPT_FROM = -8;

    /** Candidates that a result shows (odds 1 to 16). */
    private static final double SHOWN_FROM = -4;

    private static final double EXPECTED_SHARE = .9;
    private static final int HOUSEHOLD_ROUNDS = 2;

    private final Model model;
    private final LinkOptions options;

    public Linker(Model model, LinkOptions options) {
        this.model = model;
        this.options = options;
    }

    /** Learns its parameters from the two files, without labels, and links them one to one. */
    public LinkResult link(Records left, Records right) {
        return link(null, left, right, null, null);
    }

    /**
     * The same where it is known which left records stand for one person, and which right ones: they may share a match, and
     * they do not make each other uncertain. Otherwise the linker tells so itself where it matters.
     */
    public LinkResult link(
            Records left, Records right, @Nullable Clusters leftDuplicates, @Nullable Clusters rightDuplicates) {
        return link(null, left, right, leftDuplicates, rightDuplicates);
    }

    /** Links with parameters learnt before: one new form against the stored entries, say. */
    public LinkResult linkWith(Parameters parameters, Records left, Records right) {
        return link(parameters, left, right, null, null);
    }

    /** The same where duplicates are known. */
    public LinkResult linkWith(
            Parameters parameters,
            Records left,
            Records right,
            @Nullable Clusters leftDuplicates,
            @Nullable Clusters rightDuplicates) {
        return link(parameters, left, right, leftDuplicates, rightDuplicates);
    }

    private LinkResult link(
            @Nullable Parameters known,
            Records left,
            Records right,
            @Nullable Clusters leftDuplicates,
            @Nullable Clusters rightDuplicates) {
        if (!left.model().equals(model)) {
            throw new IllegalArgumentException("the records were read with another model");
        }
        Joint joint = new Joint(left, right);
        options.progress().at("index", 0, 1);
        Scan scan = new Scan(joint, options);
        options.progress().at("index", 1, 1);
        List<String> warnings = new ArrayList<>();
        Parameters parameters = known;
        if (parameters == null) {
            Trainer trainer = new Trainer(joint, options);
            parameters = trainer.train(scan, EXPECTED_SHARE);
            warnings.addAll(trainer.warnings);
        }
        Weights weights = new Weights(joint, parameters);
        Survivors candidates = scan.run(weights, null, KEPT_FROM, "scan");
        List<LinkResult.RuleReport> rules = scan.rules().stream()
                .map(rule -> new LinkResult.RuleReport(rule.name(), rule.pairs, rule.refused))
                .toList();
        for (LinkResult.RuleReport rule : rules) {
            if (rule.refused() > 0) {
                warnings.add(
                        "blocking rule " + rule.rule() + " left out " + rule.refused() + " pairs of blocks too large");
            }
        }
        options.progress().at("assign", 0, 1);
        OneToOne oneToOne = new OneToOne(joint, weights, options, leftDuplicates, rightDuplicates);
        OneToOne.Outcome outcome = oneToOne.decide(candidates);
        for (int round = 0; options.householdPass() && round < HOUSEHOLD_ROUNDS; round++) {
            HouseholdEvidence evidence = new HouseholdEvidence(joint, outcome);
            if (known == null && round == 0) {
                evidence.learn(outcome, parameters);
            }
            evidence.apply(candidates, weights);
            outcome = oneToOne.decide(candidates);
        }
        options.progress().at("assign", 1, 1);
        return new LinkResult(outcome, candidates, SHOWN_FROM, parameters, rules, warnings);
    }

    /** Why a pair weighs what it weighs; the evidence of its household, which depends on other links, is not part of it. */
    public Waterfall explain(Parameters parameters, Records left, int i, Records right, int j) {
        return explainer(parameters, left, right).explain(i, j);
    }

    /** For many pairs of the same two files. */
    public Explainer explainer(Parameters parameters, Records left, Records right) {
        return new Explainer(new Joint(left, right), parameters);
    }
}
