package vn.dancu.keying.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.keying.KeyedItem;
import vn.dancu.keying.KeyingRule;
import vn.dancu.keying.PaperFinding;
import vn.dancu.keying.PaperRevision;
import vn.dancu.keying.PaperState;
import vn.dancu.keying.PaperToKey;
import vn.dancu.keying.TypedValue;
import vn.dancu.paper.Field;
import vn.dancu.paper.FieldKind;
import vn.dancu.paper.Forms;

class KeyingRulesTest {
    private static final KeyingRule NAMES_TWICE = new KeyingRule(List.of("full_name"), 0);

    private static PaperToKey.Item item(String field, FieldKind kind, boolean accepted) {
        return new PaperToKey.Item(field, kind, 1L, "x", .9, accepted);
    }

    @Test
    void handwritingIsAlwaysKeyedAndTheRestOnlyWhereTheReaderWasNotSure() {
        assertThat(WhatToKey.passes(item("hometown", FieldKind.HANDWRITTEN_TEXT, true), NAMES_TWICE, false))
                .isEqualTo(1);
        assertThat(WhatToKey.passes(item("personal_id", FieldKind.DIGITS, true), NAMES_TWICE, true))
                .isZero();
        assertThat(WhatToKey.passes(item("personal_id", FieldKind.DIGITS, false), NAMES_TWICE, false))
                .isEqualTo(1);
        assertThat(WhatToKey.passes(item("sex", FieldKind.CHECK, false), NAMES_TWICE, true))
                .isEqualTo(2);
        assertThat(WhatToKey.passes(item("full_name", FieldKind.HANDWRITTEN_TEXT, false), NAMES_TWICE, false))
                .isEqualTo(2);
    }

    @Test
    void theSampleIsItsShareAndTheSameForTheSameNumber() {
        KeyingRule rule = new KeyingRule(List.of(), 50);
        long drawn = IntStream.range(0, 20_000)
                .filter(no -> WhatToKey.isSample("HG%07d".formatted(no), rule))
                .count();
        assertThat(drawn).isBetween(850L, 1_150L);
        assertThat(WhatToKey.isSample("HG0000001", new KeyingRule(List.of(), 1000)))
                .isTrue();
        assertThat(WhatToKey.isSample("HG0000001", new KeyingRule(List.of(), 0)))
                .isFalse();
    }

    private static KeyedItem keyed(
            int passes, @Nullable String first, @Nullable String second, @Nullable String third) {
        return new KeyedItem("full_name", FieldKind.HANDWRITTEN_TEXT, null, "", 0, passes, first, second, third);
    }

    @Test
    void aPaperWaitsForWhatIsMissingAndForAThirdWhereTwoDiffer() {
        assertThat(Keyed.next(List.of(keyed(0, null, null, null)))).isEqualTo(PaperState.READY);
        assertThat(Keyed.next(List.of(keyed(1, "A", null, null), keyed(2, null, null, null))))
                .isEqualTo(PaperState.FIRST);
        assertThat(Keyed.next(List.of(keyed(1, "A", null, null), keyed(2, "A", null, null))))
                .isEqualTo(PaperState.SECOND);
        assertThat(Keyed.next(List.of(keyed(2, "A", "A", null)))).isEqualTo(PaperState.READY);
        assertThat(Keyed.next(List.of(keyed(2, "A", "B", null)))).isEqualTo(PaperState.SETTLE);
        assertThat(Keyed.next(List.of(keyed(2, "A", "B", "B")))).isEqualTo(PaperState.READY);
        assertThat(Keyed.next(List.of(keyed(1, "?", null, null))))
                .as("one could not read it: another looks")
                .isEqualTo(PaperState.SETTLE);
        assertThat(keyed(1, "?", null, "?").value()).isEmpty();
    }

    private static Field field(String name) {
        return Forms.version("DC01/41-2019")
                .orElseThrow()
                .pages()
                .get(0)
                .field(name)
                .orElseThrow();
    }

