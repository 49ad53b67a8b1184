package vn.dancu.reconciliation;

import java.util.ArrayList;
import java.util.List;
import vn.dancu.linkage.Clusters;
import vn.dancu.linkage.LinkResult;
import vn.dancu.linkage.Warning;

/**
 * What linking told of itself, kept beside the model: pairs by blocking rule, and warnings. Holds no record.
 *
 * @param rules by which pairs were looked for
 */
public record LinkageReport(List<Rule> rules, List<Warning> warnings) {
    /** Added to the name of a model, the name of its report. */
    static final String OF_MODEL = "-report";

    private static final String RULE = "rule";
    private static final String WARNING = "warning\t";

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
        return of(result.rules(), result.warnings());
    }

    static LinkageReport of(Clusters found) {
        return of(found.rules(), found.warnings());
    }

    private static LinkageReport of(List<LinkResult.RuleReport> rules, List<Warning> warnings) {
        return new LinkageReport(
                rules.stream()
                        .map(rule -> new Rule(rule.rule(), rule.pairs(), rule.refused()))
                        .toList(),
                warnings);
    }

    /** A line each, its parts between tabs. */
    String write() {
        List<String> lines = new ArrayList<>();
        for (Rule rule : rules) {
            lines.add(String.join(
                    "\t", RULE, String.valueOf(rule.pairs()), String.valueOf(rule.leftOut()), oneLine(rule.rule())));
        }
        for (Warning warning : warnings) {
            lines.add(WARNING + warning.write());
        }
        return String.join("\n", lines);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** Lines that cannot be read are left out: a report of another version is no reason to fail. */
    static LinkageReport read(String written) {
        List<Rule> rules = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        for (String line : written.lines().toList()) {
            String[] parts = line.split("\t", -1);
            if (parts.length == 4 && parts[0].equals(RULE)) {
                rules.add(new Rule(parts[3], Long.parseLong(parts[1]), Long.parseLong(parts[2])));
            } else if (line.startsWith(WARNING)) {
                Warning.read(line.substring(WARNING.length())).ifPresent(warnings::add);
            }
        }
        return new LinkageReport(rules, warnings);
    }
}
