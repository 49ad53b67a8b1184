package vn.dancu.reconciliation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dancu.reconciliation.domain.SamePerson.Traits;

class SamePersonTest {
    private static final String HOUSE = "020001001";

    @Test
    void namesakesOfOneDayCanBeOnePerson() {
        assertThat(SamePerson.isPossible(
                        traits("NGUYỄN VĂN AN", "1980-05-03", null, null),
                        traits("Nguyen Van An", "03/05/1980", null, null)))
                .isTrue();
    }

    @Test
    void sistersOfOneHouseAreTwo() {
        Traits elder = traits("LÊ PHƯƠNG THU", "2002-08-09", null, null);
        Traits younger = traits("LÊ PHƯƠNG THƯ", "2006-12-14", null, null);

        assertThat(SamePerson.isPossible(elder, younger)).isFalse();
    }

    @Test
    void twinsOfTwoNamesAreTwo() {
        assertThat(SamePerson.isPossible(
                        traits("TRIỆU THỊ SAN", "2003-11-18", null, null),
                        traits("TRIỆU VẦN PU", "2003-11-18", null, null)))
                .isFalse();
    }

    @Test
    void fatherAndSonOfOneNameAreTwo() {
        assertThat(SamePerson.isPossible(
                        traits("TRƯƠNG VĂN HÙNG", "1955", null, null),
                        traits("TRƯƠNG VĂN HÙNG", "1981-06-19", null, null)))
                .isFalse();
    }

    @Test
    void twoRightNumbersAreTwoPersons() {
        assertThat(SamePerson.isPossible(
                        traits("NGUYỄN VĂN AN", "1980-05-03", "002080912345", null),
                        traits("NGUYỄN VĂN AN", "1980-05-03", "002080977001", null)))
                .isFalse();
    }

    @Test
    void aSharedNumberNeedsTheNameOrTheDate() {
        Traits one = traits("NGUYỄN VĂN AN", "1980-05-03", null, "073123456");

        assertThat(SamePerson.isPossible(one, traits("NGUYỄN VĂN AN", "1990-11-20", null, "073123457")))
                .isTrue();
        assertThat(SamePerson.isPossible(one, traits("LÊ THỊ HOA", "1990-11-20", null, "073123456")))
                .isFalse();
    }

    @Test
    void ofOneYearOnlyTheHouseOrTheParentsTell() {
        Traits here = new Traits("HOÀNG THỊ THỦY", "1935", "2", null, null, "020001001", null, null);
        Traits there = new Traits("HOÀNG THỊ THỦY", "1935-01-02", "2", null, null, "020147076", null, null);
        Traits sameHouse = new Traits("HOÀNG THỊ THỦY", "1935-01-02", "2", null, null, "020001001", null, null);

        assertThat(SamePerson.isPossible(here, there)).isFalse();
        assertThat(SamePerson.isPossible(here, sameHouse)).isTrue();
    }

    private static Traits traits(String name, String birth, @Nullable String number, @Nullable String old) {
        return new Traits(name, birth, "1", number, old, HOUSE, null, null);
    }
}
