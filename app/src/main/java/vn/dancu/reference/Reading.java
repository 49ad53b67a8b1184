package vn.dancu.reference;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.Progress;
import vn.dancu.shared.table.ImportReport;
import vn.dancu.shared.table.Reject;
import vn.dancu.shared.table.RejectedRows;
import vn.dancu.shared.table.Row;
import vn.dancu.shared.table.Table;

/** Counts while a table is read. */
final class Reading {
    private final Table table;
    private final RejectedRows rejected;
    private final Progress progress;
    private final Set<String> seen = new HashSet<>();
    private long rows;
    private long refused;

    Reading(Table table, RejectedRows rejected, Progress progress) {
        this.table = table;
        this.rejected = rejected;
        this.progress = progress;
    }

    /** What to do with a row; answers why it is rejected, or null. */
    interface Take {
        @Nullable
        Reject take(@Nullable String[] cells);
    }

    void eachRow(String kind, Take take) {
        progress.begin("import." + kind, table.expectedRows());
        for (Row row = table.next(); row != null; row = table.next()) {
            rows++;
            Reject why = row.tooMany() ? Reject.R103_TOO_MANY_CELLS : take.take(row.cells());
            if (why != null) {
                refused++;
                String number = row.cells()[1];
                rejected.add(row.line(), why, number == null ? "" : number, table.name());
            }
            progress.advance(1);
        }
    }

    boolean isNew(String key) {
        return seen.add(key);
    }

    ImportReport report(String kind, boolean dryRun, int read, int changed) {
        return new ImportReport(
                kind,
                table.name(),
                table.encoding(),
                table.separator(),
                dryRun,
                rows,
                changed,
                read - changed,
                refused,
                rejected.file(),
                table.unknownColumns(),
                table.notes());
    }
}
