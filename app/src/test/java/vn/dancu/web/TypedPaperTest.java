package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.dancu.intake.FormField;

class TypedPaperTest {
    @Test
    void theNextNumberIsTheNextInThePile() {
        assertThat(TypedPaper.next("HG0001365")).isEqualTo("HG0001366");
        assertThat(TypedPaper.next("HG0000999")).isEqualTo("HG0001000");
        assertThat(TypedPaper.next("99")).isEqualTo("100");
        assertThat(TypedPaper.next("12/A")).isEqualTo("13/A");
        assertThat(TypedPaper.next("PHIẾU")).isNull();
    }

    @Test
    void theHouseholdIsCopiedDownAndThePersonIsNot() {
        TypedPaper next =
                TypedPaper.after(TypedPaper.of(Papers.aPaper("HG0001365")).form());

        assertThat(next.form().formNo()).isEqualTo("HG0001366");
        assertThat(next.form().written(FormField.HOUSEHOLD_BOOK_NO)).isEqualTo("024000354");
        assertThat(next.form().written(FormField.HEAD_NAME)).isEqualTo("PHẠM VĂN LONG");
        assertThat(next.form().written(FormField.FULL_NAME)).isNull();
        assertThat(next.form().written(FormField.RELATION_TO_HEAD)).isNull();
        assertThat(next.copied())
                .contains(FormField.PERMANENT_ADDRESS, FormField.HEAD_NAME)
                .doesNotContain(FormField.FORM_NO, FormField.HEAD_ID);
    }

    @Test
    void onlyItemsThatSaySomethingCountAsCopied() {
        TypedPaper paper = TypedPaper.of(Map.of("head_name", "A", "copied", "head_name,head_id,nonsense"));

        assertThat(paper.copied()).isEqualTo(Set.of(FormField.HEAD_NAME));
    }

    @Test
    void everyItemOfTheFormIsOnTheScreenOnceButItsVersion() {
        List<FormField> shown = new ArrayList<>();
        EntryFields.SECTIONS.forEach(section -> section.items().forEach(item -> shown.add(item.field())));

        assertThat(shown)
                .doesNotHaveDuplicates()
                .hasSize(FormField.values().length - 1)
                .doesNotContain(FormField.FORM_VERSION);
    }

    @Test
    void groupsStandAsPeopleCountThem() {
        List<String> groups = new ArrayList<>(List.of("Tổ 10", "Tổ 2", "Tổ 1", "Thôn Lúp"));

        groups.sort(GroupOrder.NATURAL);

        assertThat(groups).isEqualTo(List.of("Thôn Lúp", "Tổ 1", "Tổ 2", "Tổ 10"));
    }
}
