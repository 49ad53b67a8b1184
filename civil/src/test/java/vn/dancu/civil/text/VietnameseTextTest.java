package vn.dancu.civil.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnameseTextTest {
    @Test
    void composesAndReadsIcelandicEthAsTheVietnameseLetter() {
        String decomposed = Normalizer.normalize("Nguyễn Văn Ðức", Normalizer.Form.NFD);

        assertThat(VietnameseText.nfc(decomposed)).isEqualTo("Nguyễn Văn Đức");
        assertThat(VietnameseText.nfc("Anh Ðức ð")).isEqualTo("Anh Đức đ");
        assertThat(VietnameseText.nfc("  hoà  Kỳ ")).isEqualTo("  hoà  Kỳ ");
    }

    @ParameterizedTest
    @CsvSource({
        "hoà, hòa",
        "hòa, hòa",
        "HOÀ, HÒA",
        "khoẻ, khỏe",
        "thuý, thúy",
        "Thuỷ, Thủy",
        "uỷ, ủy",
        "huỷ, hủy",
        "quý, quý",
        "qúy, quý",
        "Quỳ, Quỳ",
        "quả, quả",
        "qủa, quả",
        "giá, giá",
        "gía, giá",
        "gìơ, giờ",
        "gì, gì",
        "giếng, giếng",
        "hoàn, hoàn",
        "hòan, hoàn",
        "hoạch, hoạch",
        "huỳnh, huỳnh",
        "hùynh, huỳnh",
        "nguyễn, nguyễn",
        "ngừơi, người",
        "ngoaì, ngoài",
        "khuỷu, khuỷu",
        "mía, mía",
        "miá, mía",
        "của, của",
        "cuả, của",
        "mưa, mưa",
        "lửa, lửa",
        "thuở, thuở",
        "tiến, tiến",
        "yến, yến",
        "xoáy, xoáy",
        "Ê-đê, Ê-đê",
        "quốc, quốc",
        "Pùa, Pùa",
        "Puà, Pùa",
        "Lòo, Lòo"
    })
    void theToneMarkStandsWhereOneRulePutsIt(String written, String canonical) {
        assertThat(VietnameseText.canonical(written)).isEqualTo(canonical);
    }

    @Test
    void whatIsNoSyllableKeepsItsMarks() {
        assertThat(VietnameseText.canonical("Kpă H'Mơ")).isEqualTo("Kpă H'Mơ");
        assertThat(VietnameseText.canonical("ÀÁoa")).isEqualTo("ÀÁoa");
        assertThat(VietnameseText.canonical("José Müller")).isEqualTo("José Müller");
    }

    @Test
    void spacesApostrophesAndHyphensAreOfOneKind() {
        assertThat(VietnameseText.canonical("  Gia – rai\t\u00A0 H’Mông \u200B"))
                .isEqualTo("Gia-rai H'Mông");
        assertThat(VietnameseText.canonical("Bà Rịa - Vũng Tàu")).isEqualTo("Bà Rịa-Vũng Tàu");
        assertThat(VietnameseText.canonical("Ba Haʼi")).isEqualTo("Ba Ha'i");
        assertThat(VietnameseText.canonical(" ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ĐẶNG THỊ Y, dang thi y", "Ðinh, dinh", "H'Mông, hmong", "H’Mông, hmong", "Gia - rai, gia rai",
        "Ng. Văn  Ánh, ng van anh", "Ê-đê, e de", "José Müller, jose muller", "Tổ 12/3, to 12 3",
                "Ư Ơ Ă Â Ê Ô, u o a a e o"
    })
    void foldingLeavesLettersDigitsAndSingleSpaces(String written, String folded) {
        assertThat(VietnameseText.fold(written)).isEqualTo(folded);
        assertThat(VietnameseText.fold(Normalizer.normalize(written, Normalizer.Form.NFD)))
                .isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({
        "Quí, Quý",
        "Kì, Kỳ",
        "Lí, Lý",
        "Sĩ, Sỹ",
        "QUÍ, QUÝ",
        "Mỹ, Mỹ",
        "Thúi, Thúi",
        "Tai, Tai",
        "Tay, Tay",
        "Khui, Khui",
        "Tính, Tính",
        "Tiến, Tiến",
        "Hội, Hội",
        "i, y"
    })
    void iBecomesYOnlyWhereBothAreWrittenForOneSound(String written, String withY) {
        assertThat(VietnameseText.yForI(written)).isEqualTo(withY);
    }

    @Test
    void namedDifferencesAreToldApart() {
        assertThat(VietnameseText.sameButTonePlace("Hoà", "HÒA")).isTrue();
        assertThat(VietnameseText.sameButTonePlace("Hoà", "Hóa")).isFalse();
        assertThat(VietnameseText.sameButIY("Lí Quí", "LÝ QUÝ")).isTrue();
        assertThat(VietnameseText.sameButIY("Tai", "Tay")).isFalse();
        assertThat(VietnameseText.sameButMarks("Nguyen Thi Hoa", "Nguyễn Thị Hòa"))
                .isTrue();
        assertThat(VietnameseText.sameButMarks("Nguyen Thi Hoa", "Nguyễn Thị Hoan"))
                .isFalse();
    }

    @Test
    void nothingDependsOnTheLocaleOfTheMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));

            assertThat(VietnameseText.upper("nguyễn thị in")).isEqualTo("NGUYỄN THỊ IN");
            assertThat(VietnameseText.lower("NGUYỄN THỊ IN")).isEqualTo("nguyễn thị in");
            assertThat(VietnameseText.fold("NGUYỄN THỊ IN")).isEqualTo("nguyen thi in");
            assertThat(VietnameseText.sameButTonePlace("KIM", "kim")).isTrue();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void keysSortLikeADictionary() {
        List<String> ordered = List.of(
                "a", "à", "ả", "ã", "á", "ạ", "an", "anh", "ay", "ăn", "ăng", "âm", "âu", "ba", "bà", "bả", "bã", "bá",
                "bạ", "bác", "bạn", "cao", "dương", "đa", "đinh", "em", "êm", "giang", "hoa", "hòa", "hoan", "kim",
                "la", "lân", "lê", "mai", "oanh", "ôn", "ơn", "phương", "quý", "sơn", "thu", "thư", "út", "ước", "xuân",
                "yên");
        List<String> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(7));

        shuffled.sort((a, b) -> VietnameseText.sortKey(a).compareTo(VietnameseText.sortKey(b)));

        assertThat(shuffled).isEqualTo(ordered);
    }

    @Test
    void keysAreAsciiAndBlindToCaseAndTonePlace() {
        assertThat(VietnameseText.sortKey("HOÀ")).isEqualTo(VietnameseText.sortKey("hòa"));
        assertThat(VietnameseText.sortKey("Đường Ưng")).matches("\\p{ASCII}+");
    }

    @Test
    void canonicalAndFoldAreStableOnAnyText() {
        long seed = 20201125;
        SyllableMaker maker = new SyllableMaker(seed);
        for (int i = 0; i < 5_000; i++) {
            String name = maker.name();
            String canonical = VietnameseText.canonical(name);

            assertThat(VietnameseText.canonical(canonical))
                    .as("seed %d: %s", seed, name)
                    .isEqualTo(canonical);
            assertThat(VietnameseText.fold(canonical))
                    .as("seed %d: %s", seed, name)
                    .isEqualTo(VietnameseText.fold(name));
            assertThat(VietnameseText.canonical(Normalizer.normalize(name, Normalizer.Form.NFD)))
                    .as("seed %d: %s", seed, name)
                    .isEqualTo(canonical);
            assertThat(VietnameseText.fold(name)).as("seed %d: %s", seed, name).matches("[a-z ]+");
        }
    }

    @Test
    void strangeTextNeverThrows() {
        long seed = 99;
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            char[] chars = new char[random.nextInt(12)];
            for (int j = 0; j < chars.length; j++) {
                chars[j] = (char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : random.nextInt(0x1F00));
            }
            String text = new String(chars);

            String canonical = VietnameseText.canonical(text);

            assertThat(VietnameseText.canonical(canonical)).as("seed %d", seed).isEqualTo(canonical);
            assertThat(VietnameseText.fold(text))
                    .as("seed %d", seed)
                    .doesNotStartWith(" ")
                    .doesNotContain("  ");
            VietnameseText.sortKey(text);
            VietnameseText.yForI(text);
        }
    }
}
