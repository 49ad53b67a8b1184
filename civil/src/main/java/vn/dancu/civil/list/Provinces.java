package vn.dancu.civil.list;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.text.VietnameseText;

/**
 * The 63 provinces as the personal number knows them (Circular 07/2016/TT-BCA, appendix 1; the same in 59/2021): the
 * 2-digit statistical code with a leading zero. Codes were used again for other provinces on 1/7/2025; for a date, ask
 * {@code AdministrativeUnits}.
 */
public final class Provinces {
    private static final String TABLE = """
            01 Hà Nội|02 Hà Giang|04 Cao Bằng|06 Bắc Kạn|08 Tuyên Quang|10 Lào Cai|11 Điện Biên|12 Lai Châu|14 Sơn La|\
            15 Yên Bái|17 Hòa Bình|19 Thái Nguyên|20 Lạng Sơn|22 Quảng Ninh|24 Bắc Giang|25 Phú Thọ|26 Vĩnh Phúc|\
            27 Bắc Ninh|30 Hải Dương|31 Hải Phòng|33 Hưng Yên|34 Thái Bình|35 Hà Nam|36 Nam Định|37 Ninh Bình|\
            38 Thanh Hóa|40 Nghệ An|42 Hà Tĩnh|44 Quảng Bình|45 Quảng Trị|46 Thừa Thiên Huế|48 Đà Nẵng|49 Quảng Nam|\
            51 Quảng Ngãi|52 Bình Định|54 Phú Yên|56 Khánh Hòa|58 Ninh Thuận|60 Bình Thuận|62 Kon Tum|64 Gia Lai|\
            66 Đắk Lắk|67 Đắk Nông|68 Lâm Đồng|70 Bình Phước|72 Tây Ninh|74 Bình Dương|75 Đồng Nai|\
            77 Bà Rịa - Vũng Tàu|79 Hồ Chí Minh|80 Long An|82 Tiền Giang|83 Bến Tre|84 Trà Vinh|86 Vĩnh Long|\
            87 Đồng Tháp|89 An Giang|91 Kiên Giang|92 Cần Thơ|93 Hậu Giang|94 Sóc Trăng|95 Bạc Liêu|96 Cà Mau""";

    private static final Map<String, String> NAME_BY_CODE = new LinkedHashMap<>();
    private static final Map<String, String> CODE_BY_NAME = new LinkedHashMap<>();

    static {
        for (String line : TABLE.split("\\|")) {
            String code = line.substring(0, 2);
            String name = line.substring(3);
            NAME_BY_CODE.put(code, name);
            CODE_BY_NAME.put(VietnameseText.foldJoined(name), code);
        }
        CODE_BY_NAME.put("bacan", "06");
        CODE_BY_NAME.put("baccan", "06");
        CODE_BY_NAME.put("daclac", "66");
        CODE_BY_NAME.put("dacnong", "67");
        CODE_BY_NAME.put("hue", "46");
        CODE_BY_NAME.put("hcm", "79");
        CODE_BY_NAME.put("hanam", "35");
    }

    private Provinces() {}

    /** @param three the first three digits of a personal number; @return the 2-digit code */
    public static Optional<String> byIdPrefix(String three) {
        if (three.length() != 3 || three.charAt(0) != '0') {
            return Optional.empty();
        }
        String code = three.substring(1);
        return NAME_BY_CODE.containsKey(code) ? Optional.of(code) : Optional.empty();
    }

    /** @param code 2 digits */
    public static Optional<String> nameOf(String code) {
        return Optional.ofNullable(NAME_BY_CODE.get(code));
    }

    /** By name, with or without marks and "Tỉnh" or "Thành phố" before it; the 2-digit code. */
    public static Optional<String> codeOf(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        String key = VietnameseText.foldJoined(name);
        for (String prefix : new String[] {"", "tinh", "thanhpho", "tp"}) {
            if (key.startsWith(prefix)) {
                String code = CODE_BY_NAME.get(key.substring(prefix.length()));
                if (code != null) {
                    return Optional.of(code);
                }
            }
        }
        return Optional.empty();
    }

    /** Code to name, in the order of codes. */
    public static Map<String, String> all() {
        return Map.copyOf(NAME_BY_CODE);
    }
}
