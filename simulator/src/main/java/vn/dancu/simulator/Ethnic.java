package vn.dancu.simulator;

import java.util.List;

/**
 * The ethnic groups met in Hà Giang city, with their code in the list 121/1979 and the names that old papers use for them.
 * Shares: Kinh 55.7 % and Tày 22 % are reported of the city; the rest is set by hand.
 */
enum Ethnic {
    KINH("01", "Kinh", 0.557, 0.20),
    TAY("02", "Tày", 0.220, 0.46, "Thổ", "Ngạn"),
    NUNG("07", "Nùng", 0.055, 0.06, "Nùng Inh", "Phàn Slình"),
    MONG("08", "HMông", 0.050, 0.08, "Mèo", "Mông", "H'Mông"),
    DAO("09", "Dao", 0.070, 0.15, "Mán", "Đại Bản", "Quần Trắng"),
    HOA("04", "Hoa", 0.018, 0.01, "Hán"),
    GIAY("25", "Giáy", 0.018, 0.03, "Nhắng"),
    LA_CHI("38", "La Chí", 0.004, 0.003),
    LO_LO("43", "Lô Lô", 0.002, 0.001),
    PA_THEN("46", "Pà Thẻn", 0.002, 0.002, "Pà Hưng"),
    CO_LAO("47", "Cơ Lao", 0.0015, 0.001, "Cờ Lao"),
    BO_Y("49", "Bố Y", 0.001, 0.001),
    PU_PEO("51", "Pu Péo", 0.001, 0.001),
    PHU_LA("40", "Phù Lá", 0.0005, 0.001);

    static final List<Ethnic> ALL = List.of(values());

    private final String code;
    private final String official;
    private final double cityShare;
    private final double ruralShare;
    private final List<String> otherNames;

    Ethnic(String code, String official, double cityShare, double ruralShare, String... otherNames) {
        this.code = code;
        this.official = official;
        this.cityShare = cityShare;
        this.ruralShare = ruralShare;
        this.otherNames = List.of(otherNames);
    }

    String code() {
        return code;
    }

    /** As forms write it. */
    String official() {
        return official;
    }

    List<String> otherNames() {
        return otherNames;
    }

    /** The mix of the three communes around the city. */
    static Weighted<Ethnic> rural() {
        return new Weighted<>(ALL, ALL.stream().mapToDouble(e -> e.ruralShare).toArray());
    }

    /** The mix of the wards, such that wards and communes together have the city's shares. */
    static Weighted<Ethnic> urban(double ruralWeight) {
        return new Weighted<>(
                ALL,
                ALL.stream()
                        .mapToDouble(e -> Math.max(
                                e.cityShare * 0.2, (e.cityShare - ruralWeight * e.ruralShare) / (1 - ruralWeight)))
                        .toArray());
    }

    /** Mông and Dao of the highlands marry early more often; a state the checks must accept. */
    boolean marriesEarly() {
        return this == MONG || this == DAO;
    }
}
