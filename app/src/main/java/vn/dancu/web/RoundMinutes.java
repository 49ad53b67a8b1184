package vn.dancu.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.dancu.shared.Role;
import vn.dancu.shared.Texts;
import vn.dancu.shared.document.Document;
import vn.dancu.verification.Agreement;
import vn.dancu.verification.Round;
import vn.dancu.verification.Sheet;

/** Biên bản phúc tra of one unit: limits, every draw, what was found item by item and by collector, the acceptance. */
@Component
class RoundMinutes {
    private final Letterhead letterhead;
    private final UnitNames units;
    private final Clock clock;

    RoundMinutes(Letterhead letterhead, UnitNames units, Clock clock) {
        this.letterhead = letterhead;
        this.units = units;
        this.clock = clock;
    }

    Document of(Round round, Agreement agreement, List<Sheet> sheets) {
        Letterhead.Head head = letterhead.of(Role.CITY_TEAM, List.of(round.unit()));
        String unit = units.name(round.unit());
        List<Document.Block> blocks = new ArrayList<>();
        blocks.add(new Document.Heading(text("basis")));
        blocks.add(paragraph(
                "round",
                Map.of(
                        "name", round.name(),
                        "unit", unit,
                        "lot", number(round.lot()),
                        "opened", Say.TIME.format(round.openedAt().atZone(Say.VIETNAM)))));
        blocks.add(paragraph(
                "limits",
                Map.of(
                        "acceptable", percent(round.limits().acceptable()),
                        "producer", percent(round.limits().producerRisk()),
                        "rejectable", percent(round.limits().rejectable()),
                        "consumer", percent(round.limits().consumerRisk()))));
        blocks.add(new Document.Heading(text("draws")));
        for (Round.Draw draw : round.draws()) {
            blocks.add(paragraph(
                    draw.reason().isEmpty() ? "draw" : "redraw",
                    Map.of(
                            "n", String.valueOf(draw.number()),
                            "seed", String.valueOf(draw.seed()),
                            "size", number(draw.size()),
                            "most", number(draw.mostWrong()),
                            "judged", number(draw.judged()),
                            "wrong", number(draw.wrong()),
                            "reason", draw.reason())));
        }
        blocks.add(new Document.Heading(text("who")));
        blocks.add(new Document.Items(who(sheets)));
        blocks.add(new Document.Heading(text("calls")));
        int attempts =
                sheets.stream().mapToInt(sheet -> sheet.attempts().size()).sum();
        long absent = sheets.stream()
                .flatMap(sheet -> sheet.attempts().stream())
                .filter(attempt -> !attempt.met())
                .count();
        blocks.add(paragraph(
                "called",
                Map.of(
                        "homes", number(sheets.size()),
                        "attempts", number(attempts),
                        "absent", number(absent),
                        "open", number(sheets.stream().filter(Sheet::isOpen).count()))));
        blocks.add(new Document.Heading(text("found")));
        blocks.add(table("by-field", "item", agreement.byField(), true));
        blocks.add(table("by-collector", "collector", agreement.byCollector(), false));
        blocks.add(new Document.Paragraph(text("interval")));
        blocks.add(new Document.Heading(text("conclusion")));
        conclude(blocks, round);
        blocks.add(new Document.Line(text("opinion"), 3));
        return new Document(
                new Document.Letterhead(
                        head.superior(),
                        head.office(),
                        round.id().value() + "/BB-PT",
                        head.place(),
                        LocalDate.ofInstant(clock.instant(), Say.VIETNAM)),
                text("kind"),
                text("subject", Map.of("unit", unit)),
                blocks,
                new Document.Closing(
                        List.of(text("to-sides"), text("to-file")),
                        List.of(
                                new Document.Signature(text("sign-unit"), "", text("sign-here"), null),
                                new Document.Signature(text("sign-team"), "", text("sign-here"), null))),
                false,
                null);
    }

    private static List<String> who(List<Sheet> sheets) {
        TreeSet<String> judges = new TreeSet<>();
        TreeSet<String> guides = new TreeSet<>();
        for (Sheet sheet : sheets) {
            for (Sheet.Attempt attempt : sheet.attempts()) {
                judges.addAll(attempt.judges());
                if (!attempt.guide().isBlank()) {
                    guides.add(attempt.guide());
                }
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(text("judges", Map.of("names", judges.isEmpty() ? "……" : String.join(", ", judges))));
        if (!guides.isEmpty()) {
            lines.add(text("guides", Map.of("names", String.join(", ", guides))));
        }
        return lines;
    }

    private static void conclude(List<Document.Block> blocks, Round round) {
        Round.Acceptance acceptance = round.acceptance();
        if (acceptance == null) {
            blocks.add(new Document.Paragraph(text("standing." + round.draw().standing())));
            return;
        }
        blocks.add(new Document.Paragraph(
                text(
                        "outcome." + acceptance.outcome(),
                        Map.of(
                                "judged", number(acceptance.judged()),
                                "wrong", number(acceptance.wrong()),
                                "day", Say.TIME.format(acceptance.decidedAt().atZone(Say.VIETNAM)))),
                true));
        if (!acceptance.note().isBlank()) {
            blocks.add(new Document.Paragraph(acceptance.note()));
        }
    }

    private static Document.Table table(String caption, String first, List<Agreement.Rate> rates, boolean isField) {
        List<List<String>> rows = new ArrayList<>();
        for (Agreement.Rate rate : rates) {
            String name = isField ? Texts.of(Texts.VIETNAMESE).get("form-field." + rate.name()) : rate.name();
            rows.add(List.of(
                    name.isEmpty() ? "—" : name,
                    number(rate.asked()),
                    number(rate.right()),
                    rate.asked() == 0 ? "—" : percent((double) rate.right() / rate.asked()),
                    rate.asked() == 0 ? "—" : percent(rate.low()) + " – " + percent(rate.high())));
        }
        return new Document.Table(
                text(caption),
                List.of(
                        Document.Column.text(text(first), 8),
                        Document.Column.number(text("asked"), 3),
                        Document.Column.number(text("right"), 3),
                        Document.Column.number(text("share"), 3),
                        Document.Column.number(text("bounds"), 5)),
                rows);
    }

    private static String number(long number) {
        return String.format(Texts.VIETNAMESE, "%,d", number);
    }

    private static String percent(double share) {
        return String.format(Texts.VIETNAMESE, "%.1f %%", share * 100);
    }

    private static Document.Paragraph paragraph(String key, Map<String, String> details) {
        return new Document.Paragraph(text(key, details));
    }

    private static String text(String key) {
        return Texts.of(Texts.VIETNAMESE).get("web.verify.minutes." + key);
    }

    private static String text(String key, Map<String, String> details) {
        return Texts.of(Texts.VIETNAMESE).get("web.verify.minutes." + key, details);
    }
}
