package vn.dancu.linkage.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.dancu.linkage.Label;
import vn.dancu.linkage.LinkageException;
import vn.dancu.linkage.Records;
import vn.dancu.linkage.csv.CsvFile;

/** What persons said of pairs: a table {@code left_id,right_id,same}. */
final class Labels {

    private static final Set<String> YES = Set.of("1", "true", "yes", "y", "same", "có", "co", "đúng", "dung");
    private static final Set<String> NO = Set.of("0", "false", "no", "n", "different", "không", "khong", "sai");

    private Labels() {}

    /** @throws LinkageException when an id is in neither file, or an answer is neither yes nor no */
    static List<Label> read(CsvFile file, Records left, Records right) {
        IdTable leftRows = new IdTable(left);
        IdTable rightRows = new IdTable(right);
        List<Label> labels = new ArrayList<>();
        IdTable.read(file, List.of("left_id", "right_id", "same"), (line, cells) -> {
            int i = leftRows.row(cells[0]);
            int j = rightRows.row(cells[1]);
            if (i == IdTable.UNKNOWN || j == IdTable.UNKNOWN) {
                String side = i == IdTable.UNKNOWN ? "left_id" : "right_id";
                throw new LinkageException(
                        file.path() + ", dòng " + line + ": " + side + " không có trong tệp hồ sơ.",
                        file.path() + ", line " + line + ": the file of the records has no such " + side + ".");
            }
            String answer = cells[2].toLowerCase(Locale.ROOT);
            if (!YES.contains(answer) && !NO.contains(answer)) {
                throw new LinkageException(
                        file.path() + ", dòng " + line + ": same phải là 1 hoặc 0.",
                        file.path() + ", line " + line + ": same must be 1 or 0.");
            }
            labels.add(new Label(i, j, YES.contains(answer)));
        });
        return labels;
    }
}
