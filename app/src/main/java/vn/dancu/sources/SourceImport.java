package vn.dancu.sources;

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
import vn.dancu.shared.Actor;
import vn.dancu.shared.Progress;
import vn.dancu.shared.table.Column;
import vn.dancu.shared.table.ImportReport;
import vn.dancu.shared.table.RejectedRows;
import vn.dancu.shared.table.Shelf;
import vn.dancu.shared.table.TableImport;
import vn.dancu.sources.db.EntryImportStore;

/** Takes residence books and archive sheets in from CSV or XLSX files. */
@Service
public class SourceImport {
    private static final List<Column> RESIDENCE_COLUMNS = Stream.of(ResidenceField.values())
            .map(field -> new Column(field.column(), field.required()))
            .toList();
    private static final List<Column> ARCHIVE_COLUMNS = Stream.of(ArchiveField.values())
            .map(field -> new Column(field.column(), field.required()))
            .toList();

    private final EntryImportStore store;
    private final AuditLog audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    SourceImport(EntryImportStore store, AuditLog audit, TransactionOperations transactions, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** As below; rejected rows go to {@code FILE.rejected.csv}. */
    public ImportReport importResidenceBook(Path file, boolean dryRun, Actor actor, Progress progress) {
        try (RejectedRows rejected = RejectedRows.beside(file)) {
            return importResidenceBook(file, rejected, dryRun, actor, progress);
        }
    }

    /** As below; rejected rows go to {@code FILE.rejected.csv}. */
    public ImportReport importArchive(Path file, boolean dryRun, Actor actor, Progress progress) {
        try (RejectedRows rejected = RejectedRows.beside(file)) {
            return importArchive(file, rejected, dryRun, actor, progress);
        }
    }

    /**
     * May be repeated at any time: what is there already and says the same is known, and nothing else happens to it.
     *
     * @see TableImport#run what can go wrong
     */
    public ImportReport importResidenceBook(
            Path file, RejectedRows rejected, boolean dryRun, Actor actor, Progress progress) {
        return run(new ResidenceShelf(actor.login()), file, rejected, dryRun, actor, progress);
    }

    /** As {@link #importResidenceBook(Path, RejectedRows, boolean, Actor, Progress)}, for the household archive. */
    public ImportReport importArchive(
            Path file, RejectedRows rejected, boolean dryRun, Actor actor, Progress progress) {
        return run(new ArchiveShelf(actor.login()), file, rejected, dryRun, actor, progress);
    }

    private <T> ImportReport run(
            Shelf<T> shelf, Path file, RejectedRows rejected, boolean dryRun, Actor actor, Progress progress) {
        if (!dryRun) {
            transactions.executeWithoutResult(status ->
                    audit.act(actor, "IMPORT", shelf.kind(), String.valueOf(file.getFileName()), "", Map.of()));
        }
        return TableImport.run(shelf, file, rejected, dryRun, progress);
    }

    /** What both kinds do alike. */
    private abstract class EntryShelf<T> implements Shelf<T> {
        private final String login;
        private final Instant at = clock.instant();

        EntryShelf(String login) {
            this.login = login;
        }

        @Override
        public long begin(String fileName, String sha256) {
            return store.begin(kind(), fileName, sha256, login, at);
        }

        @Override
        public void finish(long run, long read, long rejected) {
            store.finish(kind(), run, read, rejected, clock.instant());
        }
    }

    private final class ResidenceShelf extends EntryShelf<ResidenceEntry> {
        ResidenceShelf(String login) {
            super(login);
        }

        @Override
        public String kind() {
            return "residence-book";
        }

        @Override
        public List<Column> columns() {
            return RESIDENCE_COLUMNS;
        }

        @Override
        public ResidenceEntry parse(@Nullable String[] cells) {
            return ResidenceEntry.of(cells);
        }

        @Override
        public Taken<ResidenceEntry> take(List<Line<ResidenceEntry>> portion, @Nullable Long run) {
            return store.takeResidence(portion, run);
        }
    }

    private final class ArchiveShelf extends EntryShelf<ArchiveEntry> {
        ArchiveShelf(String login) {
            super(login);
        }

        @Override
        public String kind() {
            return "archive";
        }

        @Override
        public List<Column> columns() {
            return ARCHIVE_COLUMNS;
        }

        @Override
        public ArchiveEntry parse(@Nullable String[] cells) {
            return ArchiveEntry.of(cells);
        }

        @Override
        public Taken<ArchiveEntry> take(List<Line<ArchiveEntry>> portion, @Nullable Long run) {
            return store.takeArchive(portion, run);
        }
    }
}
