package vn.dancu.campaign.domain;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.dancu.campaign.Announcement;
import vn.dancu.campaign.Announcement.Facts;
import vn.dancu.civil.text.Spoken;
import vn.dancu.shared.Texts;

/**
 * Tells an announcement in the words of a ward's loudspeaker, on paper, and in a message, each within its length: what can be
 * missed is left out first. Made from the facts alone, so that nobody can be named. Vietnamese.
 */
public final class AnnouncementTexts {
    private static final int FEW_GROUPS = 6;

    private final Facts facts;
    private final String unit;

    private AnnouncementTexts(Facts facts, String unit) {
        this.facts = facts;
        this.unit = unit;
    }

    /** @param unit as {@code Phường Trần Phú} */
    public static Announcement.Texts of(Facts facts, String unit) {
        AnnouncementTexts texts = new AnnouncementTexts(facts, unit);
        String sms = texts.sms();
        return new Announcement.Texts(texts.script(), texts.notice(), sms, texts.smsPlain());
    }

    private static String say(String key) {
        return Texts.of(Texts.VIETNAMESE).get("announcement." + key);
    }

    private static String say(String key, Map<String, String> details) {
        return Texts.of(Texts.VIETNAMESE).get("announcement." + key, details);
    }

    private static String words(String prefix, List<String> codes) {
        return codes.stream()
                .map(code -> Texts.of(Texts.VIETNAMESE).get(prefix + code))
                .collect(Collectors.joining(", "));
    }

    /** As running text has it: {@code phường Trần Phú}. */
    private String unitInText() {
        return unit.matches("(Phường|Xã|Thị trấn) .*")
                ? unit.substring(0, 1).toLowerCase(Texts.VIETNAMESE) + unit.substring(1)
                : unit;
    }

    private String purpose() {
        return say("purpose." + facts.purpose());
    }

    private String where() {
        if (facts.groups().isEmpty()) {
            return say("everywhere", Map.of("unit", unitInText()));
        }
        return facts.groups().size() > FEW_GROUPS
                ? say("many-groups", Map.of("n", String.valueOf(facts.groups().size()), "unit", unitInText()))
                : String.join(", ", facts.groups()) + ", " + unitInText();
    }

    private String days() {
        return facts.firstDay().equals(facts.lastDay())
                ? say("day", Map.of("day", day(facts.firstDay(), true)))
                : say("days", Map.of("from", day(facts.firstDay(), false), "to", day(facts.lastDay(), true)));
    }

    /** As documents write days: those below ten, and January and February, with a nought before (Decree 30/2020). */
    private String officialDays() {
        String last = official(facts.lastDay()) + "/" + facts.lastDay().getYear();
        return facts.firstDay().equals(facts.lastDay())
                ? say("day", Map.of("day", last))
                : say("days", Map.of("from", official(facts.firstDay()), "to", last));
    }

    private static String official(LocalDate day) {
        return String.format(
                java.util.Locale.ROOT,
                day.getMonthValue() < 3 ? "%02d/%02d" : "%02d/%d",
                day.getDayOfMonth(),
                day.getMonthValue());
    }

    private static String day(LocalDate day, boolean withYear) {
        return day.getDayOfMonth() + "/" + day.getMonthValue() + (withYear ? "/" + day.getYear() : "");
    }

    private static String hour(LocalTime time) {
        return time.getHour() + "h" + String.format(java.util.Locale.ROOT, "%02d", time.getMinute());
    }

    private String hours() {
        return say("hours", Map.of("from", hour(facts.opens()), "to", hour(facts.closes())));
    }

    /** The whole, and then with less and less, until it can be read out. */
    private String script() {
        String telephone =
                facts.telephone().isBlank() ? "" : say("script.telephone", Map.of("telephone", facts.telephone()));
        List<String> parts = new ArrayList<>(List.of(
                say("script.open", Map.of("unit", unitInText(), "where", where(), "purpose", purpose())),
                say("script.when", Map.of("days", days(), "hours", hours())),
                say("script.place", Map.of("place", facts.place())),
                facts.categories().isEmpty()
                        ? ""
                        : say("script.for", Map.of("categories", words("category-for.", facts.categories()))),
                facts.papers().isEmpty()
                        ? ""
                        : say("script.papers", Map.of("papers", words("paper-needed.", facts.papers()))),
                telephone,
                say("script.other-day"),
                say("script.thanks")));
        parts.removeIf(String::isEmpty);
        for (String missed : List.of(say("script.thanks"), say("script.other-day"), telephone)) {
            if (Spoken.syllables(String.join(" ", parts)) > PublicText.MOST_SYLLABLES) {
                parts.remove(missed);
            }
        }
        return String.join(" ", parts);
    }

    private String notice() {
        List<String> lines = new ArrayList<>();
        lines.add(say("notice.open", Map.of("unit", unitInText(), "where", where(), "purpose", purpose())));
        lines.add(say("notice.when", Map.of("days", officialDays(), "hours", hours())));
        lines.add(say("notice.place", Map.of("place", facts.place())));
        if (!facts.categories().isEmpty()) {
            lines.add(say("notice.for", Map.of("categories", words("category-for.", facts.categories()))));
        }
        if (!facts.papers().isEmpty()) {
            lines.add(say("notice.papers", Map.of("papers", words("paper-needed.", facts.papers()))));
        }
        lines.add(
                facts.telephone().isBlank()
                        ? say("notice.ask", Map.of("unit", unitInText()))
                        : say("notice.ask-by", Map.of("unit", unitInText(), "telephone", facts.telephone())));
        lines.add(say("notice.close"));
        return String.join("\n", lines);
    }

    private String shortDays() {
        return facts.firstDay().equals(facts.lastDay())
                ? day(facts.firstDay(), false)
                : (facts.firstDay().getMonth() == facts.lastDay().getMonth()
                                ? String.valueOf(facts.firstDay().getDayOfMonth())
                                : day(facts.firstDay(), false))
                        + "-" + day(facts.lastDay(), false);
    }

    private String shortHours() {
        return (hour(facts.opens()) + "-" + hour(facts.closes())).replace("h00", "h");
    }

    private String shortUnit() {
        return unit.replaceFirst("^Phường ", "P.").replaceFirst("^Xã ", "X.").replaceFirst("^Thị trấn ", "TT.");
    }

    private List<String> messages() {
        String what = say("sms." + facts.purpose());
        String when = shortDays() + " " + shortHours();
        String place = facts.place();
        String shorter = place.replaceFirst("(?i)^nhà văn hóa ", "NVH ").replaceFirst("(?i)^trụ sở ", "");
        String papers = words("paper-short.", facts.papers());
        return List.of(
                "CA " + shortUnit() + ": " + what + " " + when + ", " + place + ". Mang " + papers + ".",
                "CA " + shortUnit() + ": " + what + " " + when + ", " + shorter + ". Mang " + papers + ".",
                "CA " + shortUnit() + ": " + what + " " + when + ", " + shorter + ".",
                "CA " + shortUnit() + ": " + what + " " + when + ".",
                what + " " + when + ".");
    }

    /** The longest that fits; the shortest where none does. */
    private String sms() {
        return fitting(messages(), PublicText.MOST_WITH_MARKS);
    }

    private String smsPlain() {
        return fitting(messages().stream().map(PublicText::plain).toList(), PublicText.MOST_PLAIN);
    }

    private static String fitting(List<String> longestFirst, int most) {
        for (String message : longestFirst) {
            if (PublicText.length(message) <= most) {
                return message;
            }
        }
        return longestFirst.get(longestFirst.size() - 1);
    }
}
