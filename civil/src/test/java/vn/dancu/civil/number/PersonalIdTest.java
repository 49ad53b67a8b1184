package vn.dancu.civil.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.civil.Verdict;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.Sex;
import vn.dancu.civil.unit.AdministrativeUnits;
import vn.dancu.civil.unit.Unit;

class PersonalIdTest {
    private static final PersonalId WOMAN_OF_1988 = new PersonalId("002188000123");

    @ParameterizedTest
    @CsvSource({
        "002088000123, MALE, 1988",
        "002188000123, FEMALE, 1988",
        "002205000123, MALE, 2005",
        "002305000123, FEMALE, 2005",
        "002405000123, MALE, 2105",
        "002900000123, FEMALE, 2300"
    })
    void digitFourSaysCenturyAndSex(String digits, Sex sex, int year) {
        PersonalId id = new PersonalId(digits);

        assertThat(id.sex()).isEqualTo(sex);
        assertThat(id.birthYear()).isEqualTo(year);
        assertThat(id.placeCode()).isEqualTo("002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00218800012", "0021880001234", "00218800012A", "2188000123", "００２１８８０００１２３"})
    void whatIsNotTwelveDigitsIsNoNumber(String written) {
        assertThat(PersonalId.parse(written)).isEmpty();
    }

    @Test
    void spacesAreOverlooked() {
        assertThat(PersonalId.parse(" 002 188 000123 ")).contains(WOMAN_OF_1988);
        assertThat(PersonalId.parse(null)).isEmpty();
    }

    @Test
    void itAgreesWithTheRestOfTheFormOrNot() {
        assertThat(WOMAN_OF_1988.agreesWithSex(Sex.FEMALE)).isEqualTo(Verdict.AGREE);
        assertThat(WOMAN_OF_1988.agreesWithSex(Sex.MALE)).isEqualTo(Verdict.DIFFER);
        assertThat(WOMAN_OF_1988.agreesWithSex(null)).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(WOMAN_OF_1988.agreesWithBirth(PartialDate.ofYear(1988))).isEqualTo(Verdict.AGREE);
        assertThat(WOMAN_OF_1988.agreesWithBirth(PartialDate.ofYear(1989))).isEqualTo(Verdict.DIFFER);
        assertThat(WOMAN_OF_1988.agreesWithBirth(null)).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(WOMAN_OF_1988.agreesWithPlace("02")).isEqualTo(Verdict.AGREE);
        assertThat(WOMAN_OF_1988.agreesWithPlace("08")).isEqualTo(Verdict.DIFFER);
        assertThat(WOMAN_OF_1988.agreesWithPlace(null)).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(WOMAN_OF_1988.agreesWithPlace("03")).isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void aNumberOfAnotherCountryDiffersFromAProvince() {
        assertThat(new PersonalId("102188000123").agreesWithPlace("02")).isEqualTo(Verdict.DIFFER);
    }

    @Test
    void placesOfBirthsAfterTheMergersAreNotJudged() {
        PersonalId childOf2025 = new PersonalId("008225000123");

        assertThat(childOf2025.agreesWithPlace("02")).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(childOf2025.agreesWithPlace("08")).isEqualTo(Verdict.AGREE);
    }

    @Test
    void aProvinceOfTodayAgreesWithAnyItWasMadeFrom() {
        LocalDate today = LocalDate.of(2026, 1, 1);
        List<String> madeInto15 =
                AdministrativeUnits.builtIn().predecessors("15", today, LocalDate.of(2025, 6, 30)).stream()
                        .map(Unit::code)
                        .toList();

        assertThat(new PersonalId("010188000123").agreesWithAnyPlace(madeInto15))
                .isEqualTo(Verdict.AGREE);
        assertThat(new PersonalId("015188000123").agreesWithAnyPlace(madeInto15))
                .isEqualTo(Verdict.AGREE);
        assertThat(WOMAN_OF_1988.agreesWithAnyPlace(madeInto15)).isEqualTo(Verdict.DIFFER);
        assertThat(WOMAN_OF_1988.agreesWithAnyPlace(List.of())).isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void theNumberStaysOutOfLogs() {
        assertThat(WOMAN_OF_1988.toString()).contains("002").doesNotContain("188000123");
    }
}
