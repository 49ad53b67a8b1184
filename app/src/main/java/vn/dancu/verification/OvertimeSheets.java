package vn.dancu.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.verification.db.WorkStore;

/** Work out of hours by officer and month, from the calls that were recorded (bảng chấm công làm thêm giờ). */
@Service
public class OvertimeSheets {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final WorkStore store;
    private final WorkCalendar calendar;

    OvertimeSheets(WorkStore store, WorkCalendar calendar) {
        this.store = store;
        this.calendar = calendar;
    }

    /**
     * A month of the actor's area.
     *
     * @param yearSoFar minutes of the year up to the end of the month, by login
     */
    public record MonthSheet(
            YearMonth month,
            WorkRules rules,
            Holidays holidays,
            List<Overtime.Month> officers,
            Map<String, Integer> yearSoFar) {
        public MonthSheet {
            officers = List.copyOf(officers);
            yearSoFar = Map.copyOf(yearSoFar);
        }

        public boolean isAboveMonth(Overtime.Month officer) {
            return officer.minutes() > rules.mostMonth();
        }

        public boolean isAboveYear(Overtime.Month officer) {
            return yearSoFar.getOrDefault(officer.login(), 0) > rules.mostYear();
        }
    }

    @Transactional(readOnly = true)
    public MonthSheet month(YearMonth month, Actor actor) {
        return month(month, actor.scope(), "");
    }

    /** What the actor herself worked, wherever it was. */
    @Transactional(readOnly = true)
    public MonthSheet own(YearMonth month, Actor actor) {
        return month(month, AreaScope.EVERYWHERE, actor.login());
    }

    /** @param login whose calls; empty for everybody's */
    private MonthSheet month(YearMonth month, AreaScope scope, String login) {
        LocalDate first = month.atDay(1);
        WorkRules rules = calendar.rules(month.atEndOfMonth());
        Holidays holidays = calendar.holidays(first, month.atEndOfMonth());
        List<Overtime.Call> year = store.calls(
                begin(LocalDate.of(month.getYear(), 1, 1)),
                begin(month.atEndOfMonth().plusDays(1)),
                scope,
                login);
        return new MonthSheet(
                month, rules, holidays, Overtime.of(month, year, rules, holidays), soFar(year, month, holidays));
    }

    private Map<String, Integer> soFar(List<Overtime.Call> year, YearMonth until, Holidays holidays) {
        Map<String, Integer> minutes = new HashMap<>();
        for (YearMonth month = YearMonth.of(until.getYear(), 1); !month.isAfter(until); month = month.plusMonths(1)) {
            WorkRules rules = calendar.rules(month.atEndOfMonth());
            Overtime.of(month, year, rules, holidays)
                    .forEach(officer -> minutes.merge(officer.login(), officer.minutes(), Integer::sum));
        }
        return minutes;
    }

    /** Minutes each officer may still work out of hours from one day to another, the law's limits taken as they are. */
    Map<String, Integer> left(LocalDate from, LocalDate to, List<String> logins, Actor actor) {
        Map<String, Integer> left = new HashMap<>();
        MonthSheet before = month(YearMonth.from(from), actor);
        Map<String, Integer> worked = new HashMap<>();
        before.officers().forEach(officer -> worked.put(officer.login(), officer.minutes()));
        int months = (int) java.time.temporal.ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) + 1;
        WorkRules rules = calendar.rules(from);
        for (String login : logins) {
            int byMonth = rules.mostMonth() * months - worked.getOrDefault(login, 0);
            int byYear = rules.mostYear() - before.yearSoFar().getOrDefault(login, 0);
            left.put(login, Math.max(0, Math.min(byMonth, byYear)));
        }
        return left;
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(VIETNAM).toInstant();
    }
}
