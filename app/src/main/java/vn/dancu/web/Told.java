package vn.dancu.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.journey.Refusal;
import vn.dancu.journey.StepReport;

/** Tells how a step ended, in sentences: on the page that follows, or on the page that is shown again. */
@Component
class Told {
    private final Say say;

    Told(Say say) {
        this.say = say;
    }

    String done(StepReport report) {
        return say.text(
                "web.step.done",
                Map.of(
                        "step", say.text("step." + report.step()),
                        "n", say.number(report.advanced().size())));
    }

    /** One sentence a reason, with how many forms it holds back. */
    List<String> refusals(StepReport report) {
        List<String> lines = new ArrayList<>();
        report.refused().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> lines.add(say.text(
                        "web.step.refused-n",
                        Map.of(
                                "n", say.number(entry.getValue().size()),
                                "why", say.text("refusal." + entry.getKey())))));
        return lines;
    }

    /** For a set of forms: what went on, and what did not and why. */
    void set(StepReport report, RedirectAttributes then) {
        if (!report.advanced().isEmpty()) {
            then.addFlashAttribute("done", done(report));
        }
        if (!report.allAdvanced()) {
            then.addFlashAttribute(
                    "refused", say.text("web.step.refused", Map.of("n", say.number(report.refusedCount()))));
            then.addFlashAttribute("refusedLines", refusals(report));
        }
    }

    /** For one form: why it was refused. */
    void refused(Refusal why, Model model) {
        model.addAttribute("refused", say.text("refusal." + why));
    }
}
