package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.campaign.CampaignResult;
import vn.dancu.campaign.MissingDesk;
import vn.dancu.campaign.MissingEntry;
import vn.dancu.campaign.MissingReasons;
import vn.dancu.campaign.WalkingLists;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Role;

/** {@code /missing} (Chưa có phiếu): who in the books has no form, by group and household, with the reason of each. */
@Controller
class MissingPage {
    private static final int A_PAGE = 60;

    /** A large unit is counted for a second or two. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final MissingDesk desk;
    private final MissingReasons reasons;
    private final CampaignDesk campaign;
    private final Say say;
    private final Briefly<Asked, List<MissingReasons.Line>> remaining;
    private final Briefly<Asked, Map<String, Long>> grouped;

    private record Asked(AreaScope scope, String unit, String reason) {}

    MissingPage(MissingDesk desk, MissingReasons reasons, CampaignDesk campaign, Say say, Clock clock) {
        this.desk = desk;
        this.reasons = reasons;
        this.campaign = campaign;
        this.say = say;
        this.remaining = Briefly.ofSlow(FRESH, clock);
        this.grouped = Briefly.ofSlow(FRESH, clock);
    }

    /** After an answer, which changes what is counted. */
    private void forget() {
        remaining.forget();
        grouped.forget();
    }

    /** Who is missing in one household. */
    public record House(String group, String household, String head, String address, List<MissingEntry> entries) {}

    @GetMapping("/missing")
    String show(
            @RequestParam(defaultValue = "") String commune,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int from,
            Viewer viewer,
            Model model) {
        List<String> touched = campaign.touched(viewer.actor().scope());
        String unit = commune.isEmpty() && touched.size() == 1 ? touched.get(0) : commune;
        if (!unit.isEmpty() && !touched.contains(unit)) {
            throw new NoSuchPageException();
        }
        AreaScope scope = viewer.actor().scope();
        List<MissingReasons.Line> lines =
                remaining.get(new Asked(scope, unit, ""), () -> reasons.remaining(scope, unit));
        model.addAttribute("communes", touched);
        model.addAttribute("commune", unit);
        model.addAttribute("group", group);
        model.addAttribute("reason", reason);
        model.addAttribute("byReason", byReason(lines));
        model.addAttribute(
                "all", lines.stream().mapToLong(MissingReasons.Line::persons).sum());
        model.addAttribute(
                "leaving",
                lines.stream()
                        .filter(MissingReasons.Line::leavesDenominator)
                        .mapToLong(MissingReasons.Line::persons)
                        .sum());
        model.addAttribute("reasons", desk.reasons());
        model.addAttribute("setsRules", viewer.role() == Role.CITY_TEAM);
        model.addAttribute("today", campaign.today());
        if (unit.isEmpty()) {
            model.addAttribute("byUnit", byUnit(lines));
            return "missing";
        }
        MissingDesk.Which which = new MissingDesk.Which(unit, group, reason);
        Map<String, Long> inOrder = grouped.get(
                new Asked(scope, unit, reason),
                () -> desk.byGroup(new MissingDesk.Which(unit, "", reason), viewer.actor()));
        Map<String, Long> groups = new TreeMap<>(GroupOrder.NATURAL);
        groups.putAll(inOrder);
        int first = Math.max(0, from);
        MissingDesk.Span span = group.isEmpty()
                ? MissingDesk.Span.of(inOrder, first, A_PAGE)
                : new MissingDesk.Span(List.of(group), first);
        List<MissingEntry> entries = desk.list(which, span, A_PAGE, say.text("web.missing.purpose"), viewer.actor());
        long count = group.isEmpty()
                ? groups.values().stream().mapToLong(Long::longValue).sum()
                : groups.getOrDefault(group, 0L);
        model.addAttribute("groups", groups);
        model.addAttribute("houses", houses(entries));
        model.addAttribute("count", count);
        model.addAttribute("first", entries.isEmpty() ? 0 : first + 1);
        model.addAttribute("last", first + entries.size());
        model.addAttribute("before", first > 0 ? Math.max(0, first - A_PAGE) : -1);
        model.addAttribute("next", first + entries.size() < count ? first + A_PAGE : -1);
        model.addAttribute("from", first);
        model.addAttribute("sent", CampaignDesk.newToken());
        model.addAttribute("due", campaign.today().plusDays(7));
        model.addAttribute("most", WalkingLists.MOST_ENTRIES);
        model.addAttribute(
                "lists",
                !group.isEmpty() || campaign.communes(viewer.actor().scope()).contains(unit));
        return "missing";
    }

