package vn.dancu.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dancu.shared.Role;
import vn.dancu.shared.Texts;
import vn.dancu.shared.document.Document;
import vn.dancu.verification.Overtime;
import vn.dancu.verification.OvertimeSheets.MonthSheet;
import vn.dancu.verification.WorkRules;

/** Bảng chấm công làm thêm giờ of a month: by officer, then day by day. */
@Component
class OvertimeDocument {
    private final Letterhead letterhead;
    private final Clock clock;

    OvertimeDocument(Letterhead letterhead, Clock clock) {
        this.letterhead = letterhead;
        this.clock = clock;
    }

    Document of(MonthSheet sheet, List<String> units) {
        Letterhead.Head head = letterhead.of(Role.CITY_TEAM, units);
        List<List<String>> totals = new ArrayList<>();
        List<List<String>> days = new ArrayList<>();
        int number = 0;
        int all = 0;
        for (Overtime.Month officer : sheet.officers()) {
            number++;
            all += officer.minutes();
            totals.add(List.of(
                    String.valueOf(number),
                    officer.name(),
                    String.valueOf(officer.calls()),
                    hours(officer.minutes(Overtime.Kind.WORKING_DAY)),
                    hours(officer.minutes(Overtime.Kind.WEEKEND)),
                    hours(officer.minutes(Overtime.Kind.HOLIDAY)),
                    hours(officer.minutes()),
                    remark(sheet, officer)));
            for (Overtime.Stretch stretch : officer.stretches()) {
                days.add(List.of(
                        officer.name(),
                        String.format(
                                java.util.Locale.ROOT,
                                "%02d/%02d/%d",
                                stretch.day().getDayOfMonth(),
                                stretch.day().getMonthValue(),
                                stretch.day().getYear()),
                        WorkRules.clock(stretch.span().from()) + " – "
                                + WorkRules.clock(stretch.span().to()),
                        text("kind." + stretch.kind()),
                        String.valueOf(stretch.calls()),
                        hours(stretch.minutes()),
                        ""));
            }
        }
        List<Document.Block> blocks = new ArrayList<>();
        blocks.add(new Document.Paragraph(text(
                "limits",
                Map.of(
                        "day", hours(sheet.rules().mostWorkingDay()),
                        "month", hours(sheet.rules().mostMonth()),
                        "year", hours(sheet.rules().mostYear()),
                        "source", sheet.rules().source()))));
        blocks.add(new Document.Table(
                text("by-officer"),
                List.of(),
                List.of(
                        Document.Column.number(text("no"), 2),
                        Document.Column.text(text("officer"), 8),
                        Document.Column.number(text("calls"), 3),
                        Document.Column.number(text("evenings"), 3),
                        Document.Column.number(text("weekends"), 3),
                        Document.Column.number(text("holidays"), 3),
                        Document.Column.number(text("total"), 3),
                        Document.Column.text(text("remark"), 6)),
                totals,
                List.of(List.of("", text("whole"), "", "", "", "", hours(all), ""))));
        blocks.add(new Document.Table(
                text("by-day"),
                List.of(
                        Document.Column.text(text("officer"), 7),
                        Document.Column.text(text("date"), 4),
                        Document.Column.text(text("span"), 4),
                        Document.Column.text(text("sort"), 4),
                        Document.Column.number(text("calls"), 2),
                        Document.Column.number(text("total"), 2),
                        Document.Column.text(text("signature"), 4)),
                days));
        return new Document(
                new Document.Letterhead(
                        head.superior(),
                        head.office(),
                        null,
                        head.place(),
                        LocalDate.ofInstant(clock.instant(), Say.VIETNAM)),
                text("title"),
                text(
                        "subject",
                        Map.of(
                                "month", String.valueOf(sheet.month().getMonthValue()),
                                "year", String.valueOf(sheet.month().getYear()))),
                blocks,
                new Document.Closing(
                        List.of(),
                        List.of(
                                new Document.Signature(text("sign-clerk"), "", text("sign-here"), null),
                                new Document.Signature(text("sign-chief"), "", text("sign-here"), null))),
                true,
                null);
    }

    private static String remark(MonthSheet sheet, Overtime.Month officer) {
        List<String> remarks = new ArrayList<>();
        if (sheet.isAboveMonth(officer)) {
            remarks.add(text("above-month"));
        }
        if (sheet.isAboveYear(officer)) {
            remarks.add(text("above-year"));
        }
        int days = officer.daysAbove(sheet.rules()).size();
        if (days > 0) {
            remarks.add(text("above-day", Map.of("n", String.valueOf(days))));
        }
        return String.join("; ", remarks);
    }

    /** Hours with one decimal, as they are paid. */
    static String hours(int minutes) {
        return String.format(Texts.VIETNAMESE, "%.1f", minutes / 60.0);
    }

    private static String text(String key) {
        return Texts.of(Texts.VIETNAMESE).get("web.verify.overtime." + key);
    }

    private static String text(String key, Map<String, String> details) {
        return Texts.of(Texts.VIETNAMESE).get("web.verify.overtime." + key, details);
    }
}
