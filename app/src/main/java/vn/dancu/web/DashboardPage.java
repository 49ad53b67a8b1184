package vn.dancu.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.shared.AreaScope;

/** {@code /} (Tiến độ): how far the area has come, in persons, over persons who must be counted as of a day. */
@Controller
class DashboardPage {
    private final ProgressDesk desk;
    private final TrendDesk trends;
    private final UnitMap map;

    DashboardPage(ProgressDesk desk, TrendDesk trends, UnitMap map) {
        this.desk = desk;
        this.trends = trends;
        this.map = map;
    }

    /** @param version the targets in force on that day; today's when it says nothing */
    @GetMapping("/")
    String show(
            @RequestParam(defaultValue = "") String commune,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate version,
            Viewer viewer,
            Model model) {
        switch (viewer.role()) {
            case AUDITOR -> {
                return "redirect:/audit";
            }
            case ADMINISTRATOR -> {
                return "redirect:/users";
            }
            case COLLECTOR, CHIEF, ARCHIVIST, CITY_TEAM, PROVINCE_OPERATOR, INSPECTOR, SYSTEM -> {}
        }
        AreaScope scope = viewer.actor().scope();
        ProgressDesk.Overview overview = desk.overview(scope, ProgressDesk.inArea(commune, scope), version);
        model.addAttribute("view", overview);
        model.addAttribute("commune", commune);
        model.addAttribute("version", version);
        model.addAttribute("map", commune.isEmpty() && overview.lines().size() > 1 ? map.draw(overview.lines()) : null);
        model.addAttribute("missing", trends.missing(scope, commune));
        model.addAttribute("closedDays", trends.closed(scope, commune));
        return "dashboard";
    }
}
