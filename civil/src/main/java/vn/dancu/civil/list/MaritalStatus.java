package vn.dancu.civil.list;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * TinhTrangHonNhan of the register's messages. Divorced and widowed share a code, which is why the three words of the
 * identity-card form (single, married, divorced) do not map one to one.
 */
public enum MaritalStatus {
    UNSTATED("0", "Chưa có thông tin"),
    SINGLE("1", "Chưa kết hôn"),
    MARRIED("2", "Đang có vợ/chồng"),
    DIVORCED_OR_WIDOWED("3", "Đã ly hôn hoặc góa");

    private static final Words<MaritalStatus> WORDS = new Words<MaritalStatus>()
            .add(SINGLE, "Chưa kết hôn|1|01|Độc thân|Chưa vợ|Chưa chồng|Chưa có vợ|Chưa có chồng|Single")
            .add(
                    MARRIED,
                    "Đang có vợ/chồng|2|02|Đã kết hôn|Kết hôn|Có vợ|Có chồng|Có vợ/chồng|Đang có vợ|Đang có chồng"
                            + "|Đang có vợ hoặc chồng|Có gia đình|Đã có gia đình|Married")
            .add(
                    DIVORCED_OR_WIDOWED,
                    "Đã ly hôn hoặc góa|3|03|Ly hôn|Đã ly hôn|Li hôn|Đã li hôn|Góa|Goá|Đã góa|Góa vợ|Góa chồng"
                            + "|Ly hôn hoặc góa|Đã ly hôn/góa|Divorced|Widowed")
            .add(UNSTATED, "Chưa có thông tin|0|00");

    private final String code;
    private final String vietnamese;

    MaritalStatus(String code, String vietnamese) {
        this.code = code;
        this.vietnamese = vietnamese;
    }

    public String code() {
        return code;
    }

    public String vietnamese() {
        return vietnamese;
    }

    public static Optional<MaritalStatus> parse(@Nullable String written) {
        return WORDS.find(written);
    }
}
