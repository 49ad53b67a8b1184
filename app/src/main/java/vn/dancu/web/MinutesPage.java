package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.reporting.Inspection;
import vn.dancu.reporting.InspectionId;
import vn.dancu.reporting.InspectionResult;
import vn.dancu.reporting.Inspections;
import vn.dancu.reporting.WriteMinutes;
import vn.dancu.shared.document.Document;
import vn.dancu.shared.document.PdfDocument;

/** {@code /inspections/{id}/minutes} (Biên bản kiểm tra): written by the inspecting side, signed by both, printed. */
@Controller
class MinutesPage {
    private final Inspections inspections;
    private final InspectionView view;
    private final MinutesDocument documents;
    private final Letterhead letterhead;
    private final Say say;
    private final Clock clock;

    MinutesPage(
            Inspections inspections,
            InspectionView view,
            MinutesDocument documents,
            Letterhead letterhead,
            Say say,
            Clock clock) {
        this.inspections = inspections;
        this.view = view;
        this.documents = documents;
        this.letterhead = letterhead;
        this.say = say;
        this.clock = clock;
    }

    /** What was typed, kept when it is refused. */
    public record Typed(String place, String findings, String proposals, String opinion, String whyAnew) {}

    @GetMapping("/inspections/{id:\\d{1,18}}/minutes")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        return page(id, null, viewer, model);
    }

    private String page(long id, @Nullable Typed typed, Viewer viewer, Model model) {
        Inspection inspection = view.fill(new InspectionId(id), viewer, model);
        Inspection.Minutes minutes = inspection.minutes();
        Document document = minutes == null ? null : documents.of(inspection, minutes, view.totals(inspection));
        model.addAttribute("document", document);
        model.addAttribute("pieces", document == null ? List.of() : DocumentView.of(document));
        model.addAttribute(
                "day", document == null ? "" : Letterhead.day(document.head().date()));
        model.addAttribute("longest", WriteMinutes.LONGEST_TEXT);
        model.addAttribute("typed", typed == null ? typed(inspection) : typed);
        String capacity = documents.capacity(
                viewer.role(), viewer.actor().scope().communes().stream().toList());
        model.addAttribute("capacity", capacity);
        model.addAttribute(
                "maySign",
                !Inspections.maySign(inspection, viewer.name(), capacity, viewer.actor(), clock.instant())
                        .isEmpty());
        return "minutes";
    }

    private Typed typed(Inspection inspection) {
        Inspection.Minutes minutes = inspection.minutes();
        return minutes == null
                ? new Typed(
                        letterhead.of(inspection.ledAs(), inspection.units()).place(), "", "", "", "")
                : new Typed(minutes.place(), minutes.findings(), minutes.proposals(), minutes.opinion(), "");
    }

    @PostMapping("/inspections/{id:\\d{1,18}}/minutes")
    String write(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String findings,
            @RequestParam(defaultValue = "") String proposals,
            @RequestParam(defaultValue = "") String opinion,
            @RequestParam(defaultValue = "") String whyAnew,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        InspectionResult result = inspections.write(
                new WriteMinutes(
                        new InspectionId(id),
                        place.strip(),
                        findings.strip(),
                        proposals.strip(),
                        opinion.strip(),
                        whyAnew.strip()),
                viewer.actor());
        if (result instanceof InspectionResult.Refused refused) {
            refuse(refused.why(), response, model);
            return page(id, new Typed(place, findings, proposals, opinion, whyAnew), viewer, model);
        }
        then.addFlashAttribute("done", say.text("web.inspection.minutes-written"));
        return "redirect:/inspections/" + id + "/minutes";
    }

    @PostMapping("/inspections/{id:\\d{1,18}}/sign")
    String sign(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String capacity,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        InspectionResult result =
                inspections.sign(new InspectionId(id), version, viewer.name(), capacity, viewer.actor());
        if (result instanceof InspectionResult.Refused refused) {
            refuse(refused.why(), response, model);
            return page(id, null, viewer, model);
        }
        then.addFlashAttribute("done", say.text("web.inspection.signed-now"));
        return "redirect:/inspections/" + id + "/minutes";
    }

    /** The minutes as a file. */
    @GetMapping("/inspections/{id:\\d{1,18}}/minutes.pdf")
    void pdf(@PathVariable long id, Viewer viewer, HttpServletResponse response) throws IOException {
        Inspection inspection =
                inspections.find(new InspectionId(id), viewer.actor()).orElseThrow(NoSuchPageException::new);
        Inspection.Minutes minutes = inspection.minutes();
        if (minutes == null) {
            throw new NoSuchPageException();
        }
        response.setContentType("application/pdf");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"bien-ban-kiem-tra-" + id + "-" + minutes.version() + ".pdf\"");
        PdfDocument.write(documents.of(inspection, minutes, view.totals(inspection)), response.getOutputStream());
    }

    private void refuse(InspectionResult.Why why, HttpServletResponse response, Model model) {
        response.setStatus(InspectionView.status(why).value());
        model.addAttribute("refused", say.text("web.inspection.refused." + why));
    }
}
