package vn.dancu.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.verification.Overtime;
import vn.dancu.verification.OvertimeSheets;

/** {@code /overtime} (Giờ làm thêm của tôi): what one worked out of hours, day by day, and how much the limits leave. */
@Controller
class OwnOvertimePage {
    private final OvertimeSheets overtime;
    private final Clock clock;

    OwnOvertimePage(OvertimeSheets overtime, Clock clock) {
        this.overtime = overtime;
        this.clock = clock;
    }

    @GetMapping("/overtime")
    String show(@RequestParam(defaultValue = "") String month, Viewer viewer, Model model) {
        YearMonth now = YearMonth.from(LocalDate.ofInstant(clock.instant(), Say.VIETNAM));
        YearMonth asked = OvertimePage.month(month).orElse(now);
        OvertimeSheets.MonthSheet sheet = overtime.own(asked, viewer.actor());
        Overtime.Month own = sheet.officers().stream().findFirst().orElse(null);
        int worked = own == null ? 0 : own.minutes();
        int year = sheet.yearSoFar().getOrDefault(viewer.login(), 0);
        model.addAttribute("month", asked);
        model.addAttribute("before", asked.minusMonths(1));
        model.addAttribute("after", asked.plusMonths(1));
        model.addAttribute("isNow", !asked.isBefore(now));
        model.addAttribute("sheet", sheet);
        model.addAttribute("own", own);
        model.addAttribute("worked", worked);
        model.addAttribute("year", year);
        model.addAttribute(
                "left",
                Math.max(
                        0,
                        Math.min(
                                sheet.rules().mostMonth() - worked,
                                sheet.rules().mostYear() - year)));
        return "overtime";
    }
}
