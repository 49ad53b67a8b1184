package vn.dancu.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.intake.Forms;
import vn.dancu.intake.StoredForm;
import vn.dancu.journey.Comment;
import vn.dancu.journey.CommentResult;
import vn.dancu.journey.Comments;
import vn.dancu.journey.CorrectForm;
import vn.dancu.journey.Refusal;
import vn.dancu.journey.StepReport;
import vn.dancu.quality.FindingRow;
import vn.dancu.quality.QualityService;

/** What is said at a form's page, and findings that one press puts right. */
@Controller
class FormTalk {
    private final Comments comments;
    private final Forms forms;
    private final QualityService quality;
    private final OneClick oneClick;
    private final StepDesk desk;
    private final Meanwhile meanwhile;
    private final FormView view;
    private final Told told;
    private final Say say;
    private final Clock clock;

    FormTalk(
            Comments comments,
            Forms forms,
            QualityService quality,
            OneClick oneClick,
            StepDesk desk,
            Meanwhile meanwhile,
            FormView view,
            Told told,
            Say say,
            Clock clock) {
        this.comments = comments;
        this.forms = forms;
        this.quality = quality;
        this.oneClick = oneClick;
        this.desk = desk;
        this.meanwhile = meanwhile;
        this.view = view;
        this.told = told;
        this.say = say;
        this.clock = clock;
    }

    @PostMapping("/forms/{id:\\d+}/comment")
    String comment(
            AtForm at,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(required = false) @Nullable Long replyTo,
            @RequestParam(defaultValue = "") String once,
            RedirectAttributes then) {
        List<Comment> others = meanwhile.saidSince(at.id(), at.request(), at.viewer());
        boolean steps = meanwhile.missed(at);
        if (steps || !others.isEmpty()) {
            at.model().addAttribute("meanwhileSaid", others);
            return refused(HttpStatus.CONFLICT, say.text("web.form.meanwhile"), at);
        }
        CommentResult result =
                comments.say(at.id(), comment, replyTo, once, at.viewer().actor());
        String sentence = say.text("comment." + result);
        return switch (result) {
            case SAID, SAID_BEFORE -> {
                then.addFlashAttribute("done", sentence);
                yield FormSteps.back(at.id(), at.request()) + "#comments";
            }
            case NOT_FOUND -> throw new NoSuchPageException();
            case WRONG_ROLE -> refused(HttpStatus.FORBIDDEN, sentence, at);
            case EMPTY, TOO_LONG -> refused(HttpStatus.UNPROCESSABLE_CONTENT, sentence, at);
            case NOTHING_TO_ANSWER -> refused(HttpStatus.CONFLICT, sentence, at);
        };
    }

    /** One press: a correction by the office's own note. What it writes is worked out anew here, never taken from the page. */
    @PostMapping("/forms/{id:\\d+}/remedy")
    String remedy(
            AtForm at,
            @RequestParam int version,
            @RequestParam String code,
            @RequestParam(defaultValue = "") String field,
            RedirectAttributes then) {
        StoredForm stored = forms.find(at.id(), at.viewer().actor()).orElseThrow(NoSuchPageException::new);
        if (meanwhile.missed(at) || stored.version() != version) {
            return refused(HttpStatus.CONFLICT, say.text("web.form.meanwhile"), at);
        }
        List<FindingRow> asked = quality.rows(at.id()).stream()
                .filter(row -> row.finding().code().equals(code)
                        && row.finding().field().equals(field))
                .toList();
        Map<String, OneClick.Offer> offers =
                oneClick.of(at.id(), stored.form(), asked, say.text("web.one-click.purpose"), at.viewer());
        Optional<OneClick.Offer> offer = offers.values().stream().findFirst();
        if (offer.isEmpty()) {
            return refused(HttpStatus.CONFLICT, say.text("web.one-click.gone"), at);
        }
        StepReport report = desk.correct(
                new CorrectForm(
                        at.id(),
                        version,
                        stored.form().with(offer.get().field(), offer.get().value()),
                        CorrectForm.PaperRepair.OFFICE_NOTE,
                        List.of(new vn.dancu.reconciliation.Evidence(
                                offer.get().evidence().kind(),
                                offer.get().evidence().number(),
                                null,
                                LocalDate.ofInstant(clock.instant(), Say.VIETNAM)))),
                at.viewer().actor());
        Optional<Refusal> why = report.refusalOf(at.id());
        if (why.isPresent()) {
            return refused(HttpStatus.valueOf(why.get().httpStatus()), say.text("refusal." + why.get()), at);
        }
        told.set(report, then);
        return FormSteps.back(at.id(), at.request());
    }

    private String refused(HttpStatus status, String sentence, AtForm at) {
        at.response().setStatus(status.value());
        at.model().addAttribute("refused", sentence);
        Meanwhile.keep(at.request(), at.model());
        return view.fill(at.id(), at.viewer(), at.request(), at.model()) ? "form" : "purpose";
    }
}