    private static Map<String, Long> byReason(List<MissingReasons.Line> lines) {
        Map<String, Long> sums = new LinkedHashMap<>();
        lines.forEach(line -> sums.merge(line.reason(), line.persons(), Long::sum));
        return sums;
    }

    /** Without a form, and of these not to be counted any more, by unit. */
    public record Unit(String commune, long persons, long leaving, long notAsked) {}

    private static List<Unit> byUnit(List<MissingReasons.Line> lines) {
        Map<String, Unit> units = new TreeMap<>();
        for (MissingReasons.Line line : lines) {
            units.merge(
                    line.commune(),
                    new Unit(
                            line.commune(),
                            line.persons(),
                            line.leavesDenominator() ? line.persons() : 0,
                            line.reason().equals(MissingReasons.NOT_ASKED) ? line.persons() : 0),
                    (one, other) -> new Unit(
                            one.commune(),
                            one.persons() + other.persons(),
                            one.leaving() + other.leaving(),
                            one.notAsked() + other.notAsked()));
        }
        return List.copyOf(units.values());
    }

    private static List<House> houses(List<MissingEntry> entries) {
        Map<String, House> houses = new LinkedHashMap<>();
        for (MissingEntry entry : entries) {
            String key =
                    entry.group() + "/" + (entry.household().isEmpty() ? "#" + entry.address() : entry.household());
            houses.computeIfAbsent(
                            key,
                            household -> new House(
                                    entry.group(),
                                    entry.household(),
                                    entry.headName() == null ? "" : entry.headName(),
                                    entry.address() == null ? "" : entry.address(),
                                    new ArrayList<>()))
                    .entries()
                    .add(entry);
        }
        return List.copyOf(houses.values());
    }

    @PostMapping("/missing/{entry:\\d{1,18}}")
    String reason(
            @PathVariable long entry,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String commune,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int from,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Optional<LocalDate> day = on.isBlank() ? Optional.of(campaign.today()) : CampaignDesk.day(on);
        if (day.isEmpty()) {
            campaign.malformed("T126_NO_DAY", on, response, model);
            return show(commune, group, reason, from, viewer, model);
        }
        CampaignResult result = desk.say(entry, said, note, day.get(), viewer.actor());
        if (!result.isDone()) {
            campaign.refuse(result, response, model);
            return show(commune, group, reason, from, viewer, model);
        }
        forget();
        then.addFlashAttribute("done", say.text("web.missing.said"));
        then.addFlashAttribute("saidOf", entry);
        then.addAttribute("commune", commune);
        then.addAttribute("group", group);
        then.addAttribute("reason", reason);
        then.addAttribute("from", from);
        return "redirect:/missing";
    }

    @PostMapping("/missing/reasons/{code:[A-Z_]{2,40}}")
    String rule(
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean leaves,
            @RequestParam(defaultValue = "") String note,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        CampaignResult result = desk.setRule(code, leaves, note, viewer.actor());
        if (!result.isDone()) {
            campaign.refuse(result, response, model);
            return show("", "", "", 0, viewer, model);
        }
        forget();
        then.addFlashAttribute("done", say.text("web.missing.rule-set"));
        return "redirect:/missing";
    }
}
