package vn.dancu.reconciliation;

import java.util.ArrayList;
import java.util.List;
import vn.dancu.linkage.LinkResult;

/**
 * What linking told of itself, kept beside the model: pairs by blocking rule, and warnings in words. Holds no record.
 *
 * @param rules empty where duplicates were looked for
 */
public record LinkageReport(List<Rule> rules, List<String> warnings) {
    /** Added to the name of a model, the name of its report. */
    static final String OF_MODEL = "-report";

    private static final String RULE = "rule";
    private static final String WARNING = "warning";

    public LinkageReport {
        rules = List.copyOf(rules);
        warnings = List.copyOf(warnings);
    }

    /**
     * @param rule as the model writes it
     * @param pairs about how many it gave
     * @param leftOut pairs of blocks too large even after refinement
     */
    public record Rule(String rule, long pairs, long leftOut) {}

    static LinkageReport of(LinkResult result) {
        return new LinkageReport(
                result.rules().stream()
                        .map(rule -> new Rule(rule.rule(), rule.pairs(), rule.refused()))
                        .toList(),
                result.warnings());
    }

    /** A line each, its parts between tabs. */
    String write() {
        List<String> lines = new ArrayList<>();
        for (Rule rule : rules) {
            lines.add(String.join(
                    "\t", RULE, String.valueOf(rule.pairs()), String.valueOf(rule.leftOut()), oneLine(rule.rule())));
        }
        for (String warning : warnings) {
            lines.add(WARNING + "\t" + oneLine(warning));
        }
        return String.join("\n", lines);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** Lines that cannot be read are left out: a report of another version is no reason to fail. */
    static LinkageReport read(String written) {
        List<Rule> rules = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (String line : written.lines().toList()) {
            String[] parts = line.split("\t", -1);
            if (parts.length == 4 && parts[0].equals(RULE)) {
                rules.add(new Rule(parts[3], Long.parseLong(parts[1]), Long.parseLong(parts[2])));
            } else if (parts.length == 2 && parts[0].equals(WARNING)) {
                warnings.add(parts[1]);
            }
        }
        return new LinkageReport(rules, warnings);
    }
}