    @Test
    void boxesAreTypedByNumberAndDatesByDigits() {
        assertThat(TypedValue.of(field("sex"), "2")).hasValue("Nữ");
        assertThat(TypedValue.of(field("sex"), "nam")).hasValue("Nam");
        assertThat(TypedValue.of(field("sex"), "3")).isEmpty();
        assertThat(TypedValue.of(field("sex"), "")).hasValue("");
        assertThat(TypedValue.of(field("birth_date"), "08051944")).hasValue("08/05/1944");
        assertThat(TypedValue.of(field("birth_date"), "8/5/1944")).hasValue("08/05/1944");
        assertThat(TypedValue.of(field("birth_date"), "1944")).hasValue("1944");
        assertThat(TypedValue.of(field("birth_date"), "30/02/1944"))
                .as("what stands on the paper stands")
                .hasValue("30/02/1944");
        assertThat(TypedValue.of(field("old_id"), "073 451 220")).hasValue("073451220");
        assertThat(TypedValue.of(field("full_name"), "  Pha\u0323m  Văn Long ")).hasValue("Phạm Văn Long");
        assertThat(TypedValue.of(field("full_name"), "?")).hasValue("?");
    }

    private static CollectionForm form(String no, String name, String sex, String born) {
        @Nullable String[] items = new String[FormField.values().length];
        items[FormField.FORM_NO.ordinal()] = no;
        items[FormField.FULL_NAME.ordinal()] = name;
        items[FormField.SEX.ordinal()] = sex;
        items[FormField.BIRTH_DATE.ordinal()] = born;
        return CollectionForm.of(items);
    }

    /** The note changed the year in the system, the amendment the name on the sheet too: the sheet bears the old year. */
    @Test
    void aNoteDoesNotStandOnThePaperAndAnAmendmentDoes() {
        CollectionForm first = form("HG1", "Lò Văn An", "Nam", "1970");
        CollectionForm noted = form("HG1", "Lò Văn An", "Nam", "1971");
        CollectionForm amended = form("HG1", "Lò Văn Ân", "Nam", "1971");
        CollectionForm bears = PaperBears.of(
                        List.of(
                                new PaperRevision(first, true, false),
                                new PaperRevision(noted, false, false),
                                new PaperRevision(amended, true, false)),
                        "HG1")
                .orElseThrow();
        assertThat(bears).isEqualTo(form("HG1", "Lò Văn Ân", "Nam", "1970"));
    }

    @Test
    void aRewrittenPaperBearsItsOwnNumberAndTheOldOneKeepsWhatItSaid() {
        CollectionForm first = form("HG1", "Lò Văn An", "Nam", "1970");
        CollectionForm rewritten = form("HG2", "Lò Văn Ân", "Nam", "1971");
        List<PaperRevision> revisions =
                List.of(new PaperRevision(first, true, false), new PaperRevision(rewritten, true, true));
        assertThat(PaperBears.of(revisions, "HG1")).hasValue(first);
        assertThat(PaperBears.of(revisions, "HG2")).hasValue(rewritten);
        assertThat(PaperBears.of(revisions, "HG3")).isEmpty();
    }

    @Test
    void differencesAreOfMeaningNotOfWritingAndOnlyOfItemsThatWereKeyed() {
        List<FormField> fields = List.of(FormField.FULL_NAME, FormField.SEX, FormField.BIRTH_DATE);
        assertThat(PaperBears.compare(
                        form("HG1", "Lò Văn An", "Nam", "8/5/1944"),
                        form("HG1", "Lò  Văn An", "M", "1944-05-08"),
                        fields))
                .isEmpty();
        assertThat(PaperBears.compare(
                        form("HG1", "Lò Văn An", "Nam", "08/05/1944"), form("HG1", "Lò Văn Ân", "Nữ", "1944"), fields))
                .extracting(PaperFinding::field)
                .containsExactly("full_name", "sex", "birth_date");
        assertThat(PaperBears.compare(
                        form("HG1", "Lò Văn An", "Nam", "1944"),
                        form("HG1", "Lò Văn An", "Nữ", ""),
                        List.of(FormField.FULL_NAME)))
                .isEmpty();
    }
}
