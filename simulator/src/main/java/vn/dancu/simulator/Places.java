package vn.dancu.simulator;

import java.util.List;

/** Where people were registered at birth and where their families come from. */
final class Places {
    /**
     * A place of birth registration or a hometown.
     *
     * @param code five digits of a commune of the city, else two of a province
     * @param name as written beside the code
     * @param province two digits
     * @param oldIdPrefix the first two digits of a CMND issued there
     */
    record Place(String code, String name, String province, String oldIdPrefix) {}

    private static final List<String> DISTRICTS = List.of(
            "Huyện Vị Xuyên",
            "Huyện Bắc Quang",
            "Huyện Yên Minh",
            "Huyện Quản Bạ",
            "Huyện Đồng Văn",
            "Huyện Mèo Vạc",
            "Huyện Hoàng Su Phì",
            "Huyện Xín Mần",
            "Huyện Quang Bình",
            "Huyện Bắc Mê");

    /** Provinces that sent people to Hà Giang; the CMND prefix is that of the issuing police. */
    private static final Weighted<Place> PROVINCES = new Weighted<>(
            List.of(
                    province("08", "Tỉnh Tuyên Quang", "07"),
                    province("36", "Tỉnh Nam Định", "16"),
                    province("34", "Tỉnh Thái Bình", "15"),
                    province("35", "Tỉnh Hà Nam", "16"),
                    province("25", "Tỉnh Phú Thọ", "13"),
                    province("26", "Tỉnh Vĩnh Phúc", "13"),
                    province("33", "Tỉnh Hưng Yên", "14"),
                    province("30", "Tỉnh Hải Dương", "14"),
                    province("01", "Thành phố Hà Nội", "01"),
                    province("31", "Thành phố Hải Phòng", "03"),
                    province("37", "Tỉnh Ninh Bình", "16"),
                    province("38", "Tỉnh Thanh Hóa", "17"),
                    province("10", "Tỉnh Lào Cai", "06"),
                    province("15", "Tỉnh Yên Bái", "06"),
                    province("04", "Tỉnh Cao Bằng", "08"),
                    province("24", "Tỉnh Bắc Giang", "12"),
                    province("27", "Tỉnh Bắc Ninh", "12"),
                    province("40", "Tỉnh Nghệ An", "18"),
                    province("19", "Tỉnh Thái Nguyên", "09"),
                    province("79", "Thành phố Hồ Chí Minh", "02")),
            new double[] {16, 14, 10, 9, 9, 6, 5, 5, 6, 2, 3, 3, 4, 4, 3, 2, 1, 2, 3, 1});

    private Places() {}

    private static Place province(String code, String name, String oldIdPrefix) {
        return new Place(code, name, code, oldIdPrefix);
    }

    static Place of(Commune commune) {
        return new Place(commune.code(), commune.unitName() + ", thành phố Hà Giang, tỉnh Hà Giang", "02", "07");
    }

    static Place district(Dice dice) {
        return new Place("02", dice.oneOf(DISTRICTS) + ", tỉnh Hà Giang", "02", "07");
    }

    static Place otherProvince(Dice dice) {
        return PROVINCES.draw(dice);
    }

    /** The place as papers of before about 1991 wrote it, when Hà Giang and Tuyên Quang were one province. */
    static String oldStyle(Place place) {
        String name = place.name();
        if (place.province().equals("02") || place.province().equals("08")) {
            return name.replace("tỉnh Hà Giang", "tỉnh Hà Tuyên")
                    .replace("thành phố Hà Giang", "thị xã Hà Giang")
                    .replace("Tỉnh Tuyên Quang", "Tỉnh Hà Tuyên");
        }
        return switch (place.code()) {
            case "36", "35", "37" -> "Tỉnh Hà Nam Ninh";
            case "33", "30" -> "Tỉnh Hải Hưng";
            case "25", "26" -> "Tỉnh Vĩnh Phú";
            case "24", "27" -> "Tỉnh Hà Bắc";
            case "40" -> "Tỉnh Nghệ Tĩnh";
            case "10", "15" -> "Tỉnh Hoàng Liên Sơn";
            case "19" -> "Tỉnh Bắc Thái";
            default -> name.replace("Tỉnh ", "").replace("Thành phố ", "");
        };
    }
}
