package vn.dancu.civil.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.civil.list.CodedValue;
import vn.dancu.civil.list.Ethnicities;

class NameDifferenceTest {
    /** The hard names; each pair is also tried the other way round. */
    @ParameterizedTest
    @CsvSource({
        "Nguyễn Văn A, Nguyễn Văn A, SAME",
        "Nguyễn Văn A, NGUYỄN VĂN A, CASE_OR_FORM",
        "Nguyễn Văn A, Nguyễn  Văn A, CASE_OR_FORM",
        "Anh Ðức, Anh Đức, CASE_OR_FORM",
        "H'Bia Kpă, H’Bia Kpă, CASE_OR_FORM",
        "NguyÔn V¨n Hoµng, Nguyễn Văn Hoàng, LEGACY_ENCODING",
        "nguyÔn v¨n hoµng, NGUYỄN VĂN HOÀNG, LEGACY_ENCODING",
        "NguyÔn V¨n Hoµng, Nguyen Van Hoang, LEGACY_ENCODING",
        "NguyÔn V¨n Hoµng, Nguyeãn Vaên Hoaøng, LEGACY_ENCODING",
        "Nguyeãn Thò Hoa, Nguyễn Thị Hoa, LEGACY_ENCODING",
        "Nguye^~n Thi. Hoa, Nguyễn Thị Hoa, LEGACY_ENCODING",
        "Nguyễn Thị Hoà, Nguyễn Thị Hòa, TONE_PLACE",
        "Lê Thị Thuý, LÊ THỊ THÚY, TONE_PLACE",
        "Lý Quí, Lý Quý, I_Y",
        "Lí Văn Sĩ, LÝ VĂN SỸ, I_Y",
        "Nguyen Thi Hoa, Nguyễn Thị Hoa, MARKS",
        "Nguyễn Thi Hòa, Nguyễn Thị Hoa, MARKS",
        "Dinh Van Dung, Đinh Văn Dũng, MARKS",
        "Phạm Văn Dủng, Phạm Văn Dũng, MARKS",
        "Ly Qui, Lý Quý, MARKS",
        "Nguyễn Hoa, Nguyễn Thị Hoa, MIDDLE_DROPPED",
        "Nguyễn Thu Hoa, Nguyễn Thị Thu Hoa, MIDDLE_DROPPED",
        "NGUYEN HOA, Nguyễn Thị Hoà, MIDDLE_DROPPED",
        "Giàng Seo Pùa, Giàng Mí Pùa, MONG_SECOND_NAME",
        "Vàng A Dình, Vàng Nhìa Dình, MONG_SECOND_NAME",
        "Phàn Văn Minh, Bàn Văn Minh, SURNAME_EQUIVALENT",
        "PHÀN VĂN MINH, Ban Van Minh, SURNAME_EQUIVALENT",
        "Nguyễn Văn Minh, Nguyễn Đức Minh, DIFFERENT",
        "Trần Thị Lan, Trần Thị Lam, TYPING",
        "Nguyễn Văn Nam, Nguyễn Văn Nma, TYPING",
        "Nguyeenx Vawn Nam, Nguyễn Văn Nam, TYPING",
        "Nguye6n4 Va8n Nam, Nguyễn Văn Nam, TYPING",
        "Trần Văn Nam, TrầnVăn Nam, TYPING",
        "Trần Thị Lan, Trần Thị Mai, DIFFERENT",
        "Vũ Thị Lan, Võ Thị Lan, DIFFERENT",
        "Phạm Văn An, Phan Văn An, DIFFERENT",
        "Nguyễn Văn An, Nguyễn Văn Na, TYPING",
        "Nguyễn Văn An, Nguyễm Văn An, TYPING",
        "Lê Văn An, L Văn An, TYPING",
        "Trần Thị Lan, Lê Thị Lan, DIFFERENT",
        "Trần Thị Lan, Trần Thị Hồng, DIFFERENT",
        "Hoàng Văn Minh, Huỳnh Văn Minh, DIFFERENT",
        "Nguyễn Đức Minh, Nguyễn Minh Đức, DIFFERENT",
        "Giàng Seo Pùa, Vừ Seo Pùa, DIFFERENT",
        "Giàng Seo Pùa, Giàng Seo Dình, DIFFERENT"
    })
    void pairsOfNamesDifferAsNamed(String a, String b, NameDifference expected) {
        assertThat(NameDifference.between(PersonName.of(a), PersonName.of(b))).isEqualTo(expected);
        assertThat(NameDifference.between(PersonName.of(b), PersonName.of(a))).isEqualTo(expected);
    }

    @Test
    void decomposedTextIsOnlyAnotherForm() {
        String decomposed = Normalizer.normalize("Đặng Thị Ngọc Ánh", Normalizer.Form.NFD);

        assertThat(NameDifference.between(PersonName.of(decomposed), PersonName.of("Đặng Thị Ngọc Ánh")))
                .isEqualTo(NameDifference.CASE_OR_FORM);
    }

    @Test
    void theSurnamePhanIsNotTheDaoSurname() {
        NameDifference difference =
                NameDifference.between(PersonName.of("Phan Văn Minh"), PersonName.of("Bàn Văn Minh"));

        assertThat(difference.isExplained()).isFalse();
    }

    @Test
    void ethnicityDecidesWhetherASecondNameMayChange() {
        PersonName before = PersonName.of("Lý Văn Hùng");
        PersonName after = PersonName.of("Lý Seo Hùng");
        List<CodedValue> mong = Ethnicities.parse("Mông");
        List<CodedValue> tay = Ethnicities.parse("Tày");

        assertThat(NameDifference.between(before, after, mong)).isEqualTo(NameDifference.MONG_SECOND_NAME);
        assertThat(NameDifference.between(before, after, tay).isExplained()).isFalse();
        assertThat(NameDifference.between(PersonName.of("Mã Seo Lử"), PersonName.of("Mã Chúng Lử"), mong))
                .isEqualTo(NameDifference.MONG_SECOND_NAME);
    }

    @Test
    void aBlankNameExplainsNothing() {
        assertThat(NameDifference.between(PersonName.of(""), PersonName.of("Nguyễn Văn A")))
                .isEqualTo(NameDifference.DIFFERENT);
    }

    @Test
    void onlyNamedRulesExplain() {
        assertThat(NameDifference.SAME.isExplained()).isFalse();
        assertThat(NameDifference.SAME.agrees()).isTrue();
        assertThat(NameDifference.CASE_OR_FORM.isExplained()).isTrue();
        assertThat(NameDifference.SURNAME_EQUIVALENT.isExplained()).isTrue();
        assertThat(NameDifference.TYPING.isExplained()).isFalse();
        assertThat(NameDifference.DIFFERENT.isExplained()).isFalse();
    }
}
