package vn.dancu.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.reporting.OfficialReport.Words;
import vn.dancu.shared.Texts;
import vn.dancu.shared.document.Document;

/** Puts an official report together, in the form of Decree 30/2020/NĐ-CP; Vietnamese whatever the screen speaks. */
final class ReportDocument {
    private final ReportUnits.Names names;
    private final ReportTemplate template;
    private final Counted counted;
    private final ReportPeriod last;
    private final Words words;
    private final List<ReportFigures.Correction> corrections;
    private final List<FromBelow> below;
    private final @Nullable Signed signed;
    private final ReportTables tables;

    /**
     * @param last the period before
     * @param corrections to what was reported for it
     * @param below what the units within have reported; empty for a ward
     * @param signed null for a draft
     */
    ReportDocument(
            ReportUnits.Names names,
            ReportTemplate template,
            Counted counted,
            ReportPeriod last,
            Words words,
            List<ReportFigures.Correction> corrections,
            List<FromBelow> below,
            @Nullable Signed signed) {
        this.names = names;
        this.template = template;
        this.counted = counted;
        this.last = last;
        this.words = words;
        this.corrections = corrections;
        this.below = below;
        this.signed = signed;
        this.tables = new ReportTables(names, template.columns(), counted);
    }

    /** A signature as it is printed. */
    record Signed(String number, String name, String login, boolean forChief, Instant at) {}

    /** A unit of the report and its own words. */
    record FromBelow(String unit, boolean reported, Words words) {}

    Document document(LocalDate date) {
        List<Document.Block> blocks = new ArrayList<>();
        add(blocks, fill(template.opening()));
        blocks.add(new Document.Heading(text("results")));
        blocks.add(new Document.Items(summary()));
        remarks(blocks);
        ReportPeriod period = counted.period();
        blocks.add(tables.cumulative(text("table-cumulative", Map.of("to", day(until())))));
        blocks.add(tables.inPeriod(text("table-period", Map.of("period", ReportText.period(period)))));
        blocks.add(tables.change(text("table-change", Map.of("last", ReportText.period(last)))));
        if (!counted.reasons().isEmpty()) {
            blocks.add(tables.reasons(text("table-reasons", Map.of("to", day(until())))));
        }
        if (!corrections.isEmpty()) {
            blocks.add(tables.corrections(
                    text("table-corrections", Map.of("last", ReportText.period(last))), corrections));
        }
        blocks.add(new Document.Paragraph(text("how-counted")));
        blocks.add(new Document.Heading(text("difficulties")));
        said(blocks, words.difficulties(), Words::difficulties);
        blocks.add(new Document.Heading(text("proposals")));
        said(blocks, words.proposals(), Words::proposals);
        notReported(blocks);
        add(blocks, fill(template.closing()));
        return new Document(
                head(names, counted.unit(), signed == null ? "" : signed.number(), date),
                template.title(),
                fill(template.subject()),
                blocks,
                new Document.Closing(lines(fill(template.recipients())), List.of(signature())),
                true,
                text(
                        signed == null ? "foot-draft" : "foot",
                        Map.of(
                                "at", ReportText.time(counted.cutOff()),
                                "version", String.valueOf(template.version()))));
    }

    /** The last day that is counted: of a period that has not ended, the day of the cut-off. */
    private LocalDate until() {
        LocalDate cutOff = LocalDate.ofInstant(counted.cutOff(), Days.VIETNAM);
        LocalDate end = counted.period().to();
        return cutOff.isBefore(end) ? cutOff : end;
    }

    /** Who writes: the police of the unit, below that of the unit above. */
    static Document.Letterhead head(ReportUnits.Names names, String unit, String number, LocalDate date) {
        String above = unit.isEmpty() ? "" : names.above(unit);
        return new Document.Letterhead(
                above.isEmpty() ? "" : police(names.name(above)),
                unit.isEmpty() ? police("") : police(names.name(unit)),
                number.isEmpty() ? null : number,
                unit.isEmpty() ? "……" : names.place(unit),
                date);
    }

    private static String police(String unit) {
        return ("Công an " + unit).strip().toUpperCase(Locale.ROOT);
    }

