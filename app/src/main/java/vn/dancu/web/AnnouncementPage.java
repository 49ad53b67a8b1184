package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.access.DataRights;
import vn.dancu.campaign.Announcement;
import vn.dancu.campaign.Announcement.Purpose;
import vn.dancu.campaign.Announcements;
import vn.dancu.campaign.CampaignResult;
import vn.dancu.campaign.CampaignResult.Why;
import vn.dancu.campaign.Category;
import vn.dancu.campaign.CollectionDays;
import vn.dancu.campaign.Letters;
import vn.dancu.civil.text.Spoken;
import vn.dancu.shared.Finding;
import vn.dancu.shared.document.PdfDocument;

/** {@code /announcements} (Thông báo): which papers, when, where, for whom; script, notice, message; letters on top of them. */
@Controller
class AnnouncementPage {
    static final List<String> PAPERS = List.of("ID_CARD", "HOUSEHOLD_BOOK", "BIRTH_CERTIFICATE", "RESIDENCE_PAPER");

    private final Announcements announcements;
    private final Letters letters;
    private final DataRights rights;
    private final CollectionDays days;
    private final CampaignDocuments documents;
    private final CampaignDesk campaign;
    private final Say say;

    AnnouncementPage(
            Announcements announcements,
            Letters letters,
            DataRights rights,
            CollectionDays days,
            CampaignDocuments documents,
            CampaignDesk campaign,
            Say say) {
        this.announcements = announcements;
        this.letters = letters;
        this.rights = rights;
        this.days = days;
        this.documents = documents;
        this.campaign = campaign;
        this.say = say;
    }

    /** What stands in the fields. */
    public record Typed(
            String purpose,
            String commune,
            List<String> groups,
            List<String> categories,
            List<String> papers,
            String place,
            String first,
            String last,
            String opens,
            String closes,
            String telephone,
            String script,
            String notice,
            String sms,
            String smsPlain) {}

    @GetMapping("/announcements")
    String list(Viewer viewer, Model model) {
        model.addAttribute("announcements", announcements.list(viewer.actor().scope()));
        model.addAttribute("makes", Menu.CAMPAIGNERS.contains(viewer.role()));
        model.addAttribute("communes", campaign.touched(viewer.actor().scope()));
        model.addAttribute("today", campaign.today());
        return "announcements";
    }

    @GetMapping("/announcements/new")
    String begin(
            @RequestParam(defaultValue = "") String commune,
            @RequestParam(defaultValue = "FORMS") Purpose purpose,
            Viewer viewer,
            Model model) {
        List<String> touched = campaign.touched(viewer.actor().scope());
        String unit = commune.isEmpty() && !touched.isEmpty() ? touched.get(0) : commune;
        return form(
                new Typed(
                        purpose.name(),
                        unit,
                        List.of(),
                        List.of(),
                        List.of(),
                        "",
                        CampaignDesk.field(campaign.today().plusDays(7)),
                        CampaignDesk.field(campaign.today().plusDays(7)),
                        "07:30",
                        "11:00",
                        "",
                        "",
                        "",
                        "",
                        ""),
                viewer,
                model);
    }

    private String form(Typed typed, Viewer viewer, Model model) {
        List<String> touched = campaign.touched(viewer.actor().scope());
        if (!touched.contains(typed.commune()) || !Menu.CAMPAIGNERS.contains(viewer.role())) {
            throw new NoSuchPageException();
        }
        Purpose purpose = Purpose.valueOf(typed.purpose());
        List<Category> offered = announcements.categories().stream()
                .filter(category -> category.purposes().contains(purpose))
                .toList();
        LocalDate day = CampaignDesk.day(typed.first()).orElse(campaign.today());
        Map<String, Map<String, Long>> counts = new TreeMap<>(GroupOrder.NATURAL);
        Map<String, Long> sums = new LinkedHashMap<>();
        for (Category.Count count : announcements.population(typed.commune(), day, viewer.actor())) {
            counts.computeIfAbsent(count.group(), group -> new LinkedHashMap<>())
                    .put(count.category(), count.persons());
            sums.merge(count.category(), count.persons(), Long::sum);
        }
        for (String group : campaign.groups(viewer.actor().scope(), typed.commune())) {
            counts.computeIfAbsent(group, known -> new LinkedHashMap<>());
        }
        model.addAttribute("typed", typed);
        model.addAttribute("offered", offered);
        model.addAttribute("papers", PAPERS);
        model.addAttribute("counts", counts);
        model.addAttribute("sums", sums);
        model.addAttribute("communes", touched);
        model.addAttribute("whole", campaign.communes(viewer.actor().scope()).contains(typed.commune()));
        model.addAttribute("syllables", Spoken.syllables(typed.script()));
        model.addAttribute("sent", CampaignDesk.newToken());
        return "announcement-new";
    }

