package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.campaign.Announcement;
import vn.dancu.campaign.Announcements;
import vn.dancu.campaign.CampaignResult;
import vn.dancu.campaign.CampaignResult.Why;
import vn.dancu.campaign.CollectionDay;
import vn.dancu.campaign.CollectionDays;
import vn.dancu.campaign.LiveQueue;
import vn.dancu.campaign.Ticket;

/** {@code /collection-days} (Buổi thu nhận): the day at a house of culture with its slots, and the live queue. */
@Controller
class CollectionDayPage {
    private final CollectionDays days;
    private final LiveQueue queue;
    private final Announcements announcements;
    private final CampaignDesk campaign;
    private final Say say;

    CollectionDayPage(
            CollectionDays days, LiveQueue queue, Announcements announcements, CampaignDesk campaign, Say say) {
        this.days = days;
        this.queue = queue;
        this.announcements = announcements;
        this.campaign = campaign;
        this.say = say;
    }

    /** What stands in the fields. */
    public record Typed(
            long announcement,
            String commune,
            String place,
            String day,
            String opens,
            String closes,
            String minutes,
            String capacity,
            String desks) {}

    @GetMapping("/collection-days")
    String list(@RequestParam(defaultValue = "0") long announcement, Viewer viewer, Model model) {
        List<Announcement> told = announcements.list(viewer.actor().scope()).stream()
                .filter(one -> one.withdrawn() == null && !one.facts().lastDay().isBefore(campaign.today()))
                .toList();
        model.addAttribute("days", days.list(viewer.actor()));
        model.addAttribute("announcements", told);
        model.addAttribute("communes", campaign.touched(viewer.actor().scope()));
        model.addAttribute("sent", CampaignDesk.newToken());
        model.addAttribute("today", campaign.today());
        if (!model.containsAttribute("typed")) {
            Announcement.Facts facts = told.stream()
                    .filter(one -> one.id() == announcement)
                    .map(Announcement::facts)
                    .findFirst()
                    .orElse(null);
            model.addAttribute(
                    "typed",
                    facts == null
                            ? new Typed(
                                    0, "", "", CampaignDesk.field(campaign.today()), "07:30", "11:00", "30", "20", "2")
                            : new Typed(
                                    announcement,
                                    facts.commune(),
                                    facts.place(),
                                    CampaignDesk.field(facts.firstDay()),
                                    CampaignDocuments.hour(facts.opens()),
                                    CampaignDocuments.hour(facts.closes()),
                                    "30",
                                    "20",
                                    "2"));
        }
        return "collection-days";
    }

    @PostMapping("/collection-days")
    String make(
            @RequestParam(defaultValue = "0") long announcement,
            @RequestParam(defaultValue = "") String commune,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String opens,
            @RequestParam(defaultValue = "") String closes,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam(defaultValue = "") String capacity,
            @RequestParam(defaultValue = "") String desks,
            @RequestParam(defaultValue = "") String sent,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        model.addAttribute(
                "typed", new Typed(announcement, commune, place, day, opens, closes, minutes, capacity, desks));
        Optional<LocalDate> on = CampaignDesk.day(day);
        Optional<LocalTime> from = AnnouncementPage.time(opens);
        Optional<LocalTime> to = AnnouncementPage.time(closes);
        if (on.isEmpty() || from.isEmpty() || to.isEmpty() || !CampaignDesk.isToken(sent)) {
            campaign.malformed("A117_WHEN", day + " " + opens + " " + closes, response, model);
            return list(0, viewer, model);
        }
        CampaignResult result = days.make(
                new CollectionDays.Make(
                        announcement,
                        commune,
                        place,
                        on.get(),
                        from.get(),
                        to.get(),
                        CampaignDesk.number(minutes).orElse(0),
                        CampaignDesk.number(capacity).orElse(0),
                        CampaignDesk.number(desks).orElse(0),
                        sent),
                viewer.actor());
        if (!result.isDone()) {
            campaign.refuse(result, response, model);
            return list(0, viewer, model);
        }
        then.addFlashAttribute("done", say.text("web.day.made"));
        return "redirect:/collection-days/" + result.key();
    }

    /** One desk, and who is at it. */
    public record Desk(int number, @Nullable Ticket ticket) {}

