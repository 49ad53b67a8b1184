package vn.dancu.civil.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Religions of QCVN 109:2017 annex G; in messages also 00 for none and 99 for other or unknown. */
public final class Religions {
    public static final String LIST = "QCVN109/G";

    private static final Words<CodedValue> WORDS = new Words<>();
    private static final List<CodedValue> ALL = new ArrayList<>();

    static {
        add("01", "Phật giáo", "1|Phật|Đạo Phật|Buddhist");
        add("02", "Công giáo", "2|Thiên Chúa giáo|Thiên chúa|Đạo Thiên Chúa|Công giáo La Mã|Catholic");
        add("03", "Phật giáo Hòa Hảo", "3|Phật giáo Hoà Hảo|Hòa Hảo|Hoà Hảo|Đạo Hòa Hảo");
        add("04", "Hồi giáo", "4|Islam|Đạo Hồi");
        add("05", "Cao Đài", "5|Đạo Cao Đài");
        add("06", "Minh Sư đạo", "6|Minh Sư");
        add("07", "Minh Lý đạo", "7|Minh Lý|Minh Lí đạo");
        add("08", "Tin Lành", "8|Đạo Tin Lành|Protestant");
        add("09", "Tịnh độ cư sĩ Phật hội Việt Nam", "9|Tịnh độ cư sĩ Phật hội VN|Tịnh độ cư sĩ");
        add("10", "Tứ Ân Hiếu Nghĩa", "Đạo Tứ Ân Hiếu Nghĩa");
        add("11", "Bửu Sơn Kỳ Hương", "Bửu Sơn Kì Hương");
        add("12", "Ba Ha'i", "Bahai|Ba Hai");
        add("13", "Bà La Môn", "Bàlamôn");
        add("14", "Mặc Môn", "Mormon");
        add("00", "Không", "0|Không có|Không theo|Không tôn giáo|Không theo tôn giáo nào|Lương|None");
        add("99", "Khác", "Tôn giáo khác|Không rõ");
    }

    private Religions() {}

    private static void add(String code, String name, String words) {
        CodedValue value = new CodedValue(LIST, code, name);
        ALL.add(value);
        WORDS.add(value, name + "|" + code + "|" + words);
    }

    public static Optional<CodedValue> parse(@Nullable String written) {
        return WORDS.find(written);
    }

    public static List<CodedValue> all() {
        return List.copyOf(ALL);
    }
}
