package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.access.Account;
import vn.dancu.access.Delegation;
import vn.dancu.access.Delegations;

/** {@code /delegations} (Ký thay): to whom a chief gives her signature, from when to when, by which paper. */
@Controller
class DelegationPage {
    private static final int LONGEST_DOCUMENT = 100;

    private final Delegations delegations;
    private final Say say;
    private final Clock clock;

    DelegationPage(Delegations delegations, Say say, Clock clock) {
        this.delegations = delegations;
        this.say = say;
        this.clock = clock;
    }

    /** @param state {@code now}, {@code later} or {@code over} */
    public record Line(Delegation delegation, String state) {}

    @GetMapping("/delegations")
    String show(Viewer viewer, Model model) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Say.VIETNAM);
        List<Line> lines = delegations.of(viewer.login()).stream()
                .map(one -> new Line(one, state(one, today)))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("candidates", delegations.candidates(viewer.login()));
        model.addAttribute("today", today);
        model.addAttribute("standing", delegations.inForce(viewer.login()).orElse(null));
        return "delegations";
    }

    private static String state(Delegation one, LocalDate today) {
        if (one.to().isBefore(today)) {
            return "over";
        }
        return one.from().isAfter(today) ? "later" : "now";
    }

    @PostMapping("/delegations")
    String delegate(
            @RequestParam(defaultValue = "") String deputy,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "") String document,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Delegations.Result result = result(deputy, from, to, document.strip(), viewer);
        if (result == Delegations.Result.DELEGATED) {
            then.addFlashAttribute("done", say.text("delegation." + result));
            return "redirect:/delegations";
        }
        HttpStatus status = switch (result) {
            case DELEGATED -> HttpStatus.OK;
            case NOT_ALLOWED, NOT_A_CHIEF -> HttpStatus.FORBIDDEN;
            case NO_SUCH_DEPUTY, PERIOD_WRONG, DOCUMENT_MISSING -> HttpStatus.UNPROCESSABLE_CONTENT;
            case OVERLAPS -> HttpStatus.CONFLICT;
        };
        response.setStatus(status.value());
        model.addAttribute("refused", say.text("delegation." + result));
        model.addAttribute("typedDeputy", deputy);
        model.addAttribute("typedFrom", from);
        model.addAttribute("typedTo", to);
        model.addAttribute("typedDocument", document);
        return show(viewer, model);
    }

    private Delegations.Result result(
            String deputy, @Nullable LocalDate from, @Nullable LocalDate to, String document, Viewer viewer) {
        if (from == null || to == null) {
            return Delegations.Result.PERIOD_WRONG;
        }
        if (document.length() > LONGEST_DOCUMENT) {
            return Delegations.Result.DOCUMENT_MISSING;
        }
        // Whoever does not work in the chief's own area does not sign for her.
        List<Account> candidates = delegations.candidates(viewer.login());
        if (candidates.stream().noneMatch(account -> account.login().equals(deputy))) {
            return Delegations.Result.NO_SUCH_DEPUTY;
        }
        return delegations.delegate(viewer.login(), deputy, from, to, document, viewer.actor());
    }

    @PostMapping("/delegations/end")
    String end(@RequestParam long id, Viewer viewer, RedirectAttributes then) {
        if (!delegations.end(id, viewer.actor())) {
            throw new NoSuchPageException();
        }
        then.addFlashAttribute("done", say.text("web.delegation.ended"));
        return "redirect:/delegations";
    }
}
