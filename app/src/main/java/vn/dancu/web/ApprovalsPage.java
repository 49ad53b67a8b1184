package vn.dancu.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.dancu.intake.Forms;
import vn.dancu.journey.PathView;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;

/** {@code /approvals}: forms that nobody in their own ward may sign, because everybody there had a hand in them. */
@Controller
class ApprovalsPage {
    private static final int SHOWN = 200;
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final PathView path;
    private final Forms forms;
    private final Briefly<AreaScope, FormSet> waiting;

    ApprovalsPage(PathView path, Forms forms, Clock clock) {
        this.path = path;
        this.forms = forms;
        this.waiting = new Briefly<>(FRESH, clock);
    }

    private FormSet waiting(Viewer viewer) {
        return waiting.get(viewer.actor().scope(), () -> path.withoutOtherEyes(viewer.actor()));
    }

    @GetMapping("/approvals")
    String show(Viewer viewer, Model model) {
        FormSet all = waiting(viewer);
        List<FormId> first =
                Arrays.stream(all.keys()).limit(SHOWN).mapToObj(FormId::new).toList();
        model.addAttribute("all", all.size());
        model.addAttribute("lines", forms.summaries(first));
        return "approvals";
    }

    /** How many; a piece of the queue's page that comes after it. */
    @GetMapping("/approvals/count")
    String count(Viewer viewer, Model model) {
        model.addAttribute("all", waiting(viewer).size());
        return "approvals :: count";
    }
}
