package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import vn.dancu.civil.organisation.Duty;
import vn.dancu.civil.organisation.Office;
import vn.dancu.civil.organisation.Organisation;
import vn.dancu.civil.unit.AdministrativeUnits;
import vn.dancu.civil.unit.Level;
import vn.dancu.job.Jobs;
import vn.dancu.journey.Routes;
import vn.dancu.reference.Offices;
import vn.dancu.reference.ReferenceLists;
import vn.dancu.reference.Units;

/** {@code /settings} (Thiết lập): the route in force, delegations, lists, form versions and offices, each as of today. */
@Controller
class SettingsPage {
    private final Routes routes;
    private final AccountDesk accounts;
    private final AccessService access;
    private final ReferenceLists lists;
    private final Offices offices;
    private final Units units;
    private final Jobs jobs;
    private final Say say;
    private final Clock clock;

    SettingsPage(
            Routes routes,
            AccountDesk accounts,
            AccessService access,
            ReferenceLists lists,
            Offices offices,
            Units units,
            Jobs jobs,
            Say say,
            Clock clock) {
        this.routes = routes;
        this.accounts = accounts;
        this.access = access;
        this.lists = lists;
        this.offices = offices;
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
        Organisation organisation = offices.organisation();
        model.addAttribute("offices", organisation.all());
        model.addAttribute("officesNow", organisation.asOf(today));
        model.addAttribute("areas", Office.Area.values());
        model.addAttribute("duties", Duty.values());
        if (!model.containsAttribute("office")) {
            model.addAttribute("office", null);
        }
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
            @RequestParam(required = false) @Nullable LocalDate validFrom,
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

    /** What was typed of an office, kept when it is refused. */
    public record TypedOffice(String code, String title, String area, String parent, Set<String> duties, String from) {}

    @PostMapping("/settings/offices")
    String changeOffice(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String parent,
            @RequestParam(required = false) @Nullable List<Duty> duty,
            @RequestParam(defaultValue = "") String from,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Set<Duty> duties = duty == null || duty.isEmpty() ? Set.of() : EnumSet.copyOf(duty);
        Optional<LocalDate> day = TypedDay.of(from);
        Optional<Office.Area> reach = Arrays.stream(Office.Area.values())
                .filter(known -> known.name().equals(area))
                .findFirst();
        String word = code.strip().toUpperCase(Locale.ROOT);
        Offices.Result result = day.isEmpty() || reach.isEmpty()
                ? Offices.Result.MALFORMED
                : offices.change(
                        new Office(
                                word,
                                title.strip(),
                                reach.get(),
                                parent.isBlank() ? null : parent,
                                duties,
                                day.get(),
                                null),
                        viewer.actor());
        if (result == Offices.Result.DONE) {
            then.addFlashAttribute("done", say.text("web.settings.office.changed", Map.of("code", word)));
            return "redirect:/settings";
        }
        model.addAttribute(
                "office",
                new TypedOffice(
                        code,
                        title,
                        area,
                        parent,
                        duties.stream().map(Duty::name).collect(Collectors.toSet()),
                        from));
        return refusedOffice(result, viewer, response, model);
    }

    @PostMapping("/settings/offices/end")
    String endOffice(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String lastDay,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Offices.Result result = TypedDay.of(lastDay)
                .map(day -> offices.end(code, day, viewer.actor()))
                .orElse(Offices.Result.MALFORMED);
        if (result == Offices.Result.DONE) {
            then.addFlashAttribute("done", say.text("web.settings.office.ended", Map.of("code", code)));
            return "redirect:/settings";
        }
        return refusedOffice(result, viewer, response, model);
    }

    private String refusedOffice(Offices.Result result, Viewer viewer, HttpServletResponse response, Model model) {
        HttpStatus status = switch (result) {
            case DONE -> HttpStatus.OK;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case MALFORMED, NO_SUCH_PARENT, VERIFIES_ITSELF -> HttpStatus.UNPROCESSABLE_CONTENT;
            case NOT_AFTER_THE_LAST, NO_SUCH_OFFICE, HAS_OFFICES_UNDER_IT -> HttpStatus.CONFLICT;
        };
        response.setStatus(status.value());
        model.addAttribute("refused", say.text("web.settings.office.refused." + result));
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
