package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.intake.FormField;
import vn.dancu.verification.RecordAttempt;
import vn.dancu.verification.Schedules;
import vn.dancu.verification.Sheet;
import vn.dancu.verification.SheetId;
import vn.dancu.verification.SheetResult;
import vn.dancu.verification.Sheets;
import vn.dancu.verification.Team;
import vn.dancu.verification.Teams;
import vn.dancu.verification.Visit.Answer;

/**
 * {@code /verification/sheets/{id}}: a paper that came back is keyed. Enter says right and goes on; what is typed differs. Team,
 * day and guide are remembered from sheet to sheet.
 */
@Controller
class SheetKeyPage {
    private static final String LAST = "dancu.last-sheet";
    private static final int LONGEST_VALUE = 300;

    private final Sheets sheets;
    private final Teams teams;
    private final Schedules schedules;
    private final VerificationDesk desk;
    private final SheetPrints prints;
    private final Say say;
    private final Clock clock;

    SheetKeyPage(
            Sheets sheets,
            Teams teams,
            Schedules schedules,
            VerificationDesk desk,
            SheetPrints prints,
            Say say,
            Clock clock) {
        this.sheets = sheets;
        this.teams = teams;
        this.schedules = schedules;
        this.desk = desk;
        this.prints = prints;
        this.say = say;
        this.clock = clock;
    }

    /** The head of a sheet as it is typed, kept when it is refused and for the next one. */
    public record Head(
            String team, List<String> judges, String day, String from, String to, String guide, String guideLogin)
            implements java.io.Serializable {}

