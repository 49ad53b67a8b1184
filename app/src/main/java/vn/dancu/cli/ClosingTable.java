package vn.dancu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.dancu.cli.Judgement.Measure;
import vn.dancu.journey.Refusal;
import vn.dancu.shared.Texts;

/** What the demo prints in the end: each step, findings, outcomes, and the program held against the truth. */
final class ClosingTable {
    private static final int FINDINGS_SHOWN = 12;

    private final Steps steps;
    private final List<Measure> measures;
    private final Map<String, Long> counts;
    private final Map<String, Long> stages;
    private final Map<Refusal, Integer> refused;

    ClosingTable(
            Steps steps,
            List<Measure> measures,
            Map<String, Long> counts,
            Map<String, Long> stages,
            Map<Refusal, Integer> refused) {
        this.steps = steps;
        this.measures = measures;
        this.counts = counts;
        this.stages = stages;
        this.refused = refused;
    }

    List<String> lines(Texts texts) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format("%-36s %10s %9s %12s", "Bước", "phiếu", "giây", "phiếu/giây"));
        for (Steps.Timed step : steps.done()) {
            lines.add(String.format(
                    "%-36s %10s %9s %12s",
                    step.name(),
                    Figures.count(step.forms()),
                    Figures.seconds(step.nanos()),
                    Figures.perSecond(step.forms(), step.nanos())));
        }
        lines.add(String.format("%-36s %10s %9s", "Tất cả", "", Figures.seconds(steps.nanos())));
        section(lines, "Phiếu đang ở", stages, texts, "stage.");
        if (!refused.isEmpty()) {
            lines.add("");
            lines.add("Chưa phê duyệt được");
            refused.forEach((why, count) ->
                    lines.add(String.format("  %-66s %10s", texts.get("refusal." + why), Figures.count(count))));
        }
        section(lines, "Kết quả so với sổ và tàng thư", of("outcome/"), texts, "reconciliation.outcome.");
        section(lines, "Mức phát hiện (phiên bản hiện tại)", of("severity/"), texts, "severity.");
        findings(lines, texts);
        if (measures.isEmpty()) {
            return lines;
        }
        lines.add("");
        lines.add("So với sự thật của thành phố giả định (trước khi cán bộ xử lý)");
        for (Measure measure : measures) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-42s %10s / %-10s %9s   %s %s %s",
                    measure.name(),
                    Figures.count(measure.part()),
                    Figures.count(measure.whole()),
                    Figures.rate(measure.part(), measure.whole()),
                    measure.isReached() ? "✓" : "✗",
                    measure.atMost() ? "≤" : "≥",
                    percent(measure.goal())));
        }
        return lines;
    }

    private static String percent(double goal) {
        return String.format(Locale.ROOT, "%.2f %%", goal * 100);
    }

    private Map<String, Long> of(String prefix) {
        Map<String, Long> found = new java.util.LinkedHashMap<>();
        counts.forEach((key, count) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), count);
            }
        });
        return found;
    }

    private static void section(
            List<String> lines, String title, Map<String, Long> values, Texts texts, String keyPrefix) {
        long whole = values.values().stream().mapToLong(Long::longValue).sum();
        lines.add("");
        lines.add(title);
        values.forEach((name, count) -> lines.add(String.format(
                "  %-42s %10s / %-10s %9s",
                texts.get(keyPrefix + name), Figures.count(count), Figures.count(whole), Figures.rate(count, whole))));
    }

    private void findings(List<String> lines, Texts texts) {
        lines.add("");
        lines.add("Phát hiện nhiều nhất");
        of("finding/").entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(FINDINGS_SHOWN)
                .forEach(finding -> lines.add(String.format(
                        "  %-66s %10s",
                        finding.getKey() + " " + RuleNames.of(texts, finding.getKey()),
                        Figures.count(finding.getValue()))));
    }
}