    @GetMapping("/collection-days/{id:\\d{1,18}}")
    String show(@PathVariable long id, @RequestParam(defaultValue = "") String who, Viewer viewer, Model model) {
        CollectionDay day = days.find(id, viewer.actor()).orElseThrow(NoSuchPageException::new);
        List<Ticket> tickets = queue.queue(id);
        List<Desk> desks = new ArrayList<>();
        for (int i = 1; i <= day.desks(); i++) {
            int number = i;
            desks.add(new Desk(
                    i,
                    tickets.stream()
                            .filter(ticket -> Integer.valueOf(number).equals(ticket.desk())
                                    && ticket.state() == Ticket.State.CALLED)
                            .findFirst()
                            .orElse(null)));
        }
        model.addAttribute("day", day);
        model.addAttribute("slots", days.slots(day));
        model.addAttribute("desks", desks);
        model.addAttribute(
                "waiting",
                tickets.stream()
                        .filter(ticket -> ticket.state() == Ticket.State.WAITING)
                        .toList());
        boolean live = !day.isClosed() && day.day().equals(campaign.today());
        model.addAttribute("live", live);
        model.addAttribute("who", who);
        if (who.equals("expected")) {
            model.addAttribute("people", queue.expected(id, say.text("web.day.purpose"), viewer.actor()));
        } else if (who.equals("no-shows")) {
            model.addAttribute("people", queue.noShows(id, say.text("web.day.purpose"), viewer.actor()));
        }
        model.addAttribute(
                "invites",
                day.announcement() != null && !day.isClosed() && !day.day().isBefore(campaign.today()));
        model.addAttribute("groups", campaign.groups(viewer.actor().scope(), day.commune()));
        model.addAttribute("closes", !day.isClosed() && !day.day().isAfter(campaign.today()));
        model.addAttribute("sent", CampaignDesk.newToken());
        return "collection-day";
    }

    @PostMapping("/collection-days/{id:\\d{1,18}}/invite")
    String invite(
            @PathVariable long id,
            @RequestParam(name = "group", required = false) String @Nullable [] groups,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        CollectionDays.Invited invited = days.invite(id, groups == null ? List.of() : List.of(groups), viewer.actor());
        CampaignResult.Refused refused = invited.refused();
        if (refused != null) {
            campaign.refuse(refused, response, model);
            return show(id, "", viewer, model);
        }
        then.addFlashAttribute(
                "done",
                say.text(
                        "web.day.invited-now",
                        Map.of("n", say.number(invited.invited()), "left", say.number(invited.leftOut()))));
        return "redirect:/collection-days/" + id;
    }

    @PostMapping("/collection-days/{id:\\d{1,18}}/walk-in")
    String walkIn(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String sent,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        CampaignResult result = CampaignDesk.isToken(sent)
                ? queue.walkIn(id, sent, viewer.actor())
                : new CampaignResult.Refused(Why.MALFORMED);
        return told(result, "web.day.number-given", id, "", viewer, response, model, then);
    }

    private String told(
            CampaignResult result,
            String done,
            long id,
            String who,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        if (!result.isDone()) {
            campaign.refuse(result, response, model);
            return show(id, who, viewer, model);
        }
        then.addFlashAttribute("done", say.text(done, Map.of("n", say.number(result.key()))));
        return "redirect:/collection-days/" + id + (who.isEmpty() ? "" : "?who=" + who);
    }

    @PostMapping("/collection-days/{id:\\d{1,18}}/tickets/{ticket:\\d{1,18}}/arrive")
    String arrive(
            @PathVariable long id,
            @PathVariable long ticket,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        return told(
                queue.arrive(id, ticket, viewer.actor()),
                "web.day.arrived",
                id,
                "expected",
                viewer,
                response,
                model,
                then);
    }

    @PostMapping("/collection-days/{id:\\d{1,18}}/desks/{desk:\\d{1,2}}/next")
    String next(
            @PathVariable long id,
            @PathVariable int desk,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        return told(queue.callNext(id, desk, viewer.actor()), "web.day.called", id, "", viewer, response, model, then);
    }

    @PostMapping("/collection-days/{id:\\d{1,18}}/tickets/{ticket:\\d{1,18}}/end")
    String end(
            @PathVariable long id,
            @PathVariable long ticket,
            @RequestParam(defaultValue = "") String how,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        boolean served = how.equals("served");
        CampaignResult result = served || how.equals("no-show")
                ? queue.end(id, ticket, served, viewer.actor())
                : new CampaignResult.Refused(Why.MALFORMED);
        return told(
                result, served ? "web.day.served-now" : "web.day.no-show-now", id, "", viewer, response, model, then);
    }

    @PostMapping("/collection-days/{id:\\d{1,18}}/close")
    String close(
            @PathVariable long id, Viewer viewer, HttpServletResponse response, Model model, RedirectAttributes then) {
        return told(queue.close(id, viewer.actor()), "web.day.closed-now", id, "", viewer, response, model, then);
    }
}
