package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.shared.Role;
import vn.dancu.sources.LookupId;
import vn.dancu.sources.LookupRequest;
import vn.dancu.sources.LookupResult;
import vn.dancu.sources.Lookups;

/** {@code /lookups} (Tra cứu tàng thư): what was asked of the paper archive, what came back, which envelope is out. */
@Controller
class LookupPage {
    private static final int LATEST = 200;

    private final Lookups lookups;
    private final LookupView view;
    private final Letterhead letterhead;
    private final Say say;

    LookupPage(Lookups lookups, LookupView view, Letterhead letterhead, Say say) {
        this.lookups = lookups;
        this.view = view;
        this.letterhead = letterhead;
        this.say = say;
    }

    @GetMapping("/lookups")
    String list(Viewer viewer, Model model) {
        List<LookupRequest> requests = lookups.list(viewer.actor(), LATEST);
        model.addAttribute("requests", requests);
        model.addAttribute(
                "open", requests.stream().filter(LookupRequest::isOpen).count());
        model.addAttribute(
                "openLines",
                requests.stream()
                        .filter(LookupRequest::isOpen)
                        .mapToInt(request -> request.lines() - request.answered())
                        .sum());
        model.addAttribute("loans", lookups.loans(viewer.actor(), true, LATEST));
        model.addAttribute("asks", Lookups.ASKERS.contains(viewer.role()));
        model.addAttribute("answers", viewer.role() == Role.ARCHIVIST);
        return "lookups";
    }

    @GetMapping("/lookups/{id:\\d{1,18}}")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        LookupView.Whole whole = view.whole(new LookupId(id), "lookup-request", viewer);
        LookupRequest request = whole.request();
        boolean cancels = request.isOpen()
                && (viewer.role() != Role.COLLECTOR || request.askedBy().equals(viewer.login()));
        model.addAttribute("whole", whole);
        model.addAttribute("request", request);
        model.addAttribute("answers", viewer.role() == Role.ARCHIVIST && !request.isCancelled());
        model.addAttribute("keeps", viewer.role() == Role.ARCHIVIST);
        model.addAttribute("cancels", cancels);
        return "lookup";
    }

    /** The pick-list on paper (A4). */
    @GetMapping("/lookups/{id:\\d{1,18}}/print")
    String print(@PathVariable long id, Viewer viewer, Model model) {
        LookupView.Whole whole = view.whole(new LookupId(id), "lookup-print", viewer);
        LookupRequest request = whole.request();
        model.addAttribute("whole", whole);
        model.addAttribute("request", request);
        model.addAttribute("head", letterhead.of(Role.CHIEF, List.of(request.communeCode())));
        model.addAttribute("day", Letterhead.day(request.askedAt()));
        model.addAttribute(
                "items",
                SheetItems.ORDER.stream().filter(request.asked()::contains).toList());
        return "lookup-print";
    }

    @PostMapping("/lookups/{id:\\d{1,18}}/cancel")
    String cancel(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        LookupResult result = lookups.cancel(new LookupId(id), reason, viewer.actor());
        model.addAttribute("typedReason", reason);
        return told(result, "web.archive.cancelled-now", id, viewer, response, model, then);
    }

    @PostMapping("/lookups/{id:\\d{1,18}}/lend")
    String lend(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String envelope,
            @RequestParam(defaultValue = "") String to,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        return told(
                lookups.lend(new LookupId(id), envelope, to, viewer.actor()),
                "web.archive.lent-now",
                id,
                viewer,
                response,
                model,
                then);
    }

    @PostMapping("/lookups/loans/{loan:\\d{1,18}}/return")
    String takeBack(
            @PathVariable long loan,
            @RequestParam(defaultValue = "0") long request,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        LookupResult result = lookups.takeBack(loan, viewer.actor());
        if (result instanceof LookupResult.Done) {
            then.addFlashAttribute("done", say.text("web.archive.returned-now"));
            return request == 0 ? "redirect:/lookups" : "redirect:/lookups/" + request;
        }
        return told(result, "", request, viewer, response, model, then);
    }

    private String told(
            LookupResult result,
            String done,
            long id,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        if (result instanceof LookupResult.Refused refused) {
            response.setStatus(LookupView.status(refused.why()).value());
            model.addAttribute("refused", say.text("web.archive.refused." + refused.why()));
            return id == 0 ? list(viewer, model) : show(id, viewer, model);
        }
        then.addFlashAttribute("done", say.text(done));
        return "redirect:/lookups/" + id;
    }
}
