package vn.dancu.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a run tells of itself beside its result: where training was weak, what was left out. Holds names of the model and
 * numbers, never a value of a record.
 *
 * @param details as {@link Code} says, in its order
 */
public record Warning(Code code, List<String> details) {

    /** What is told; every code has a text in both languages, with a place for each detail. */
    public enum Code {
        /** How many. */
        FEW_MATCHES(
                1,
                "chỉ có %s cặp khớp để học: trọng số dựa vào phỏng đoán của mô hình",
                "only %s matches to learn from: weights rest on the model's belief"),
        /** A comparison. */
        ALWAYS_BLOCKED(
                1,
                "phép so sánh %s hầu như luôn bị quy tắc chặn làm cho khớp: trọng số của nó có thể quá chắc;"
                        + " hãy thêm một quy tắc không có nó",
                "comparison %s is nearly always what a blocking rule made agree: its weights may be too sure;"
                        + " add a rule without it"),
        /** A comparison. */
        SELDOM_AGREES(
                1,
                "phép so sánh %s khớp ở chưa đến một nửa số cặp là một người: hãy xem lại dữ liệu của nó",
                "comparison %s agrees in fewer than half of the pairs of one person: look at its data"),
        /** A comparison and its level. */
        LEVEL_UNREACHED(
                2,
                "%s, mức %s: không cặp nào đạt tới; hãy bỏ mức này",
                "%s, level %s: no pair reaches it; leave it out"),
        /** A comparison and its level. */
        LEVELS_CROSS(
                2,
                "%s, mức %s nặng hơn mức chặt hơn đứng trước nó",
                "%s, level %s weighs more than the stricter level before it"),
        /** A blocking rule, and how many pairs. */
        BLOCKS_LEFT_OUT(
                2,
                "quy tắc chặn %s bỏ qua %s cặp thuộc các khối quá lớn",
                "blocking rule %s left out %s pairs of blocks too large"),
        /** How many pairs, and of how many candidates on. */
        CANDIDATES_LEFT_ASIDE(
                2,
                "bỏ qua %s cặp của những dòng có hơn %s ứng viên trong một khối: có phải nhiều dòng giống hệt nhau?",
                "%s pairs of rows that have more than %s candidates in one block were left aside: are many rows equal?");

        private final int details;
        private final String vietnamese;
        private final String english;

        Code(int details, String vietnamese, String english) {
            this.details = details;
            this.vietnamese = vietnamese;
            this.english = english;
        }
    }

    public Warning {
        details = List.copyOf(details);
        if (details.size() != code.details) {
            throw new IllegalArgumentException(code + " has " + code.details + " details");
        }
    }

    static Warning of(Code code, Object... details) {
        return new Warning(code, Arrays.stream(details).map(String::valueOf).toList());
    }

    public String vietnamese() {
        return String.format(Locale.ROOT, code.vietnamese, details.toArray());
    }

    public String english() {
        return String.format(Locale.ROOT, code.english, details.toArray());
    }

    /** As one line, to be {@linkplain #read read} again: code and details between tabs. */
    public String write() {
        StringBuilder line = new StringBuilder(code.name());
        for (String detail : details) {
            line.append('\t').append(detail.replaceAll("\\s+", " "));
        }
        return line.toString();
    }

    /** Empty where the line is none of this version. */
    public static Optional<Warning> read(String line) {
        List<String> parts = List.of(line.split("\t", -1));
        return Arrays.stream(Code.values())
                .filter(code -> code.name().equals(parts.get(0)) && code.details == parts.size() - 1)
                .findFirst()
                .map(code -> new Warning(code, parts.subList(1, parts.size())));
    }
}
