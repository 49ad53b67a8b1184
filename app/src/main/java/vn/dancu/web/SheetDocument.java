package vn.dancu.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dancu.intake.FormField;
import vn.dancu.shared.Texts;
import vn.dancu.shared.document.Document;
import vn.dancu.verification.Sheet;

/** Phiếu phúc tra: one page or more a household, filled in by hand at the door; Vietnamese whatever the screen speaks. */
@Component
class SheetDocument {
    private final Letterhead letterhead;
    private final UnitNames units;
    private final Say say;

    SheetDocument(Letterhead letterhead, UnitNames units, Say say) {
        this.letterhead = letterhead;
        this.units = units;
        this.say = say;
    }

    Document of(List<Sheet> sheets, LocalDate day) {
        List<String> communes = sheets.stream().map(Sheet::unit).distinct().toList();
        Letterhead.Head head = letterhead.of(vn.dancu.shared.Role.CITY_TEAM, communes);
        List<Document.Block> blocks = new ArrayList<>();
        boolean first = true;
        for (Sheet sheet : sheets) {
            if (!first) {
                blocks.add(new Document.NewPage());
            }
            first = false;
            add(blocks, sheet);
        }
        return new Document(
                new Document.Letterhead(head.superior(), head.office(), null, head.place(), day),
                text("kind"),
                sheets.isEmpty() ? "" : sheets.get(0).roundName(),
                blocks,
                Document.Closing.NONE,
                false,
                text("footer"));
    }

    private void add(List<Document.Block> blocks, Sheet sheet) {
        blocks.add(new Document.Heading(text("number", Map.of("number", sheet.number()))));
        String unit = units.name(sheet.unit());
        String place = sheet.group() + ", " + unit;
        boolean isWhole = sheet.address().toLowerCase(Texts.VIETNAMESE).contains(unit.toLowerCase(Texts.VIETNAMESE));
        blocks.add(new Document.Paragraph(text(
                "home",
                Map.of(
                        "address",
                        sheet.address().isEmpty()
                                ? "……, " + place
                                : isWhole ? sheet.address() : sheet.address() + ", " + place,
                        "when",
                        sheet.availability().isEmpty() ? text("when-unsaid") : sheet.availability()))));
        int number = 1;
        for (Sheet.Person person : sheet.persons()) {
            if (!person.isOpen()) {
                continue;
            }
            blocks.add(new Document.Paragraph(
                    number++ + ". " + person.value(FormField.FULL_NAME) + " – "
                            + text("form", Map.of("no", person.formNo())),
                    true));
            blocks.add(table(person));
        }
        blocks.add(new Document.Paragraph(text("calls")));
        blocks.add(new Document.Line(text("remarks"), 1));
        blocks.add(new Document.Table(
                "",
                List.of(
                        Document.Column.text(text("sign-home"), 1),
                        Document.Column.text(text("sign-first"), 1),
                        Document.Column.text(text("sign-second"), 1)),
                List.of(List.of("\n\n\n\n", "\n\n\n\n", "\n\n\n\n"))));
        blocks.add(new Document.Paragraph(text("guide")));
    }

    private Document.Table table(Sheet.Person person) {
        List<List<String>> rows = new ArrayList<>();
        for (FormField field : Sheet.ASKED) {
            String written = person.value(field);
            rows.add(List.of(
                    Texts.of(Texts.VIETNAMESE).get("form-field." + field.column()),
                    written.isEmpty() ? text("blank") : say.value(field, written),
                    "",
                    "",
                    "",
                    ""));
        }
        return new Document.Table(
                "",
                List.of(
                        Document.Column.text(text("item"), 22),
                        Document.Column.text(text("value"), 28),
                        Document.Column.text(text("right"), 7),
                        Document.Column.text(text("wrong"), 7),
                        Document.Column.text(text("is"), 22),
                        Document.Column.text(text("paper"), 14)),
                rows);
    }

    private static String text(String key) {
        return Texts.of(Texts.VIETNAMESE).get("web.verify.sheet." + key);
    }

    private static String text(String key, Map<String, String> details) {
        return Texts.of(Texts.VIETNAMESE).get("web.verify.sheet." + key, details);
    }
}
