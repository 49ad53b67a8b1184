package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.campaign.Adjustment;
import vn.dancu.campaign.CampaignResult;
import vn.dancu.campaign.PersonsToCount;
import vn.dancu.campaign.TargetChanges;
import vn.dancu.campaign.TargetDesk;
import vn.dancu.campaign.TargetFigure;
import vn.dancu.campaign.UnitTotal;
import vn.dancu.campaign.WhoCounts;
import vn.dancu.shared.DanCuException;

/** What is done on {@code /targets}: figures from the books, by hand or from a file; births, moves and deaths. */
@Controller
class TargetActs {
    private static final long LARGEST_FILE = 2_000_000;

    private final TargetDesk desk;
    private final TargetChanges changes;
    private final TargetsPage page;
    private final CampaignDesk campaign;
    private final PersonsToCount toCount;
    private final Say say;

    TargetActs(
            TargetDesk desk,
            TargetChanges changes,
            TargetsPage page,
            CampaignDesk campaign,
            PersonsToCount toCount,
            Say say) {
        this.desk = desk;
        this.changes = changes;
        this.page = page;
        this.campaign = campaign;
        this.toCount = toCount;
        this.say = say;
    }

    @PostMapping("/targets/who")
    String who(
            @RequestParam(defaultValue = "BOTH") WhoCounts.Residence residence,
            @RequestParam(defaultValue = "") String born,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Optional<LocalDate> bornUpTo = CampaignDesk.day(born);
        if (!born.isBlank() && bornUpTo.isEmpty()) {
            campaign.malformed("T126_NO_DAY", born, response, model);
            return page.units(viewer, model);
        }
        CampaignResult result = desk.setWhoCounts(residence, bornUpTo.orElse(null), reason, viewer.actor());
        if (!result.isDone()) {
            campaign.refuse(result, response, model);
            return page.units(viewer, model);
        }
        then.addFlashAttribute("done", say.text("web.targets.who-set"));
        return "redirect:/targets";
    }

    @PostMapping("/targets/{commune:\\d{5}}/books")
    String fromBooks(
            @PathVariable String commune,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String source,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Optional<LocalDate> asOf = CampaignDesk.day(day);
        if (asOf.isEmpty()) {
            campaign.malformed("T126_NO_DAY", day, response, model);
            return page.unit(commune, viewer, model);
        }
        return told(
                desk.makeFromBooks(commune, asOf.get(), source, viewer.actor()),
                "web.targets.made",
                commune,
                viewer,
                response,
                model,
                then);
    }

    private String told(
            CampaignResult result,
            String done,
            String commune,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        if (!result.isDone()) {
            campaign.refuse(result, response, model);
            return page.unit(commune, viewer, model);
        }
        then.addFlashAttribute("done", say.text(done, Map.of("n", say.number(result.key()))));
        return "redirect:/targets/" + commune;
    }

    /** One group in the grid. */
    public record Cell(String group, String persons, String permanent, String temporary) {}

    @GetMapping("/targets/{commune:\\d{5}}/enter")
    String grid(@PathVariable String commune, Viewer viewer, Model model) {
        if (!campaign.communes(viewer.actor().scope()).contains(commune)) {
            throw new NoSuchPageException();
        }
        Map<String, PersonsToCount.Line> known = new HashMap<>();
        for (PersonsToCount.Line line :
                toCount.asOf(campaign.today(), viewer.actor().scope())) {
            if (line.commune().equals(commune)) {
                known.put(line.group(), line);
            }
        }
        if (!model.containsAttribute("cells")) {
            List<Cell> cells = new ArrayList<>();
            for (String group : campaign.groups(viewer.actor().scope(), commune)) {
                PersonsToCount.Line line = known.get(group);
                cells.add(new Cell(
                        group,
                        line == null ? "" : String.valueOf(line.set()),
                        line == null || line.permanent() == null ? "" : String.valueOf(line.permanent()),
                        line == null || line.temporary() == null ? "" : String.valueOf(line.temporary())));
            }
            for (int i = 0; i < (cells.isEmpty() ? 10 : 2); i++) {
                cells.add(new Cell("", "", "", ""));
            }
            model.addAttribute("cells", cells);
            model.addAttribute("day", CampaignDesk.field(campaign.today()));
            model.addAttribute("source", "");
        }
        model.addAttribute("commune", commune);
        model.addAttribute("longest", TargetDesk.LONGEST_TEXT);
        return "targets-enter";
    }

