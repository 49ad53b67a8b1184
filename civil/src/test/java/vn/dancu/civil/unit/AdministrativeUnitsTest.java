package vn.dancu.civil.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.civil.unit.AdministrativeUnits.Knowledge;

class AdministrativeUnitsTest {
    private static final LocalDate IN_2020 = LocalDate.of(2020, 9, 1);
    private static final LocalDate LAST_DAY_OF_DISTRICTS = LocalDate.of(2025, 6, 30);
    private static final LocalDate IN_2026 = LocalDate.of(2026, 1, 1);

    private final AdministrativeUnits units = AdministrativeUnits.builtIn();

    @Test
    void aCodeMeansAnotherUnitOnAnotherDay() {
        assertThat(units.find("00691", IN_2020).map(Unit::name)).contains("Phường Trần Phú");
        assertThat(units.find("00691", LAST_DAY_OF_DISTRICTS).map(Unit::name)).contains("Phường Trần Phú");
        assertThat(units.find("00691", IN_2026).map(Unit::name)).contains("Phường Hà Giang 2");
        assertThat(units.find("15", IN_2020).map(Unit::name)).contains("Tỉnh Yên Bái");
        assertThat(units.find("15", IN_2026).map(Unit::name)).contains("Tỉnh Lào Cai");
        assertThat(units.find("10", IN_2026)).isEmpty();
        assertThat(units.find(null, IN_2020)).isEmpty();
    }

    @Test
    void theCityHasEightUnitsAndThenThree() {
        assertThat(units.children("024", IN_2020))
                .extracting(Unit::name)
                .containsExactly(
                        "Phường Quang Trung",
                        "Phường Trần Phú",
                        "Phường Ngọc Hà",
                        "Phường Nguyễn Trãi",
                        "Phường Minh Khai",
                        "Xã Ngọc Đường",
                        "Xã Phương Độ",
                        "Xã Phương Thiện");
        assertThat(units.children("08", IN_2026))
                .extracting(Unit::name)
                .containsExactly("Phường Hà Giang 2", "Phường Hà Giang 1", "Xã Ngọc Đường");
        assertThat(units.find("024", IN_2026)).isEmpty();
    }

    @Test
    void thereWereSixtyThreeProvincesAndAreThirtyFour() {
        assertThat(units.all(Level.PROVINCE, IN_2020)).hasSize(63);
        assertThat(units.all(Level.PROVINCE, LAST_DAY_OF_DISTRICTS)).hasSize(63);
        assertThat(units.all(Level.PROVINCE, IN_2026)).hasSize(34);
        assertThat(units.history("46")).extracting(Unit::name).containsExactly("Tỉnh Thừa Thiên Huế", "Thành phố Huế");
    }

    @Test
    void theProvinceOfAUnitFollowsTheDate() {
        assertThat(units.provinceOf("00691", IN_2020)).contains("02");
        assertThat(units.provinceOf("00691", IN_2026)).contains("08");
        assertThat(units.provinceOf("024", IN_2020)).contains("02");
        assertThat(units.provinceOf("02", IN_2020)).contains("02");
        assertThat(units.provinceOf("99999", IN_2020)).isEmpty();
    }

    @Test
    void onlyACompleteListCanSayThatACodeIsWrong() {
        assertThat(units.knows("02", IN_2020)).isEqualTo(Knowledge.KNOWN);
        assertThat(units.knows("03", IN_2020)).isEqualTo(Knowledge.UNKNOWN_COMPLETE);
        assertThat(units.knows("02", IN_2026)).isEqualTo(Knowledge.UNKNOWN_COMPLETE);
        assertThat(units.knows("00689", IN_2020)).isEqualTo(Knowledge.NOT_COVERED);
        assertThat(units.knows("00689", "024", IN_2020)).isEqualTo(Knowledge.UNKNOWN_COMPLETE);
        assertThat(units.knows("00689", "025", IN_2020)).isEqualTo(Knowledge.NOT_COVERED);
        assertThat(units.knows("00691", "024", IN_2020)).isEqualTo(Knowledge.KNOWN);
        assertThat(units.knows("025", IN_2020)).isEqualTo(Knowledge.NOT_COVERED);
        assertThat(units.knows("024", IN_2026)).isEqualTo(Knowledge.UNKNOWN_COMPLETE);
        assertThat(units.knows("0068", IN_2020)).isEqualTo(Knowledge.UNKNOWN_COMPLETE);
        assertThat(units.knows("LAO", IN_2020)).isEqualTo(Knowledge.NOT_COVERED);
        assertThat(units.knows("02", LocalDate.of(1990, 1, 1))).isEqualTo(Knowledge.NOT_COVERED);
    }

