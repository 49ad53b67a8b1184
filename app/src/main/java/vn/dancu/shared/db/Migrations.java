package vn.dancu.shared.db;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;

/**
 * Brings the schemas to what this program needs, as the migrator, and sets anew what the application role may do
 * ({@code db/migration/afterMigrate__grants.sql}).
 */
public final class Migrations {
    /** Flyway's own table lies apart, so that the application role cannot touch it. */
    static final String HISTORY_SCHEMA = "migration";

    private Migrations() {}

    /**
     * @return number of migrations that ran; 0 on a database that is as it should be
     * @throws DanCuException E203 when the database does not fit this program
     */
    public static int migrate(DatabaseAccess access) {
        try {
            return Flyway.configure()
                    .dataSource(
                            access.url(),
                            access.migrator().user(),
                            access.migrator().password())
                    .locations("classpath:db/migration")
                    .defaultSchema(HISTORY_SCHEMA)
                    .placeholders(Map.of("application", access.application().user()))
                    .cleanDisabled(true)
                    .loggers("slf4j")
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayException e) {
            throw new DanCuException(
                    ErrorCode.E203_DATABASE_NOT_MIGRATED,
                    "Không nâng cấp được cơ sở dữ liệu / The database could not be migrated: " + e.getMessage(),
                    e);
        }
    }
}
