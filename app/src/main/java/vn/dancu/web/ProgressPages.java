package vn.dancu.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.journey.Stage;
import vn.dancu.reporting.AreaCounts;
import vn.dancu.reporting.BehindFigure;
import vn.dancu.reporting.FormBehind;
import vn.dancu.reporting.Measure;
import vn.dancu.reporting.ProgressFigures;
import vn.dancu.shared.FiguresAsOf;

/**
 * {@code /progress/stages} (Theo giai đoạn), {@code /progress/officers} (Theo cán bộ) and {@code /progress/forms}: the forms
 * behind any figure, by number only; whose a form is, is told where it is opened, for a purpose.
 */
@Controller
class ProgressPages {
    private static final int A_PAGE = 50;
    static final List<Stage> TIMED =
            List.of(Stage.COLLECTED, Stage.CHECKED, Stage.RECONCILED, Stage.APPROVED, Stage.RETURNED);

    private final WorkDesk desk;
    private final ProgressFigures figures;

    ProgressPages(WorkDesk desk, ProgressFigures figures) {
        this.desk = desk;
        this.figures = figures;
    }

    @GetMapping("/progress/stages")
    String stages(@RequestParam(defaultValue = "") String commune, Viewer viewer, Model model) {
        model.addAttribute("commune", commune);
        model.addAttribute(
                "matrix",
                desk.matrix(
                        viewer.actor().scope(),
                        ProgressDesk.inArea(commune, viewer.actor().scope())));
        model.addAttribute("stages", WorkDesk.STAGES);
        model.addAttribute("onHold", Measure.ON_HOLD);
        model.addAttribute("persons", Measure.PERSONS);
        model.addAttribute("timed", TIMED);
        model.addAttribute("times", desk.times(viewer.actor().scope(), commune));
        return "progress-stages";
    }

    @GetMapping("/progress/officers")
    String officers(@RequestParam(defaultValue = "") String commune, Viewer viewer, Model model) {
        model.addAttribute("commune", commune);
        model.addAttribute(
                "officers",
                desk.officers(
                        viewer.actor().scope(),
                        ProgressDesk.inArea(commune, viewer.actor().scope())));
        return "progress-officers";
    }

    @GetMapping("/progress/forms")
    String forms(
            @RequestParam(name = "m", defaultValue = "") String word,
            @RequestParam(defaultValue = "") String commune,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String collector,
            @RequestParam(defaultValue = "0") long after,
            Viewer viewer,
            Model model) {
        Measure measure = Measure.byWord(word).orElseThrow(NoSuchPageException::new);
        BehindFigure which = new BehindFigure(
                measure, ProgressDesk.inArea(commune, viewer.actor().scope()), group, collector);
        List<FormBehind> found = figures.behind(which, after, A_PAGE + 1, viewer.actor());
        boolean more = found.size() > A_PAGE;
        List<FormBehind> shown = more ? found.subList(0, A_PAGE) : found;
        FiguresAsOf<List<AreaCounts>> counted = figures.counts(viewer.actor().scope(), commune);
        model.addAttribute("measure", measure);
        model.addAttribute("commune", commune);
        model.addAttribute("group", group);
        model.addAttribute("collector", collector);
        model.addAttribute("forms", shown);
        model.addAttribute("first", after == 0);
        model.addAttribute("next", more ? shown.get(shown.size() - 1).id() : 0L);
        model.addAttribute(
                "all",
                counted.figures().stream()
                        .filter(line -> (group.isEmpty() || group.equals(line.group()))
                                && (collector.isEmpty() || collector.equals(line.collector())))
                        .mapToLong(line -> line.counts().of(measure))
                        .sum());
        model.addAttribute("countedAt", counted.at());
        return "progress-forms";
    }
}
