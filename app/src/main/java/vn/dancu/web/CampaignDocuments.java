package vn.dancu.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dancu.campaign.Announcement;
import vn.dancu.campaign.CollectionDay;
import vn.dancu.campaign.Letters;
import vn.dancu.shared.Role;
import vn.dancu.shared.Texts;
import vn.dancu.shared.document.Document;

/** A notice (thông báo) for the board, and invitation letters (giấy mời) one by one; Vietnamese whatever the screen speaks. */
@Component
class CampaignDocuments {
    private final Letterhead letterhead;
    private final UnitNames units;

    CampaignDocuments(Letterhead letterhead, UnitNames units) {
        this.letterhead = letterhead;
        this.units = units;
    }

    private Document.Letterhead head(Announcement announcement, LocalDate day) {
        Letterhead.Head head =
                letterhead.of(Role.CHIEF, List.of(announcement.facts().commune()));
        return new Document.Letterhead(head.superior(), head.office(), null, head.place(), day);
    }

    /** Nobody is named on it; the signature is by hand. */
    Document notice(Announcement announcement) {
        Announcement.Facts facts = announcement.facts();
        List<Document.Block> blocks = new ArrayList<>();
        announcement
                .texts()
                .notice()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> blocks.add(new Document.Paragraph(line)));
        return new Document(
                head(announcement, LocalDate.ofInstant(announcement.madeAt(), Say.VIETNAM)),
                text("notice.kind"),
                text("notice.subject." + facts.purpose()),
                blocks,
                new Document.Closing(
                        List.of(text("notice.to-board"), text("notice.to-radio"), text("notice.to-file")),
                        List.of(signature(facts.commune()))),
                false,
                null);
    }

    private Document.Signature signature(String commune) {
        return new Document.Signature("TRƯỞNG " + letterhead.police(commune), "", text("sign"), null);
    }

    /** One person's. */
    Document letter(Announcement announcement, @Nullable CollectionDay day, long run, int line, Letters.Letter letter) {
        Announcement.Facts facts = announcement.facts();
        Map<String, String> details = new HashMap<>();
        details.put("unit", units.name(facts.commune()));
        details.put("name", letter.name());
        details.put("born", letter.birthYear() == 0 ? "……" : String.valueOf(letter.birthYear()));
        details.put("address", letter.address().isEmpty() ? letter.group() : letter.address() + ", " + letter.group());
        details.put("purpose", Texts.of(Texts.VIETNAMESE).get("announcement.purpose." + facts.purpose()));
        details.put("place", day == null ? facts.place() : day.place());
        details.put("when", when(facts, day, letter.slot()));
        details.put(
                "papers",
                facts.papers().stream()
                        .map(code -> Texts.of(Texts.VIETNAMESE).get("paper-needed." + code))
                        .collect(Collectors.joining(", ")));
        List<Document.Block> blocks = new ArrayList<>();
        blocks.add(new Document.Paragraph(text("letter.to", details), true));
        blocks.add(new Document.Paragraph(text("letter.address", details)));
        blocks.add(new Document.Paragraph(text("letter.ask", details)));
        blocks.add(new Document.Items(
                facts.papers().isEmpty()
                        ? List.of(text("letter.when", details), text("letter.place", details))
                        : List.of(
                                text("letter.when", details),
                                text("letter.place", details),
                                text("letter.papers", details))));
        blocks.add(new Document.Paragraph(
                facts.telephone().isEmpty()
                        ? text("letter.close")
                        : text("letter.close-by", Map.of("telephone", facts.telephone()))));
        Document.Letterhead head = head(announcement, LocalDate.ofInstant(announcement.madeAt(), Say.VIETNAM));
        return new Document(
                new Document.Letterhead(head.superior(), head.agency(), line + "/GM-" + run, head.place(), head.date()),
                text("letter.kind"),
                "",
                blocks,
                new Document.Closing(List.of(), List.of(signature(facts.commune()))),
                false,
                null);
    }

    private static String when(Announcement.Facts facts, @Nullable CollectionDay day, @Nullable LocalTime slot) {
        if (day != null && slot != null) {
            return text(
                    "letter.slot",
                    Map.of(
                            "from", hour(slot),
                            "to", hour(slot.plusMinutes(day.slotMinutes())),
                            "day", screen(day.day())));
        }
        String hours = hour(facts.opens()) + " – " + hour(facts.closes());
        return facts.firstDay().equals(facts.lastDay())
                ? hours + ", " + screen(facts.firstDay())
                : hours + ", " + screen(facts.firstDay()) + " – " + screen(facts.lastDay());
    }

    static String hour(LocalTime time) {
        return String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
    }

    private static String screen(LocalDate day) {
        return String.format(Locale.ROOT, "%02d/%02d/%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    private static String text(String key) {
        return Texts.of(Texts.VIETNAMESE).get("web.announcement.paper." + key);
    }

    private static String text(String key, Map<String, String> details) {
        return Texts.of(Texts.VIETNAMESE).get("web.announcement.paper." + key, details);
    }
}
