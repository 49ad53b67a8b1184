package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class CharDiffTest {
    private static String shown(String text, String other) {
        StringBuilder shown = new StringBuilder();
        for (CharDiff.Piece piece : CharDiff.pieces(text, other)) {
            shown.append(piece.differs() ? "[" + piece.text() + "]" : piece.text());
        }
        return shown.toString();
    }

    @Test
    void aDigitThatDiffersStandsAlone() {
        assertThat(shown("08/05/1941", "08/05/1944")).isEqualTo("08/05/194[1]");
    }

    @Test
    void aLostMarkIsTheLetterThatLostIt() {
        assertThat(shown("Phạm Vân Long", "Phạm Văn Long")).isEqualTo("Phạm V[â]n Long");
        assertThat(shown("HOÀ", "HÒA")).isEqualTo("H[OÀ]");
    }

    @Test
    void caseAndCompositionAreNoDifference() {
        assertThat(shown("NGUYỄN THỊ ẨN", Normalizer.normalize("Nguyễn Thị Ẩn", Normalizer.Form.NFD)))
                .isEqualTo("NGUYỄN THỊ ẨN");
    }

    @Test
    void whatIsMissingOnTheOtherSideShows() {
        assertThat(shown("Lê Thị Hồng Gấm", "Lê Thị Gấm")).isEqualTo("Lê Thị [Hồng ]Gấm");
    }

    @Test
    void anotherTextAltogetherIsNotCutIntoLetters() {
        assertThat(CharDiff.pieces("Nam Định", "Hà Giang")).isEqualTo(List.of(new CharDiff.Piece("Nam Định", false)));
        assertThat(shown("Kinh", "HMông")).isEqualTo("Kinh");
        assertThat(shown("1956", "1941")).isEqualTo("19[56]");
    }

    @Test
    void anEndlessTextIsNotComparedLetterByLetter() {
        String endless = "a".repeat(1_000);

        assertThat(CharDiff.pieces(endless, endless + "b")).isEqualTo(List.of(new CharDiff.Piece(endless, false)));
    }
}
