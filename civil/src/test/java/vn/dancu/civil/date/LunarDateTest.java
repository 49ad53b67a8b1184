package vn.dancu.civil.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LunarDateTest {

    @Test
    void newYearFallsOnTheDaysOfTheVietnameseCalendar() {
        // Public holidays as they were; 1985 and 2007 differ from the Chinese calendar, which is reckoned for UTC+8.
        Map<Integer, String> newYears = new TreeMap<>(Map.ofEntries(
                Map.entry(1968, "1968-01-29"),
                Map.entry(1975, "1975-02-11"),
                Map.entry(1985, "1985-01-21"),
                Map.entry(2000, "2000-02-05"),
                Map.entry(2007, "2007-02-17"),
                Map.entry(2017, "2017-01-28"),
                Map.entry(2018, "2018-02-16"),
                Map.entry(2019, "2019-02-05"),
                Map.entry(2020, "2020-01-25"),
                Map.entry(2021, "2021-02-12"),
                Map.entry(2022, "2022-02-01"),
                Map.entry(2023, "2023-01-22"),
                Map.entry(2024, "2024-02-10"),
                Map.entry(2025, "2025-01-29"),
                Map.entry(2026, "2026-02-17"),
                Map.entry(2030, "2030-02-02")));

        newYears.forEach((year, day) -> assertThat(new LunarDate(year, 1, false, 1).toDate())
                .as("Tết %d", year)
                .contains(LocalDate.parse(day)));
    }

    @Test
    void theFeastOfTheHungKingsIsTheTenthOfTheThirdMonth() {
        assertThat(new LunarDate(2020, 3, false, 10).toDate()).contains(LocalDate.of(2020, 4, 2));
        assertThat(new LunarDate(2021, 3, false, 10).toDate()).contains(LocalDate.of(2021, 4, 21));
        assertThat(new LunarDate(2025, 3, false, 10).toDate()).contains(LocalDate.of(2025, 4, 7));
    }

    @Test
    void aLeapMonthIsToldFromTheMonthOfItsNumber() {
        // 2020 had two fourth months, 2023 two second ones, 2025 two sixth ones.
        assertThat(LunarDate.of(LocalDate.of(2020, 5, 22))).isEqualTo(new LunarDate(2020, 4, false, 30));
        assertThat(LunarDate.of(LocalDate.of(2020, 5, 23))).isEqualTo(new LunarDate(2020, 4, true, 1));
        assertThat(LunarDate.of(LocalDate.of(2023, 3, 22))).isEqualTo(new LunarDate(2023, 2, true, 1));
        assertThat(LunarDate.of(LocalDate.of(2025, 7, 25))).isEqualTo(new LunarDate(2025, 6, true, 1));
        assertThat(new LunarDate(2021, 4, true, 1).toDate()).isEmpty();
    }

    @Test
    void everyDayGoesThereAndBackAndFollowsTheDayBeforeIt() {
        LunarDate before = LunarDate.of(LocalDate.of(1899 + 1, 1, 1));
        for (LocalDate day = LocalDate.of(1900, 1, 2); day.getYear() < 2100; day = day.plusDays(1)) {
            LunarDate lunar = LunarDate.of(day);

            if (day.getYear() > 1900) {
                assertThat(lunar.toDate()).as(day.toString()).contains(day);
            }
            assertThat(lunar.day() == before.day() + 1 || (lunar.day() == 1 && before.day() >= 29))
                    .as("%s %s after %s", day, lunar, before)
                    .isTrue();
            before = lunar;
        }
    }

    @Test
    void daysThatDoNotExistAreRefused() {
        assertThatThrownBy(() -> new LunarDate(2020, 13, false, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LunarDate.of(LocalDate.of(2300, 1, 1))).isInstanceOf(IllegalArgumentException.class);
        // The twelfth month of 2024 had 29 days.
        assertThat(new LunarDate(2024, 12, false, 30).toDate()).isEmpty();
    }
}
