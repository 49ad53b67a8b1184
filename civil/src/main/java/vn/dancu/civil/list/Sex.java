package vn.dancu.civil.list;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sex as forms and messages of the register write it (GioiTinh: 1, 2; anything else is no information). */
public enum Sex {
    MALE("1", "Nam"),
    FEMALE("2", "Nữ");

    private static final Words<Sex> WORDS =
            new Words<Sex>().add(MALE, "Nam|1|M|Nam giới|Male|Trai").add(FEMALE, "Nữ|2|F|Nữ giới|Female|Gái");

    private final String code;
    private final String vietnamese;

    Sex(String code, String vietnamese) {
        this.code = code;
        this.vietnamese = vietnamese;
    }

    public String code() {
        return code;
    }

    public String vietnamese() {
        return vietnamese;
    }

    public Sex other() {
        return this == MALE ? FEMALE : MALE;
    }

    public static Optional<Sex> parse(@Nullable String written) {
        return WORDS.find(written);
    }
}