    @GetMapping("/verification/key")
    String byNumber(@RequestParam(defaultValue = "") String no, Viewer viewer, RedirectAttributes then) {
        Optional<SheetId> sheet = sheets.byNumber(no, viewer.actor());
        if (sheet.isEmpty()) {
            then.addFlashAttribute("refused", say.text("web.verify.no-sheet", Map.of("no", shortened(no))));
            return "redirect:/verification";
        }
        return "redirect:/verification/sheets/" + sheet.get().value();
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    @GetMapping("/verification/sheets/{id:\\d{1,18}}")
    String show(@PathVariable long id, Viewer viewer, HttpSession session, Model model) {
        Head head = session.getAttribute(LAST) instanceof Head last ? last : null;
        return page(id, head, Map.of(), viewer, model);
    }

    private String page(long id, @Nullable Head typed, Map<String, String> kept, Viewer viewer, Model model) {
        Sheet sheet = sheets.find(new SheetId(id), viewer.actor()).orElseThrow(NoSuchPageException::new);
        prints.seen(List.of(sheet), viewer);
        List<Team> working =
                teams.list(viewer.actor()).stream().filter(Team::isWorking).toList();
        model.addAttribute("sheet", sheet);
        model.addAttribute("asked", Sheet.ASKED);
        model.addAttribute("teams", working);
        model.addAttribute("head", typed == null ? usual(sheet, working, viewer) : typed);
        model.addAttribute("kept", kept);
        model.addAttribute("stop", schedules.stopOf(sheet.id(), viewer.actor()).orElse(null));
        model.addAttribute("longest", RecordAttempt.LONGEST_NOTE);
        model.addAttribute("longestValue", LONGEST_VALUE);
        return "verification-sheet";
    }

    private Head usual(Sheet sheet, List<Team> working, Viewer viewer) {
        String day = LocalDate.ofInstant(clock.instant(), Say.VIETNAM).toString();
        Team planned = schedules
                .stopOf(sheet.id(), viewer.actor())
                .flatMap(stop -> working.stream()
                        .filter(team -> team.id().equals(stop.team()))
                        .findFirst())
                .orElse(working.isEmpty() ? null : working.get(0));
        return new Head(
                planned == null ? "" : String.valueOf(planned.id().value()),
                planned == null
                        ? List.of()
                        : planned.members().stream().map(Team.Member::login).toList(),
                day,
                "19:00",
                "19:15",
                "",
                "");
    }

    @PostMapping("/verification/sheets/{id:\\d{1,18}}")
    String key(
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int seen,
            @RequestParam(defaultValue = "") List<String> judges,
            @RequestParam Map<String, String> sent,
            Viewer viewer,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Sheet sheet = sheets.find(new SheetId(id), viewer.actor()).orElseThrow(NoSuchPageException::new);
        Head head = new Head(
                sent.getOrDefault("team", ""),
                judges,
                sent.getOrDefault("day", ""),
                sent.getOrDefault("from", ""),
                sent.getOrDefault("to", ""),
                sent.getOrDefault("guide", ""),
                sent.getOrDefault("guideLogin", ""));
        Instant began = at(head.day(), head.from());
        Instant ended = at(head.day(), head.to());
        String absence = sent.getOrDefault("absence", "");
        List<String> tooLong = tooLong(sent);
        if (began == null || ended == null || !tooLong.isEmpty()) {
            return refused(
                    id,
                    began == null || ended == null
                            ? "web.verify.key.refused.TIMES_WRONG"
                            : "web.verify.key.refused.TOO_LONG",
                    "",
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    head,
                    sent,
                    viewer,
                    response,
                    model);
        }
        String team = head.team();
        RecordAttempt attempt = new RecordAttempt(
                sheet.id(),
                seen,
                team.matches("\\d{1,18}") ? new vn.dancu.verification.TeamId(Long.parseLong(team)) : null,
                judges.stream()
                        .map(String::strip)
                        .filter(login -> !login.isEmpty())
                        .toList(),
                began,
                ended,
                absence,
                day(sent.getOrDefault("againOn", "")),
                head.guide(),
                head.guideLogin(),
                sent.getOrDefault("note", ""),
                absence.isBlank() ? answers(sheet, sent) : List.of());
        VerificationDesk.Keyed keyed = desk.key(attempt, viewer.actor());
        if (keyed.result() instanceof SheetResult.Refused refused) {
            if (refused.why() == SheetResult.Why.NO_SUCH_SHEET) {
                throw new NoSuchPageException();
            }
            return refused(
                    id,
                    "web.verify.key.refused." + refused.why(),
                    refused.who(),
                    status(refused.why()),
                    head,
                    sent,
                    viewer,
                    response,
                    model);
        }
        // The next home was called at later: only the day, the team and the guide are the same.
        session.setAttribute(
                LAST,
                new Head(
                        head.team(),
                        head.judges(),
                        head.day(),
                        head.to(),
                        later(head),
                        head.guide(),
                        head.guideLogin()));
        int differed = keyed.result() instanceof SheetResult.Recorded recorded
                ? recorded.differed().size()
                : 0;
        then.addFlashAttribute(
                "done",
                say.text(
                        differed == 0 ? "web.verify.key.done" : "web.verify.key.done-differed",
                        Map.of("no", sheet.number(), "n", String.valueOf(differed))));
        Optional<SheetId> next = sheets.nextOpen(sheet.id(), viewer.actor());
        return "redirect:"
                + (next.isPresent() && !"stay".equals(sent.get("then"))
                        ? "/verification/sheets/" + next.get().value()
                        : "/verification/rounds/" + sheet.round().value());
    }

    private static String later(Head head) {
        LocalTime from = AnnouncementPage.time(head.from()).orElseThrow();
        LocalTime to = AnnouncementPage.time(head.to()).orElseThrow();
        LocalTime then =
                to.plusMinutes(Math.max(5, java.time.Duration.between(from, to).toMinutes()));
        return (then.isAfter(to) ? then : to).toString();
    }

    private static HttpStatus status(SheetResult.Why why) {
        return switch (why) {
            case WRONG_ROLE, JUDGE_COLLECTED_IT, GUIDE_JUDGES, NOT_OF_THE_TEAM -> HttpStatus.FORBIDDEN;
            case ALREADY_RECORDED, STALE_VERSION -> HttpStatus.CONFLICT;
            case NO_SUCH_SHEET -> HttpStatus.NOT_FOUND;
            case NO_JUDGE, TIMES_WRONG, IN_THE_FUTURE, AGAIN_TOO_EARLY, NOTHING_ANSWERED, TOO_LONG ->
                HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    private String refused(
            long id,
            String why,
            String who,
            HttpStatus status,
            Head head,
            Map<String, String> sent,
            Viewer viewer,
            HttpServletResponse response,
            Model model) {
        response.setStatus(status.value());
        model.addAttribute("refused", say.text(why, Map.of("who", who)));
        return page(id, head, sent, viewer, model);
    }

    private static List<String> tooLong(Map<String, String> sent) {
        List<String> names = new ArrayList<>();
        sent.forEach((name, value) -> {
            if ((name.startsWith("is.") || name.startsWith("paper.")) && value.length() > LONGEST_VALUE) {
                names.add(name);
            }
        });
        return names;
    }

    /** Left empty is right; a question mark could not be asked; anything else is what is right instead. */
    private static List<RecordAttempt.Answers> answers(Sheet sheet, Map<String, String> sent) {
        List<RecordAttempt.Answers> answers = new ArrayList<>();
        for (Sheet.Person person : sheet.persons()) {
            long form = person.form().value();
            if (!person.isOpen() || sent.containsKey("skip." + form)) {
                continue;
            }
            Map<FormField, Answer> fields = new EnumMap<>(FormField.class);
            for (FormField field : Sheet.ASKED) {
                String is = sent.getOrDefault("is." + form + "." + field.column(), "")
                        .strip();
                String paper = sent.getOrDefault("paper." + form + "." + field.column(), "")
                        .strip();
                if (is.isEmpty() || is.equals(person.value(field))) {
                    fields.put(field, Answer.AGREE);
                } else if (is.equals("?")) {
                    fields.put(field, Answer.NOT_MET);
                } else {
                    fields.put(field, Answer.differ(is, paper.isEmpty() ? null : paper));
                }
            }
            int version = version(sent.get("version." + form));
            answers.add(new RecordAttempt.Answers(person.form(), version, fields));
        }
        return answers;
    }

    private static int version(@Nullable String sent) {
        return sent != null && sent.matches("\\d{1,6}") ? Integer.parseInt(sent) : -1;
    }

    private static @Nullable Instant at(String day, String time) {
        LocalDate date = TypedDay.of(day).orElse(null);
        LocalTime at = AnnouncementPage.time(time).orElse(null);
        return date == null || at == null
                ? null
                : date.atTime(at).atZone(Say.VIETNAM).toInstant();
    }

    private static @Nullable LocalDate day(String sent) {
        return TypedDay.of(sent).orElse(null);
    }

    @PostMapping("/verification/sheets/{id:\\d{1,18}}/promise")
    String promise(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean release,
            Viewer viewer,
            RedirectAttributes then) {
        SheetId sheet = new SheetId(id);
        if (sheets.find(sheet, viewer.actor()).isEmpty()) {
            throw new NoSuchPageException();
        }
        boolean done = release ? schedules.release(sheet, viewer.actor()) : schedules.promise(sheet, viewer.actor());
        String key = release ? "web.verify.released" : "web.verify.promised-now";
        then.addFlashAttribute(done ? "done" : "refused", say.text(done ? key : "web.verify.not-on-calendar"));
        return "redirect:/verification/sheets/" + id;
    }
}
