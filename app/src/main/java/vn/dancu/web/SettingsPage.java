package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.access.AccessService;
import vn.dancu.access.AccountDesk;
import vn.dancu.civil.form.FormVersion;
import vn.dancu.civil.list.EthnicGroups;
import vn.dancu.civil.unit.AdministrativeUnits;
import vn.dancu.civil.unit.Level;
import vn.dancu.job.Jobs;
import vn.dancu.journey.Routes;
import vn.dancu.reference.ReferenceLists;
import vn.dancu.reference.Units;

/** {@code /settings} (Thiết lập): the route in force, delegations, lists, form versions and offices, each as of today. */
@Controller
class SettingsPage {
    private final Routes routes;
    private final AccountDesk accounts;
    private final AccessService access;
    private final ReferenceLists lists;
    private final Units units;
    private final Jobs jobs;
    private final Say say;
    private final Clock clock;

    SettingsPage(
            Routes routes,
            AccountDesk accounts,
            AccessService access,
            ReferenceLists lists,
            Units units,
            Jobs jobs,
            Say say,
            Clock clock) {
        this.routes = routes;
        this.accounts = accounts;
        this.access = access;
        this.lists = lists;
        this.units = units;
        this.jobs = jobs;
        this.say = say;
        this.clock = clock;
    }

    /** How many units of a level are known as of today, and whether that is all of them. */
    public record Known(Level level, int units, boolean isComplete) {}

    /** An official list of ethnic groups: how many of its codes are known. */
    public record EthnicList(String list, int known) {}

    @GetMapping("/settings")
    String show(Viewer viewer, Model model) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Say.VIETNAM);
        AdministrativeUnits known = units.current();
        EthnicGroups groups = lists.ethnicGroups();
        model.addAttribute("today", today);
        model.addAttribute("inForce", routes.inForce());
        model.addAttribute("routes", routes.all());
        model.addAttribute("routeHistory", routes.history());
        model.addAttribute(
                "gates",
                routes.gates().stream()
                        .collect(Collectors.groupingBy(Routes.Gate::route, LinkedHashMap::new, Collectors.toList())));
        model.addAttribute("delegations", accounts.delegations());
        model.addAttribute(
                "units",
                List.of(Level.PROVINCE, Level.DISTRICT, Level.COMMUNE).stream()
                        .map(level ->
                                new Known(level, known.all(level, today).size(), known.isComplete(level, "", today)))
                        .toList());
        model.addAttribute("successions", known.successions().size());
        model.addAttribute(
                "ethnic",
                List.of("121/1979", "1019/2008").stream()
                        .map(list -> new EthnicList(list, groups.all(list).size()))
                        .toList());
        model.addAttribute("versions", lists.formVersions().all());
        model.addAttribute("offices", lists.organisation().all());
        model.addAttribute("demo", access.isDemo());
        model.addAttribute(
                "imports",
                JobWorks.LISTS.stream()
                        .filter(kind -> jobs.mayStart(kind, viewer.actor()))
                        .toList());
        return "settings";
    }

    @PostMapping("/settings/form-versions")
    String addVersion(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String circular,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate validFrom,
            @RequestParam(defaultValue = "ONE_DIGIT_FROM_MARCH") FormVersion.MonthRule monthRule,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        ReferenceLists.AddResult result = validFrom == null
                ? ReferenceLists.AddResult.MALFORMED
                : lists.addFormVersion(
                        new FormVersion(code.strip(), circular.strip(), title.strip(), validFrom, null, monthRule),
                        viewer.actor());
        if (result == ReferenceLists.AddResult.ADDED) {
            then.addFlashAttribute("done", say.text("web.settings.version.added"));
            return "redirect:/settings";
        }
        response.setStatus(
                switch (result) {
                    case ADDED -> HttpStatus.OK.value();
                    case NOT_ALLOWED -> HttpStatus.FORBIDDEN.value();
                    case KNOWN, NOT_AFTER_THE_LAST -> HttpStatus.CONFLICT.value();
                    case MALFORMED -> HttpStatus.UNPROCESSABLE_CONTENT.value();
                });
        model.addAttribute("refused", say.text("web.settings.version.refused." + result));
        model.addAttribute("circular", circular);
        model.addAttribute("title", title);
        return show(viewer, model);
    }

    @PostMapping("/settings/route")
    String choose(@RequestParam(defaultValue = "") String route, Viewer viewer, RedirectAttributes then) {
        boolean chosen = routes.choose(route, viewer.actor());
        then.addFlashAttribute(
                chosen ? "done" : "refused",
                say.text(chosen ? "web.settings.route.chosen" : "web.settings.route.refused"));
        return "redirect:/settings";
    }
}
