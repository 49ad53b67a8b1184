package vn.dancu.civil.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dancu.civil.text.LegacyText.Encoding;

class LegacyTextTest {
    private static final String ALL_LETTERS =
            "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ";

    @ParameterizedTest
    @CsvSource({
        "NguyÔn V¨n Hoµng, TCVN3, Nguyễn Văn Hoàng",
        "NGUYÔN THÞ HßA, TCVN3, NGUYỄN THỊ HÒA",
        "D­¬ng §×nh Tïng, TCVN3, Dương Đình Tùng",
        "Céng hßa x· héi chñ nghÜa ViÖt Nam, TCVN3, Cộng hòa xã hội chủ nghĩa Việt Nam",
        "§éc lËp - Tù do - H¹nh phóc, TCVN3, Độc lập - Tự do - Hạnh phúc",
        "Nguyeãn Vaên Hoaøng, VNI, Nguyễn Văn Hoàng",
        "ÑAËNG THÒ MYÕ, VNI, ĐẶNG THỊ MỸ",
        "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, VNI, Cộng hòa xã hội chủ nghĩa Việt Nam",
        "Ñöôïc Lyù Quyù Döông, VNI, Được Lý Quý Dương",
        "Nguye^~n Va(n A, VIQR, Nguyễn Văn A",
        "Tra^`n Thi. Ho^`ng DDu+'c, VIQR, Trần Thị Hồng Đức"
    })
    void namesInOldEncodingsAreRecognisedAndRead(String written, Encoding encoding, String read) {
        assertThat(LegacyText.detect(written)).isEqualTo(encoding);
        assertThat(LegacyText.decode(written, encoding)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Văn A",
        "H'Mông",
        "Ba Ha'i",
        "O'Brien",
        "Lý A Páo",
        "Hoà",
        "Nguyen Van A.",
        "Vò",
        "Tô Ký",
        "Lù Pà Sùng",
        "Kpă Y",
        "Sèo",
        "Giàng A Tro",
        "Nguyeenx Vawn A",
        "Tổ 3 (nhà cũ)",
        "Ai?",
        "Ngô Thò La Hò",
        "12/5/1980"
    })
    void plainTextStaysPlain(String written) {
        assertThat(LegacyText.detect(written)).isEqualTo(Encoding.UNICODE);
    }

    @Test
    void windows1252AndLatin1GiveTheSameText() {
        String written = LegacyText.encode("Nguyễn Thị Ngọc Ánh, Dương Đức Thắng", Encoding.TCVN3);
        byte[] bytes = written.getBytes(Charset.forName("ISO-8859-1"));

        String as1252 = new String(bytes, Charset.forName("windows-1252"));

        assertThat(LegacyText.decode(as1252, Encoding.TCVN3)).isEqualTo("Nguyễn Thị Ngọc ánh, Dương Đức Thắng");
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void everySmallLetterComesBack(Encoding encoding) {
        for (char letter : ALL_LETTERS.toCharArray()) {
            String word = "b" + letter;

            assertThat(LegacyText.decode(LegacyText.encode(word, encoding), encoding))
                    .isEqualTo(word);
        }
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void everyCapitalInAWordOfCapitalsComesBack(Encoding encoding) {
        for (char letter : VietnameseText.upper(ALL_LETTERS).toCharArray()) {
            String word = "BA" + letter;

            assertThat(LegacyText.decode(LegacyText.encode(word, encoding), encoding))
                    .isEqualTo(word);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Encoding.class,
            names = {"TCVN3", "VNI", "VIQR"})
    void inventedNamesAreDetectedAndComeBack(Encoding encoding) {
        long seed = 4711;
        SyllableMaker maker = new SyllableMaker(seed);
        int marked = 0;
        int detected = 0;
        for (int i = 0; i < 2_000; i++) {
            String name = maker.name();
            String written = LegacyText.encode(name, encoding);
            if (written.equals(name)) {
                continue;
            }
            marked++;
            detected += LegacyText.detect(written) == encoding ? 1 : 0;

            assertThat(VietnameseText.lower(LegacyText.decode(written, encoding)))
                    .as("seed %d: %s", seed, name)
                    .isEqualTo(VietnameseText.lower(name));
            assertThat(LegacyText.detect(name)).as("seed %d: %s", seed, name).isEqualTo(Encoding.UNICODE);
        }
        // A short name may be readable in two encodings; nearly all are in one only.
        assertThat(detected).as("of %d, seed %d", marked, seed).isGreaterThan(marked * 9 / 10);
    }

    @Test
    void aSampleOfManyNamesIsDetectedForSure() {
        long seed = 31;
        SyllableMaker maker = new SyllableMaker(seed);
        StringBuilder sample = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            sample.append(maker.name()).append(';').append(i).append('\n');
        }

        for (Encoding encoding : Encoding.values()) {
            assertThat(LegacyText.detect(LegacyText.encode(sample.toString(), encoding)))
                    .as("seed %d", seed)
                    .isEqualTo(encoding);
        }
    }

    @Test
    void aBackslashKeepsASignInViqr() {
        assertThat(LegacyText.decode("Co^ng ty A\\. O\\'", Encoding.VIQR)).isEqualTo("Công ty A. O'");
    }
}
