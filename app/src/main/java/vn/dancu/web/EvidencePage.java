package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.reporting.GiveVerdict;
import vn.dancu.reporting.GiveVerdict.Mark;
import vn.dancu.reporting.Inspection;
import vn.dancu.reporting.InspectionId;
import vn.dancu.reporting.InspectionResult;
import vn.dancu.reporting.Inspections;
import vn.dancu.shared.FormId;

/** {@code /inspections/{id}/forms/{form}} (Phiếu chứng cứ): one printable sheet a sampled form, and the verdict on it. */
@Controller
class EvidencePage {
    private final Inspections inspections;
    private final EvidenceView view;
    private final Say say;

    EvidencePage(Inspections inspections, EvidenceView view, Say say) {
        this.inspections = inspections;
        this.view = view;
        this.say = say;
    }

    /**
     * One question of the verdict.
     *
     * @param mark PASS, FAIL, or empty before it is answered
     */
    public record Question(String key, String mark, String note) {}

    @GetMapping("/inspections/{id:\\d{1,18}}/forms/{form:\\d{1,18}}")
    String show(@PathVariable long id, @PathVariable long form, Viewer viewer, Model model) {
        return page(id, form, null, viewer, model);
    }

    private String page(long id, long form, @Nullable List<Question> typed, Viewer viewer, Model model) {
        Inspection.Sampled sampled = view.fill(new InspectionId(id), new FormId(form), viewer, model);
        Inspection.Verdict verdict = sampled.verdict();
        model.addAttribute("questions", typed == null ? questions(verdict) : typed);
        model.addAttribute("seen", verdict == null ? 0 : verdict.id());
        model.addAttribute("longest", GiveVerdict.LONGEST_NOTE);
        return "evidence";
    }

    private static List<Question> questions(Inspection.@Nullable Verdict verdict) {
        return verdict == null
                ? List.of(
                        new Question("collection", "", ""),
                        new Question("quality", "", ""),
                        new Question("accuracy", "", ""))
                : List.of(
                        new Question("collection", verdict.collection().name(), verdict.collectionNote()),
                        new Question("quality", verdict.quality().name(), verdict.qualityNote()),
                        new Question("accuracy", verdict.accuracy().name(), verdict.accuracyNote()));
    }

    @PostMapping("/inspections/{id:\\d{1,18}}/forms/{form:\\d{1,18}}")
    String judge(
            @PathVariable long id,
            @PathVariable long form,
            @RequestParam(defaultValue = "0") long seen,
            @RequestParam(defaultValue = "") String collection,
            @RequestParam(defaultValue = "") String collectionNote,
            @RequestParam(defaultValue = "") String quality,
            @RequestParam(defaultValue = "") String qualityNote,
            @RequestParam(defaultValue = "") String accuracy,
            @RequestParam(defaultValue = "") String accuracyNote,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Mark first = mark(collection);
        Mark second = mark(quality);
        Mark third = mark(accuracy);
        InspectionResult result = first == null || second == null || third == null
                ? new InspectionResult.Refused(InspectionResult.Why.INCOMPLETE)
                : inspections.judge(
                        new GiveVerdict(
                                new InspectionId(id),
                                new FormId(form),
                                seen,
                                first,
                                collectionNote,
                                second,
                                qualityNote,
                                third,
                                accuracyNote),
                        viewer.actor());
        if (result instanceof InspectionResult.Refused refused) {
            response.setStatus(InspectionView.status(refused.why()).value());
            model.addAttribute("refused", say.text("web.inspection.refused." + refused.why()));
            return page(
                    id,
                    form,
                    List.of(
                            new Question("collection", collection, collectionNote),
                            new Question("quality", quality, qualityNote),
                            new Question("accuracy", accuracy, accuracyNote)),
                    viewer,
                    model);
        }
        then.addFlashAttribute("done", say.text("web.inspection.judged-now"));
        return next(id, form, viewer);
    }

    private static @Nullable Mark mark(String sent) {
        return switch (sent) {
            case "PASS" -> Mark.PASS;
            case "FAIL" -> Mark.FAIL;
            default -> null;
        };
    }

    /** The next form without a verdict, in the order drawn; after the last one the inspection. */
    private String next(long id, long form, Viewer viewer) {
        List<Inspection.Sampled> sample = inspections.sample(new InspectionId(id), viewer.actor());
        int at = sample.stream()
                .filter(one -> one.form().value() == form)
                .mapToInt(Inspection.Sampled::position)
                .findFirst()
                .orElse(0);
        return sample.stream()
                .filter(one -> one.verdict() == null)
                .min((one, other) -> Integer.compare(after(one, at, sample.size()), after(other, at, sample.size())))
                .map(open ->
                        "redirect:/inspections/" + id + "/forms/" + open.form().value())
                .orElse("redirect:/inspections/" + id);
    }

    private static int after(Inspection.Sampled sampled, int at, int size) {
        return sampled.position() > at ? sampled.position() : sampled.position() + size;
    }
}
