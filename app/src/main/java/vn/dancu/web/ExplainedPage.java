package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.audit.AuditLog;
import vn.dancu.journey.FormJourney;
import vn.dancu.journey.StepReport;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormSet;
import vn.dancu.web.db.ExplainedQueries;
import vn.dancu.web.db.ExplainedQueries.Line;
import vn.dancu.web.db.ExplainedQueries.Waiting;

/**
 * {@code /explained} (Khác cách ghi): differences that a named rule explains, accepted all at once for the officer's area; a
 * sample of twenty is shown first, drawn by a seed.
 */
@Controller
class ExplainedPage {
    static final int SAMPLE = 20;
    private static final String SCREEN = "explained";

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Briefly<AreaScope, List<Waiting>> rules;
    private final Briefly<AreaScope, Integer> ready;
    private final ExplainedQueries explained;
    private final ReconciliationService reconciliation;
    private final FormJourney journey;
    private final AuditLog audit;
    private final Told told;
    private final Say say;

    ExplainedPage(
            ExplainedQueries explained,
            ReconciliationService reconciliation,
            FormJourney journey,
            AuditLog audit,
            Told told,
            Say say,
            Clock clock) {
        this.rules = Briefly.ofSlow(FRESH, clock);
        this.ready = Briefly.ofSlow(FRESH, clock);
        this.explained = explained;
        this.reconciliation = reconciliation;
        this.journey = journey;
        this.audit = audit;
        this.told = told;
        this.say = say;
    }

    /** A difference as it reads on the screen, the form's characters against the source's. */
    public record Shown(
            Line line, List<CharDiff.Piece> form, List<CharDiff.Piece> residence, List<CharDiff.Piece> archive) {}

    @GetMapping("/explained")
    String show(
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "1") long seed,
            Viewer viewer,
            Model model) {
        List<Waiting> rules = this.rules.get(
                viewer.actor().scope(), () -> explained.rules(viewer.actor().scope()));
        Optional<Waiting> chosen =
                rules.stream().filter(waiting -> waiting.rule().equals(rule)).findFirst();
        List<Shown> sample = chosen.map(
                        waiting -> explained.sample(viewer.actor().scope(), waiting.rule(), seed, SAMPLE).stream()
                                .map(this::shown)
                                .toList())
                .orElse(List.of());
        audit.viewEach(
                viewer.actor(),
                SCREEN,
                "form",
                sample.stream()
                        .map(line -> String.valueOf(line.line().form()))
                        .distinct()
                        .toList(),
                say.text("web.menu.queue") + ": " + say.text("web.menu.explained"));
        model.addAttribute("rules", rules);
        model.addAttribute("chosen", chosen.orElse(null));
        model.addAttribute("worked", !rule.isEmpty() && chosen.isEmpty());
        model.addAttribute("sample", sample);
        model.addAttribute("seed", seed);
        model.addAttribute(
                "ready",
                ready.get(
                        viewer.actor().scope(),
                        () -> explained.ready(viewer.actor().scope()).size()));
        return "explained";
    }

    private Shown shown(Line line) {
        String form = say.value(line.field(), line.written());
        String book = say.value(line.field(), line.residence());
        String archive = say.value(line.field(), line.archive());
        String against = CompareRow.differs(book, form) ? book : archive;
        return new Shown(
                line, CharDiff.pieces(form, against), CharDiff.pieces(book, form), CharDiff.pieces(archive, form));
    }

    private void forget() {
        rules.forget();
        ready.forget();
    }

    /** @param until as the page said: forms compared since then are left for the next look */
    @PostMapping("/explained/accept")
    String accept(
            @RequestParam String rule,
            @RequestParam String until,
            @RequestParam(defaultValue = "1") long seed,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Instant upTo;
        try {
            upTo = Instant.parse(until);
        } catch (DateTimeParseException e) {
            throw new NoSuchPageException();
        }
        FormSet forms = explained.forms(viewer.actor().scope(), rule);
        forget();
        FormSet accepted = forms.isEmpty() ? forms : reconciliation.acceptExplained(forms, rule, upTo, viewer.actor());
        if (accepted.isEmpty()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refused", say.text("web.explained.nothing-left"));
            return show(rule, seed, viewer, model);
        }
        forget();
        then.addFlashAttribute("done", say.text("web.explained.accepted", Map.of("n", say.number(accepted.size()))));
        return "redirect:/explained";
    }

    /** Takes the step for every form about which nothing waits any more. */
    @PostMapping("/explained/done")
    String done(Viewer viewer, RedirectAttributes then) {
        FormSet ready = explained.ready(viewer.actor().scope());
        if (!ready.isEmpty()) {
            StepReport report = journey.reconcile(ready, viewer.actor());
            forget();
            told.set(report, then);
        }
        return "redirect:/explained";
    }
}
