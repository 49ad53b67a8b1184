package vn.dancu.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.Texts;
import vn.dancu.shared.document.Document;

/** The tables of an official report: every figure cumulative, in the period, and its change against the period before. */
final class ReportTables {
    /** Figures that stand under one head, {@code report.group.NAME}. */
    private static final Map<String, List<Figure>> GROUPS = groups();

    private final ReportUnits.Names names;
    private final List<Figure> columns;
    private final Counted counted;

    ReportTables(ReportUnits.Names names, List<Figure> columns, Counted counted) {
        this.names = names;
        this.columns = columns;
        this.counted = counted;
    }

    private static Map<String, List<Figure>> groups() {
        Map<String, List<Figure>> groups = new java.util.LinkedHashMap<>();
        groups.put("must", List.of(Figure.MUST_PERMANENT, Figure.MUST_TEMPORARY, Figure.MUST));
        groups.put("collected", List.of(Figure.COLLECTED, Figure.COLLECTED_RATE));
        groups.put("verified", List.of(Figure.REVERIFIED, Figure.REVERIFIED_RATE));
        groups.put("accepted", List.of(Figure.ACCEPTED, Figure.ACCEPTED_RATE));
        groups.put("paper", List.of(Figure.HANDED_OVER, Figure.SCANNED, Figure.SCANNED_RATE));
        groups.put("wrong", List.of(Figure.WRONG, Figure.CORRECTED, Figure.SCAN_RETURNED));
        groups.put("outreach", List.of(Figure.BROADCASTS, Figure.MEETINGS, Figure.ATTENDANCES));
        groups.put("sheets", List.of(Figure.SHEETS, Figure.DUPLICATES));
        return groups;
    }

    Document.Table cumulative(String caption) {
        return table(
                caption,
                (line, figure) -> figure.isRate()
                        ? ReportText.rate(line.rate(figure))
                        : isNotToldApart(line, figure) ? "—" : ReportText.number(line.cumulative(figure)));
    }

    Document.Table inPeriod(String caption) {
        return table(
                caption,
                (line, figure) -> figure.isRate()
                        ? ReportText.points(line.rateInPeriod(figure))
                        : ReportText.number(line.inPeriod(figure)));
    }

    Document.Table change(String caption) {
        return table(
                caption,
                (line, figure) -> figure.isRate()
                        ? ReportText.points(line.rateChange(figure))
                        : ReportText.signed(line.change(figure)));
    }

    /** Somebody set how many must be counted, and not of which residence. */
    private static boolean isNotToldApart(ReportLine line, Figure figure) {
        boolean kind = figure == Figure.MUST_PERMANENT || figure == Figure.MUST_TEMPORARY;
        return kind
                && line.cumulative(Figure.MUST) > 0
                && line.cumulative(Figure.MUST_PERMANENT) + line.cumulative(Figure.MUST_TEMPORARY) == 0;
    }

    private interface Cell {
        String of(ReportLine line, Figure figure);
    }

    private Document.Table table(String caption, Cell cell) {
        List<Document.Column> heads = new ArrayList<>();
        heads.add(Document.Column.text(text(counted.byGroup() ? "report.doc.group" : "report.doc.unit"), 7));
        for (Figure figure : columns) {
            heads.add(Document.Column.number(text("report.figure." + figure), figure.isRate() ? 4 : 3));
        }
        List<List<String>> rows = counted.lines().stream()
                .map(line -> row(name(line.key()), line, cell))
                .toList();
        return new Document.Table(
                caption, heads(), heads, rows, List.of(row(name(ReportLine.TOTAL), counted.total(), cell)));
    }

    private List<String> row(String name, ReportLine line, Cell cell) {
        List<String> cells = new ArrayList<>();
        cells.add(name);
        columns.forEach(figure -> cells.add(cell.of(line, figure)));
        return cells;
    }

    /** Heads over neighbours of one group; nothing over the others. */
    private List<Document.Group> heads() {
        List<Document.Group> heads = new ArrayList<>();
        heads.add(new Document.Group("", 1));
        String open = "";
        int span = 0;
        for (Figure figure : columns) {
            String group = GROUPS.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(figure))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("");
            if (span > 0 && !(group.equals(open) && !group.isEmpty())) {
                heads.add(group(open, span));
                span = 0;
            }
            open = group;
            span++;
        }
        if (span > 0) {
            heads.add(group(open, span));
        }
        return heads;
    }

    private static Document.Group group(String group, int span) {
        return new Document.Group(group.isEmpty() ? "" : text("report.group." + group), span);
    }

    /** Rows as in the other tables, a column for each reason that somebody remains for. */
    Document.Table reasons(String caption) {
        List<String> reasons = counted.reasons().stream()
                .map(Counted.Remaining::reason)
                .distinct()
                .toList();
        List<Document.Column> heads = new ArrayList<>();
        heads.add(Document.Column.text(text(counted.byGroup() ? "report.doc.group" : "report.doc.unit"), 7));
        reasons.forEach(reason -> heads.add(Document.Column.number(reason(reason), 3)));
        heads.add(Document.Column.number(text("report.doc.total"), 3));
        return new Document.Table(
                caption,
                List.of(),
                heads,
                counted.lines().stream()
                        .filter(line -> remaining(line.key(), null) > 0)
                        .map(line -> reasons(line.key(), reasons))
                        .toList(),
                List.of(reasons(ReportLine.TOTAL, reasons)));
    }

    private List<String> reasons(String key, List<String> reasons) {
        List<String> cells = new ArrayList<>();
        cells.add(name(key));
        reasons.forEach(reason -> cells.add(ReportText.number(remaining(key, reason))));
        cells.add(ReportText.number(remaining(key, null)));
        return cells;
    }

    /** @param reason null for all of them */
    private long remaining(String key, @Nullable String reason) {
        return counted.reasons().stream()
                .filter(one -> key.equals(ReportLine.TOTAL) || one.key().equals(key))
                .filter(one -> reason == null || one.reason().equals(reason))
                .mapToLong(Counted.Remaining::persons)
                .sum();
    }

    private static String reason(String code) {
        return Texts.of(Texts.VIETNAMESE)
                .find("report.reason." + code)
                .or(() -> Texts.of(Texts.VIETNAMESE).find("missing-reason." + code))
                .orElse(code);
    }

    Document.Table corrections(String caption, List<ReportFigures.Correction> corrections) {
        return new Document.Table(
                caption,
                List.of(
                        Document.Column.text(text(counted.byGroup() ? "report.doc.group" : "report.doc.unit"), 6),
                        Document.Column.text(text("report.doc.figure"), 8),
                        Document.Column.number(text("report.doc.reported"), 3),
                        Document.Column.number(text("report.doc.now"), 3),
                        Document.Column.number(text("report.doc.difference"), 3)),
                corrections.stream()
                        .map(one -> List.of(
                                name(one.key()),
                                text("report.figure." + one.figure() + ".what"),
                                ReportText.number(one.frozen()),
                                ReportText.number(one.now()),
                                ReportText.signed(one.difference())))
                        .toList());
    }

    /** Of a row. */
    String name(String key) {
        if (key.equals(ReportLine.TOTAL)) {
            return text("report.doc.total");
        }
        if (key.isEmpty()) {
            return text(counted.byGroup() ? "report.doc.no-group" : "report.doc.no-unit");
        }
        return counted.byGroup() ? key : names.name(key);
    }

    private static String text(String key) {
        return Texts.of(Texts.VIETNAMESE).get(key);
    }
}
