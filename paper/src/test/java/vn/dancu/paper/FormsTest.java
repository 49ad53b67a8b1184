package vn.dancu.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.dancu.civil.form.FormVersions;

class FormsTest {
    private static final FormPage DC01 =
            Forms.version("DC01/41-2019").orElseThrow().pages().get(0);

    @Test
    void everyVersionOfTheCollectionFormHasItsLayout() {
        Set<String> laidOut = Forms.all().stream().map(FormLayout::id).collect(Collectors.toSet());

        assertThat(laidOut)
                .containsExactlyInAnyOrder(
                        "DC01/66-2015",
                        "DC01/41-2019",
                        "DC01/104-2020",
                        "DC01/17-2024",
                        "DC01/53-2025",
                        "DC02/66-2015");
        assertThat(Forms.version("DC02/17-2024"))
                .as("another form, though of the same code")
                .isEmpty();
        assertThat(Forms.version("DC99/1-1900")).isEmpty();
        assertThat(Forms.version(" dc01/41/2019 ").orElseThrow().validFrom()).isEqualTo(LocalDate.of(2019, 11, 18));
    }

    @Test
    void fieldsBearTheNamesOfTheImportFile() {
        List<String> names = DC01.fields().stream().map(Field::name).toList();

        assertThat(names)
                .contains(
                        "full_name",
                        "birth_date",
                        "sex",
                        "birth_registration_place",
                        "birth_registration_code",
                        "personal_id",
                        "old_id",
                        "father_id",
                        "representative_nationality",
                        "relation_to_head",
                        "declared_on")
                .hasSize(42);
    }

    @Test
    void noBoxLiesOnAnotherNorOnAMark() {
        for (FormLayout layout : Forms.all()) {
            for (FormPage page : layout.pages()) {
                Marks marks = Objects.requireNonNull(page.marks());
                List<Box> boxes = new ArrayList<>(marks.corners());
                boxes.add(marks.qr().grown(2));
                boxes.add(marks.bar());
                page.fields().forEach(field -> boxes.addAll(field.boxes()));
                List<String> overlaps = new ArrayList<>();
                for (int i = 0; i < boxes.size(); i++) {
                    for (int j = i + 1; j < boxes.size(); j++) {
                        // Boxes of one comb share their sides.
                        if (boxes.get(i).grown(-0.05).overlaps(boxes.get(j).grown(-0.05))) {
                            overlaps.add(boxes.get(i) + " " + boxes.get(j));
                        }
                    }
                }

                assertThat(overlaps).as(layout.id()).isEmpty();
            }
        }
    }

    @Test
    void aHandHasRoomInEveryBox() {
        for (FormLayout layout : Forms.all()) {
            for (FormPage page : layout.pages()) {
                for (Field field : page.fields()) {
                    if (field.kind() != FieldKind.CHECK) {
                        assertThat(field.boxes()).as(field.name()).allMatch(box -> box.height() >= 7);
                    }
                    if (field.kind().isComb()) {
                        assertThat(field.boxes()).as(field.name()).allMatch(box -> box.width() >= 5.3);
                    }
                }
            }
        }
    }

    @Test
    void theMonthIsFilledInAsTheCircularHasIt() {
        assertThat(texts("DC01/41-2019")).anyMatch(text -> text.contains("đủ hai chữ số"));
        assertThat(texts("DC01/104-2020")).anyMatch(text -> text.contains("tháng 3 đến 9 ghi một chữ số"));
        assertThat(texts("DC01/104-2020")).contains("số 104/2020/TT-BCA", "PHIẾU THU THẬP THÔNG TIN DÂN CƯ");
    }

    @Test
    void aDateHasTwoTwoAndFourBoxes() {
        Field date = DC01.field("birth_date").orElseThrow();

        assertThat(date.groups()).containsExactly(2, 2, 4);
        assertThat(date.boxes()).hasSize(8);
        // 49.2 mm around, two gaps of 3: (49.2 - 6) / 8 = 5.4 to a box, and the third begins at 14 + 10.8 + 3.
        assertThat(date.boxes().get(2).x()).isEqualTo(27.8, within(1e-9));
        assertThat(date.area().right()).isEqualTo(63.2, within(1e-9));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        for (FormLayout layout : Forms.all()) {
            String file = Forms.write(layout);
            FormLayout again = Forms.read(layout.version(), "again", file);

            assertThat(Forms.write(again)).as(layout.id()).isEqualTo(file);
            assertThat(again.pages().get(0).drawings())
                    .containsExactlyInAnyOrderElementsOf(layout.pages().get(0).drawings());
            assertThat(again.pages().get(0).marks())
                    .isEqualTo(layout.pages().get(0).marks());
            assertThat(again.pages().get(0).fields().stream().map(Field::name))
                    .containsExactlyElementsOf(layout.pages().get(0).fields().stream()
                            .map(Field::name)
                            .toList());
            assertThat(again.unconfirmed()).isEqualTo(layout.unconfirmed());
        }
    }

    @Test
    void aHostileCaptionStaysText() {
        Field field = Field.text(
                "full_name",
                FieldKind.PRINTED_TEXT,
                "x\"}]\n- {name: evil}: <script> {title}\u0000",
                List.of(new Box(1, 2.5, 30, 8)));
        FormLayout drawn = new FormLayout(
                FormVersions.builtIn().all().get(0),
                List.of(new FormPage(1, 210, 297, null, List.of(), List.of(field))),
                List.of());

        FormLayout again = Forms.read(drawn.version(), "learned", Forms.write(drawn));

        assertThat(again.pages().get(0).fields()).hasSize(1);
        assertThat(again.pages().get(0).fields().get(0).boxes()).isEqualTo(field.boxes());
    }

    @Test
    void aLayoutFileThatIsWrongSaysWhere() {
        assertProblem("[1, 2]", "a mapping is expected");
        assertProblem("pages: 3", "learned: pages: a list is expected");
        assertProblem("{}", "pages are missing");
        assertProblem("pages: [{fields: [{name: full_name}]}]", "fields full_name: kind is missing");
        assertProblem("pages: [{fields: [{name: sex, kind: guess, box: [1, 1, 5, 5]}]}]", "kind: unknown word guess");
        assertProblem(
                "pages: [{fields: [{name: sex, kind: printed-text, box: [1, 1, 5]}]}]", "box: 4 numbers are expected");
        assertProblem("pages: [{fields: [{name: sex, kind: printed-text, box: [1, 1, 5, -1]}]}]", "no rectangle");
        assertProblem(
                "pages: [{fields: [{name: sex, kind: printed-text, box: [200, 1, 50, 9]}]}]", "not lie on the page");
        assertProblem(
                "pages: [{fields: [{name: 'Drop Table', kind: printed-text, box: [1, 1, 5, 5]}]}]", "as a column is");
        assertProblem("pages: !!java.net.URL [\"http://127.0.0.1/\"]", "");
    }

    private static void assertProblem(String yaml, String problem) {
        assertThatThrownBy(() -> Forms.read(FormVersions.builtIn().all().get(0), "learned", yaml))
                .as(yaml)
                .isInstanceOf(LayoutException.class)
                .hasMessageContaining(problem);
    }

    private static List<String> texts(String version) {
        return Forms.version(version).orElseThrow().pages().get(0).drawings().stream()
                .filter(Drawing.Text.class::isInstance)
                .map(text -> ((Drawing.Text) text).text())
                .toList();
    }
}
