package vn.dancu.cli;

import vn.dancu.reconciliation.CompareReport;
import vn.dancu.shared.table.ImportReport;
import vn.dancu.shared.table.TableNote;

/** What an import did, for the reader of the command line. */
final class ImportReports {
    private ImportReports() {}

    static void print(ImportReport report, Console console) {
        console.print(String.format(
                "%s%s: %s dòng đọc, %s mới, %s đã có, %s bị loại (%s%s)",
                report.dryRun() ? "[chạy thử, không ghi / dry run] " : "",
                report.file(),
                Figures.count(report.read()),
                Figures.count(report.fresh()),
                Figures.count(report.known()),
                Figures.count(report.rejectedCount()),
                report.encoding(),
                report.separator().isEmpty() ? "" : ", «" + separator(report) + "»"));
        for (TableNote note : report.notes()) {
            console.print("  " + note.text());
        }
        if (!report.unknownColumns().isEmpty()) {
            console.print("  Cột không dùng / columns left out: " + String.join(", ", report.unknownColumns()));
        }
        if (report.rejectedCount() > 0 && report.rejectedFile() != null) {
            console.print("  Dòng bị loại ở / rejected rows in " + report.rejectedFile());
        }
    }

    /** A small batch is compared as it comes in. */
    static void print(CompareReport compared, Console console) {
        console.print(
                "  Đã so với sổ và tàng thư / compared with books and archive: " + Figures.count(compared.compared()));
    }

    private static String separator(ImportReport report) {
        return report.separator().equals("\t") ? "tab" : report.separator();
    }
}
