package vn.dancu.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dancu.reporting.Inspection;
import vn.dancu.reporting.InspectionTotals;
import vn.dancu.shared.Role;
import vn.dancu.shared.Texts;
import vn.dancu.shared.document.Document;

/** The minutes of an inspection (biên bản kiểm tra) as an official document, Vietnamese whatever the screen speaks. */
@Component
class MinutesDocument {
    private final Letterhead letterhead;
    private final UnitNames units;

    MinutesDocument(Letterhead letterhead, UnitNames units) {
        this.letterhead = letterhead;
        this.units = units;
    }

    Document of(Inspection inspection, Inspection.Minutes minutes, InspectionTotals totals) {
        Letterhead.Head head = letterhead.of(inspection.ledAs(), inspection.units());
        List<Document.Block> blocks = new ArrayList<>();
        String where = inspection.units().stream()
                .map(units::name)
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        blocks.add(paragraph("basis", Map.of("order", inspection.orderNo(), "day", screen(inspection.orderedOn()))));
        blocks.add(paragraph(
                "when",
                Map.of(
                        "from", screen(inspection.fromDay()),
                        "to", screen(inspection.toDay()),
                        "place", minutes.place(),
                        "units", where)));
        blocks.add(new Document.Heading(text("who")));
        blocks.add(new Document.Paragraph(text("side-inspecting"), true));
        List<String> members = new ArrayList<>();
        members.add(text("leader", Map.of("name", inspection.ledByName())));
        inspection
                .team()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(members::add);
        blocks.add(new Document.Items(members));
        blocks.add(new Document.Paragraph(text("side-inspected"), true));
        blocks.add(new Document.Items(inspected(inspection, minutes)));
        blocks.add(new Document.Heading(text("what")));
        blocks.add(new Document.Paragraph(inspection.subject()));
        Inspection.Draw draw = inspection.draw();
        if (draw != null) {
            blocks.add(paragraph(
                    "sample",
                    Map.of(
                            "n",
                                    number(
                                            draw.strata().isEmpty()
                                                    ? 0
                                                    : totals.whole().drawn()),
                            "pool", number(draw.pool()),
                            "seed", String.valueOf(draw.seed()),
                            "draw", String.valueOf(draw.number()))));
            if (!draw.reason().isEmpty()) {
                blocks.add(paragraph("redrawn", Map.of("why", draw.reason())));
            }
        }
        blocks.add(new Document.Heading(text("result")));
        blocks.add(table(totals));
        blocks.add(new Document.Paragraph(text("interval")));
        blocks.add(new Document.Heading(text("findings")));
        add(blocks, minutes.findings());
        blocks.add(new Document.Heading(text("proposals")));
        add(blocks, minutes.proposals().isBlank() ? text("none") : minutes.proposals());
        blocks.add(new Document.Heading(text("opinion")));
        add(blocks, minutes.opinion().isBlank() ? text("agreed") : minutes.opinion());
        blocks.add(paragraph("end", Map.of("version", String.valueOf(minutes.version()), "sha", minutes.sha256())));
        return new Document(
                new Document.Letterhead(
                        head.superior(),
                        head.office(),
                        minutes.version() + "/BB-" + inspection.orderNo(),
                        head.place(),
                        LocalDate.ofInstant(minutes.writtenAt(), Say.VIETNAM)),
                text("kind"),
                text("subject", Map.of("units", where)),
                blocks,
                new Document.Closing(List.of(text("to-sides"), text("to-file")), signatures(inspection, minutes)),
                false,
                null);
    }

    private static List<String> inspected(Inspection inspection, Inspection.Minutes minutes) {
        List<String> names = new ArrayList<>();
        for (Inspection.Signature signature : minutes.signatures()) {
            if (signature.side() == Inspection.Side.INSPECTED) {
                names.add(signature.name() + " – " + signature.capacity());
            }
        }
        return names.isEmpty()
                ? List.of(text("not-signed-yet"))
                : names.stream().distinct().toList();
    }

