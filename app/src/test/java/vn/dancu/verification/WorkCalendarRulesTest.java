package vn.dancu.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dancu.verification.domain.Availability;
import vn.dancu.verification.domain.planning.Shift;

class WorkCalendarRulesTest {
    private static final List<HolidayRule> RULES = List.of(
            new HolidayRule("Tết Dương lịch", HolidayRule.Calendar.SOLAR, 1, 1, 0, 1, true, 2013, null),
            new HolidayRule("Tết Nguyên đán", HolidayRule.Calendar.LUNAR, 1, 1, -1, 5, true, 2013, null),
            new HolidayRule("Giỗ Tổ Hùng Vương", HolidayRule.Calendar.LUNAR, 3, 10, 0, 1, true, 2013, null),
            new HolidayRule("Quốc khánh", HolidayRule.Calendar.SOLAR, 9, 2, 0, 1, true, 2013, 2020));

    private static final WorkRules HOURS = new WorkRules(
            LocalDate.of(2013, 5, 1),
            WorkRules.spans("07:30-11:30 13:30-17:00"),
            WorkRules.spans("18:00-21:00"),
            WorkRules.spans("08:00-11:30 14:00-17:30"),
            240,
            720,
            1800,
            12_000,
            10,
            4,
            "luật");

    private static Holidays holidays(int year, Holidays.Single... singles) {
        return new Holidays(RULES, List.of(singles), year, year);
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    /** Tết Canh Tý: lunar New Year was 25 January 2020, a Saturday; five days from the 24th, two made good on 29 and 30. */
    @Test
    void lunarHolidaysFallWhereTheVietnameseCalendarHasThem() {
        Holidays of2020 = holidays(2020);

        assertThat(of2020.of(2020).keySet())
                .containsExactly(
                        day(2020, 1, 1),
                        day(2020, 1, 24),
                        day(2020, 1, 25),
                        day(2020, 1, 26),
                        day(2020, 1, 27),
                        day(2020, 1, 28),
                        day(2020, 1, 29),
                        day(2020, 1, 30),
                        day(2020, 4, 2),
                        day(2020, 9, 2));
        assertThat(of2020.nameOf(day(2020, 4, 2))).contains("Giỗ Tổ Hùng Vương");
    }

    @Test
    void aRuleEndsWithItsLastYear() {
        assertThat(holidays(2021).nameOf(day(2021, 9, 2))).isEmpty();
        assertThat(holidays(2020).nameOf(day(2020, 9, 2))).contains("Quốc khánh");
    }

    @Test
    void aWeekendDayMayBeWorkedInExchange() {
        Holidays exchanged = holidays(
                2020,
                new Holidays.Single(day(2020, 9, 12), "làm bù", false),
                new Holidays.Single(day(2020, 9, 14), "nghỉ thêm", true));

        assertThat(exchanged.isRest(day(2020, 9, 12))).isFalse();
        assertThat(exchanged.isRest(day(2020, 9, 13))).isTrue();
        assertThat(exchanged.isRest(day(2020, 9, 14))).isTrue();
        assertThat(HOURS.shiftsOn(day(2020, 9, 12), exchanged)).hasSize(1);
        assertThat(HOURS.shiftsOn(day(2020, 9, 13), exchanged)).hasSize(2);
        assertThat(HOURS.shiftsOn(day(2020, 9, 14), exchanged)).isEmpty();
    }

    @Test
    void aHolidayOfADayThatMostYearsDoNotHaveIsNone() {
        HolidayRule leapDay = new HolidayRule("29/2", HolidayRule.Calendar.SOLAR, 2, 29, 0, 1, false, 2013, null);

        assertThat(new Holidays(List.of(leapDay), List.of(), 2021, 2021).of(2021))
                .isEmpty();
        assertThat(new Holidays(List.of(leapDay), List.of(), 2020, 2020).of(2020))
                .hasSize(1);
        assertThatThrownBy(() -> new HolidayRule("x", HolidayRule.Calendar.LUNAR, 1, 31, 0, 1, false, 2013, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hoursThatOverlapOrCannotBeReadAreRefused() {
        assertThat(WorkRules.written(WorkRules.spans("7:30–11:30, 13:30-17:00")))
                .isEqualTo("07:30-11:30 13:30-17:00");
        for (String wrong : List.of("", "8-11", "08:00-07:00", "08:00-12:00 11:00-14:00", "25:00-26:00")) {
            assertThatThrownBy(() -> WorkRules.spans(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /**
     * Monday 14 September: at one home 16:50–17:20, at another 17:30–18:00: one stretch of 70 minutes, 10 of them before 17:00. Saturday:
     * 30 minutes. National Day: 20 minutes.
     */
    @Test
    void onlyWhatLiesOutsideTheHoursOfWorkIsOvertime() {
        List<Overtime.Call> calls = List.of(
                call("pt-1", day(2020, 9, 14), "16:50-17:20"),
                call("pt-1", day(2020, 9, 14), "17:30-18:00"),
                call("pt-1", day(2020, 9, 12), "09:00-09:30"),
                call("pt-1", day(2020, 9, 2), "19:00-19:20"),
                call("pt-2", day(2020, 9, 14), "09:00-09:30"),
                call("pt-1", day(2020, 8, 31), "19:00-20:00"));

        List<Overtime.Month> months = Overtime.of(YearMonth.of(2020, 9), calls, HOURS, holidays(2020));

        assertThat(months).extracting(Overtime.Month::login).containsExactly("pt-1");
        Overtime.Month month = months.get(0);
        assertThat(month.minutes(Overtime.Kind.WORKING_DAY)).isEqualTo(60);
        assertThat(month.minutes(Overtime.Kind.WEEKEND)).isEqualTo(30);
        assertThat(month.minutes(Overtime.Kind.HOLIDAY)).isEqualTo(20);
        assertThat(month.calls()).isEqualTo(4);
        assertThat(month.daysAbove(HOURS)).isEmpty();
    }

    private static Overtime.Call call(String login, LocalDate day, String span) {
        return new Overtime.Call(login, login, day, WorkRules.spans(span).get(0));
    }

    @Test
    void whatAFormSaysOfTimesAtHomeIsReadAsFarAsItCanBe() {
        Shift evening = new Shift(day(2020, 9, 14), 18 * 60, 21 * 60);
        Shift saturday = new Shift(day(2020, 9, 12), 8 * 60, 11 * 60 + 30);
        Holidays holidays = holidays(2020);

        assertThat(Availability.read(List.of("", ""))).isEqualTo(Availability.UNSAID);
        assertThat(Availability.read(List.of("Sau 19h30")).earliest()).isEqualTo(19 * 60 + 30);
        assertThat(Availability.read(List.of("trước 20 giờ", "sau 19h")).latest())
                .isEqualTo(20 * 60);
        assertThat(Availability.read(List.of("Chỉ cuối tuần")).suits(evening, holidays))
                .isFalse();
        assertThat(Availability.read(List.of("Chỉ cuối tuần")).suits(saturday, holidays))
                .isTrue();
        assertThat(Availability.read(List.of("Buổi tối")).suits(saturday, holidays))
                .isFalse();
        assertThat(Availability.read(List.of("Đi vắng đến Tết")).isAway()).isTrue();
        assertThat(Availability.read(List.of("<script>")).suits(evening, holidays))
                .isTrue();
    }
}
