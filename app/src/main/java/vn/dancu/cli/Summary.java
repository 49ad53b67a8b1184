package vn.dancu.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.dancu.shared.Texts;

/**
 * The summary of a batch: counts, rates with numerator and denominator, seconds per step; as JSON, as a page that prints
 * on A4, and as a workbook. It names no person.
 */
final class Summary {
    private static final List<String> KINDS =
            List.of("stage", "outcome", "severity", "finding", "residence", "archive", "duplicates", "sources");

    private final Map<String, Long> counts;
    private final List<Steps.Timed> steps;
    private final Texts texts;
    private final Instant asOf;

    Summary(Map<String, Long> counts, List<Steps.Timed> steps, Texts texts, Instant asOf) {
        this.counts = counts;
        this.steps = steps;
        this.texts = texts;
        this.asOf = asOf;
    }

    /** A rate of forms over all forms of the run. */
    private record Rate(String name, long numerator, long denominator) {}

    private List<Rate> rates() {
        long forms = counts.getOrDefault("forms/all", 0L);
        List<Rate> rates = new ArrayList<>();
        counts.forEach((key, count) -> {
            if (key.startsWith("stage/") || key.startsWith("outcome/")) {
                rates.add(new Rate(key, count, forms));
            }
        });
        return rates;
    }

    void write(ResultFiles files) throws IOException {
        try (OutputStream out = files.open("summary.json")) {
            out.write(json().getBytes(StandardCharsets.UTF_8));
        }
        try (OutputStream out = files.open("report.html")) {
            out.write(html().getBytes(StandardCharsets.UTF_8));
        }
        try (OutputStream out = files.open("report.xlsx")) {
            workbook(out);
        }
    }

    String json() {
        StringBuilder json = new StringBuilder("{\n");
        json.append("  \"as_of\": \"").append(asOf).append("\",\n");
        json.append("  \"forms\": ")
                .append(counts.getOrDefault("forms/all", 0L))
                .append(",\n");
        json.append("  \"rejected\": ")
                .append(counts.getOrDefault("rejected/all", 0L))
                .append(",\n");
        for (String kind : KINDS) {
            json.append("  \"").append(kind).append("\": ");
            json.append(object(ofKind(kind), String::valueOf)).append(",\n");
        }
        json.append("  \"rates\": [");
        json.append(list(
                rates(),
                rate -> "{\"name\": \"" + rate.name() + "\", \"numerator\": " + rate.numerator()
                        + ", \"denominator\": " + rate.denominator() + ", \"rate\": "
                        + (rate.denominator() == 0
                                ? "null"
                                : String.valueOf(Math.round(1e6 * rate.numerator() / rate.denominator()) / 1e6))
                        + "}"));
        json.append("],\n  \"steps\": [");
        json.append(list(
                steps,
                step -> "{\"name\": \"" + step.name() + "\", \"forms\": " + step.forms() + ", \"seconds\": "
                        + Math.round(step.nanos() / 1e6) / 1e3 + "}"));
        return json.append("]\n}\n").toString();
    }

    private Map<String, Long> ofKind(String kind) {
        Map<String, Long> found = new LinkedHashMap<>();
        counts.forEach((key, count) -> {
            if (key.startsWith(kind + "/")) {
                found.put(key.substring(kind.length() + 1), count);
            }
        });
        return found;
    }

    private static String object(Map<String, Long> values, Function<Long, String> show) {
        List<String> parts = new ArrayList<>();
        values.forEach((key, value) -> parts.add("\"" + key + "\": " + show.apply(value)));
        return "{" + String.join(", ", parts) + "}";
    }

    private static <T> String list(List<T> values, Function<T, String> show) {
        return values.isEmpty()
                ? ""
                : "\n    " + String.join(",\n    ", values.stream().map(show).toList()) + "\n  ";
    }

    private String label(String kind, String name) {
        return switch (kind) {
            case "stage", "severity" -> texts.get(kind + "." + name);
            case "outcome" -> texts.get("reconciliation.outcome." + name);
            case "finding" -> name + " – " + RuleNames.of(texts, name);
            default -> name;
        };
    }