    @PostMapping("/targets/{commune:\\d{5}}/enter")
    String enter(
            @PathVariable String commune,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(name = "group", required = false) String @Nullable [] groups,
            @RequestParam(name = "persons", required = false) String @Nullable [] persons,
            @RequestParam(name = "permanent", required = false) String @Nullable [] permanent,
            @RequestParam(name = "temporary", required = false) String @Nullable [] temporary,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; groups != null && i < groups.length; i++) {
            cells.add(new Cell(groups[i].strip(), at(persons, i), at(permanent, i), at(temporary, i)));
        }
        return take(commune, day, source, cells, PersonsToCount.Origin.ENTERED, viewer, response, model, then);
    }

    private static String at(String @Nullable [] cells, int place) {
        return cells == null || place >= cells.length ? "" : cells[place].strip();
    }

    /** A file with the columns {@code residential_group, persons} and, if told apart, {@code permanent, temporary}. */
    @PostMapping("/targets/{commune:\\d{5}}/import")
    String take(
            @PathVariable String commune,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String source,
            @RequestParam("file") MultipartFile file,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then)
            throws IOException {
        List<Cell> cells;
        Path kept = Files.createTempFile("dancu-targets", ".table");
        try {
            if (file.isEmpty() || file.getSize() > LARGEST_FILE) {
                campaign.malformed("T127_NO_TABLE", "", response, model);
                return grid(commune, viewer, model);
            }
            file.transferTo(kept);
            cells = TargetFile.read(kept);
        } catch (DanCuException e) {
            campaign.malformed("T127_NO_TABLE", "", response, model);
            return grid(commune, viewer, model);
        } finally {
            Files.deleteIfExists(kept);
        }
        return take(commune, day, source, cells, PersonsToCount.Origin.IMPORTED, viewer, response, model, then);
    }

    private String take(
            String commune,
            String day,
            String source,
            List<Cell> cells,
            PersonsToCount.Origin origin,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        model.addAttribute("cells", cells);
        model.addAttribute("day", day);
        model.addAttribute("source", source);
        Optional<LocalDate> asOf = CampaignDesk.day(day);
        if (asOf.isEmpty()) {
            campaign.malformed("T126_NO_DAY", day, response, model);
            return grid(commune, viewer, model);
        }
        List<TargetFigure> figures = new ArrayList<>();
        for (Cell cell : cells) {
            if (cell.persons().isEmpty()
                    && cell.permanent().isEmpty()
                    && cell.temporary().isEmpty()) {
                continue;
            }
            for (String typed : Arrays.asList(cell.persons(), cell.permanent(), cell.temporary())) {
                if (!typed.isEmpty() && CampaignDesk.number(typed).isEmpty()) {
                    campaign.malformed("T128_NO_NUMBER", cell.group() + ": " + typed, response, model);
                    return grid(commune, viewer, model);
                }
            }
            Integer permanent = CampaignDesk.number(cell.permanent()).orElse(null);
            Integer temporary = CampaignDesk.number(cell.temporary()).orElse(null);
            figures.add(new TargetFigure(
                    commune,
                    cell.group(),
                    CampaignDesk.number(cell.persons())
                            .orElse((permanent == null ? 0 : permanent) + (temporary == null ? 0 : temporary)),
                    permanent,
                    temporary,
                    asOf.get(),
                    source));
        }
        CampaignResult result = desk.enter(figures, origin, viewer.actor());
        if (!result.isDone()) {
            campaign.refuse(result, response, model);
            return grid(commune, viewer, model);
        }
        then.addFlashAttribute("done", say.text("web.targets.made", Map.of("n", say.number(result.key()))));
        return "redirect:/targets/" + commune;
    }

    @PostMapping("/targets/{commune:\\d{5}}/total")
    String total(
            @PathVariable String commune,
            @RequestParam(defaultValue = "") String persons,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String source,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Optional<Integer> number = CampaignDesk.number(persons);
        Optional<LocalDate> asOf = CampaignDesk.day(day);
        if (number.isEmpty() || asOf.isEmpty()) {
            campaign.malformed(
                    number.isEmpty() ? "T128_NO_NUMBER" : "T126_NO_DAY",
                    number.isEmpty() ? persons : day,
                    response,
                    model);
            return page.unit(commune, viewer, model);
        }
        return told(
                desk.setTotal(new UnitTotal(commune, number.get(), asOf.get(), source), viewer.actor()),
                "web.targets.total-set",
                commune,
                viewer,
                response,
                model,
                then);
    }

    @PostMapping("/targets/{commune:\\d{5}}/changes")
    String adjust(
            @PathVariable String commune,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "BIRTH") Adjustment.Kind kind,
            @RequestParam(defaultValue = "") String persons,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String sent,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        model.addAttribute(
                "typed", Map.of("place", place, "kind", kind.name(), "persons", persons, "day", day, "ground", ground));
        Optional<Integer> number = CampaignDesk.number(persons);
        Optional<LocalDate> on = CampaignDesk.day(day);
        if (number.isEmpty() || on.isEmpty() || !CampaignDesk.isToken(sent)) {
            campaign.malformed(
                    number.isEmpty() ? "T128_NO_NUMBER" : "T126_NO_DAY",
                    number.isEmpty() ? persons : day,
                    response,
                    model);
            return page.unit(commune, viewer, model);
        }
        return told(
                changes.adjust(
                        new Adjustment(
                                0,
                                commune,
                                CampaignDesk.parts(place)[1],
                                kind,
                                on.get(),
                                number.get(),
                                ground,
                                false,
                                viewer.login(),
                                Instant.EPOCH,
                                null),
                        sent,
                        viewer.actor()),
                "web.targets.adjusted",
                commune,
                viewer,
                response,
                model,
                then);
    }

    @PostMapping("/targets/{commune:\\d{5}}/changes/books")
    String adjustFromBooks(
            @PathVariable String commune,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        return told(
                changes.adjustFromBooks(commune, viewer.actor()),
                "web.targets.taken",
                commune,
                viewer,
                response,
                model,
                then);
    }

    @PostMapping("/targets/{commune:\\d{5}}/changes/{id:\\d{1,18}}/withdraw")
    String withdraw(
            @PathVariable String commune,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        return told(
                changes.withdraw(id, reason, viewer.actor()),
                "web.targets.withdrawn",
                commune,
                viewer,
                response,
                model,
                then);
    }
}
