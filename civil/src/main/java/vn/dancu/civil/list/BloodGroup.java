package vn.dancu.civil.list;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** NhomMau of the register's messages; mind that 03 is AB and 04 is O. */
public enum BloodGroup {
    UNSTATED("00", "Chưa có thông tin"),
    A("01", "A"),
    B("02", "B"),
    AB("03", "AB"),
    O("04", "O");

    private static final Words<BloodGroup> WORDS = new Words<BloodGroup>()
            .add(A, "A|01|1|Nhóm A|Nhóm máu A|A Rh")
            .add(B, "B|02|2|Nhóm B|Nhóm máu B|B Rh")
            .add(AB, "AB|03|3|Nhóm AB|Nhóm máu AB|AB Rh")
            .add(O, "O|04|4|Nhóm O|Nhóm máu O|O Rh")
            .add(UNSTATED, "00|Chưa có thông tin|Chưa có|Không biết|Không rõ|Chưa biết");

    private final String code;
    private final String vietnamese;

    BloodGroup(String code, String vietnamese) {
        this.code = code;
        this.vietnamese = vietnamese;
    }

    public String code() {
        return code;
    }

    public String vietnamese() {
        return vietnamese;
    }

    /** A rhesus sign is overlooked: the list has none. A lone 0 is not read: the letter O and "unknown" both look so. */
    public static Optional<BloodGroup> parse(@Nullable String written) {
        return WORDS.find(written);
    }
}
