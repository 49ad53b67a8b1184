package vn.dancu.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dancu.campaign.MissingEntry;
import vn.dancu.campaign.WalkingList;
import vn.dancu.campaign.WalkingLists;
import vn.dancu.shared.Role;
import vn.dancu.shared.Texts;
import vn.dancu.shared.document.Document;

/** A walking list on A4: name, year of birth, address; its number and holder on every page. Vietnamese whatever the screen speaks. */
@Component
class WalkingListDocument {
    private final Letterhead letterhead;
    private final OfficerNames officers;

    WalkingListDocument(Letterhead letterhead, OfficerNames officers) {
        this.letterhead = letterhead;
        this.officers = officers;
    }

    Document of(WalkingLists.Whole whole) {
        WalkingList list = whole.list();
        Letterhead.Head head = letterhead.of(Role.CHIEF, List.of(list.commune()));
        LocalDate day = LocalDate.ofInstant(list.madeAt(), Say.VIETNAM);
        List<List<String>> rows = new ArrayList<>();
        String household = "";
        for (MissingEntry entry : whole.entries()) {
            String here = entry.group() + "/" + entry.household() + "/" + entry.address();
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    entry.fullName() == null ? "" : entry.fullName(),
                    entry.birthYear() == 0 ? "" : String.valueOf(entry.birthYear()),
                    here.equals(household) ? "nt" : address(entry),
                    ""));
            household = here;
        }
        return new Document(
                new Document.Letterhead(head.superior(), head.office(), list.serial(), head.place(), day),
                text("kind"),
                text("subject", Map.of("where", list.group().isEmpty() ? "" : list.group()))
                        .strip(),
                List.of(
                        new Document.Paragraph(text(
                                "about",
                                Map.of(
                                        "holder", list.holder(),
                                        "purpose", list.purpose(),
                                        "due", screen(list.dueOn()),
                                        "n", String.valueOf(rows.size())))),
                        new Document.Table(
                                "",
                                List.of(
                                        new Document.Column(text("line"), 1, Document.Align.CENTRE),
                                        Document.Column.text(text("name"), 5),
                                        new Document.Column(text("born"), 2, Document.Align.CENTRE),
                                        Document.Column.text(text("address"), 6),
                                        Document.Column.text(text("result"), 5)),
                                rows),
                        new Document.Paragraph(text("care"))),
                new Document.Closing(
                        List.of(),
                        List.of(
                                new Document.Signature(text("carries"), "", text("sign"), list.holder()),
                                new Document.Signature(text("gives"), "", text("sign"), officers.of(list.madeBy())))),
                false,
                text("footer", Map.of("serial", list.serial(), "holder", list.holder())));
    }

    private static String address(MissingEntry entry) {
        return entry.address() == null ? entry.group() : entry.address() + ", " + entry.group();
    }

    private static String screen(LocalDate day) {
        return String.format(
                java.util.Locale.ROOT, "%02d/%02d/%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    private static String text(String key) {
        return Texts.of(Texts.VIETNAMESE).get("web.missing.list." + key);
    }

    private static String text(String key, Map<String, String> details) {
        return Texts.of(Texts.VIETNAMESE).get("web.missing.list." + key, details);
    }
}
