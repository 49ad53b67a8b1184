package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.civil.date.LunarDate;
import vn.dancu.verification.HolidayRule;
import vn.dancu.verification.Holidays;
import vn.dancu.verification.WorkCalendar;
import vn.dancu.verification.WorkResult;

/** {@code /verification/holidays} (Ngày nghỉ): holidays of a year by solar and lunar date, their rules, single days. */
@Controller
class HolidaysPage {
    private static final int FIRST_YEAR = 2013;
    private static final int LAST_YEAR = 2190;

    private final WorkCalendar calendar;
    private final Say say;
    private final Clock clock;

    HolidaysPage(WorkCalendar calendar, Say say, Clock clock) {
        this.calendar = calendar;
        this.say = say;
        this.clock = clock;
    }

    /** A day off, or a weekend day that is worked. */
    public record Off(LocalDate day, String name, LunarDate lunar, boolean worked) {}

    @GetMapping("/verification/holidays")
    String show(@RequestParam(required = false) @Nullable Integer year, Model model) {
        int asked = year == null || year < FIRST_YEAR || year > LAST_YEAR
                ? LocalDate.ofInstant(clock.instant(), Say.VIETNAM).getYear()
                : year;
        Holidays holidays = calendar.holidays(LocalDate.of(asked, 1, 1), LocalDate.of(asked, 12, 31));
        List<Off> days = new ArrayList<>();
        holidays.of(asked).forEach((day, name) -> days.add(new Off(day, name, LunarDate.of(day), false)));
        holidays.workedIn(asked).forEach((day, name) -> days.add(new Off(day, name, LunarDate.of(day), true)));
        days.sort(java.util.Comparator.comparing(Off::day));
        model.addAttribute("year", asked);
        model.addAttribute("days", days);
        model.addAttribute("rules", calendar.holidayRules());
        model.addAttribute("singles", calendar.singles());
        model.addAttribute("longest", WorkCalendar.LONGEST_NAME);
        return "verification-holidays";
    }

    @PostMapping("/verification/holidays")
    String add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "SOLAR") String calendarKind,
            @RequestParam(defaultValue = "0") int month,
            @RequestParam(defaultValue = "0") int day,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "1") int days,
            @RequestParam(defaultValue = "false") boolean moved,
            @RequestParam(defaultValue = "0") int fromYear,
            @RequestParam(defaultValue = "") String source,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        WorkResult result;
        try {
            HolidayRule rule = new HolidayRule(
                    name.strip(),
                    HolidayRule.Calendar.valueOf(calendarKind),
                    month,
                    day,
                    offset,
                    days,
                    moved,
                    fromYear,
                    null);
            result = calendar.add(rule, source, viewer.actor());
        } catch (IllegalArgumentException e) {
            result = new WorkResult.Refused(WorkResult.Why.DAY_WRONG);
        }
        return answered(result, null, response, model, then);
    }

    @PostMapping("/verification/holidays/{id:\\d{1,18}}/end")
    String end(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int lastYear,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        return answered(calendar.end(id, lastYear, viewer.actor()), null, response, model, then);
    }

    @PostMapping("/verification/holidays/days")
    String single(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String kind,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        LocalDate asked = day(day);
        Boolean off = kind.equals("off") ? Boolean.TRUE : kind.equals("worked") ? Boolean.FALSE : null;
        WorkResult result = asked == null
                ? new WorkResult.Refused(WorkResult.Why.DAY_WRONG)
                : calendar.single(asked, name, off, viewer.actor());
        return answered(result, asked == null ? null : asked.getYear(), response, model, then);
    }

    private String answered(
            WorkResult result,
            @Nullable Integer year,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        if (result instanceof WorkResult.Refused refused) {
            response.setStatus(status(refused.why()).value());
            model.addAttribute("refused", say.text("web.verify.work.refused." + refused.why()));
            return show(year, model);
        }
        then.addFlashAttribute("done", say.text("web.verify.work.set"));
        return "redirect:/verification/holidays" + (year == null ? "" : "?year=" + year);
    }

    static HttpStatus status(WorkResult.Why why) {
        return switch (why) {
            case WRONG_ROLE -> HttpStatus.FORBIDDEN;
            case NO_SUCH_RULE -> HttpStatus.NOT_FOUND;
            case ALREADY_SET -> HttpStatus.CONFLICT;
            case HOURS_UNREADABLE, LIMITS_WRONG, SHIFT_TOO_LONG, DAY_WRONG, NO_NAME, NO_SOURCE, TOO_LONG ->
                HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    static @Nullable LocalDate day(String sent) {
        return TypedDay.of(sent).orElse(null);
    }
}