    @Test
    void aDividedWardHasTwoHeirs() {
        assertThat(units.successors("00688", IN_2020, IN_2026))
                .extracting(Unit::name)
                .containsExactly("Phường Hà Giang 1", "Phường Hà Giang 2");
        assertThat(units.successors("00697", IN_2020, IN_2026))
                .extracting(Unit::name)
                .containsExactly("Phường Hà Giang 2");
        assertThat(units.successors("00688", IN_2020, LAST_DAY_OF_DISTRICTS))
                .extracting(Unit::name)
                .containsExactly("Phường Quang Trung");
        assertThat(units.successors("99999", IN_2020, IN_2026)).isEmpty();
        assertThat(units.successors("024", IN_2020, IN_2026)).isEmpty();
    }

    @Test
    void provincesHaveHeirsAndOrigins() {
        assertThat(units.successors("02", IN_2020, IN_2026))
                .extracting(Unit::name)
                .containsExactly("Tỉnh Tuyên Quang");
        assertThat(units.successors("01", IN_2020, IN_2026))
                .extracting(Unit::code)
                .containsExactly("01");
        assertThat(units.successors("46", IN_2020, IN_2026))
                .extracting(Unit::name)
                .containsExactly("Thành phố Huế");
        assertThat(units.successors("46", IN_2020, LAST_DAY_OF_DISTRICTS))
                .extracting(Unit::name)
                .containsExactly("Thành phố Huế");
        assertThat(units.predecessors("15", IN_2026, IN_2020))
                .extracting(Unit::code)
                .containsExactly("10", "15");
        assertThat(units.predecessors("00691", IN_2026, IN_2020))
                .extracting(Unit::code)
                .containsExactlyInAnyOrder("00688", "00691", "00692", "00697");
        assertThat(units.predecessors("02", LAST_DAY_OF_DISTRICTS, IN_2020))
                .extracting(Unit::code)
                .containsExactly("02");
    }

    @ParameterizedTest
    @CsvSource({
        "COMMUNE, Phường Trần Phú, 00691",
        "COMMUNE, trần phú, 00691",
        "COMMUNE, P. Trần Phú, 00691",
        "COMMUNE, P.Tran Phu, 00691",
        "COMMUNE, PHƯỜNG NGỌC HÀ, 00692",
        "COMMUNE, Xã Phương Độ, 00946",
        "DISTRICT, TP Hà Giang, 024",
        "PROVINCE, Hoà Bình, 17",
        "PROVINCE, Tỉnh Hòa Bình, 17",
        "PROVINCE, T. Thanh Hoá, 38",
        "PROVINCE, Thành phố Hồ Chí Minh, 79",
        "PROVINCE, TP. Hồ Chí Minh, 79",
        "PROVINCE, Bà Rịa-Vũng Tàu, 77",
        "PROVINCE, Bà Rịa - Vũng Tàu, 77",
        "PROVINCE, ha giang, 02",
        "PROVINCE, Đăk Lăk, 66"
    })
    void unitsAreFoundByNameHoweverTheirKindIsWritten(Level level, String name, String code) {
        assertThat(units.byName(level, name, IN_2020).map(Unit::code)).contains(code);
    }

    @Test
    void aNameOfNoUnitFindsNothing() {
        assertThat(units.byName(Level.COMMUNE, "Phường Sao Hỏa", IN_2020)).isEmpty();
        assertThat(units.byName(Level.COMMUNE, null, IN_2020)).isEmpty();
        assertThat(units.byName(Level.COMMUNE, "Trần Phú", IN_2026)).isEmpty();
    }

