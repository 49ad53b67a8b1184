package vn.dancu.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.dancu.campaign.Coverage;
import vn.dancu.campaign.PersonsCollected;
import vn.dancu.campaign.PersonsToCount;
import vn.dancu.campaign.TargetChanges;
import vn.dancu.campaign.TargetDesk;
import vn.dancu.campaign.WhoCounts;
import vn.dancu.shared.Role;

/** {@code /targets} (Chỉ tiêu): who must be counted, by unit and group, what contradicts itself, and the forms beside it. */
@Controller
class TargetsPage {
    private final TargetDesk desk;
    private final TargetChanges changes;
    private final CampaignDesk campaign;
    private final Say say;

    TargetsPage(TargetDesk desk, TargetChanges changes, CampaignDesk campaign, Say say) {
        this.desk = desk;
        this.changes = changes;
        this.campaign = campaign;
        this.say = say;
    }

    /**
     * A unit, a group, or the total.
     *
     * @param code empty for the total
     * @param asOf null where nobody has set a figure
     */
    public record Line(
            String code,
            String name,
            long set,
            long adjusted,
            long leaving,
            long toCount,
            boolean isSet,
            @Nullable LocalDate asOf,
            String source,
            String setBy,
            int permanent,
            int temporary,
            PersonsCollected.Line papers) {
        public Coverage coverage() {
            return new Coverage(papers.persons(), toCount);
        }

        public int headCount() {
            return permanent + temporary;
        }

        Line plus(Line other, String as, String called) {
            PersonsCollected.Line a = papers;
            PersonsCollected.Line b = other.papers;
            boolean older = asOf == null || (other.asOf != null && other.asOf.isBefore(asOf));
            return new Line(
                    as,
                    called,
                    set + other.set,
                    adjusted + other.adjusted,
                    leaving + other.leaving,
                    toCount + other.toCount,
                    isSet && other.isSet,
                    older ? other.asOf : asOf,
                    source.equals(other.source) ? source : "…",
                    setBy.equals(other.setBy) ? setBy : "…",
                    permanent + other.permanent,
                    temporary + other.temporary,
                    new PersonsCollected.Line(
                            "",
                            "",
                            a.persons() + b.persons(),
                            a.outside() + b.outside(),
                            a.sheets() + b.sheets(),
                            a.spoiled() + b.spoiled(),
                            a.cancelled() + b.cancelled(),
                            a.replaced() + b.replaced(),
                            a.duplicates() + b.duplicates()));
        }
    }

    /** A finding where it is. */
    public record Found(String where, String commune, String code, String sentence) {}

    @GetMapping("/targets")
    String units(Viewer viewer, Model model) {
        List<String> touched = campaign.touched(viewer.actor().scope());
        if (touched.size() == 1) {
            return unit(touched.get(0), viewer, model);
        }
        TargetDesk.Overview overview = desk.overview(viewer.actor().scope(), "");
        TreeMap<String, Line> units = new TreeMap<>();
        for (TargetDesk.Line line : overview.lines()) {
            units.merge(
                    line.commune(),
                    line(line, line.commune(), say.unit(line.commune())),
                    (one, other) -> one.plus(other, one.code(), one.name()));
        }
        show(overview, new ArrayList<>(units.values()), "", viewer, model);
        return "targets";
    }

    @GetMapping("/targets/{commune:\\d{5}}")
    String unit(@PathVariable String commune, Viewer viewer, Model model) {
        if (!campaign.touched(viewer.actor().scope()).contains(commune)) {
            throw new NoSuchPageException();
        }
        TargetDesk.Overview overview = desk.overview(viewer.actor().scope(), commune);
        List<Line> lines = new ArrayList<>();
        for (TargetDesk.Line line : overview.lines()) {
            lines.add(line(line, line.group(), line.group().isEmpty() ? say.text("web.no-group") : line.group()));
        }
        lines.sort(Comparator.comparing(Line::code, GroupOrder.NATURAL));
        show(overview, lines, commune, viewer, model);
        model.addAttribute("changes", changes.of(commune, viewer.actor().scope()));
        model.addAttribute("versions", desk.versions(commune, viewer.actor().scope()));
        model.addAttribute(
                "places",
                campaign.places(viewer.actor().scope(), commune).stream()
                        .filter(place -> !place.group().isEmpty())
                        .toList());
        return "targets";
    }

    private static Line line(TargetDesk.Line line, String code, String name) {
        PersonsToCount.Line target = line.target();
        return new Line(
                code,
                name,
                target == null ? 0 : target.set(),
                target == null ? 0 : target.adjusted(),
                target == null ? 0 : target.leaving(),
                target == null ? 0 : target.persons(),
                target != null,
                target == null ? null : target.asOf(),
                target == null ? "" : target.source(),
                target == null ? "" : target.setBy(),
                line.headCount().permanent(),
                line.headCount().temporary(),
                line.collected());
    }

    private void show(TargetDesk.Overview overview, List<Line> lines, String commune, Viewer viewer, Model model) {
        Line total =
                lines.stream().reduce((one, other) -> one.plus(other, "", "")).orElse(null);
        model.addAttribute("overview", overview);
        model.addAttribute("who", overview.who());
        model.addAttribute("lines", lines);
        model.addAttribute("total", total);
        model.addAttribute("commune", commune);
        model.addAttribute(
                "findings",
                overview.findings().stream()
                        .map(found -> new Found(
                                (commune.isEmpty() ? say.unit(found.commune()) : "")
                                        + (commune.isEmpty() && !found.group().isEmpty() ? " · " : "")
                                        + found.group(),
                                found.commune(),
                                found.finding().code(),
                                campaign.sentence(found.finding())))
                        .toList());
        boolean sets = viewer.role() == Role.CHIEF || viewer.role() == Role.CITY_TEAM;
        boolean holds = campaign.communes(viewer.actor().scope()).contains(commune);
        model.addAttribute("sets", sets && holds);
        model.addAttribute("adjusts", sets || viewer.role() == Role.COLLECTOR);
        model.addAttribute("setsWho", viewer.role() == Role.CITY_TEAM);
        model.addAttribute("residences", WhoCounts.Residence.values());
        model.addAttribute("history", desk.whoCounted());
        model.addAttribute("today", overview.day());
        model.addAttribute("sent", CampaignDesk.newToken());
        model.addAttribute("longest", TargetDesk.LONGEST_TEXT);
        for (Map.Entry<String, Object> usual :
                Map.<String, Object>of("typed", Map.of()).entrySet()) {
            if (!model.containsAttribute(usual.getKey())) {
                model.addAttribute(usual.getKey(), usual.getValue());
            }
        }
    }
}
