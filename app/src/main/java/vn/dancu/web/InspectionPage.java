package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.reporting.GiveVerdict;
import vn.dancu.reporting.Inspection;
import vn.dancu.reporting.InspectionId;
import vn.dancu.reporting.InspectionResult;
import vn.dancu.reporting.Inspections;
import vn.dancu.reporting.OpenInspection;
import vn.dancu.web.db.EvidenceQueries;

/** {@code /inspections} (Kiểm tra): by written order, on a seeded sample. */
@Controller
class InspectionPage {
    private final Inspections inspections;
    private final InspectionView view;
    private final EvidenceQueries queries;
    private final Say say;
    private final Clock clock;

    InspectionPage(Inspections inspections, InspectionView view, EvidenceQueries queries, Say say, Clock clock) {
        this.inspections = inspections;
        this.view = view;
        this.queries = queries;
        this.say = say;
        this.clock = clock;
    }

    /** What was typed, kept when it is refused. */
    public record Typed(
            String orderNo,
            String orderedOn,
            String from,
            String to,
            List<String> units,
            String subject,
            String team) {}

    @GetMapping("/inspections")
    String list(Viewer viewer, Model model) {
        String today = LocalDate.ofInstant(clock.instant(), Say.VIETNAM).toString();
        return list(new Typed("", today, today, today, List.of(), "", ""), viewer, model);
    }

    private String list(Typed typed, Viewer viewer, Model model) {
        boolean leads = Inspections.LEADERS.contains(viewer.role());
        model.addAttribute("inspections", inspections.list(viewer.actor()));
        model.addAttribute("leads", leads);
        model.addAttribute("typed", typed);
        model.addAttribute("longest", GiveVerdict.LONGEST_NOTE);
        model.addAttribute(
                "communes",
                !leads
                        ? List.of()
                        : viewer.actor().scope().everywhere()
                                ? queries.communes()
                                : viewer.actor().scope().communes().stream()
                                        .sorted()
                                        .toList());
        return "inspections";
    }

    @PostMapping("/inspections")
    String open(
            @RequestParam(defaultValue = "") String orderNo,
            @RequestParam(defaultValue = "") String orderedOn,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") List<String> units,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String team,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        LocalDate ordered = day(orderedOn);
        LocalDate begins = day(from);
        LocalDate ends = day(to);
        InspectionResult result = ordered == null || begins == null || ends == null
                ? new InspectionResult.Refused(InspectionResult.Why.DATES_WRONG)
                : inspections.open(
                        new OpenInspection(orderNo, ordered, begins, ends, units, subject, team, viewer.name()),
                        viewer.actor());
        if (result instanceof InspectionResult.Done done) {
            then.addFlashAttribute("done", say.text("web.inspection.opened"));
            return "redirect:/inspections/" + done.inspection().value();
        }
        refuse(((InspectionResult.Refused) result).why(), response, model);
        return list(new Typed(orderNo, orderedOn, from, to, units, subject, team), viewer, model);
    }

    private static @Nullable LocalDate day(String sent) {
        return TypedDay.of(sent).orElse(null);
    }

    private void refuse(InspectionResult.Why why, HttpServletResponse response, Model model) {
        response.setStatus(InspectionView.status(why).value());
        model.addAttribute("refused", say.text("web.inspection.refused." + why));
    }

    @GetMapping("/inspections/{id:\\d{1,18}}")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        Inspection inspection = view.fill(new InspectionId(id), viewer, model);
        model.addAttribute("largest", Inspections.LARGEST_SAMPLE);
        model.addAttribute("longest", GiveVerdict.LONGEST_NOTE);
        model.addAttribute(
                "suggestedSeed",
                inspection.draw() == null
                        ? inspection.orderedOn().toEpochDay()
                        : inspection.draw().seed() + 1);
        return "inspection";
    }

    @PostMapping("/inspections/{id:\\d{1,18}}/draw")
    String draw(
            @PathVariable long id,
            @RequestParam(defaultValue = "1") long seed,
            @RequestParam(defaultValue = "0") int size,
            @RequestParam(defaultValue = "false") boolean approvedOnly,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        InspectionResult result =
                inspections.draw(new InspectionId(id), seed, size, approvedOnly, reason, viewer.actor());
        if (result instanceof InspectionResult.Refused refused) {
            refuse(refused.why(), response, model);
            model.addAttribute("typedReason", reason);
            return show(id, viewer, model);
        }
        then.addFlashAttribute("done", say.text("web.inspection.drawn", Map.of("seed", String.valueOf(seed))));
        return "redirect:/inspections/" + id;
    }
}
