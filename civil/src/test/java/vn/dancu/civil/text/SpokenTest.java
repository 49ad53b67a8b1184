package vn.dancu.civil.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SpokenTest {

    @Test
    void numbersAreSaidAsTheyAreRead() {
        Map.of(
                        0L, "không",
                        5L, "năm",
                        15L, "mười lăm",
                        21L, "hai mươi mốt",
                        34L, "ba mươi tư",
                        105L, "một trăm linh năm",
                        1_000L, "một nghìn",
                        2_020L, "hai nghìn không trăm hai mươi",
                        11_000L, "mười một nghìn",
                        1_000_005L, "một triệu không trăm linh năm")
                .forEach((number, words) -> assertThat(Spoken.number(number)).isEqualTo(words));
    }

    @Test
    void datesHoursAndTelephonesAreSaidInTheirOwnWay() {
        assertThat(Spoken.words("ngày 5/4/2020")).isEqualTo("ngày năm tháng tư năm hai nghìn không trăm hai mươi");
        assertThat(Spoken.words("7:30, 18h00")).isEqualTo("bảy giờ ba mươi, mười tám giờ");
        assertThat(Spoken.words("gọi 0219 3866")).isEqualTo("gọi không hai một chín ba nghìn tám trăm sáu mươi sáu");
        assertThat(Spoken.words("02193866123")).isEqualTo("không hai một chín ba tám sáu sáu một hai ba");
        assertThat(Spoken.words("11.000 lượt")).isEqualTo("mười một nghìn lượt");
        assertThat(Spoken.words("45/13")).isEqualTo("bốn mươi lăm/mười ba");
    }

    @Test
    void syllablesAreCountedAsHeard() {
        // Kính mời nhân dân tổ ba: six; bảy giờ ba mươi: four.
        assertThat(Spoken.syllables("Kính mời nhân dân tổ 3, 7:30!")).isEqualTo(10);
        assertThat(Spoken.syllables("")).isZero();
    }
}
