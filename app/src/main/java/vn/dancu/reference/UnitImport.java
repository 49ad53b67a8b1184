package vn.dancu.reference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.audit.AuditLog;
import vn.dancu.civil.text.VietnameseText;
import vn.dancu.civil.unit.Level;
import vn.dancu.civil.unit.Succession;
import vn.dancu.civil.unit.Unit;
import vn.dancu.reference.db.ReferenceStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Progress;
import vn.dancu.shared.table.Column;
import vn.dancu.shared.table.ImportReport;
import vn.dancu.shared.table.Reject;
import vn.dancu.shared.table.RejectedRows;
import vn.dancu.shared.table.Table;

/**
 * Takes in lists of administrative units and what became of them, each as of a day. A unit known for that day with
 * another name is named anew; importing the same file again changes nothing.
 */
@Service
public class UnitImport {
    private static final List<Column> UNIT_COLUMNS = List.of(
            new Column("level", true),
            new Column("code", true),
            new Column("name", true),
            new Column("parent_code", true));
    private static final List<Column> SUCCESSION_COLUMNS = List.of(
            new Column("old_code", true),
            new Column("old_name", true),
            new Column("new_code", true),
            new Column("divided", true));
    private static final Set<String> YES = Set.of("yes", "true", "1", "x", "có");

    private final ReferenceStore store;
    private final Units units;
    private final AuditLog audit;
    private final TransactionTemplate transactions;

    UnitImport(ReferenceStore store, Units units, AuditLog audit, TransactionTemplate transactions) {
        this.store = store;
        this.units = units;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Rejected rows go to {@code FILE.rejected.csv}. */
    public ImportReport importUnits(Path file, LocalDate validFrom, boolean dryRun, Actor actor, Progress progress) {
        try (RejectedRows rejected = RejectedRows.beside(file)) {
            return importUnits(file, rejected, validFrom, dryRun, actor, progress);
        }
    }

    public ImportReport importUnits(
            Path file, RejectedRows rejected, LocalDate validFrom, boolean dryRun, Actor actor, Progress progress) {
        List<Unit> read = new ArrayList<>();
        try (Table table = Table.open(file, UNIT_COLUMNS)) {
            Reading reading = new Reading(table, rejected, progress);
            reading.eachRow("units", cells -> {
                Level level = level(cells[0]);
                String code = level == null ? null : code(cells[1], level);
                String name = cells[2];
                String parent = level == null || level == Level.PROVINCE ? null : parent(cells[3]);
                if (level == null || code == null || name == null || (level != Level.PROVINCE && parent == null)) {
                    return Reject.R106_UNIT_MALFORMED;
                }
                if (!reading.isNew(level + code)) {
                    return Reject.R102_NUMBER_REPEATED;
                }
                read.add(new Unit(level, code, VietnameseText.nfc(name.strip()), parent, validFrom, null));
                return null;
            });
            int changed = write("units", file, dryRun, actor, store -> store.saveUnits(read, validFrom));
            return reading.report("units", dryRun, read.size(), changed);
        }
    }

    /** Rejected rows go to {@code FILE.rejected.csv}. */
    public ImportReport importSuccession(
            Path file, LocalDate validFrom, boolean dryRun, Actor actor, Progress progress) {
        List<Succession> read = new ArrayList<>();
        try (RejectedRows rejected = RejectedRows.beside(file);
                Table table = Table.open(file, SUCCESSION_COLUMNS)) {
            Reading reading = new Reading(table, rejected, progress);
            reading.eachRow("succession", cells -> {
                String from = code(cells[0], Level.COMMUNE);
                String to = code(cells[2], Level.COMMUNE);
                if (from == null || to == null) {
                    return Reject.R106_UNIT_MALFORMED;
                }
                if (!reading.isNew(from + ">" + to)) {
                    return Reject.R102_NUMBER_REPEATED;
                }
                String name = cells[1] == null ? "" : VietnameseText.nfc(cells[1].strip());
                boolean divided =
                        cells[3] != null && YES.contains(cells[3].strip().toLowerCase(Locale.ROOT));
                read.add(new Succession(from, name, to, divided, validFrom));
                return null;
            });
            int changed = write("succession", file, dryRun, actor, store -> store.saveSuccessions(read, validFrom));
            return reading.report("succession", dryRun, read.size(), changed);
        }
    }

    /** One transaction; a dry run rolls it back, so that it reports what the import would. */
    private int write(String kind, Path file, boolean dryRun, Actor actor, ToIntFunction<ReferenceStore> save) {
        Integer changed = transactions.execute(status -> {
            int rows = save.applyAsInt(store);
            if (dryRun) {
                status.setRollbackOnly();
                return rows;
            }
            if (rows > 0) {
                store.raiseEdition();
            }
            audit.act(
                    actor,
                    "IMPORT",
                    kind,
                    String.valueOf(file.getFileName()),
                    "",
                    Map.of("changed", String.valueOf(rows)));
            return rows;
        });
        units.forget();
        return changed == null ? 0 : changed;
    }

    private static @Nullable Level level(@Nullable String written) {
        if (written == null) {
            return null;
        }
        String name = written.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(Level.values())
                .filter(level -> level.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Digits of the level's width; a spreadsheet may have eaten leading zeros. Null when they are not that. */
    private static @Nullable String code(@Nullable String written, Level level) {
        String digits = digits(written);
        int width = switch (level) {
            case PROVINCE -> 2;
            case DISTRICT -> 3;
            case COMMUNE -> 5;
        };
        return digits == null || digits.length() > width ? null : "0".repeat(width - digits.length()) + digits;
    }

    /** A district's or, where there are none, a province's code; which of them is told by its width. */
    private static @Nullable String parent(@Nullable String written) {
        String digits = digits(written);
        return digits == null || digits.length() > 3 ? null : digits.length() == 1 ? "0" + digits : digits;
    }

    private static @Nullable String digits(@Nullable String written) {
        if (written == null) {
            return null;
        }
        String digits = written.strip();
        return digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9') ? null : digits;
    }
}
