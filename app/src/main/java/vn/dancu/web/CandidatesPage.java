package vn.dancu.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.intake.Forms;
import vn.dancu.intake.StoredForm;
import vn.dancu.reconciliation.CandidateSheet;
import vn.dancu.reconciliation.Candidates;
import vn.dancu.reconciliation.ChooseResult;
import vn.dancu.reconciliation.Source;
import vn.dancu.shared.FormId;

/** {@code /forms/{id}/candidates} (Ứng viên khác): other entries beside the form, and the choice of another one or of none. */
@Controller
class CandidatesPage {
    private final Candidates candidates;
    private final Forms forms;
    private final CompareView view;
    private final Say say;

    CandidatesPage(Candidates candidates, Forms forms, CompareView view, Say say) {
        this.candidates = candidates;
        this.forms = forms;
        this.view = view;
        this.say = say;
    }

    @GetMapping("/forms/{id:\\d+}/candidates")
    String show(@PathVariable long id, Viewer viewer, HttpServletRequest request, Model model) {
        FormId form = new FormId(id);
        StoredForm stored = forms.find(form, viewer.actor()).orElseThrow(NoSuchPageException::new);
        model.addAttribute("id", id);
        model.addAttribute("purposes", Purposes.WORDS);
        Optional<String> purpose = view.purpose(form, request);
        if (purpose.isEmpty()) {
            return "purpose";
        }
        List<CandidateSheet> sheets = candidates.of(form, purpose.get(), viewer.actor());
        model.addAttribute("form", stored.form());
        model.addAttribute(
                "groups",
                Stream.of(Source.RESIDENCE_BOOK, Source.ARCHIVE)
                        .map(source -> CandidateView.of(source, sheets, viewer.login(), say))
                        .filter(group -> !group.sheets().isEmpty())
                        .toList());
        model.addAttribute("q", request.getParameter("q"));
        model.addAttribute("asked", WeightPage.asked(request));
        model.addAttribute("chooses", Menu.REVIEWERS.contains(viewer.role()) && view.isDecidable(form, viewer));
        return request.getHeader("HX-Request") == null ? "candidates" : "candidates :: sheet";
    }

    @PostMapping("/forms/{id:\\d+}/choose")
    String choose(
            @PathVariable long id,
            @RequestParam String source,
            @RequestParam(defaultValue = "0") long entry,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        FormId form = new FormId(id);
        if (!view.isDecidable(form, viewer)) {
            return view.refused(
                    HttpStatus.CONFLICT, say.text("web.desk.too-late"), form, viewer, request, response, model);
        }
        Source from = Source.byCode(source).orElseThrow(NoSuchPageException::new);
        ChooseResult result = entry == 0
                ? candidates.none(form, from, viewer.actor())
                : candidates.choose(form, from, entry, viewer.actor());
        if (result instanceof ChooseResult.NotFound) {
            throw new NoSuchPageException();
        }
        if (result instanceof ChooseResult.WrongRole) {
            return view.refused(
                    HttpStatus.FORBIDDEN,
                    say.text("reconciliation.refused.WRONG_ROLE"),
                    form,
                    viewer,
                    request,
                    response,
                    model);
        }
        if (result instanceof ChooseResult.Contradicts against) {
            String sentence = say.text("web.desk.contradicts", Map.of("who", String.join(", ", against.logins())));
            return view.refused(HttpStatus.CONFLICT, sentence, form, viewer, request, response, model);
        }
        then.addFlashAttribute("done", say.text(entry == 0 ? "web.desk.none-kept" : "web.desk.chosen-kept"));
        return ComparePage.back(id, request);
    }

    @PostMapping("/forms/{id:\\d+}/unchoose")
    String unchoose(
            @PathVariable long id,
            @RequestParam String source,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        FormId form = new FormId(id);
        Source from = Source.byCode(source).orElseThrow(NoSuchPageException::new);
        if (!view.isDecidable(form, viewer) || !candidates.takeBack(form, from, viewer.actor())) {
            return view.refused(
                    HttpStatus.CONFLICT, say.text("web.desk.undone-before"), form, viewer, request, response, model);
        }
        then.addFlashAttribute("done", say.text("web.decide.undone"));
        return ComparePage.back(id, request);
    }
}
