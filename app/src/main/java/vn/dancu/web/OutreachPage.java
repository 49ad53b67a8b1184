package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.campaign.Announcements;
import vn.dancu.campaign.CampaignResult;
import vn.dancu.campaign.EnterOutreach;
import vn.dancu.campaign.OutreachEffects;
import vn.dancu.campaign.OutreachKind;
import vn.dancu.campaign.OutreachLedger;
import vn.dancu.campaign.OutreachTotals;
import vn.dancu.campaign.ReachedGroup;
import vn.dancu.civil.text.VietnameseText;
import vn.dancu.shared.Role;

/** {@code /outreach} (Tuyên truyền): the ledger of a month, its totals as the police report them, and what followed. */
@Controller
class OutreachPage {
    private static final int MOST_LISTED = 500;

    /** Of the whole city only the newest: whoever wants all chooses a unit. */
    private static final int MOST_OF_ALL = 60;

    private static final int MOST_OFFERED = 50;

    private final OutreachLedger ledger;
    private final OutreachTotals totals;
    private final OutreachEffects effects;
    private final Announcements announcements;
    private final CampaignDesk campaign;
    private final Say say;

    OutreachPage(
            OutreachLedger ledger,
            OutreachTotals totals,
            OutreachEffects effects,
            Announcements announcements,
            CampaignDesk campaign,
            Say say) {
        this.ledger = ledger;
        this.announcements = announcements;
        this.totals = totals;
        this.effects = effects;
        this.campaign = campaign;
        this.say = say;
    }

    /** What stands in the fields: as typed when it was refused, or what the next line has in common with the last. */
    public record Typed(
            String kind,
            String place,
            String day,
            String times,
            String minutes,
            String attendance,
            String heldBy,
            String text,
            String note,
            String announcement) {}

    @GetMapping("/outreach")
    String show(
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String commune,
            Viewer viewer,
            Model model) {
        LocalDate today = campaign.today();
        List<String> touched = campaign.touched(viewer.actor().scope());
        if (!commune.isEmpty() && !touched.contains(commune)) {
            throw new NoSuchPageException();
        }
        YearMonth shown = month(month)
                .orElseGet(() ->
                        YearMonth.from(ledger.newestDay(viewer.actor().scope()).orElse(today)));
        LocalDate from = shown.atDay(1);
        LocalDate to = shown.atEndOfMonth();
        List<OutreachTotals.Line> lines = totals.of(viewer.actor().scope(), commune, from, to);
        model.addAttribute("month", shown);
        model.addAttribute("before", shown.minusMonths(1).toString());
        model.addAttribute("after", shown.plusMonths(1).toString());
        model.addAttribute("isNow", !shown.isBefore(YearMonth.from(today)));
        model.addAttribute("commune", commune);
        model.addAttribute("communes", touched);
        model.addAttribute("totals", lines);
        model.addAttribute("sum", OutreachTotals.sum(lines));
        model.addAttribute("sentence", sentence(shown, lines));
        int most = commune.isEmpty() && touched.size() > 1 ? MOST_OF_ALL : MOST_LISTED;
        model.addAttribute("most", most);
        model.addAttribute("lines", ledger.list(viewer.actor().scope(), commune, from, to, most));
        List<ReachedGroup> rows = effects.of(viewer.actor().scope(), commune, from, to);
        model.addAttribute("effects", rows);
        boolean enters =
                viewer.role() == Role.COLLECTOR || viewer.role() == Role.CHIEF || viewer.role() == Role.CITY_TEAM;
        model.addAttribute("enters", enters);
        model.addAttribute("judges", viewer.role() == Role.CHIEF || viewer.role() == Role.CITY_TEAM);
        if (enters) {
            model.addAttribute("places", campaign.places(viewer.actor().scope(), commune));
            model.addAttribute("kinds", OutreachKind.values());
            model.addAttribute(
                    "announcements",
                    announcements.list(viewer.actor().scope()).stream()
                            .filter(one -> one.withdrawn() == null
                                    && (commune.isEmpty()
                                            || one.facts().commune().equals(commune)))
                            .limit(MOST_OFFERED)
                            .toList());
            model.addAttribute("sent", CampaignDesk.newToken());
            if (!model.containsAttribute("typed")) {
                model.addAttribute(
                        "typed",
                        new Typed("BROADCAST", "", CampaignDesk.field(today), "1", "", "", viewer.name(), "", "", ""));
            }
        }
        return "outreach";
    }

    private static Optional<YearMonth> month(String written) {
        try {
            return written.isEmpty() ? Optional.empty() : Optional.of(YearMonth.parse(written));
        } catch (DateTimeException e) {
            throw new NoSuchPageException();
        }
    }