    private List<String> summary() {
        ReportLine total = counted.total();
        List<String> lines = new ArrayList<>();
        lines.add(text(
                "sum-collected",
                Map.of(
                        "collected", number(total.cumulative(Figure.COLLECTED)),
                        "must", number(total.cumulative(Figure.MUST)),
                        "rate", ReportText.rate(total.rate(Figure.COLLECTED_RATE)),
                        "period", number(total.inPeriod(Figure.COLLECTED)),
                        "change", changed(total, Figure.COLLECTED),
                        "households", number(total.cumulative(Figure.HOUSEHOLDS)))));
        lines.add(text(
                "sum-verified",
                Map.of(
                        "verified", number(total.cumulative(Figure.REVERIFIED)),
                        "rate", ReportText.rate(total.rate(Figure.REVERIFIED_RATE)),
                        "period", number(total.inPeriod(Figure.REVERIFIED)),
                        "wrong", number(total.cumulative(Figure.WRONG)),
                        "corrected", number(total.cumulative(Figure.CORRECTED)))));
        lines.add(text(
                "sum-accepted",
                Map.of(
                        "accepted", number(total.cumulative(Figure.ACCEPTED)),
                        "rate", ReportText.rate(total.rate(Figure.ACCEPTED_RATE)),
                        "handed", number(total.cumulative(Figure.HANDED_OVER)),
                        "scanned", number(total.cumulative(Figure.SCANNED)),
                        "returned", number(total.cumulative(Figure.SCAN_RETURNED)))));
        lines.add(text(
                "sum-outreach",
                Map.of(
                        "broadcasts", number(total.inPeriod(Figure.BROADCASTS)),
                        "meetings", number(total.inPeriod(Figure.MEETINGS)),
                        "attendances", number(total.inPeriod(Figure.ATTENDANCES)))));
        lines.add(text("sum-remaining", Map.of("remaining", number(total.cumulative(Figure.REMAINING)))));
        return lines;
    }

    private static String changed(ReportLine total, Figure figure) {
        long change = total.change(figure);
        return change == 0
                ? text("as-before")
                : text(change > 0 ? "more" : "fewer", Map.of("n", number(Math.abs(change))));
    }

    /** What whoever reads the figures must know first. */
    private void remarks(List<Document.Block> blocks) {
        if (counted.total().stoodStill()) {
            blocks.add(new Document.Paragraph(text("quiet"), true));
        }
        if (counted.total().cumulative(Figure.MUST) == 0) {
            blocks.add(new Document.Paragraph(text("no-target"), true));
        }
        List<ReportLine> above = counted.aboveTarget();
        if (!above.isEmpty()) {
            StringBuilder where = new StringBuilder();
            for (ReportLine line : above) {
                where.append(where.length() == 0 ? "" : "; ")
                        .append(tables.name(line.key()))
                        .append(" (")
                        .append(number(line.cumulative(Figure.COLLECTED)))
                        .append('/')
                        .append(number(line.cumulative(Figure.MUST)))
                        .append(')');
            }
            blocks.add(new Document.Paragraph(text("above", Map.of("where", where.toString())), true));
            if (!words.explanation().isBlank()) {
                add(
                        blocks,
                        text("explanation", Map.of("text", words.explanation().strip())));
            }
        }
    }

    private interface Part {
        String of(Words words);
    }

    private void said(List<Document.Block> blocks, String own, Part part) {
        add(blocks, own);
        List<String> theirs = below.stream()
                .filter(unit -> unit.reported() && !part.of(unit.words()).isBlank())
                .map(unit ->
                        names.name(unit.unit()) + ": " + part.of(unit.words()).strip())
                .toList();
        if (!theirs.isEmpty()) {
            blocks.add(new Document.Items(theirs));
        }
        if (own.isBlank() && theirs.isEmpty()) {
            blocks.add(new Document.Paragraph(text("none")));
        }
    }

    private void notReported(List<Document.Block> blocks) {
        List<String> missing = below.stream()
                .filter(unit -> !unit.reported())
                .map(unit -> names.name(unit.unit()))
                .toList();
        if (!missing.isEmpty()) {
            blocks.add(new Document.Paragraph(text(
                    "not-reported",
                    Map.of("n", missing.size() + "/" + below.size(), "units", String.join(", ", missing)))));
        }
    }

    private Document.Signature signature() {
        List<String> authority = lines(fill(template.authority()));
        List<String> deputy = lines(fill(template.deputy()));
        boolean forChief = signed != null && signed.forChief();
        String whose = String.join("\n", authority);
        String own = "";
        if (forChief && deputy.size() > 1) {
            whose = String.join("\n", deputy);
        } else if (forChief) {
            whose = "KT. " + whose;
            own = String.join("\n", deputy);
        }
        return new Document.Signature(
                whose,
                own,
                signed == null
                        ? text("not-signed")
                        : text("signed", Map.of("login", signed.login(), "at", ReportText.time(signed.at()))),
                signed == null ? null : signed.name());
    }

    private String fill(String text) {
        return ReportTemplate.fill(text, ReportText.details(names, counted.unit(), counted.period()));
    }

    static void add(List<Document.Block> blocks, String text) {
        lines(text).forEach(line -> blocks.add(new Document.Paragraph(line)));
    }

    static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String number(long number) {
        return ReportText.number(number);
    }

    private static String day(LocalDate day) {
        return ReportText.day(day);
    }

    private static String text(String key) {
        return Texts.of(Texts.VIETNAMESE).get("report.doc." + key);
    }

    private static String text(String key, Map<String, String> details) {
        return Texts.of(Texts.VIETNAMESE).get("report.doc." + key, details);
    }
}
