package vn.dancu.civil.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EthnicitiesTest {
    @Test
    void theTwoListsClashSoACodeNeedsItsList() {
        assertThat(Ethnicities.parse("04")).containsExactly(new CodedValue("121/1979", "04", "Hoa"));
        assertThat(Ethnicities.parse("04", Ethnicities.LIST_2008))
                .containsExactly(new CodedValue("1019/2008", "04", "Mường"));
    }

    @Test
    void oneListIsWholeAndTheOtherAsFarAsItCouldBeRead() {
        assertThat(Ethnicities.all(Ethnicities.LIST_1979)).hasSize(54);
        assertThat(Ethnicities.all(Ethnicities.LIST_2008)).hasSize(20);
        assertThat(Ethnicities.parse("21", Ethnicities.LIST_2008)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Kinh, 01",
        "1, 01",
        "Việt, 01",
        "Tày, 02",
        "TÀY, 02",
        "tay, 02",
        "Mông, 08",
        "H'Mông, 08",
        "H’mông, 08",
        "HMông, 08",
        "Mèo, 08",
        "Khmer, 05",
        "Gia - rai, 10",
        "Gia Rai, 10",
        "Ê đê, 12",
        "Êđê, 12",
        "Cờ Lao, 47",
        "Pà Hưng, 46",
        "Cao Lan, 15",
        "Mạ, 28",
        "Mảng, 45",
        "Co, 30",
        "Thù Lao, 02",
        "Dân tộc Dao, 09",
        "Người Giáy, 25",
        "Ðộng, 09",
        "Dao Đỏ, 09"
    })
    void groupsAreFoundByCodeNameAndAlias(String written, String code) {
        assertThat(Ethnicities.parse(written)).extracting(CodedValue::code).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({"Thổ, 02 05 24", "Mán, 08 09 15 18", "Trại, 09 18", "Xá, 09 29 33"})
    void aNameOfSeveralGroupsGivesCandidates(String written, String codes) {
        assertThat(Ethnicities.parse(written)).extracting(CodedValue::code).containsExactly(codes.split(" "));
    }

    @Test
    void groupsAreTheSameWhenTheyShareACandidate() {
        assertThat(Ethnicities.sameGroup("Tày", "Thổ")).isTrue();
        assertThat(Ethnicities.sameGroup("Mông", "08")).isTrue();
        assertThat(Ethnicities.sameGroup("Tày", "Nùng")).isFalse();
        assertThat(Ethnicities.sameGroup("Tày", null)).isFalse();
        assertThat(Ethnicities.sameGroup("Tày", "???")).isFalse();
    }

    @Test
    void codesOfTwoListsAreComparedByGroup() {
        List<CodedValue> hoa = Ethnicities.parse("06", Ethnicities.LIST_2008);

        assertThat(Ethnicities.sameGroup(hoa, Ethnicities.parse("04"))).isTrue();
        assertThat(Ethnicities.sameGroup(hoa, Ethnicities.parse("06"))).isFalse();
        assertThat(Ethnicities.parse("Ê-đê", Ethnicities.LIST_2008))
                .containsExactly(new CodedValue("1019/2008", "11", "Ê-đê"));
    }

    @Test
    void theRestOfAListComesByImport() {
        CodedValue imported = new CodedValue(Ethnicities.LIST_2008, "77", "Lô Lô");

        EthnicGroups groups = Ethnicities.with(List.of(imported));

        assertThat(groups.parse("77", Ethnicities.LIST_2008)).containsExactly(imported);
        assertThat(groups.parse("lô lô", Ethnicities.LIST_2008)).containsExactly(imported);
        assertThat(groups.sameGroup(List.of(imported), groups.parse("43", Ethnicities.LIST_1979)))
                .isTrue();
        assertThat(Ethnicities.parse("77", Ethnicities.LIST_2008)).isEmpty();
    }

    @Test
    void whatIsNoGroupHasNoCandidates() {
        assertThat(Ethnicities.parse("")).isEmpty();
        assertThat(Ethnicities.parse("99")).isEmpty();
        assertThat(Ethnicities.parse("Không rõ")).isEmpty();
    }
}
