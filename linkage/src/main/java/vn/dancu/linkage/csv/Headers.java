package vn.dancu.linkage.csv;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.LinkageException;
import vn.dancu.linkage.Model;

/**
 * Which headers of a file a model reads.
 *
 * @param id the header of the records' ids
 * @param mayLackColumns whether a column that the file lacks is taken as not known (the id never is)
 */
public record Headers(String id, boolean mayLackColumns) {

    /** As the model says; all must be there. */
    public static Headers of(Model model) {
        return new Headers(model.settings().id(), false);
    }

    /** The headers that a model reads on a side and the file lacks, without the id's. */
    public static List<String> absent(CsvFile file, Model model, CsvRecords.Side side) {
        List<String> absent = new ArrayList<>();
        for (Column column : model.columns()) {
            for (String header : side.headers(column)) {
                if (place(file, header) < 0 && !absent.contains(header)) {
                    absent.add(header);
                }
            }
        }
        return absent;
    }

    /** Whether the file has any of the headers that a model reads on a side, without the id's. */
    public static boolean some(CsvFile file, Model model, CsvRecords.Side side) {
        return model.columns().stream()
                .flatMap(column -> side.headers(column).stream())
                .anyMatch(header -> place(file, header) >= 0);
    }

    /**
     * The cell under a header, or -1.
     *
     * @throws LinkageException when two columns of the file have that header
     */
    static int place(CsvFile file, String header) {
        int place = -1;
        for (int c = 0; c < file.header().size(); c++) {
            if (isSame(file.header().get(c), header)) {
                if (place >= 0) {
                    throw new LinkageException(
                            file.path() + ": cột thứ " + (place + 1) + " và " + (c + 1) + " cùng có tên “" + header
                                    + "”. Hãy đổi tên một cột.",
                            file.path() + ": columns " + (place + 1) + " and " + (c + 1) + " are both called \""
                                    + header + "\". Rename one of them.");
                }
                place = c;
            }
        }
        return place;
    }

    /** Marks may be written as characters of their own. */
    private static boolean isSame(String one, String other) {
        return one.equals(other)
                || (!isAscii(one)
                        && Normalizer.normalize(one, Normalizer.Form.NFC)
                                .equals(Normalizer.normalize(other, Normalizer.Form.NFC)));
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    /** What to tell whoever names the headers. */
    public static LinkageException lacking(CsvFile file, Model model, List<String> absent) {
        String names = String.join(", ", absent);
        String present = String.join(", ", file.header());
        return new LinkageException(
                file.path() + ": không có cột " + names + " mà mô hình " + model.name() + " cần. Tệp có: " + present
                        + ". Hãy sửa tên trong mô hình (columns: left/right) hoặc trong dòng đầu của tệp.",
                file.path() + ": the model " + model.name() + " reads " + names + ", which the file lacks. It has: "
                        + present
                        + ". Correct the names in the model (columns: left/right) or in the file's first line.");
    }

    static LinkageException lackingId(CsvFile file, String id) {
        String present = String.join(", ", file.header());
        return new LinkageException(
                file.path() + ": không có cột mã hồ sơ “" + id + "”. Tệp có: " + present
                        + ". Hãy ghi tên đúng ở id: của mô hình.",
                file.path() + ": there is no column \"" + id + "\" of the records' ids. The file has: " + present
                        + ". Name the right one at id: of the model.");
    }
}
