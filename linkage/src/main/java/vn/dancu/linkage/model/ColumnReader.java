package vn.dancu.linkage.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.Column.Kind;

/** Reads the part {@code columns}. */
final class ColumnReader {

    static final List<String> KEYS = List.of("kind", "header", "left", "right", "format");

    private static final int MOST_DIGITS = 15;

    private final Problems problems;

    ColumnReader(Problems problems) {
        this.problems = problems;
    }

    /** The columns by name, in the order of the file. */
    Map<String, Column> read(Node node) {
        Map<String, Column> columns = new LinkedHashMap<>();
        Fields fields = new Fields(node, "columns", null, problems);
        for (Map.Entry<String, Node> entry : fields.entries()) {
            String name = entry.getKey().strip();
            for (char c : new char[] {':', '+', '|'}) {
                if (name.indexOf(c) >= 0) {
                    problems.add(
                            fields.keyNode(entry.getKey()),
                            "columns: tên cột không có dấu " + c + "; ghi tiêu đề của tệp bằng header: \"" + name
                                    + "\"",
                            "columns: a column's name has no " + c + "; give the file's own by header: \"" + name
                                    + "\"");
                }
            }
            Column column = column(name, entry.getValue());
            if (column != null) {
                columns.put(name, column);
            }
        }
        return columns;
    }

    private @Nullable Column column(String name, Node value) {
        if (!(value instanceof MappingNode)) {
            String word = Fields.scalar(value);
            Kind kind = word == null ? null : kind(word.strip());
            if (kind == null) {
                unknownKind(name, word == null ? "" : word, value);
            }
            return kind == null ? null : new Column(name, kind);
        }
        Fields fields = new Fields(value, "columns > " + name, KEYS, problems);
        String word = fields.text("kind");
        Kind kind = word == null ? null : kind(word);
        if (!fields.has("kind")) {
            problems.add(
                    value,
                    name + ": thiếu kind; có: " + String.join(", ", kinds()),
                    name + ": its kind is missing; there are " + String.join(", ", kinds()));
        } else if (kind == null && word != null) {
            Node at = fields.get("kind");
            unknownKind(name, word, at == null ? value : at);
        }
        List<String> both = fields.texts("header");
        if (fields.has("header") && (fields.has("left") || fields.has("right"))) {
            problems.add(
                    fields.keyNode("header"),
                    name + ": header là cho cả hai tệp; dùng header, hoặc left và right",
                    name + ": header is for both files; use header, or left and right");
        }
        List<String> left = fields.has("left") ? fields.texts("left") : both;
        List<String> right = fields.has("right") ? fields.texts("right") : both;
        String format = fields.text("format");
        if (kind == null || (format != null && !formatFits(name, kind, format, fields))) {
            return null;
        }
        return new Column(
                name, kind, left.isEmpty() ? List.of(name) : left, right.isEmpty() ? List.of(name) : right, format);
    }

    private boolean formatFits(String name, Kind kind, String format, Fields fields) {
        List<String> words = formats(kind);
        boolean digits = kind == Kind.NUMBER || kind == Kind.NUMBERS;
        if (words.contains(format) || (digits && digits(format))) {
            return true;
        }
        List<String> allowed = new ArrayList<>(words);
        if (digits) {
            allowed.add("1-" + MOST_DIGITS);
        }
        String en = allowed.isEmpty()
                ? "the kind " + kind.written() + " has no format"
                : "there is no format \"" + format + "\"; there are " + String.join(", ", allowed);
        String vi = allowed.isEmpty()
                ? "loại " + kind.written() + " không có format"
                : "không có format \"" + format + "\"; có: " + String.join(", ", allowed);
        problems.add(fields.get("format"), name + ": " + vi, name + ": " + en);
        return false;
    }

    private static boolean digits(String format) {
        Double count = format.length() > 2 ? null : Fields.parsed(format);
        return count != null
                && count >= 1
                && count <= MOST_DIGITS
                && count == Math.rint(count)
                && format.indexOf('.') < 0;
    }

    /** The words that may stand as the format of a kind (numbers take a count of digits besides). */
    static List<String> formats(Kind kind) {
        return switch (kind) {
            case PERSON_NAME, WHOLE_NAME -> List.of("vietnamese", "generic");
            case DATE -> List.of("dmy", "mdy");
            case NUMBER -> List.of("personal-id");
            case NUMBERS, QUANTITY, CODE, SEX, RELATION, HOUSEHOLD, TEXT, FREE_TEXT, ADDRESS, SET, FINGERPRINT ->
                List.of();
        };
    }

    private void unknownKind(String name, String word, Node at) {
        problems.add(
                at,
                name + ": không có loại \"" + word + "\"" + Spelling.hintVi(word, kinds()) + "; có: "
                        + String.join(", ", kinds()),
                name + ": there is no kind \"" + word + "\"" + Spelling.hintEn(word, kinds()) + "; there are "
                        + String.join(", ", kinds()));
    }

    private static @Nullable Kind kind(String word) {
        for (Kind kind : Kind.values()) {
            if (kind.written().equals(word)) {
                return kind;
            }
        }
        return null;
    }

    private static List<String> kinds() {
        List<String> words = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            words.add(kind.written());
        }
        return words;
    }
}
