package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.reporting.OfficialReports;
import vn.dancu.reporting.Reminders;
import vn.dancu.reporting.ReportResult;
import vn.dancu.reporting.ReportStandings;
import vn.dancu.shared.Role;

/** {@code /reports} (Báo cáo): who has reported for a period and who has not, and letters to those. */
@Controller
class ReportsPage {
    private final OfficialReports reports;
    private final ReportStandings units;
    private final Reminders reminders;
    private final ReportPeriodsAsked periods;
    private final Say say;

    ReportsPage(
            OfficialReports reports, ReportStandings units, Reminders reminders, ReportPeriodsAsked periods, Say say) {
        this.reports = reports;
        this.units = units;
        this.reminders = reminders;
        this.periods = periods;
        this.say = say;
    }

    @GetMapping("/reports")
    String list(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Viewer viewer,
            HttpServletResponse response,
            Model model) {
        Optional<ReportPeriodsAsked.Asked> asked = periods.of(kind, from, to);
        if (asked.isEmpty()) {
            refuse(ReportResult.Why.PERIOD_WRONG, response, model);
        }
        ReportPeriodsAsked.Asked shown =
                asked.orElseGet(() -> periods.of("", "", "").orElseThrow());
        List<ReportStandings.Standing> shownUnits = units.of(shown.period(), viewer.actor());
        model.addAttribute("asked", shown);
        model.addAttribute("period", shown.period());
        model.addAttribute("standings", shownUnits);
        model.addAttribute(
                "sent",
                shownUnits.stream().filter(one -> !one.city() && one.isSigned()).count());
        model.addAttribute(
                "wards", shownUnits.stream().filter(one -> !one.city()).count());
        model.addAttribute(
                "late",
                shownUnits.stream().filter(one -> !one.city() && one.late()).count());
        model.addAttribute("reminds", viewer.role() == Role.CITY_TEAM);
        model.addAttribute("reminders", reminders.of(shown.period(), viewer.actor()));
        return "reports";
    }

    @PostMapping("/reports")
    String open(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String unit,
            Viewer viewer,
            HttpServletResponse response,
            Model model) {
        Optional<ReportPeriodsAsked.Asked> asked = periods.of(kind, from, to);
        ReportResult result = asked.isEmpty()
                ? new ReportResult.Refused(ReportResult.Why.PERIOD_WRONG)
                : reports.open(unit, asked.get().period(), viewer.actor());
        if (result instanceof ReportResult.Done done) {
            return "redirect:/reports/" + done.report();
        }
        refuse(((ReportResult.Refused) result).why(), response, model);
        return list(kind, from, to, viewer, response, model);
    }

    @PostMapping("/reports/remind")
    String remind(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") List<String> units,
            @RequestParam(defaultValue = "") String number,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Optional<ReportPeriodsAsked.Asked> asked = periods.of(kind, from, to);
        ReportResult result = asked.isEmpty()
                ? new ReportResult.Refused(ReportResult.Why.PERIOD_WRONG)
                : reminders.remind(asked.get().period(), Set.copyOf(units), number, viewer.name(), viewer.actor());
        if (result instanceof ReportResult.Done) {
            then.addFlashAttribute("done", say.text("web.reports.reminded"));
            return "redirect:/reports?kind=" + asked.get().period().kind() + "&from="
                    + asked.get().period().from() + "&to="
                    + asked.get().period().to();
        }
        refuse(((ReportResult.Refused) result).why(), response, model);
        return list(kind, from, to, viewer, response, model);
    }

    @GetMapping("/reports/reminders/{id:\\d{1,18}}/file")
    void letter(
            @PathVariable long id,
            @RequestParam(defaultValue = "pdf") String format,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        DocumentFiles.send(
                reminders.document(id, viewer.actor()).orElseThrow(NoSuchPageException::new),
                format,
                "cong-van-don-doc-" + id,
                response);
    }

    private void refuse(ReportResult.Why why, HttpServletResponse response, Model model) {
        response.setStatus(status(why).value());
        model.addAttribute("refused", say.text("web.reports.refused." + why));
    }

    static HttpStatus status(ReportResult.Why why) {
        return switch (why) {
            case NO_SUCH_REPORT, OUTSIDE_AREA -> throw new NoSuchPageException();
            case WRONG_ROLE -> HttpStatus.FORBIDDEN;
            case PERIOD_WRONG, TOO_LONG, INCOMPLETE, NOT_EXPLAINED, NO_REASON, NO_COLUMNS ->
                HttpStatus.UNPROCESSABLE_CONTENT;
            case PERIOD_NOT_BEGUN, PERIOD_NOT_OVER, COUNTED_TOO_EARLY, FROZEN, STALE, NOBODY_LATE, LAST_KIND ->
                HttpStatus.CONFLICT;
        };
    }
}
