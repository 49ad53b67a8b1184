package vn.dancu.civil.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.civil.number.OldId.Difference;

class OldIdTest {
    @Test
    void theTextStaysBesideTheNineDigits() {
        assertThat(OldId.of("073 456 789")).isEqualTo(new OldId("073 456 789", "073456789"));
        assertThat(OldId.of("073456789A").digits()).isNull();
        assertThat(OldId.of("002188000123").digits()).isNull();
        assertThat(OldId.of("73456789").digits()).isNull();
    }

    @Test
    void severalNumbersAreJoinedWithBars() {
        assertThat(OldId.parseMany("073456789| 012345678 ||"))
                .containsExactly(OldId.of("073456789"), OldId.of("012345678"));
        assertThat(OldId.parseMany(" ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "073456789, 02 08",
        "012345678, 01",
        "095345678, 06",
        "230345678, 64",
        "273345678, 75 77",
        "990345678, ''"
    })
    void thePrefixNamesTheProvincesThatMayHaveIssuedIt(String digits, String provinces) {
        assertThat(OldId.of(digits).issuingProvinces())
                .containsExactlyInAnyOrder(provinces.isEmpty() ? new String[0] : provinces.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "073456789, 073456789, SAME", "073456789, 073.456.789, SAME", "073456789, 073456780, TYPING",
        "073456789, 073456798, TYPING", "073456789, 07345678, TYPING", "073456789, 0734567899, TYPING",
        "073456789, 073456789A, TYPING", "073456789, 012999888, OTHER", "073456789, 073456600, OTHER",
        "073456789, không, CANNOT_TELL", "073456789, 123, CANNOT_TELL"
    })
    void aSlipIsToldFromANewNumber(String a, String b, Difference expected) {
        assertThat(OldId.of(a).difference(OldId.of(b))).isEqualTo(expected);
        assertThat(OldId.of(b).difference(OldId.of(a))).isEqualTo(expected);
    }

    @Test
    void theNumberStaysOutOfLogs() {
        assertThat(OldId.of("073456789").toString()).doesNotContain("3456789");
        assertThat(OldId.of("9999").toString()).doesNotContain("9999");
    }
}
