package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.shared.document.PdfDocument;
import vn.dancu.shared.document.XlsxDocument;
import vn.dancu.verification.OvertimeSheets;
import vn.dancu.verification.WorkCalendar;
import vn.dancu.verification.WorkResult;
import vn.dancu.verification.WorkRules;

/** {@code /verification/overtime} (Làm thêm giờ): hours out of hours by officer and month, printed; hours and limits. */
@Controller
class OvertimePage {
    private final OvertimeSheets overtime;
    private final WorkCalendar calendar;
    private final OvertimeDocument document;
    private final Say say;
    private final Clock clock;

    OvertimePage(OvertimeSheets overtime, WorkCalendar calendar, OvertimeDocument document, Say say, Clock clock) {
        this.overtime = overtime;
        this.calendar = calendar;
        this.document = document;
        this.say = say;
        this.clock = clock;
    }

    @GetMapping("/verification/overtime")
    String show(@RequestParam(defaultValue = "") String month, Viewer viewer, Model model) {
        YearMonth asked = monthOrNow(month);
        model.addAttribute("sheet", overtime.month(asked, viewer.actor()));
        model.addAttribute("month", asked);
        model.addAttribute("before", asked.minusMonths(1));
        model.addAttribute("after", asked.plusMonths(1));
        model.addAttribute("all", calendar.allRules());
        if (!model.containsAttribute("typed")) {
            model.addAttribute(
                    "typed",
                    typed(
                            calendar.rules(asked.atEndOfMonth()),
                            asked.plusMonths(1).atDay(1)));
        }
        return "verification-overtime";
    }

    private YearMonth monthOrNow(String sent) {
        return month(sent).orElseGet(() -> YearMonth.from(LocalDate.ofInstant(clock.instant(), Say.VIETNAM)));
    }

    /**
     * Empty where none is named.
     *
     * @throws NoSuchPageException where it is none
     */
    static Optional<YearMonth> month(String sent) {
        try {
            return sent.isBlank() ? Optional.empty() : Optional.of(YearMonth.parse(sent.strip()));
        } catch (DateTimeParseException e) {
            throw new NoSuchPageException();
        }
    }

    private static Map<String, String> typed(WorkRules rules, LocalDate from) {
        return Map.ofEntries(
                Map.entry("validFrom", from.toString()),
                Map.entry("regular", WorkRules.written(rules.regular())),
                Map.entry("evening", WorkRules.written(rules.evening())),
                Map.entry("weekend", WorkRules.written(rules.weekend())),
                Map.entry("mostWorkingDay", hours(rules.mostWorkingDay())),
                Map.entry("mostRestDay", hours(rules.mostRestDay())),
                Map.entry("mostMonth", hours(rules.mostMonth())),
                Map.entry("mostYear", hours(rules.mostYear())),
                Map.entry("minutesFirst", String.valueOf(rules.minutesFirst())),
                Map.entry("minutesEach", String.valueOf(rules.minutesEach())),
                Map.entry("source", rules.source()));
    }

    private static String hours(int minutes) {
        return minutes % 60 == 0 ? String.valueOf(minutes / 60) : String.valueOf(minutes / 60.0);
    }

    @PostMapping("/verification/overtime/rules")
    String set(
            @RequestParam Map<String, String> sent,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        WorkResult result;
        try {
            LocalDate from = HolidaysPage.day(sent.getOrDefault("validFrom", ""));
            result = from == null
                    ? new WorkResult.Refused(WorkResult.Why.DAY_WRONG)
                    : calendar.set(read(sent, from), viewer.actor());
        } catch (NumberFormatException e) {
            result = new WorkResult.Refused(WorkResult.Why.LIMITS_WRONG);
        } catch (IllegalArgumentException e) {
            result = new WorkResult.Refused(WorkResult.Why.HOURS_UNREADABLE);
        }
        if (result instanceof WorkResult.Refused refused) {
            response.setStatus(HolidaysPage.status(refused.why()).value());
            model.addAttribute("refused", say.text("web.verify.work.refused." + refused.why()));
            model.addAttribute("typed", sent);
            return show("", viewer, model);
        }
        then.addFlashAttribute("done", say.text("web.verify.work.set"));
        return "redirect:/verification/overtime";
    }

    private static WorkRules read(Map<String, String> sent, LocalDate from) {
        return new WorkRules(
                from,
                WorkRules.spans(sent.getOrDefault("regular", "")),
                WorkRules.spans(sent.getOrDefault("evening", "")),
                WorkRules.spans(sent.getOrDefault("weekend", "")),
                minutes(sent, "mostWorkingDay"),
                minutes(sent, "mostRestDay"),
                minutes(sent, "mostMonth"),
                minutes(sent, "mostYear"),
                Integer.parseInt(sent.getOrDefault("minutesFirst", "").strip()),
                Integer.parseInt(sent.getOrDefault("minutesEach", "").strip()),
                sent.getOrDefault("source", ""));
    }

    /** Typed in hours, with a point or a comma. */
    private static int minutes(Map<String, String> sent, String key) {
        return (int)
                Math.round(Double.parseDouble(sent.getOrDefault(key, "").strip().replace(',', '.')) * 60);
    }

    @GetMapping("/verification/overtime.pdf")
    void pdf(@RequestParam(defaultValue = "") String month, Viewer viewer, HttpServletResponse response)
            throws IOException {
        YearMonth asked = monthOrNow(month);
        SheetPrints.head("bang-cham-cong-lam-them-gio-" + asked + ".pdf", "application/pdf", response);
        PdfDocument.write(
                document.of(overtime.month(asked, viewer.actor()), units(viewer)), response.getOutputStream());
    }

    @GetMapping("/verification/overtime.xlsx")
    void xlsx(@RequestParam(defaultValue = "") String month, Viewer viewer, HttpServletResponse response)
            throws IOException {
        YearMonth asked = monthOrNow(month);
        SheetPrints.head(
                "bang-cham-cong-lam-them-gio-" + asked + ".xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                response);
        XlsxDocument.write(
                document.of(overtime.month(asked, viewer.actor()), units(viewer)), response.getOutputStream());
    }

    private static List<String> units(Viewer viewer) {
        return viewer.actor().scope().communes().stream().sorted().toList();
    }
}
