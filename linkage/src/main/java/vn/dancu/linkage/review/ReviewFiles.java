package vn.dancu.linkage.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.dancu.linkage.Label;
import vn.dancu.linkage.LinkageException;
import vn.dancu.linkage.Records;
import vn.dancu.linkage.csv.CsvFile;

/** The files of a review: pairs to look at out, answers in. UTF-8, comma. */
public final class ReviewFiles {

    private static final List<String> ANSWERS = List.of("left_id", "right_id", "answer", "who");

    private ReviewFiles() {}

    /** {@code left_id,right_id,probability,reason}, in the order of the queue; the reason as {@code near-threshold}. */
    public static void writeQueue(List<ReviewQueue.Item> items, Records left, Records right, Appendable out)
            throws IOException {
        out.append("left_id,right_id,probability,reason\n");
        for (ReviewQueue.Item item : items) {
            row(
                    out,
                    left.id(item.candidate().left()),
                    right.id(item.candidate().right()),
                    String.format(Locale.ROOT, "%.6f", item.probability()),
                    item.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    /** The same columns; the probability stays empty, so that it sways nobody. */
    public static void writeSample(PrecisionCheck.Sample sample, long seed, Appendable out) throws IOException {
        out.append("left_id,right_id,probability,reason\n");
        for (PrecisionCheck.Link link : sample.mixed(seed)) {
            row(out, link.left(), link.right(), "", "check");
        }
    }

    private static void row(Appendable out, String... cells) throws IOException {
        for (int c = 0; c < cells.length; c++) {
            out.append(c == 0 ? "" : ",").append(quoted(cells[c]));
        }
        out.append('\n');
    }

    /** Also around what a spreadsheet would take for a formula's end or strip. */
    private static String quoted(String cell) {
        boolean plain = cell.strip().equals(cell)
                && cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';' || c == '\t');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /**
     * {@code left_id,right_id,answer,who}, in any order of columns; {@code answer} is same, not-same or cannot-tell.
     *
     * @throws LinkageException naming line and column
     */
    public static List<Keying> readAnswers(Path path) {
        List<Keying> keyings = new ArrayList<>();
        try (CsvFile file = CsvFile.open(path)) {
            int[] at = new int[ANSWERS.size()];
            for (int c = 0; c < at.length; c++) {
                at[c] = file.header().indexOf(ANSWERS.get(c));
                if (at[c] < 0) {
                    throw absent(path, ANSWERS.get(c), file.header());
                }
            }
            file.forEach((line, bytes, from, to, cells) -> {
                String[] row = new String[at.length];
                for (int c = 0; c < at.length; c++) {
                    boolean there = at[c] < cells;
                    row[c] = there
                            ? new String(bytes, from[at[c]], to[at[c]] - from[at[c]], StandardCharsets.UTF_8).strip()
                            : "";
                    if (row[c].isEmpty()) {
                        throw new LinkageException(
                                path + ", dòng " + line + ", cột " + ANSWERS.get(c) + ": trống. Hãy điền giá trị.",
                                path + ", line " + line + ", column " + ANSWERS.get(c) + ": empty. Fill it in.");
                    }
                }
                Answer answer = Answer.read(row[2]).orElseThrow(() -> strange(path, line, row[2]));
                keyings.add(new Keying(row[0], row[1], answer, row[3]));
            });
        }
        return keyings;
    }

    private static LinkageException absent(Path path, String column, List<String> header) {
        return new LinkageException(
                path + ": thiếu cột " + column + ". Tệp có các cột " + String.join(", ", header) + "; cần "
                        + String.join(", ", ANSWERS) + ".",
                path + ": the column " + column + " is absent. The file has " + String.join(", ", header)
                        + "; it needs " + String.join(", ", ANSWERS) + ".");
    }

    private static LinkageException strange(Path path, long line, String text) {
        return new LinkageException(
                path + ", dòng " + line + ", cột answer: không hiểu “" + text
                        + "”. Hãy ghi same, not-same hoặc cannot-tell.",
                path + ", line " + line + ", column answer: \"" + text
                        + "\" is not known. Write same, not-same or cannot-tell.");
    }

    /** Answers by row numbers. */
    public static List<Answered> answered(List<Keying> keyings, Records left, Records right) {
        Map<String, Integer> leftRows = rows(left);
        Map<String, Integer> rightRows = left == right ? leftRows : rows(right);
        List<Answered> answered = new ArrayList<>();
        for (Keying keying : keyings) {
            answered.add(new Answered(
                    row(leftRows, keying.left(), "left_id"),
                    row(rightRows, keying.right(), "right_id"),
                    keying.answer()));
        }
        return answered;
    }

    /** For training: without what could not be told. */
    public static List<Label> labels(List<Answered> answered) {
        return answered.stream()
                .filter(one -> one.answer() != Answer.CANNOT_TELL)
                .map(one -> new Label(one.left(), one.right(), one.answer() == Answer.SAME))
                .distinct()
                .toList();
    }

    private static int row(Map<String, Integer> rows, String id, String column) {
        Integer row = rows.get(id);
        if (row == null) {
            throw new LinkageException(
                    "Cột " + column + ": không có bản ghi " + id + ". Hãy dùng câu trả lời của đúng các tệp này.",
                    "Column " + column + ": there is no record " + id
                            + ". Use answers that were given for these files.");
        }
        return row;
    }

    private static Map<String, Integer> rows(Records records) {
        Map<String, Integer> rows = new HashMap<>(records.size() * 2);
        for (int row = 0; row < records.size(); row++) {
            rows.put(records.id(row), row);
        }
        return rows;
    }
}