    String html() {
        StringBuilder html = new StringBuilder("""
                <!doctype html>
                <html lang="vi"><head><meta charset="utf-8"><title>Dân Cư – kết quả xử lý</title>
                <style>
                body { font: 15px/1.4 system-ui, "Noto Sans", sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
                table { border-collapse: collapse; width: 100%; margin-bottom: 2rem }
                th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #ddd }
                td.n, th.n { text-align: right; font-variant-numeric: tabular-nums }
                </style></head><body>
                <h1>Kết quả rà soát và đối chiếu</h1>
                """);
        long forms = counts.getOrDefault("forms/all", 0L);
        html.append("<p>")
                .append(Figures.count(forms))
                .append(" phiếu, tính đến ")
                .append(asOf)
                .append("; ");
        html.append(Figures.count(counts.getOrDefault("rejected/all", 0L))).append(" dòng bị loại.</p>\n");
        for (String kind : KINDS) {
            Map<String, Long> values = ofKind(kind);
            if (!values.isEmpty()) {
                html.append("<h2>").append(escape(texts.get("summary." + kind))).append("</h2>\n<table><tr><th></th>");
                html.append("<th class=n>Số lượng</th><th class=n>trên</th><th class=n>Tỷ lệ</th></tr>\n");
                values.forEach((name, count) -> row(html, label(kind, name), count, forms, kind));
                html.append("</table>\n");
            }
        }
        html.append("<h2>").append(escape(texts.get("summary.steps"))).append("</h2>\n<table><tr><th></th>");
        html.append("<th class=n>Phiếu</th><th class=n>Giây</th><th class=n>Phiếu/giây</th></tr>\n");
        for (Steps.Timed step : steps) {
            html.append("<tr><td>").append(escape(step.name())).append("</td><td class=n>");
            html.append(Figures.count(step.forms())).append("</td><td class=n>");
            html.append(Figures.seconds(step.nanos())).append("</td><td class=n>");
            html.append(Figures.perSecond(step.forms(), step.nanos())).append("</td></tr>\n");
        }
        return html.append("</table></body></html>\n").toString();
    }

    private static void row(StringBuilder html, String name, long count, long forms, String kind) {
        boolean ofForms = !kind.equals("finding") && !kind.equals("severity") && !kind.equals("sources");
        html.append("<tr><td>").append(escape(name)).append("</td><td class=n>");
        html.append(Figures.count(count)).append("</td><td class=n>");
        html.append(ofForms ? Figures.count(forms) : "").append("</td><td class=n>");
        html.append(ofForms ? Figures.rate(count, forms) : "").append("</td></tr>\n");
    }

    private void workbook(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "DanCu", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Kết quả");
            int row = 0;
            String[] head = {"Nhóm", "Mục", "Số lượng", "Trên số phiếu"};
            for (int i = 0; i < head.length; i++) {
                sheet.value(row, i, head[i]);
                sheet.style(row, i).bold().set();
            }
            long forms = counts.getOrDefault("forms/all", 0L);
            for (Map.Entry<String, Long> count : counts.entrySet()) {
                int slash = count.getKey().indexOf('/');
                String kind = count.getKey().substring(0, slash);
                row++;
                sheet.value(row, 0, texts.find("summary." + kind).orElse(kind));
                sheet.value(row, 1, label(kind, count.getKey().substring(slash + 1)));
                sheet.value(row, 2, count.getValue());
                sheet.value(row, 3, forms);
            }
            Worksheet times = workbook.newWorksheet("Thời gian");
            times.value(0, 0, "Bước");
            times.value(0, 1, "Phiếu");
            times.value(0, 2, "Giây");
            for (int i = 0; i < steps.size(); i++) {
                times.value(i + 1, 0, steps.get(i).name());
                times.value(i + 1, 1, steps.get(i).forms());
                times.value(i + 1, 2, steps.get(i).nanos() / 1e9);
            }
            sheet.width(0, 24);
            sheet.width(1, 60);
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
