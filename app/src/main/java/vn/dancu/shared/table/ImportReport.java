package vn.dancu.shared.table;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did; read = fresh + known + rejected rows.
 *
 * @param kind forms, residence-book, archive, units or succession
 * @param file its name, without the folder
 * @param separator empty for XLSX
 * @param fresh rows that came in (of a dry run: that would)
 * @param known rows that were there already and say the same
 * @param rejectedFile where the rejected rows are listed; null when there are none and no file was asked for
 * @param unknownColumns headings that were left out
 */
public record ImportReport(
        String kind,
        String file,
        String encoding,
        String separator,
        boolean dryRun,
        long read,
        long fresh,
        long known,
        long rejectedCount,
        @Nullable Path rejectedFile,
        List<String> unknownColumns,
        List<TableNote> notes) {
    public ImportReport {
        unknownColumns = List.copyOf(unknownColumns);
        notes = List.copyOf(notes);
    }
}