    /** As the police write it: broadcasts, meetings, attendances, and in how many wards and communes. */
    private String sentence(YearMonth month, List<OutreachTotals.Line> lines) {
        OutreachTotals.Line sum = OutreachTotals.sum(lines);
        long wards = lines.stream()
                .filter(line -> VietnameseText.fold(say.unit(line.commune())).startsWith("phuong "))
                .count();
        return say.text(
                "web.outreach.sentence",
                Map.of(
                        "month", month.getMonthValue() + "/" + month.getYear(),
                        "broadcasts", say.number(sum.broadcasts()),
                        "meetings", say.number(sum.meetings()),
                        "attendances", say.number(sum.attendances()),
                        "wards", say.number(wards),
                        "communes", say.number(lines.size() - wards)));
    }

    @PostMapping("/outreach")
    String enter(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String times,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam(defaultValue = "") String attendance,
            @RequestParam(defaultValue = "") String heldBy,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String announcement,
            @RequestParam(defaultValue = "") String sent,
            @RequestParam(defaultValue = "") String commune,
            @RequestParam(defaultValue = "") String month,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Typed typed = new Typed(kind, place, day, times, minutes, attendance, heldBy, text, note, announcement);
        model.addAttribute("typed", typed);
        Map<String, String> unreadable = unreadable(typed, sent);
        if (!unreadable.isEmpty()) {
            Map.Entry<String, String> first = unreadable.entrySet().iterator().next();
            campaign.malformed(first.getKey(), first.getValue(), response, model);
            return show(month, commune, viewer, model);
        }
        String[] where = CampaignDesk.parts(place);
        CampaignResult result = ledger.enter(
                new EnterOutreach(
                        OutreachKind.valueOf(kind),
                        where[0],
                        where[1],
                        CampaignDesk.day(day).orElseThrow(),
                        CampaignDesk.number(times).orElse(1),
                        CampaignDesk.number(minutes).orElse(null),
                        CampaignDesk.number(attendance).orElse(null),
                        heldBy,
                        text,
                        note,
                        announcement.matches("[1-9]\\d{0,17}") ? Long.valueOf(announcement) : null,
                        sent),
                viewer.actor());
        if (!result.isDone()) {
            campaign.refuse(result, response, model);
            return show(month, commune, viewer, model);
        }
        LocalDate held = CampaignDesk.day(day).orElseThrow();
        then.addFlashAttribute(
                "done",
                say.text(
                        "web.outreach.entered",
                        Map.of(
                                "kind", say.text("outreach." + kind),
                                "place", where[1].isEmpty() ? say.unit(where[0]) : where[1],
                                "day", say.day(held))));
        // The next line is mostly another group on the same day by the same officer.
        then.addFlashAttribute("typed", new Typed(kind, "", day, "1", minutes, "", heldBy, text, "", announcement));
        then.addFlashAttribute("again", true);
        return "redirect:/outreach?month=" + YearMonth.from(held) + (commune.isEmpty() ? "" : "&commune=" + commune);
    }

    /** By code what cannot be read at all; nothing of it is guessed. */
    private static Map<String, String> unreadable(Typed typed, String sent) {
        boolean known = false;
        for (OutreachKind one : OutreachKind.values()) {
            known |= one.name().equals(typed.kind());
        }
        if (!known) {
            return Map.of("O110_WHAT_KIND", "");
        }
        if (typed.place().isEmpty()) {
            return Map.of("O111_WHERE", "");
        }
        if (CampaignDesk.day(typed.day()).isEmpty()) {
            return Map.of("T126_NO_DAY", typed.day());
        }
        for (String number : List.of(typed.times(), typed.minutes(), typed.attendance())) {
            if (!number.isBlank() && CampaignDesk.number(number).isEmpty()) {
                return Map.of("T128_NO_NUMBER", number);
            }
        }
        if (!CampaignDesk.isToken(sent)) {
            return Map.of("O112_OLD_PAGE", "");
        }
        return Map.of();
    }

    @PostMapping("/outreach/{id:\\d{1,18}}/withdraw")
    String withdraw(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String commune,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        CampaignResult result = ledger.withdraw(id, reason, viewer.actor());
        if (!result.isDone()) {
            campaign.refuse(result, response, model);
            return show(month, commune, viewer, model);
        }
        then.addFlashAttribute("done", say.text("web.outreach.withdrawn"));
        return "redirect:/outreach" + (month.isEmpty() ? "" : "?month=" + month);
    }
}