    @Test
    void anImportedListHoldsFromItsDayToTheNextList() {
        List<Unit> list = new ArrayList<>(units.all(Level.PROVINCE, IN_2020));
        list.add(new Unit(Level.DISTRICT, "024", "Thành phố Hà Giang", "02", IN_2020, null));
        list.add(new Unit(Level.COMMUNE, "00688", "Phường Quang Trung", "024", IN_2020, null));
        list.add(new Unit(Level.COMMUNE, "00691", "Phường Trần Phú Mới", "024", IN_2020, null));
        LocalDate from = LocalDate.of(2021, 1, 1);

        AdministrativeUnits more = units.withImported(list, from, true);

        assertThat(more.find("00691", from.minusDays(1)).map(Unit::name)).contains("Phường Trần Phú");
        assertThat(more.find("00691", from).map(Unit::name)).contains("Phường Trần Phú Mới");
        assertThat(more.history("00692").get(0).validTo()).isEqualTo(from.minusDays(1));
        assertThat(more.history("00688")).hasSize(1);
        assertThat(more.knows("00692", from)).isEqualTo(Knowledge.UNKNOWN_COMPLETE);
        assertThat(more.knows("00692", from.minusDays(1))).isEqualTo(Knowledge.KNOWN);
        assertThat(more.find("00691", IN_2026).map(Unit::name)).contains("Phường Hà Giang 2");
        assertThat(more.knows("00999", IN_2026)).isEqualTo(Knowledge.NOT_COVERED);
        assertThat(units.knows("00692", from)).isEqualTo(Knowledge.KNOWN);
    }

    @Test
    void aListOfOneDistrictSaysNothingOfTheOthers() {
        List<Unit> list = List.of(
                new Unit(Level.DISTRICT, "026", "Huyện Ví Dụ", "02", IN_2020, null),
                new Unit(Level.COMMUNE, "00712", "Xã Thí Dụ", "026", IN_2020, null));

        AdministrativeUnits more = units.withImported(list, IN_2020);

        assertThat(more.knows("00712", IN_2020)).isEqualTo(Knowledge.KNOWN);
        assertThat(more.provinceOf("00712", IN_2020)).contains("02");
        assertThat(more.knows("00691", IN_2020)).isEqualTo(Knowledge.KNOWN);
        assertThat(more.knows("00713", IN_2020)).isEqualTo(Knowledge.NOT_COVERED);
        assertThat(more.knows("00713", "026", IN_2020)).isEqualTo(Knowledge.UNKNOWN_COMPLETE);
        assertThat(more.find("024", IN_2020)).isPresent();
    }

    @Test
    void anApostropheInANameIsOverlooked() {
        List<Unit> list = List.of(new Unit(Level.COMMUNE, "24001", "Xã Ea H'Thí Dụ", "643", IN_2020, null));

        AdministrativeUnits more = units.withImported(list, IN_2020);

        for (String name : List.of("Xã Ea H’Thí Dụ", "Ea H'Thí Dụ", "x. ea hthí dụ", "Ea Hthi Du")) {
            assertThat(more.byName(Level.COMMUNE, name, IN_2020).map(Unit::code))
                    .contains("24001");
        }
    }

    @Test
    void aWholeListFromBeforeTheBuiltInOnesCoversTheirTimeToo() {
        LocalDate early = LocalDate.of(2014, 1, 1);
        List<Unit> list = new ArrayList<>(units.all(Level.PROVINCE, IN_2020));
        list.add(new Unit(Level.DISTRICT, "026", "Huyện Ví Dụ", "02", early, null));
        list.add(new Unit(Level.COMMUNE, "00712", "Xã Thí Dụ", "026", early, null));

        AdministrativeUnits more = units.withImported(list, early, true);

        assertThat(more.knows("00712", IN_2020)).isEqualTo(Knowledge.KNOWN);
        assertThat(more.knows("00713", IN_2020)).isEqualTo(Knowledge.UNKNOWN_COMPLETE);
        assertThat(more.knows("00712", IN_2026)).isEqualTo(Knowledge.NOT_COVERED);
    }

    @Test
    void importingTheSameSuccessionTwiceChangesNothing() {
        Succession step = new Succession("00700", "Xã Ngọc Đường", "00691", true, LocalDate.of(2025, 7, 1));

        AdministrativeUnits once = units.withSuccessions(List.of(step));
        AdministrativeUnits twice = once.withSuccessions(List.of(step));

        assertThat(once.successors("00700", IN_2020, IN_2026)).hasSize(2);
        assertThat(twice.successions()).isEqualTo(once.successions());
    }
}
