package vn.dancu.civil.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonNameTest {
    @Test
    void whatWasWrittenStays() {
        PersonName name = PersonName.of("  NGUYỄN  thị HOÀ ");

        assertThat(name.written()).isEqualTo("  NGUYỄN  thị HOÀ ");
        assertThat(name.canonical()).isEqualTo("NGUYỄN thị HÒA");
        assertThat(name.upper()).isEqualTo("NGUYỄN THỊ HÒA");
        assertThat(name.folded()).isEqualTo("nguyen thi hoa");
    }

    @Test
    void theFirstWordIsTheSurnameAndTheLastTheGivenName() {
        PersonName name = PersonName.of("Nguyễn Thị Thu Hà");

        assertThat(name.surname()).isEqualTo("Nguyễn");
        assertThat(name.middle()).isEqualTo("Thị Thu");
        assertThat(name.given()).isEqualTo("Hà");
    }

    @Test
    void aNameOfOneWordIsAGivenName() {
        PersonName name = PersonName.of("Mỷ");

        assertThat(name.surname()).isEmpty();
        assertThat(name.middle()).isEmpty();
        assertThat(name.given()).isEqualTo("Mỷ");
        assertThat(name.words()).containsExactly("Mỷ");
    }

    @Test
    void aBlankNameHasNoParts() {
        PersonName name = PersonName.of("  ");

        assertThat(name.isBlank()).isTrue();
        assertThat(name.words()).isEmpty();
        assertThat(name.given()).isEmpty();
        assertThat(name.sortKey()).isEmpty();
    }

    @Test
    void namesSortByGivenNameThenSurnameThenMiddle() {
        List<PersonName> names = new ArrayList<>(List.of(
                PersonName.of("Trần Văn Đức"),
                PersonName.of("Nguyễn Thị Ánh"),
                PersonName.of("Nguyễn Văn An"),
                PersonName.of("Lê Văn An"),
                PersonName.of("NGUYỄN AN"),
                PersonName.of("Nguyễn Bình An"),
                PersonName.of("Vũ Thị Dung"),
                PersonName.of("Đỗ Thị Ân")));

        names.sort(Comparator.comparing(PersonName::sortKey));

        assertThat(names.stream().map(PersonName::written))
                .containsExactly(
                        "Lê Văn An",
                        "NGUYỄN AN",
                        "Nguyễn Bình An",
                        "Nguyễn Văn An",
                        "Nguyễn Thị Ánh",
                        "Đỗ Thị Ân",
                        "Vũ Thị Dung",
                        "Trần Văn Đức");
    }

    @Test
    void decomposedAndComposedTextGiveTheSameForms() {
        PersonName composed = PersonName.of("Hoàng Thị Thuỷ");
        PersonName decomposed = PersonName.of(Normalizer.normalize("Hoàng Thị Thủy", Normalizer.Form.NFD));

        assertThat(decomposed.canonical()).isEqualTo(composed.canonical());
        assertThat(decomposed.folded()).isEqualTo(composed.folded());
        assertThat(decomposed.sortKey()).isEqualTo(composed.sortKey());
    }

    @Test
    void aVeryLongNameIsTakenAsItIs() {
        String written = "Ứ ".repeat(500);

        PersonName name = PersonName.of(written);

        assertThat(name.words()).hasSize(500);
        assertThat(name.folded()).hasSize(999);
    }

    @Test
    void theNameStaysOutOfLogs() {
        assertThat(PersonName.of("Nguyễn Văn A").toString())
                .doesNotContain("Nguyễn")
                .doesNotContain("A]");
    }
}