    /** With {@code act=compose} only proposes the texts; with {@code act=issue} it is issued. */
    @PostMapping("/announcements")
    String make(
            @RequestParam(defaultValue = "FORMS") Purpose purpose,
            @RequestParam(defaultValue = "") String commune,
            @RequestParam(name = "group", required = false) String @Nullable [] group,
            @RequestParam(name = "category", required = false) String @Nullable [] category,
            @RequestParam(name = "paper", required = false) String @Nullable [] paper,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last,
            @RequestParam(defaultValue = "") String opens,
            @RequestParam(defaultValue = "") String closes,
            @RequestParam(defaultValue = "") String telephone,
            @RequestParam(defaultValue = "") String script,
            @RequestParam(defaultValue = "") String notice,
            @RequestParam(defaultValue = "") String sms,
            @RequestParam(defaultValue = "") String smsPlain,
            @RequestParam(defaultValue = "compose") String act,
            @RequestParam(defaultValue = "") String sent,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        List<String> papers = list(paper);
        papers.retainAll(PAPERS);
        if (papers.isEmpty() && act.equals("compose")) {
            papers = usual(list(category));
        }
        Typed typed = new Typed(
                purpose.name(),
                commune,
                list(group),
                list(category),
                papers,
                place,
                first,
                last.isBlank() ? first : last,
                opens,
                closes,
                telephone.strip(),
                script,
                notice,
                sms,
                smsPlain);
        Optional<Announcement.Facts> facts = facts(typed);
        if (facts.isEmpty()) {
            campaign.malformed("A117_WHEN", first + " " + last + " " + opens + " " + closes, response, model);
            return form(typed, viewer, model);
        }
        if (act.equals("compose")) {
            return composed(typed, facts.get(), viewer, response, model);
        }
        CampaignResult result = CampaignDesk.isToken(sent)
                ? announcements.issue(
                        facts.get(), new Announcement.Texts(script, notice, sms, smsPlain), sent, viewer.actor())
                : new CampaignResult.Refused(Why.MALFORMED);
        if (!result.isDone()) {
            campaign.refuse(result, response, model);
            return form(typed, viewer, model);
        }
        then.addFlashAttribute("done", say.text("web.announcement.issued"));
        return "redirect:/announcements/" + result.key();
    }

    /** Whoever chooses no paper means those that people of these categories bring. */
    private List<String> usual(List<String> categories) {
        return announcements.categories().stream()
                .filter(category -> categories.contains(category.code()))
                .flatMap(category -> category.papers().stream())
                .filter(PAPERS::contains)
                .distinct()
                .toList();
    }

    private String composed(
            Typed typed, Announcement.Facts facts, Viewer viewer, HttpServletResponse response, Model model) {
        List<Finding> wrong = announcements.judge(facts);
        if (!wrong.isEmpty()) {
            campaign.refuse(Why.CONTRADICTS, wrong, response, model);
            return form(typed, viewer, model);
        }
        Announcement.Texts texts = announcements.compose(facts, say.unit(facts.commune()));
        model.addAttribute("composed", true);
        return form(
                new Typed(
                        typed.purpose(),
                        typed.commune(),
                        typed.groups(),
                        typed.categories(),
                        typed.papers(),
                        typed.place(),
                        typed.first(),
                        typed.last(),
                        typed.opens(),
                        typed.closes(),
                        typed.telephone(),
                        texts.script(),
                        texts.notice(),
                        texts.sms(),
                        texts.smsPlain()),
                viewer,
                model);
    }

    private static List<String> list(String @Nullable [] values) {
        return values == null ? new ArrayList<>() : new ArrayList<>(List.of(values));
    }

