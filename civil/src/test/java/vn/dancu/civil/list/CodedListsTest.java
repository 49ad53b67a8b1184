package vn.dancu.civil.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodedListsTest {
    @ParameterizedTest
    @CsvSource({
        "Nam, MALE",
        "Nữ, FEMALE",
        "NỮ, FEMALE",
        "nu, FEMALE",
        "M, MALE",
        "F, FEMALE",
        "1, MALE",
        "2, FEMALE",
        "' nam ', MALE"
    })
    void sexIsReadInEveryWayInUse(String written, Sex sex) {
        assertThat(Sex.parse(written)).contains(sex);
    }

    @Test
    void whatSaysNoSexSaysNothing() {
        assertThat(Sex.parse("0")).isEmpty();
        assertThat(Sex.parse("3")).isEmpty();
        assertThat(Sex.parse("")).isEmpty();
        assertThat(Sex.parse(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, SINGLE",
        "Chưa kết hôn, SINGLE",
        "Độc thân, SINGLE",
        "2, MARRIED",
        "Đang có vợ/chồng, MARRIED",
        "đã kết hôn, MARRIED",
        "3, DIVORCED_OR_WIDOWED",
        "Góa, DIVORCED_OR_WIDOWED",
        "Goá, DIVORCED_OR_WIDOWED",
        "Ly hôn, DIVORCED_OR_WIDOWED",
        "0, UNSTATED"
    })
    void maritalStatusIsReadByCodeAndWord(String written, MaritalStatus status) {
        assertThat(MaritalStatus.parse(written)).contains(status);
    }

    @ParameterizedTest
    @CsvSource({
        "A, A, 01",
        "b, B, 02",
        "AB, AB, 03",
        "O, O, 04",
        "O+, O, 04",
        "03, AB, 03",
        "Nhóm máu A, A, 01",
        "00, UNSTATED, 00"
    })
    void bloodGroupIsReadByCodeAndLetter(String written, BloodGroup group, String code) {
        assertThat(BloodGroup.parse(written)).contains(group);
        assertThat(group.code()).isEqualTo(code);
    }

    @Test
    void aLoneZeroIsNoBloodGroup() {
        assertThat(BloodGroup.parse("0")).isEmpty();
        assertThat(BloodGroup.parse("C")).isEmpty();
    }

    @Test
    void lifeStatusIsReadByCodeAndWord() {
        assertThat(LifeStatus.parse("2")).contains(LifeStatus.DEAD);
        assertThat(LifeStatus.parse("đã mất tích")).contains(LifeStatus.MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "Không, 00",
        "không, 00",
        "00, 00",
        "Phật giáo, 01",
        "01, 01",
        "Đạo Phật, 01",
        "Thiên Chúa giáo, 02",
        "Phật giáo Hoà Hảo, 03",
        "Tin lành, 08",
        "Ba Ha’i, 12",
        "99, 99"
    })
    void religionIsReadByCodeAndName(String written, String code) {
        assertThat(Religions.parse(written).map(CodedValue::code)).contains(code);
    }

    @Test
    void anUnknownReligionIsNotGuessed() {
        assertThat(Religions.parse("Đạo Jedi")).isEmpty();
        assertThat(Religions.all()).hasSize(16);
    }

    @Test
    void wordsAreReadUnderAnyLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));

            assertThat(Religions.parse("TIN LÀNH").map(CodedValue::code)).contains("08");
            assertThat(Relation.parse("EM GÁI")).contains(Relation.YOUNGER_SIBLING);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void thereAreSixtyThreeProvincesInThePersonalNumber() {
        assertThat(Provinces.all()).hasSize(63);
        assertThat(Provinces.byIdPrefix("002")).contains("02");
        assertThat(Provinces.byIdPrefix("003")).isEmpty();
        assertThat(Provinces.byIdPrefix("102")).isEmpty();
        assertThat(Provinces.nameOf("02")).contains("Hà Giang");
        assertThat(Provinces.codeOf("Tỉnh Hoà Bình")).contains("17");
        assertThat(Provinces.codeOf("TP. Hồ Chí Minh")).contains("79");
        assertThat(Provinces.codeOf("TPHCM")).contains("79");
        assertThat(Provinces.codeOf("Bà Rịa-Vũng Tàu")).contains("77");
        assertThat(Provinces.codeOf("Nơi khác")).isEmpty();
    }
}
