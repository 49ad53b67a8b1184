package vn.dancu.civil.list;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** TrangThai of the register's messages. */
public enum LifeStatus {
    UNSTATED("0", "Chưa có thông tin"),
    ALIVE("1", "Đang sống"),
    DEAD("2", "Đã chết"),
    MISSING("3", "Đã mất tích");

    private static final Words<LifeStatus> WORDS = new Words<LifeStatus>()
            .add(ALIVE, "Đang sống|1|Còn sống|Sống")
            .add(DEAD, "Đã chết|2|Chết|Đã mất|Đã từ trần")
            .add(MISSING, "Đã mất tích|3|Mất tích")
            .add(UNSTATED, "Chưa có thông tin|0|Chưa có");

    private final String code;
    private final String vietnamese;

    LifeStatus(String code, String vietnamese) {
        this.code = code;
        this.vietnamese = vietnamese;
    }

    public String code() {
        return code;
    }

    public String vietnamese() {
        return vietnamese;
    }

    public static Optional<LifeStatus> parse(@Nullable String written) {
        return WORDS.find(written);
    }
}
