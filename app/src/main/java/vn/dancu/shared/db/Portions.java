package vn.dancu.shared.db;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;
import vn.dancu.shared.Texts;

/** What the stores of all imports share: a portion is one transaction, keys are drawn in bulk, a run keeps its counts. */
@Component
public class Portions {
    private static final int TRIES = 3;

    private final TransactionTemplate transactions;
    private final JdbcTemplate template;

    Portions(PlatformTransactionManager transactionManager, JdbcTemplate template) {
        this.transactions = new TransactionTemplate(transactionManager);
        this.template = template;
    }

    /**
     * Runs work that belongs together; once more when a number that it was about to write was taken in the meantime.
     *
     * @throws DanCuException E301 when the disk is full, E201 when the database fails otherwise; nothing of this work is
     *     written then
     */
    public <R> R whole(Supplier<R> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transactions.execute(status -> work.get()));
            } catch (DuplicateKeyException e) {
                if (attempt == TRIES) {
                    throw failure(e);
                }
            } catch (DataAccessException | TransactionException e) {
                throw failure(e);
            }
        }
    }

    /** Portions of one table come in one after the other, so that two imports never judge the same number as new. */
    public void lock(String table) {
        template.query("select pg_advisory_xact_lock(hashtext(?))", row -> {}, "import " + table);
    }

    /** The next keys of a table, ascending. */
    public long[] keys(String table, int count) {
        return template
                .queryForList(
                        "select nextval(pg_get_serial_sequence(?, 'id')) from generate_series(1, ?)",
                        Long.class,
                        table,
                        count)
                .stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
    }

    /** @param schema whose table import_run it is */
    public long begin(String schema, String kind, String fileName, String sha256, String login, Instant at) {
        return whole(() -> template.queryForObject(
                "insert into " + schema + ".import_run (kind, file_name, file_sha256, started_at, actor)"
                        + " values (?, ?, ?, ?, ?) returning id",
                Long.class,
                kind,
                fileName,
                sha256,
                Timestamp.from(at),
                login));
    }

    public void count(String schema, long run, long read, long fresh, long known, long refused) {
        template.update(
                "update " + schema + ".import_run set rows_read = rows_read + ?, rows_new = rows_new + ?,"
                        + " rows_known = rows_known + ?, rows_refused = rows_refused + ? where id = ?",
                read,
                fresh,
                known,
                refused,
                run);
    }

    /** The final counts, which also have the rows that were rejected before the database was asked. */
    public void finish(String schema, long run, long read, long refused, Instant at) {
        template.update(
                "update " + schema + ".import_run set finished_at = ?, rows_read = ?, rows_refused = ? where id = ?",
                Timestamp.from(at),
                read,
                refused,
                run);
    }

    /** Says which state the database answered with, and no value of a row. */
    static DanCuException failure(Exception cause) {
        String state = state(cause);
        boolean full = state.equals("53100");
        String key = full ? "import.disk-full-database" : "import.database-failed";
        Map<String, String> details = Map.of("state", state);
        return new DanCuException(
                full ? ErrorCode.E301_DISK_FULL : ErrorCode.E201_DATABASE_REFUSED,
                Texts.of(Texts.VIETNAMESE).get(key, details) + " / "
                        + Texts.of(Locale.ENGLISH).get(key, details),
                cause);
    }

    private static String state(@Nullable Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "?";
    }
}