    private List<Document.Signature> signatures(Inspection inspection, Inspection.Minutes minutes) {
        List<Document.Signature> signatures = new ArrayList<>();
        for (String unit : inspection.units()) {
            signatures.add(signature(
                    text("sign-inspected") + (inspection.units().size() == 1 ? "" : "\n" + letterhead.police(unit)),
                    minutes,
                    Inspection.Side.INSPECTED,
                    unit));
        }
        signatures.add(signature(text("sign-inspecting"), minutes, Inspection.Side.INSPECTING, ""));
        return signatures;
    }

    private static Document.Signature signature(
            String authority, Inspection.Minutes minutes, Inspection.Side side, String unit) {
        for (Inspection.Signature done : minutes.signatures()) {
            if (done.side() == side && done.unit().equals(unit)) {
                return new Document.Signature(
                        authority,
                        done.capacity(),
                        text(
                                "signed",
                                Map.of(
                                        "login",
                                        done.login(),
                                        "at",
                                        Say.TIME.format(done.signedAt().atZone(Say.VIETNAM)))),
                        done.name());
            }
        }
        return new Document.Signature(authority, "", text("sign-here"), null);
    }

    private Document.Table table(InspectionTotals totals) {
        List<List<String>> rows = new ArrayList<>();
        for (InspectionTotals.Line line : totals.lines()) {
            rows.add(row(units.name(line.unit()), line));
        }
        return new Document.Table(
                "",
                List.of(),
                List.of(
                        Document.Column.text(text("unit"), 4),
                        Document.Column.number(text("forms"), 2),
                        Document.Column.number(text("judged"), 2),
                        Document.Column.number(text("collection"), 3),
                        Document.Column.number(text("quality"), 3),
                        Document.Column.number(text("accuracy"), 3)),
                rows,
                List.of(row(text("whole"), totals.whole())));
    }

    private static List<String> row(String name, InspectionTotals.Line line) {
        return List.of(
                name,
                number(line.forms()),
                number(line.judged()) + "/" + number(line.drawn()),
                rate(line.collection()),
                rate(line.quality()),
                rate(line.accuracy()));
    }

    /** {@code 18/20 (69,9–97,2 %)}. */
    static String rate(InspectionTotals.Rate rate) {
        if (rate.judged() == 0) {
            return "—";
        }
        return String.format(
                Texts.VIETNAMESE,
                "%d/%d (%.1f–%.1f %%)",
                rate.passed(),
                rate.judged(),
                rate.low() * 100,
                rate.high() * 100);
    }

    private static String number(long number) {
        return String.format(Texts.VIETNAMESE, "%,d", number);
    }

    private static String screen(LocalDate day) {
        return String.format(Locale.ROOT, "%02d/%02d/%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    private static void add(List<Document.Block> blocks, String text) {
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> blocks.add(new Document.Paragraph(line)));
    }

    private static Document.Paragraph paragraph(String key, Map<String, String> details) {
        return new Document.Paragraph(text(key, details));
    }

    private static String text(String key) {
        return Texts.of(Texts.VIETNAMESE).get("web.inspection.minutes." + key);
    }

    private static String text(String key, Map<String, String> details) {
        return Texts.of(Texts.VIETNAMESE).get("web.inspection.minutes." + key, details);
    }

    /** The capacity in which somebody of this role usually signs. */
    String capacity(Role role, List<String> communes) {
        return switch (role) {
            case INSPECTOR -> text("capacity.inspector");
            case CITY_TEAM -> text("capacity.city");
            case CHIEF ->
                communes.size() == 1
                        ? text("capacity.chief", Map.of("unit", units.name(communes.get(0))))
                        : text("capacity.chief-plain");
            case COLLECTOR, ARCHIVIST, PROVINCE_OPERATOR, ADMINISTRATOR, AUDITOR, SYSTEM -> "";
        };
    }
}
