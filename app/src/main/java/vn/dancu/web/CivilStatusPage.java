package vn.dancu.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.audit.AuditLog;
import vn.dancu.journey.CivilStatusLine;
import vn.dancu.journey.PathView;
import vn.dancu.shared.AreaScope;

/**
 * {@code /civil-status}: the list per commune that asks the civil-status office to register or put right (danh sách đề nghị
 * tư pháp – hộ tịch đăng ký, cải chính), to print on A4 in the form of Decree 30/2020. Each person on it is logged as seen.
 */
@Controller
class CivilStatusPage {
    private static final int MOST = 1_000;

    private final PathView path;
    private final AuditLog audit;
    private final UnitNames units;
    private final Say say;
    private final Clock clock;

    CivilStatusPage(PathView path, AuditLog audit, UnitNames units, Say say, Clock clock) {
        this.path = path;
        this.audit = audit;
        this.units = units;
        this.say = say;
        this.clock = clock;
    }

    @GetMapping("/civil-status")
    @Transactional
    public String show(@RequestParam(required = false) @Nullable String commune, Viewer viewer, Model model) {
        SortedSet<String> communes = communes(viewer.actor().scope());
        if (commune != null && !commune.isEmpty() && !communes.isEmpty() && !communes.contains(commune)) {
            throw new NoSuchPageException();
        }
        String chosen = commune == null || commune.isEmpty() ? communes.size() == 1 ? communes.first() : "" : commune;
        List<CivilStatusLine> lines = chosen.isEmpty() ? List.of() : path.civilStatus(chosen, viewer.actor(), MOST);
        if (!lines.isEmpty()) {
            audit.viewEach(
                    viewer.actor(),
                    "civil-status",
                    "form",
                    lines.stream()
                            .map(line -> String.valueOf(line.form().value()))
                            .toList(),
                    say.text("web.civil.purpose"));
        }
        model.addAttribute("communes", communes);
        model.addAttribute("commune", chosen);
        model.addAttribute("lines", lines);
        model.addAttribute("most", MOST);
        model.addAttribute("unit", chosen.isEmpty() ? "" : units.name(chosen));
        model.addAttribute("above", chosen.isEmpty() ? "" : units.above(chosen));
        model.addAttribute("day", LocalDate.ofInstant(clock.instant(), Say.VIETNAM));
        model.addAttribute("now", clock.instant());
        return "civil-status";
    }

    private static SortedSet<String> communes(AreaScope scope) {
        SortedSet<String> communes = new TreeSet<>(scope.communes());
        scope.groups().forEach(group -> communes.add(group.substring(0, group.indexOf('/'))));
        return communes;
    }
}
