package vn.dancu.shared.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;

/**
 * A PostgreSQL server of the program's own, in a data folder: durable, on the loopback address, with passwords. Opening a
 * folder whose server already runs joins it; only who started a server stops it.
 *
 * <p>The packaged server's defaults are a test's (no fsync, everybody local is superuser), so every one of them is set
 * here, and a test reads them back.
 */
public final class EmbeddedDatabase implements Database {
    private static final String DATABASE = "dancu";
    private static final String HBA = """
            # Only with a password, only from this machine.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final DatabaseAccess access;
    private final @Nullable EmbeddedPostgres server;

    private EmbeddedDatabase(DatabaseAccess access, @Nullable EmbeddedPostgres server) {
        this.access = access;
        this.server = server;
    }

    /** @throws DanCuException E202 when the server does not start; the message says why */
    public static EmbeddedDatabase open(Path dataDir) {
        try {
            Files.createDirectories(dataDir);
            Files.setPosixFilePermissions(dataDir, PosixFilePermissions.fromString("rwxr-x--x"));
            Path secrets = dataDir.resolve("database.properties");
            Properties known = load(secrets);
            if (known.containsKey("port") && answers(known)) {
                return new EmbeddedDatabase(access(known), null);
            }
            return start(dataDir, secrets, known);
        } catch (IOException | SQLException e) {
            throw new DanCuException(
                    ErrorCode.E202_DATABASE_NOT_STARTED,
                    "Không khởi động được PostgreSQL trong " + dataDir + " / PostgreSQL did not start there: "
                            + e.getMessage(),
                    e);
        }
    }

    @Override
    public DatabaseAccess access() {
        return access;
    }

    /** True when this process started the server and will stop it. */
    public boolean isOwner() {
        return server != null;
    }

    @Override
    public void close() {
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                throw new DanCuException(ErrorCode.E202_DATABASE_NOT_STARTED, "PostgreSQL did not stop cleanly", e);
            }
        }
    }

    private static EmbeddedDatabase start(Path dataDir, Path secrets, Properties known)
            throws IOException, SQLException {
        Path cluster = dataDir.resolve("postgres");
        boolean first = !Files.exists(cluster.resolve("PG_VERSION")) || known.isEmpty();
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(dataDir.resolve("server").toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8")
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(
                        dataDir.resolve("postgres.log").toFile()))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                        dataDir.resolve("postgres.log").toFile()));
        for (String[] setting : SETTINGS) {
            builder.setServerConfig(setting[0], setting[1]);
        }
        if (!first) {
            builder.setConnectConfig("password", known.getProperty("superuser"));
        }
        EmbeddedPostgres server = builder.start();
        try {
            if (first) {
                known = secure(server, cluster);
            }
            known.setProperty("port", String.valueOf(server.getPort()));
            save(secrets, known);
            return new EmbeddedDatabase(access(known), server);
        } catch (IOException | SQLException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Durable first, then sized for bulk loads within little memory. */
    private static final String[][] SETTINGS = {
        {"fsync", "on"},
        {"synchronous_commit", "on"},
        {"full_page_writes", "on"},
        {"listen_addresses", "127.0.0.1"},
        {"unix_socket_directories", ""},
        {"password_encryption", "scram-sha-256"},
        {"max_connections", "60"},
        {"shared_buffers", "256MB"},
        {"work_mem", "32MB"},
        {"maintenance_work_mem", "256MB"},
        {"effective_cache_size", "2GB"},
        {"wal_compression", "on"},
        {"max_wal_size", "4GB"},
        {"checkpoint_timeout", "15min"},
        {"checkpoint_completion_target", "0.9"},
        {"random_page_cost", "1.1"},
        {"jit", "off"},
        {"autovacuum_naptime", "20s"}
    };

    private static Properties secure(EmbeddedPostgres server, Path cluster) throws SQLException, IOException {
        Properties secrets = new Properties();
        for (String role : new String[] {"superuser", "migrator", "application"}) {
            secrets.setProperty(role, password());
        }
        try (Connection connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + secrets.getProperty("superuser") + "'");
            statement.execute(
                    "create role dancu_migrator login createrole password '" + secrets.getProperty("migrator") + "'");
            statement.execute("create role dancu_app login password '" + secrets.getProperty("application") + "'");
            statement.execute("create database " + DATABASE + " owner dancu_migrator");
            Files.writeString(cluster.resolve("pg_hba.conf"), HBA);
            statement.execute("select pg_reload_conf()");
        }
        return secrets;
    }

    private static boolean answers(Properties known) {
        DatabaseAccess access = access(known);
        DriverManager.setLoginTimeout(5);
        try (Connection connection = DriverManager.getConnection(
                access.url(), access.application().user(), access.application().password())) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private static DatabaseAccess access(Properties known) {
        return new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:" + known.getProperty("port") + "/" + DATABASE
                        + "?reWriteBatchedInserts=true",
                new DatabaseAccess.Login("dancu_migrator", known.getProperty("migrator")),
                new DatabaseAccess.Login("dancu_app", known.getProperty("application")));
    }

    private static Properties load(Path secrets) throws IOException {
        Properties known = new Properties();
        if (Files.exists(secrets)) {
            try (Reader reader = Files.newBufferedReader(secrets, StandardCharsets.UTF_8)) {
                known.load(reader);
            }
        }
        return known;
    }

    private static void save(Path secrets, Properties known) throws IOException {
        Path fresh = secrets.resolveSibling("database.properties.new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
            known.store(writer, null);
        }
        Files.move(
                fresh,
                secrets,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private static String password() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
