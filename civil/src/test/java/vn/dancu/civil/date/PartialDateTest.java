package vn.dancu.civil.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.civil.Verdict;
import vn.dancu.civil.date.DateReading.Problem;

class PartialDateTest {
    @ParameterizedTest
    @CsvSource({
        "1988-05-03, 1988-05-03", "1988-05, 1988-05", "1988, 1988", "3/5/1988, 1988-05-03", "03/05/1988, 1988-05-03",
        "03/5/1988, 1988-05-03", "5/1988, 1988-05", "05/1988, 1988-05", "3.5.1988, 1988-05-03",
                "03-05-1988, 1988-05-03",
        "03 05 1988, 1988-05-03", "00/00/1941, 1941", "--/--/1941, 1941", "00/05/1941, 1941-05", "__/__/1941, 1941",
        "../../1941, 1941", "xx/xx/1941, 1941", "1941-00-00, 1941", "05/--/1988, 1988",
                "ngày 05 tháng 9 năm 2020, 2020-09-05",
        "năm 1941, 1941", "05092020, 2020-09-05", "20200905, 2020-09-05", "29/02/2000, 2000-02-29",
                "1988-05-03 00:00:00, 1988-05-03",
        "1988-05-03T00:00, 1988-05-03", "01/01/2099, 2099-01-01", " 03/05/1988 , 1988-05-03", "3/5/1988., 1988-05-03"
    })
    void datesAreReadInEveryOrderInUse(String written, String iso) {
        DateReading reading = PartialDate.read(written);

        assertThat(reading.problem()).isEqualTo(Problem.NONE);
        assertThat(reading.date().iso()).isEqualTo(iso);
        assertThat(reading.written()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30/02/1988",
                "31/4/1990",
                "29/02/1900",
                "13/13/1988",
                "05/13/1988",
                "32/01/1988",
                "1988-02-30",
                "13/1988"
            })
    void datesThatDoNotExistAreSaidSo(String written) {
        assertThat(PartialDate.read(written)).isEqualTo(new DateReading(null, Problem.DOES_NOT_EXIST, written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "05/09/88",
                "hôm qua",
                "1988/1989",
                "5/9/1988/3",
                "198",
                "19888",
                "05091988123",
                "1988-5-3 10:30",
                "#REF!"
            })
    void whatIsNoDateIsNotGuessed(String written) {
        assertThat(PartialDate.read(written)).isEqualTo(new DateReading(null, Problem.UNREADABLE, written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "--/--/----", "00/00/0000"})
    void nothingWrittenIsBlank(String written) {
        assertThat(PartialDate.read(written).problem()).isEqualTo(Problem.BLANK);
    }

    @Test
    void noCellIsBlank() {
        assertThat(PartialDate.read(null)).isEqualTo(new DateReading(null, Problem.BLANK, ""));
    }

    @Test
    void everyFormOfADateReadsBack() {
        long seed = 1941;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            LocalDate day = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(60_000));
            PartialDate date = switch (random.nextInt(3)) {
                case 0 -> PartialDate.of(day);
                case 1 -> new PartialDate(day.getYear(), day.getMonthValue(), 0);
                default -> PartialDate.ofYear(day.getYear());
            };

            assertThat(PartialDate.read(date.iso()).date()).as("seed %d", seed).isEqualTo(date);
            assertThat(PartialDate.read(date.screen()).date())
                    .as("seed %d", seed)
                    .isEqualTo(date);
            assertThat(PartialDate.read(date.onForm(true)).date())
                    .as("seed %d", seed)
                    .isEqualTo(date);
            assertThat(PartialDate.ofPacked(date.packed())).as("seed %d", seed).isEqualTo(date);
            assertThat(date.contains(date.earliest())).as("seed %d", seed).isTrue();
            assertThat(date.contains(date.latest())).as("seed %d", seed).isTrue();
            assertThat(date.contains(date.earliest().minusDays(1)))
                    .as("seed %d", seed)
                    .isFalse();
            assertThat(date.contains(date.latest().plusDays(1)))
                    .as("seed %d", seed)
                    .isFalse();
        }
    }

    @Test
    void someFormsWantMonthsThreeToNineInOneDigit() {
        assertThat(new PartialDate(1988, 4, 5).onForm(true)).isEqualTo("05/4/1988");
        assertThat(new PartialDate(1988, 2, 5).onForm(true)).isEqualTo("05/02/1988");
        assertThat(new PartialDate(1988, 10, 5).onForm(true)).isEqualTo("05/10/1988");
        assertThat(new PartialDate(1988, 4, 5).onForm(false)).isEqualTo("05/04/1988");
        assertThat(new PartialDate(1988, 4, 0).onForm(true)).isEqualTo("4/1988");
    }

    @ParameterizedTest
    @CsvSource({
        "1988-05-03, 1988-05-03, AGREE", "1941, 1941, AGREE", "1941, 1941-05-03, CANNOT_TELL",
                "1941-05, 1941-05-03, CANNOT_TELL",
        "1941, 1942, DIFFER", "1941-05, 1941-06-03, DIFFER", "1988-05-03, 1988-05-04, DIFFER",
                "1988-05-03, 1988-03-05, DIFFER"
    })
    void whatOnlyOneSideKnowsProvesNothing(String a, String b, Verdict expected) {
        PartialDate one = PartialDate.read(a).date();
        PartialDate other = PartialDate.read(b).date();

        assertThat(one.compare(other)).isEqualTo(expected);
        assertThat(other.compare(one)).isEqualTo(expected);
    }

    @Test
    void agesCountFullYears() {
        PartialDate birth = new PartialDate(2000, 5, 3);

        assertThat(birth.fullYearsUntil(new PartialDate(2018, 5, 2))).isEqualTo(17);
        assertThat(birth.fullYearsUntil(new PartialDate(2018, 5, 3))).isEqualTo(18);
        assertThat(PartialDate.ofYear(2000).fullYearsUntil(new PartialDate(2018, 5, 3)))
                .isEqualTo(17);
    }

    @Test
    void aDateThatDoesNotExistCannotBeMade() {
        assertThatThrownBy(() -> new PartialDate(1988, 2, 30)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PartialDate(1988, 0, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
