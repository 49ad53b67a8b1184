package vn.dancu.civil.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.civil.date.PartialDate;

class FormVersionsTest {
    private final FormVersions versions = FormVersions.builtIn();

    @ParameterizedTest
    @CsvSource({
        "2016-02-02, DC01/66-2015", "2019-11-17, DC01/66-2015", "2019-11-18, DC01/41-2019", "2020-09-01, DC01/41-2019",
        "2021-02-25, DC01/104-2020", "2024-06-30, DC01/104-2020", "2024-07-01, DC01/17-2024", "2025-07-01, DC01/53-2025"
    })
    void theCollectionFormInForceFollowsTheDate(LocalDate on, String id) {
        assertThat(versions.inForce("DC01", on).map(FormVersion::id)).contains(id);
    }

    @Test
    void oneCodeMeansTwoForms() {
        LocalDate lastDay = LocalDate.of(2024, 6, 30);

        FormVersion before = versions.inForce("DC02", lastDay).orElseThrow();
        FormVersion after = versions.inForce("DC02", lastDay.plusDays(1)).orElseThrow();

        assertThat(before.title()).isEqualTo("Phiếu cập nhật, chỉnh sửa thông tin dân cư");
        assertThat(after.title()).isEqualTo("Phiếu đề nghị giải quyết thủ tục về căn cước");
    }

    @Test
    void aVersionIsFoundByItsId() {
        assertThat(versions.find("DC01/41-2019")).isPresent();
        assertThat(versions.find("dc01/41/2019")).isEqualTo(versions.find("DC01/41-2019"));
        assertThat(versions.find("DC01/99-2019")).isEmpty();
        assertThat(versions.find(null)).isEmpty();
    }

    @Test
    void theMonthIsWrittenAsTheVersionWantsIt() {
        PartialDate date = new PartialDate(1988, 4, 5);

        assertThat(date.onForm(versions.find("DC01/41-2019").orElseThrow().hasOneDigitMonths()))
                .isEqualTo("05/04/1988");
        assertThat(date.onForm(versions.find("DC01/104-2020").orElseThrow().hasOneDigitMonths()))
                .isEqualTo("05/4/1988");
    }

    @Test
    void noTwoVersionsOfACodeAreInForceAtOnce() {
        for (FormVersion one : versions.all()) {
            List<FormVersion> sameDay = versions.all().stream()
                    .filter(other -> other.code().equals(one.code()) && other.isValidOn(one.validFrom()))
                    .toList();

            assertThat(sameDay).containsExactly(one);
        }
    }

    @Test
    void moreVersionsComeAsData() {
        FormVersion next = new FormVersion(
                "DC01", "1/2027", "Phiếu mới", LocalDate.of(2027, 1, 1), null, FormVersion.MonthRule.TWO_DIGITS);

        assertThat(versions.with(List.of(next)).find("DC01/1-2027")).contains(next);
    }
}
