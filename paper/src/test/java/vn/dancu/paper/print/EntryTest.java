package vn.dancu.paper.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.dancu.paper.FormLayout;
import vn.dancu.paper.Forms;

class EntryTest {
    private static final FormLayout OLD = Forms.version("DC01/41-2019").orElseThrow();
    private static final FormLayout LATER = Forms.version("DC01/104-2020").orElseThrow();

    private static Optional<String> entry(FormLayout layout, String field, String value) {
        return Entry.of(layout.pages().get(0).field(field).orElseThrow(), value, layout.version());
    }

    @Test
    void aDateTakesEightBoxes() {
        assertThat(entry(OLD, "birth_date", "1988-05-04")).contains("04051988");
        assertThat(entry(LATER, "birth_date", "1988-05-04")).contains("04 51988");
        assertThat(entry(LATER, "birth_date", "4/2/1988")).contains("04021988");
        assertThat(entry(LATER, "birth_date", "4/10/1988")).contains("04101988");
        assertThat(entry(OLD, "birth_date", "5/1988")).contains("  051988");
        assertThat(entry(OLD, "birth_date", "1988")).contains("    1988");
        assertThat(entry(OLD, "birth_date", "31/2/1988")).isEmpty();
        assertThat(entry(OLD, "birth_date", "khoảng 1988")).isEmpty();
    }

    @Test
    void digitsLoseTheirSpacesAndNothingElseIsTaken() {
        assertThat(entry(OLD, "personal_id", "002 188 000 001")).contains("002188000001");
        assertThat(entry(OLD, "father_id", "073.451.220")).contains("073451220");
        assertThat(entry(OLD, "old_id", "07345122A")).isEmpty();
        assertThat(entry(OLD, "old_id", "0734512201")).isEmpty();
        assertThat(entry(OLD, "old_id", "٠٧٣")).isEmpty();
    }

    @Test
    void aChoiceIsKnownByCodeWordOrLetter() {
        assertThat(entry(OLD, "sex", "M")).contains("Nam");
        assertThat(entry(OLD, "sex", "2")).contains("Nữ");
        assertThat(entry(OLD, "marital_status", "Đã ly hôn hoặc góa")).contains("3");
        assertThat(entry(OLD, "blood_group", "03")).contains("AB");
        assertThat(entry(OLD, "papers_shown", "Old-ID")).contains("old-id");
        assertThat(entry(OLD, "sex", "?")).isEmpty();
        assertThat(entry(OLD, "sex", " ")).isEmpty();
    }

    @Test
    void aTextIsOneLineOfComposedLetters() {
        assertThat(entry(OLD, "full_name", " NGUYE\u0302\u0303N\nTHI\u0323 MA\u0302\u0303U "))
                .contains("NGUYỄN THỊ MẪU");
        assertThat(entry(OLD, "full_name", "\u0000\u202E")).isEmpty();
    }
}
