package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.verification.TeamId;
import vn.dancu.verification.TeamResult;
import vn.dancu.verification.Teams;

/** {@code /verification/teams} (Tổ công tác): who goes together, and who cannot go when. */
@Controller
class TeamsPage {
    private final Teams teams;
    private final Say say;
    private final Clock clock;

    TeamsPage(Teams teams, Say say, Clock clock) {
        this.teams = teams;
        this.say = say;
        this.clock = clock;
    }

    @GetMapping("/verification/teams")
    String show(Viewer viewer, Model model) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Say.VIETNAM);
        model.addAttribute("teams", teams.list(viewer.actor()));
        model.addAttribute("strangers", teams.withoutAccount(viewer.actor()));
        model.addAttribute("absences", teams.absences(today.minusDays(31), today.plusYears(1), viewer.actor()));
        model.addAttribute(
                "communes", viewer.actor().scope().communes().stream().sorted().toList());
        model.addAttribute("longestName", Teams.LONGEST_NAME);
        model.addAttribute("longestMembers", Teams.LONGEST_MEMBERS);
        model.addAttribute("today", today);
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", new Teams.NewTeam("", "", List.of(), 2, ""));
        }
        return "verification-teams";
    }

    @PostMapping("/verification/teams")
    String make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String baseUnit,
            @RequestParam(defaultValue = "") List<String> units,
            @RequestParam(defaultValue = "0") int fewest,
            @RequestParam(defaultValue = "") String members,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Teams.NewTeam typed = new Teams.NewTeam(name, baseUnit, units, fewest, members);
        model.addAttribute("typed", typed);
        return answered(teams.make(typed, viewer.actor()), "web.verify.team.made", viewer, response, model, then);
    }

    @PostMapping("/verification/teams/{id:\\d{1,18}}/end")
    String end(
            @PathVariable long id, Viewer viewer, HttpServletResponse response, Model model, RedirectAttributes then) {
        return answered(
                teams.end(new TeamId(id), viewer.actor()), "web.verify.team.ended", viewer, response, model, then);
    }

    @PostMapping("/verification/absences")
    String away(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        LocalDate first = day(from);
        LocalDate last = day(to);
        model.addAttribute("typedFrom", from);
        model.addAttribute("typedTo", to);
        TeamResult result = first == null || last == null
                ? new TeamResult.Refused(TeamResult.Why.DATES_WRONG, "")
                : teams.away(login, first, last, reason, viewer.actor());
        return answered(result, "web.verify.team.away-noted", viewer, response, model, then);
    }

    @PostMapping("/verification/absences/{id:\\d{1,18}}/end")
    String back(
            @PathVariable long id, Viewer viewer, HttpServletResponse response, Model model, RedirectAttributes then) {
        return answered(teams.back(id, viewer.actor()), "web.verify.team.back", viewer, response, model, then);
    }

    private String answered(
            TeamResult result,
            String done,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        if (result instanceof TeamResult.Refused refused) {
            response.setStatus(
                    switch (refused.why()) {
                        case WRONG_ROLE, OUTSIDE_AREA -> HttpStatus.FORBIDDEN.value();
                        case NO_SUCH_TEAM, NO_SUCH_OFFICER -> HttpStatus.NOT_FOUND.value();
                        case NAME_TAKEN, MEMBER_ELSEWHERE -> HttpStatus.CONFLICT.value();
                        case NO_NAME,
                                TOO_LONG,
                                NO_MEMBERS,
                                MEMBER_UNREADABLE,
                                MEMBER_TWICE,
                                MEMBER_LEFT,
                                MEMBER_NO_OFFICER,
                                FEWEST_WRONG,
                                DATES_WRONG -> HttpStatus.UNPROCESSABLE_CONTENT.value();
                    });
            String what = refused.what().length() > 80 ? refused.what().substring(0, 80) + "…" : refused.what();
            model.addAttribute("refused", say.text("web.verify.team.refused." + refused.why(), Map.of("what", what)));
            return show(viewer, model);
        }
        then.addFlashAttribute("done", say.text(done));
        return "redirect:/verification/teams";
    }

    private static @Nullable LocalDate day(String sent) {
        return TypedDay.of(sent).orElse(null);
    }
}