    private static Optional<Announcement.Facts> facts(Typed typed) {
        Optional<LocalDate> first = CampaignDesk.day(typed.first());
        Optional<LocalDate> last = CampaignDesk.day(typed.last());
        Optional<LocalTime> opens = time(typed.opens());
        Optional<LocalTime> closes = time(typed.closes());
        if (first.isEmpty() || last.isEmpty() || opens.isEmpty() || closes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Announcement.Facts(
                Purpose.valueOf(typed.purpose()),
                typed.commune(),
                typed.groups(),
                typed.categories(),
                typed.papers(),
                typed.place(),
                first.get(),
                last.get(),
                opens.get(),
                closes.get(),
                typed.telephone()));
    }

    /** {@code 7:30}, {@code 7h30}, {@code 07:30}. */
    static Optional<LocalTime> time(String typed) {
        String[] parts = typed.strip().split("[:hg]", -1);
        if (parts.length != 2 || !parts[0].matches("\\d{1,2}") || !parts[1].matches("\\d{0,2}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalTime.of(Integer.parseInt(parts[0]), parts[1].isEmpty() ? 0 : Integer.parseInt(parts[1])));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @GetMapping("/announcements/{id:\\d{1,18}}")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        Announcement found = find(id, viewer);
        model.addAttribute("a", found);
        model.addAttribute("syllables", Spoken.syllables(found.texts().script()));
        model.addAttribute("spoken", Spoken.words(found.texts().script()));
        model.addAttribute("smsLength", found.texts().sms().length());
        model.addAttribute("plainLength", found.texts().smsPlain().length());
        model.addAttribute("runs", letters.runs(id));
        model.addAttribute("letters", rights.has(DataRights.Kind.LETTERS, viewer.actor()));
        model.addAttribute("makes", Menu.CAMPAIGNERS.contains(viewer.role()));
        model.addAttribute(
                "days",
                Menu.CAMPAIGNERS.contains(viewer.role())
                        ? days.list(viewer.actor()).stream()
                                .filter(day -> Long.valueOf(id).equals(day.announcement()))
                                .toList()
                        : List.of());
        return "announcement";
    }

    private Announcement find(long id, Viewer viewer) {
        return announcements.find(id, viewer.actor().scope()).orElseThrow(NoSuchPageException::new);
    }

    @GetMapping("/announcements/{id:\\d{1,18}}/notice.pdf")
    void notice(@PathVariable long id, Viewer viewer, HttpServletResponse response) throws IOException {
        Announcement found = find(id, viewer);
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "attachment; filename=\"thong-bao-" + id + ".pdf\"");
        PdfDocument.write(documents.notice(found), response.getOutputStream());
    }

    /** The letters as one file; every person in it is logged before the first page is laid out. */
    @PostMapping("/announcements/{id:\\d{1,18}}/letters")
    @Nullable
    String letters(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "0") long day,
            @RequestParam(defaultValue = "") String purpose,
            Viewer viewer,
            HttpServletResponse response,
            Model model)
            throws IOException {
        Letters.Made made = letters.make(id, group, day, purpose, viewer.actor());
        Announcement announcement = made.announcement();
        if (announcement == null || made.refused() != null) {
            campaign.refuse(
                    made.refused() == null ? new CampaignResult.Refused(Why.NOT_FOUND) : made.refused(),
                    response,
                    model);
            return show(id, viewer, model);
        }
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "attachment; filename=\"giay-moi-" + made.run() + ".pdf\"");
        int[] line = {0};
        PdfDocument.write(
                made.letters().stream()
                        .map(letter -> documents.letter(announcement, made.day(), made.run(), ++line[0], letter))
                        .iterator(),
                response.getOutputStream());
        return null;
    }

    @PostMapping("/announcements/{id:\\d{1,18}}/withdraw")
    String withdraw(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        CampaignResult result = announcements.withdraw(id, reason, viewer.actor());
        if (!result.isDone()) {
            campaign.refuse(result, response, model);
            return show(id, viewer, model);
        }
        then.addFlashAttribute("done", say.text("web.announcement.withdrawn-now"));
        return "redirect:/announcements/" + id;
    }
}
