package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.access.Delegations;
import vn.dancu.reporting.OfficialReport;
import vn.dancu.reporting.OfficialReports;
import vn.dancu.reporting.ReportPeriods;
import vn.dancu.reporting.ReportResult;
import vn.dancu.reporting.ReportTemplates;
import vn.dancu.shared.document.Document;

/** {@code /reports/{id}}: a unit's report for a period: counted, with its own words, signed and frozen. */
@Controller
class ReportPage {
    private final OfficialReports reports;
    private final ReportPeriods periods;
    private final Delegations delegations;
    private final Say say;

    ReportPage(OfficialReports reports, ReportPeriods periods, Delegations delegations, Say say) {
        this.reports = reports;
        this.periods = periods;
        this.delegations = delegations;
        this.say = say;
    }

    /** What was typed, kept when it is refused. */
    public record Typed(String difficulties, String proposals, String explanation, String number) {}

    @GetMapping("/reports/{id:\\d{1,18}}")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        return page(id, null, viewer, model);
    }

    private OfficialReport find(long id, Viewer viewer) {
        return reports.find(id, viewer.actor()).orElseThrow(NoSuchPageException::new);
    }

    private String page(long id, @Nullable Typed typed, Viewer viewer, Model model) {
        OfficialReport report = find(id, viewer);
        Document document = reports.document(report);
        OfficialReport.Words words = report.words();
        boolean writes = reports.mayWrite(report, viewer.actor()) && !report.isSigned();
        model.addAttribute("report", report);
        model.addAttribute("period", report.period());
        model.addAttribute("document", document);
        model.addAttribute("pieces", DocumentView.of(document));
        model.addAttribute("day", Letterhead.day(document.head().date()));
        model.addAttribute("due", periods.due(report.period()));
        model.addAttribute("writes", writes);
        model.addAttribute(
                "above",
                report.count() != null
                        && !report.count().figures().aboveTarget().isEmpty());
        model.addAttribute("ended", !periods.today().isBefore(report.period().to()));
        model.addAttribute("delegation", delegations.inForce(viewer.login()).orElse(null));
        model.addAttribute("longest", OfficialReports.LONGEST_WORDS);
        model.addAttribute("longestLine", ReportTemplates.LONGEST_LINE);
        model.addAttribute(
                "typed",
                typed == null ? new Typed(words.difficulties(), words.proposals(), words.explanation(), "") : typed);
        return "report";
    }

    @PostMapping("/reports/{id:\\d{1,18}}/count")
    String count(
            @PathVariable long id, Viewer viewer, HttpServletResponse response, Model model, RedirectAttributes then) {
        return told(id, reports.count(id, viewer.actor()), "web.reports.counted", null, viewer, response, model, then);
    }

    @PostMapping("/reports/{id:\\d{1,18}}/words")
    String words(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long seen,
            @RequestParam(defaultValue = "") String difficulties,
            @RequestParam(defaultValue = "") String proposals,
            @RequestParam(defaultValue = "") String explanation,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        ReportResult result = reports.write(
                id,
                new OfficialReport.Words(seen, difficulties.strip(), proposals.strip(), explanation.strip()),
                viewer.actor());
        Typed typed = new Typed(difficulties, proposals, explanation, "");
        return told(id, result, "web.reports.written", typed, viewer, response, model, then);
    }

    @PostMapping("/reports/{id:\\d{1,18}}/freeze")
    String freeze(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long count,
            @RequestParam(defaultValue = "0") long words,
            @RequestParam(defaultValue = "") String number,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        ReportResult result =
                reports.freeze(id, new OfficialReports.Sign(count, words, number, viewer.name()), viewer.actor());
        OfficialReport.Words kept = find(id, viewer).words();
        Typed typed = new Typed(kept.difficulties(), kept.proposals(), kept.explanation(), number);
        return told(id, result, "web.reports.frozen-now", typed, viewer, response, model, then);
    }

    private String told(
            long id,
            ReportResult result,
            String done,
            @Nullable Typed typed,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        if (result instanceof ReportResult.Refused refused) {
            response.setStatus(ReportsPage.status(refused.why()).value());
            model.addAttribute("refused", say.text("web.reports.refused." + refused.why()));
            return page(id, typed, viewer, model);
        }
        then.addFlashAttribute("done", say.text(done));
        return "redirect:/reports/" + id;
    }

    /** The report as a file: as it was signed, before that as a draft. */
    @GetMapping("/reports/{id:\\d{1,18}}/file")
    void file(
            @PathVariable long id,
            @RequestParam(defaultValue = "pdf") String format,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        OfficialReport report = find(id, viewer);
        DocumentFiles.send(
                reports.document(report),
                format,
                "bao-cao-tien-do-" + report.unit() + "-" + report.period().from() + "-"
                        + report.period().to() + (report.isSigned() ? "" : "-du-thao"),
                response);
    }

    /** A frozen report against the logs: counted again as of its cut-off, and as of now. */
    @GetMapping("/reports/{id:\\d{1,18}}/check")
    String check(@PathVariable long id, Viewer viewer, Model model) {
        OfficialReport report = find(id, viewer);
        model.addAttribute("report", report);
        model.addAttribute("period", report.period());
        model.addAttribute("check", reports.check(id, viewer.actor()).orElseThrow(NoSuchPageException::new));
        model.addAttribute(
                "byGroup", report.frozen() != null && report.frozen().figures().byGroup());
        return "report-check";
    }
}
