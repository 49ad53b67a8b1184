package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.campaign.CampaignResult;
import vn.dancu.campaign.MissingDesk;
import vn.dancu.campaign.WalkingList;
import vn.dancu.campaign.WalkingLists;
import vn.dancu.shared.document.Document;
import vn.dancu.shared.document.PdfDocument;

/** {@code /missing/lists} (Danh sách đi hộ): lists on paper, who carries them, and that they came back. */
@Controller
class WalkingListPage {
    private final WalkingLists lists;
    private final MissingPage missing;
    private final WalkingListDocument documents;
    private final CampaignDesk campaign;
    private final Say say;

    WalkingListPage(
            WalkingLists lists, MissingPage missing, WalkingListDocument documents, CampaignDesk campaign, Say say) {
        this.lists = lists;
        this.missing = missing;
        this.documents = documents;
        this.campaign = campaign;
        this.say = say;
    }

    @GetMapping("/missing/lists")
    String all(Viewer viewer, Model model) {
        model.addAttribute("lists", lists.list(viewer.actor()));
        model.addAttribute("today", campaign.today());
        return "walking-lists";
    }

    @PostMapping("/missing/lists")
    String make(
            @RequestParam(defaultValue = "") String commune,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String holder,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String sent,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Optional<LocalDate> day = CampaignDesk.day(due);
        if (day.isEmpty() || !CampaignDesk.isToken(sent)) {
            campaign.malformed("T126_NO_DAY", due, response, model);
            return missing.show(commune, group, reason, 0, viewer, model);
        }
        CampaignResult result = lists.make(
                new WalkingLists.Make(new MissingDesk.Which(commune, group, reason), holder, purpose, day.get(), sent),
                viewer.actor());
        if (!result.isDone()) {
            campaign.refuse(result, response, model);
            return missing.show(commune, group, reason, 0, viewer, model);
        }
        then.addFlashAttribute("done", say.text("web.missing.list-made"));
        return "redirect:/missing/lists/" + result.key();
    }

    @GetMapping("/missing/lists/{id:\\d{1,18}}")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        WalkingLists.Whole whole =
                lists.open(id, "walking-list", viewer.actor()).orElseThrow(NoSuchPageException::new);
        Document document = documents.of(whole);
        model.addAttribute("list", whole.list());
        model.addAttribute("document", document);
        model.addAttribute("pieces", DocumentView.of(document));
        model.addAttribute("day", Letterhead.day(document.head().date()));
        model.addAttribute("outcomes", WalkingList.Outcome.values());
        model.addAttribute("today", campaign.today());
        return "walking-list";
    }

    @GetMapping("/missing/lists/{id:\\d{1,18}}/list.pdf")
    void pdf(@PathVariable long id, Viewer viewer, HttpServletResponse response) throws IOException {
        WalkingLists.Whole whole =
                lists.open(id, "walking-list-pdf", viewer.actor()).orElseThrow(NoSuchPageException::new);
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "attachment; filename=\"danh-sach-di-ho-" + id + ".pdf\"");
        PdfDocument.write(documents.of(whole), response.getOutputStream());
    }

    @PostMapping("/missing/lists/{id:\\d{1,18}}/end")
    String end(
            @PathVariable long id,
            @RequestParam(defaultValue = "RETURNED") WalkingList.Outcome outcome,
            @RequestParam(defaultValue = "") String note,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        CampaignResult result = lists.end(id, outcome, note, viewer.actor());
        if (!result.isDone()) {
            campaign.refuse(result, response, model);
            return show(id, viewer, model);
        }
        then.addFlashAttribute("done", say.text("web.missing.list-ended"));
        return "redirect:/missing/lists";
    }
}
