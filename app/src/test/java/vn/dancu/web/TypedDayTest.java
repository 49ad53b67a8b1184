package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypedDayTest {
    private static final LocalDate DAY = LocalDate.of(2020, 9, 5);

    @Test
    void aDayIsReadAsItComesToHand() {
        for (String typed : List.of(
                "05/09/2020",
                "5/9/2020",
                "5/9/20",
                "5.9.2020",
                "05-09-2020",
                "05092020",
                "050920",
                " 2020-09-05 ",
                "5 9 2020")) {
            assertThat(TypedDay.of(typed)).as(typed).contains(DAY);
        }
    }

    @Test
    void whatIsNoDayIsNotMadeOne() {
        for (String typed : List.of(
                "", "31/02/2020", "9/2020", "2020", "mồng ba", "5/9/020", "<script>", "99999999", "5/13/2020")) {
            assertThat(TypedDay.of(typed)).as(typed).isEmpty();
        }
    }

    @Test
    void theHourStandsBeforeOrBehind() {
        LocalDateTime at = DAY.atTime(19, 30);

        for (String typed : List.of(
                "19:30 05/09/2020", "19h30 5/9/20", "5/9/2020 19:30", "2020-09-05T19:30", "2020-09-05 19:30:00")) {
            assertThat(TypedDay.withTime(typed)).as(typed).contains(at);
        }
        for (String typed : List.of("05/09/2020", "25:00 05/09/2020", "19:30", "19:30 05/09/2020 19:30", "")) {
            assertThat(TypedDay.withTime(typed)).as(typed).isEmpty();
        }
    }
}
