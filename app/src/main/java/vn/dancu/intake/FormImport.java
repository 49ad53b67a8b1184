package vn.dancu.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.audit.AuditLog;
import vn.dancu.intake.db.FormImportStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Progress;
import vn.dancu.shared.table.Column;
import vn.dancu.shared.table.ImportReport;
import vn.dancu.shared.table.RejectedRows;
import vn.dancu.shared.table.Shelf;
import vn.dancu.shared.table.TableImport;

/** Takes forms in from CSV or XLSX files. */
@Service
public class FormImport {
    private static final List<Column> COLUMNS = Stream.of(FormField.values())
            .map(field -> new Column(field.column(), field.required()))
            .toList();

    private final FormImportStore store;
    private final AuditLog audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    FormImport(FormImportStore store, AuditLog audit, TransactionOperations transactions, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** As below; rejected rows go to {@code FILE.rejected.csv}. */
    public ImportReport importForms(Path file, boolean dryRun, Actor actor, Progress progress) {
        try (RejectedRows rejected = RejectedRows.beside(file)) {
            return importForms(file, rejected, dryRun, actor, progress);
        }
    }

    /**
     * May be repeated at any time: what is there already and says the same is known, and nothing else happens to it.
     *
     * @see TableImport#run what can go wrong
     */
    public ImportReport importForms(Path file, RejectedRows rejected, boolean dryRun, Actor actor, Progress progress) {
        if (!dryRun) {
            transactions.executeWithoutResult(
                    status -> audit.act(actor, "IMPORT", "forms", String.valueOf(file.getFileName()), "", Map.of()));
        }
        return TableImport.run(new FormShelf(actor.login(), clock.instant()), file, rejected, dryRun, progress);
    }

    private final class FormShelf implements Shelf<CollectionForm> {
        private final String login;
        private final Instant at;

        FormShelf(String login, Instant at) {
            this.login = login;
            this.at = at;
        }

        @Override
        public String kind() {
            return "forms";
        }

        @Override
        public List<Column> columns() {
            return COLUMNS;
        }

        @Override
        public CollectionForm parse(@Nullable String[] cells) {
            return CollectionForm.of(cells);
        }

        @Override
        public long begin(String fileName, String sha256) {
            return store.begin(fileName, sha256, login, at);
        }

        @Override
        public Taken<CollectionForm> take(List<Line<CollectionForm>> portion, @Nullable Long run) {
            return store.take(portion, run, login, at);
        }

        @Override
        public void finish(long run, long read, long rejected) {
            store.finish(run, read, rejected, clock.instant());
        }
    }
}
