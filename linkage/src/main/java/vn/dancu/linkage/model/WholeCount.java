package vn.dancu.linkage.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.Deduper;
import vn.dancu.linkage.LinkOptions;
import vn.dancu.linkage.LinkResult.RuleReport;
import vn.dancu.linkage.LinkageException;
import vn.dancu.linkage.Linker;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.Records;
import vn.dancu.linkage.csv.CsvFile;
import vn.dancu.linkage.csv.CsvRecords.Side;
import vn.dancu.linkage.csv.RowValues;

/** The pairs of a suggested model's rules in the whole files, counted by the engine itself; no pair is made. */
final class WholeCount {

    /** Beyond, what a sample shows must do. */
    private static final long MOST_ROWS = 4_000_000;
    /** What a row takes for each column, at most: its cell, and its text where all are different. */
    private static final long BYTES_A_CELL = 250;

    private WholeCount() {}

    /**
     * By rule.
     *
     * @param right null for the doubles of one file
     * @return null where the files are too large to be read for a count alone
     */
    static @Nullable List<RuleReport> of(Model model, CsvFile left, @Nullable CsvFile right) {
        long rows = left.estimatedRows() + (right == null ? 0L : right.estimatedRows());
        long bytes = rows * model.columns().size() * BYTES_A_CELL;
        if (rows > MOST_ROWS || bytes > Runtime.getRuntime().maxMemory() / 2) {
            return null;
        }
        LinkOptions options = LinkOptions.defaults().withMostPairs(Long.MAX_VALUE);
        try {
            Records records = read(model, left, Side.LEFT);
            return right == null
                    ? new Deduper(model, options).estimate(records)
                    : new Linker(model, options).estimate(records, read(model, right, Side.RIGHT));
        } catch (LinkageException cannotBeRead) {
            // Whoever links the files is told why; the model is of use all the same.
            return null;
        }
    }

    private static Records read(Model model, CsvFile file, Side side) {
        RowValues values = new RowValues(file, model, side);
        Records.Builder records = Records.builder(model, file.estimatedRows());
        file.forEach((line, bytes, from, to, cells) -> {
            values.take(bytes, from, to, cells);
            records.add(values.bytes(), 0, 0, values.from(), values.to());
        });
        return records.build();
    }
}
