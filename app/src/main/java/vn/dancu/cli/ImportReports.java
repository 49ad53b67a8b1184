package vn.dancu.cli;

import java.util.List;
import vn.dancu.shared.table.ImportReport;

/** What an import did, for the reader of the command line. */
final class ImportReports {
    private ImportReports() {}

    static void print(ImportReport report, boolean dryRun, Console console) {
        console.print(report.toString() + dryRun);
    }

    static void writeRejected(List<ImportReport> reports, ResultFiles files) {}
}
