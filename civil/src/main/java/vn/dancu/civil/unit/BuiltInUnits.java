package vn.dancu.civil.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.list.Provinces;

/**
 * The units that the program knows without any import.
 *
 * <ul>
 *   <li>Provinces, complete: the 63 of Circular 07/2016/TT-BCA and of the statistical office's lists of 2/2/2020 and
 *       30/6/2025; Huế, a centrally run city since 1/1/2025; the 34 since 1/7/2025, with what they were made from.
 *   <li>Hà Giang city (district 024), complete: its eight units, alike in the lists of 2/2/2020, 1/2/2021 and 8/4/2023,
 *       to 30/6/2025; the three units that have their area since 1/7/2025.
 * </ul>
 *
 * <p>All reach back to 2/2/2016, when collection under Circular 66/2015/TT-BCA began.
 */
final class BuiltInUnits {
    private static final LocalDate COLLECTION_BEGAN = LocalDate.of(2016, 2, 2);
    private static final LocalDate HUE_A_CITY = LocalDate.of(2025, 1, 1);

    /** Run by the centre, so called Thành phố; all others are Tỉnh. */
    private static final Set<String> CITIES = Set.of("01", "31", "48", "79", "92");

    /** New province, then those that became it; the name is that of the province whose code stands before the colon. */
    private static final String MERGED = """
            08 Tuyên Quang: 02 08
            15 Lào Cai: 10 15
            19 Thái Nguyên: 06 19
            25 Phú Thọ: 17 25 26
            24 Bắc Ninh: 24 27
            33 Hưng Yên: 33 34
            31 Hải Phòng: 30 31
            37 Ninh Bình: 35 36 37
            44 Quảng Trị: 44 45
            48 Đà Nẵng: 48 49
            51 Quảng Ngãi: 51 62
            52 Gia Lai: 52 64
            56 Khánh Hòa: 56 58
            68 Lâm Đồng: 60 67 68
            66 Đắk Lắk: 54 66
            79 Hồ Chí Minh: 74 77 79
            75 Đồng Nai: 70 75
            80 Tây Ninh: 72 80
            92 Cần Thơ: 92 93 94
            86 Vĩnh Long: 83 84 86
            82 Đồng Tháp: 82 87
            96 Cà Mau: 95 96
            91 An Giang: 89 91
            01 Hà Nội: 01
            04 Cao Bằng: 04
            11 Điện Biên: 11
            12 Lai Châu: 12
            14 Sơn La: 14
            20 Lạng Sơn: 20
            22 Quảng Ninh: 22
            38 Thanh Hóa: 38
            40 Nghệ An: 40
            42 Hà Tĩnh: 42
            46 Huế: 46""";

    private static final String CITY_UNITS = """
            00688 Phường Quang Trung
            00691 Phường Trần Phú
            00692 Phường Ngọc Hà
            00694 Phường Nguyễn Trãi
            00697 Phường Minh Khai
            00700 Xã Ngọc Đường
            00946 Xã Phương Độ
            00949 Xã Phương Thiện""";

    private static final String CITY_UNITS_OF_2025 = """
            00691 Phường Hà Giang 2
            00694 Phường Hà Giang 1
            00700 Xã Ngọc Đường""";

    private static final String CITY_SUCCESSIONS =
            "00688>00694 00688>00691 00691>00691 00692>00691 00694>00694 00697>00691 00700>00700 00946>00694 00949>00694";

    private static final String HA_GIANG_CITY = "024";
    private static final String HA_GIANG = "02";
    private static final String TUYEN_QUANG = "08";

    private BuiltInUnits() {}

    static List<UnitList> lists() {
        List<UnitList> lists = new ArrayList<>();
        Map<String, Unit> provinces = new HashMap<>();
        Provinces.all().forEach((code, name) -> provinces.put(code, province(code, name, CITIES.contains(code))));
        lists.add(provinces(COLLECTION_BEGAN, provinces));
        Map<String, Unit> withHue = new HashMap<>(provinces);
        withHue.put("46", province("46", "Huế", true));
        lists.add(provinces(HUE_A_CITY, withHue));
        Map<String, Unit> merged = new HashMap<>();
        for (String line : MERGED.split("\n")) {
            String code = line.substring(0, 2);
            merged.put(
                    code,
                    province(code, line.substring(3, line.indexOf(':')), CITIES.contains(code) || code.equals("46")));
        }
        lists.add(provinces(AdministrativeUnits.TWO_LEVELS, merged));
        Unit city = unit(Level.DISTRICT, HA_GIANG_CITY, "Thành phố Hà Giang", HA_GIANG);
        lists.add(new UnitList(
                Level.DISTRICT,
                COLLECTION_BEGAN,
                Map.of(HA_GIANG_CITY, city),
                false,
                Set.of(),
                false,
                Set.of(HA_GIANG_CITY)));
        lists.add(new UnitList(
                Level.COMMUNE,
                COLLECTION_BEGAN,
                communes(CITY_UNITS, HA_GIANG_CITY),
                false,
                Set.of(HA_GIANG_CITY),
                false,
                Set.of(HA_GIANG_CITY)));
        lists.add(new UnitList(
                Level.COMMUNE,
                AdministrativeUnits.TWO_LEVELS,
                communes(CITY_UNITS_OF_2025, TUYEN_QUANG),
                true,
                Set.of(),
                false,
                Set.of()));
        return lists;
    }

    static List<Succession> successions() {
        List<Succession> all = new ArrayList<>();
        Map<String, Unit> units = communes(CITY_UNITS, HA_GIANG_CITY);
        for (String step : CITY_SUCCESSIONS.split(" ")) {
            String old = step.substring(0, 5);
            Unit unit = units.get(old);
            String name = unit == null ? "" : unit.name();
            all.add(new Succession(old, name, step.substring(6), old.equals("00688"), AdministrativeUnits.TWO_LEVELS));
        }
        for (String line : MERGED.split("\n")) {
            for (String old : line.substring(line.indexOf(':') + 2).split(" ")) {
                String name = Provinces.nameOf(old).orElse("");
                all.add(new Succession(old, name, line.substring(0, 2), false, AdministrativeUnits.TWO_LEVELS));
            }
        }
        return all;
    }

    private static UnitList provinces(LocalDate from, Map<String, Unit> units) {
        return new UnitList(Level.PROVINCE, from, units, true, Set.of(), true, Set.of());
    }

    private static Unit province(String code, String name, boolean city) {
        return unit(Level.PROVINCE, code, (city ? "Thành phố " : "Tỉnh ") + name, null);
    }

    private static Map<String, Unit> communes(String lines, String parent) {
        Map<String, Unit> units = new HashMap<>();
        for (String line : lines.split("\n")) {
            Unit unit = unit(Level.COMMUNE, line.substring(0, 5), line.substring(6), parent);
            units.put(unit.code(), unit);
        }
        return units;
    }

    private static Unit unit(Level level, String code, String name, @Nullable String parent) {
        return new Unit(level, code, name, parent, COLLECTION_BEGAN, null);
    }
}
