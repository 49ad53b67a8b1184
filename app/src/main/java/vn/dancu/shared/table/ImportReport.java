package vn.dancu.shared.table;

import java.util.List;

/**
 * What an import did; read = fresh + known + rejected.
 *
 * @param kind forms, residence-book or archive
 * @param file its name, without the folder
 * @param separator empty for XLSX
 * @param fresh rows that came in (of a dry run: that would)
 * @param known rows that were there already and say the same
 * @param rejected rows in the file of rejected rows
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
        long rejected,
        List<String> unknownColumns,
        List<TableNote> notes) {
    public ImportReport {
        unknownColumns = List.copyOf(unknownColumns);
        notes = List.copyOf(notes);
    }
}
