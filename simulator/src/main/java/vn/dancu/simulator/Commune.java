package vn.dancu.simulator;

import java.util.List;

/** The eight units of Hà Giang city before 1 July 2025, with codes of the national list and their part of the people. */
enum Commune {
    QUANG_TRUNG(
            "00688", "Phường Quang Trung", 0.105, "Đường Nguyễn Văn Linh", "Đường Trần Hưng Đạo", "Đường Lý Tự Trọng"),
    TRAN_PHU("00691", "Phường Trần Phú", 0.165, "Đường Nguyễn Thái Học", "Đường Trần Phú", "Đường Hai Bà Trưng"),
    NGOC_HA("00692", "Phường Ngọc Hà", 0.080, "Đường Phùng Hưng", "Đường Lê Hoàn", "Đường Trường Chinh"),
    NGUYEN_TRAI("00694", "Phường Nguyễn Trãi", 0.210, "Đường Nguyễn Trãi", "Đường Lê Lợi", "Đường 20/8"),
    MINH_KHAI("00697", "Phường Minh Khai", 0.190, "Đường Minh Khai", "Đường Lý Thường Kiệt", "Đường An Cư"),
    NGOC_DUONG("00700", "Xã Ngọc Đường", 0.085, "Bản Tùy", "Bản Cưởm", "Đường tỉnh 176"),
    PHUONG_DO("00946", "Xã Phương Độ", 0.080, "Tha", "Hạ Thành", "Quốc lộ 2"),
    PHUONG_THIEN("00949", "Xã Phương Thiện", 0.085, "Lâm Đồng", "Tiến Thắng", "Quốc lộ 2");

    private static final List<String> VILLAGES = List.of(
            "Nà Báu",
            "Nà Thác",
            "Khuổi My",
            "Lũng Vài",
            "Tân Tiến",
            "Sơn Hà",
            "Nặm Tài",
            "Khuổi Lác",
            "Cao Bành",
            "Tiến Thắng",
            "Lùng Châu",
            "Nà Nhùng",
            "Thượng Lâm",
            "Bản Bó",
            "Phiêng Lầu",
            "Đoàn Kết",
            "Nậm Rịa",
            "Khau Vài");

    private final String code;
    private final String unitName;
    private final double weight;
    private final List<String> streets;

    Commune(String code, String unitName, double weight, String... streets) {
        this.code = code;
        this.unitName = unitName;
        this.weight = weight;
        this.streets = List.of(streets);
    }

    String code() {
        return code;
    }

    String unitName() {
        return unitName;
    }

    double weight() {
        return weight;
    }

    List<String> streets() {
        return streets;
    }

    boolean rural() {
        return this == NGOC_DUONG || this == PHUONG_DO || this == PHUONG_THIEN;
    }

    static double ruralWeight() {
        return NGOC_DUONG.weight + PHUONG_DO.weight + PHUONG_THIEN.weight;
    }

    /** Wards number their groups (tổ), communes name their villages (thôn). */
    String groupName(int number) {
        if (!rural()) {
            return "Tổ " + number;
        }
        int round = (number - 1) / VILLAGES.size();
        String village = VILLAGES.get((number - 1 + ordinal() * 5) % VILLAGES.size());
        return "Thôn " + village + (round == 0 ? "" : " " + (round + 1));
    }
}
