package vn.dancu.shared.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;

/**
 * A PostgreSQL server of the program's own, in a data folder: durable, on the loopback address, with passwords from its
 * first second. Opening a folder whose server another process runs joins it; only who holds the folder's lock stops it.
 *
 * <p>The lock is the operating system's, so a killed program gives it up: the next one takes over its server, or starts
 * it anew after a crash.
 */
public final class EmbeddedDatabase implements Database {
    private static final String DATABASE = "dancu";
    private static final Duration OTHERS_START = Duration.ofSeconds(90);

    private final DatabaseAccess access;
    private final @Nullable PostgresServer server;
    private final @Nullable FileChannel lock;
    private boolean isClosed;

    private EmbeddedDatabase(DatabaseAccess access, @Nullable PostgresServer server, @Nullable FileChannel lock) {
        this.access = access;
        this.server = server;
        this.lock = lock;
    }

    /** @throws DanCuException E202 when the server does not start; the message says why */
    public static EmbeddedDatabase open(Path dataDir) {
        return open(dataDir, dataDir.resolve("server"), false);
    }

    /** As {@link #open(Path)}, in a folder that is thrown away after the run: not durable, and faster for it. */
    static EmbeddedDatabase temporary(Path folder) {
        return open(folder, folder.resolve("server"), true);
    }

    /** @param programs where PostgreSQL is unpacked; may be shared between data folders */
    static EmbeddedDatabase open(Path dataDir, Path programs) {
        return open(dataDir, programs, false);
    }

    private static EmbeddedDatabase open(Path dataDir, Path programs, boolean isThrownAway) {
        Path folder = dataDir.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            // Passable, so that PostgreSQL reaches its cluster when it runs as another account; not readable.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            FileChannel lock = lock(folder.resolve("lock"));
            if (lock == null) {
                return join(folder);
            }
            try {
                return own(folder, programs.toAbsolutePath().normalize(), lock, isThrownAway);
            } catch (IOException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw notStarted(folder, e);
        }
    }

    @Override
    public DatabaseAccess access() {
        return access;
    }

    /** True when this process runs the server and will stop it. */
    public boolean isOwner() {
        return server != null;
    }

    @Override
    public synchronized void close() {
        if (isClosed || server == null || lock == null) {
            return;
        }
        isClosed = true;
        try (FileChannel held = lock) {
            server.stop();
        } catch (IOException e) {
            throw new DanCuException(ErrorCode.E202_DATABASE_NOT_STARTED, "PostgreSQL did not stop cleanly", e);
        }
    }

    private static @Nullable FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: joined like any other's.
        }
        channel.close();
        return null;
    }

    private static EmbeddedDatabase own(Path folder, Path programs, FileChannel lock, boolean isThrownAway)
            throws IOException, SQLException {
        Path cluster = folder.resolve("postgres");
        PostgresServer server = PostgresServer.ofVersion(
                PostgresBinaries.MAJOR,
                PostgresBinaries.unpack(programs),
                cluster,
                folder.resolve("postgres.log"),
                RunAs.choose(cluster));
        Secrets secrets = Secrets.load(secrets(folder));
        if (!server.isMade()) {
            String superuser = secrets.orGenerate("superuser");
            secrets.orGenerate("migrator");
            secrets.orGenerate("application");
            secrets.save();
            server.make(superuser);
        }
        if (!server.isRunning()) {
            int port = freePort(secrets.find("port"));
            secrets.set("port", String.valueOf(port));
            secrets.save();
            server.start(port, isThrownAway);
        }
        try {
            prepare(secrets);
        } catch (IOException | SQLException e) {
            server.stop();
            throw e;
        }
        return new EmbeddedDatabase(access(secrets), server, lock);
    }

    /** Somebody else holds the folder: waits until the server answers. */
    private static EmbeddedDatabase join(Path folder) throws IOException, SQLException {
        long deadline = System.nanoTime() + OTHERS_START.toNanos();
        SQLException last = new SQLException("no port is known");
        while (System.nanoTime() < deadline) {
            Secrets secrets = Secrets.load(secrets(folder));
            if (secrets.find("port") != null) {
                DatabaseAccess access = access(secrets);
                try (Connection connection = connect(access.url(), access.application())) {
                    return new EmbeddedDatabase(access, null, null);
                } catch (SQLException e) {
                    last = e;
                }
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while another process starts PostgreSQL", e);
            }
        }
        throw last;
    }

    private static Path secrets(Path folder) {
        return folder.resolve("database.properties");
    }

    /** The port of last time if it is free, so that whoever wrote it down finds it again. */
    private static int freePort(@Nullable String known) throws IOException {
        if (known != null && isFree(Integer.parseInt(known))) {
            return Integer.parseInt(known);
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** Roles and database, made where they are missing. */
    private static void prepare(Secrets secrets) throws IOException, SQLException {
        DatabaseAccess.Login superuser = new DatabaseAccess.Login("postgres", secrets.get("superuser"));
        try (Connection connection = connect(url(secrets, "postgres"), superuser);
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select from pg_roles where rolname = 'dancu_migrator'")) {
                statement.execute("create role dancu_migrator login password '" + secrets.get("migrator") + "'");
            }
            if (!exists(statement, "select from pg_roles where rolname = 'dancu_app'")) {
                statement.execute("create role dancu_app login password '" + secrets.get("application") + "'");
            }
            if (!exists(statement, "select from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner dancu_migrator");
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next();
        }
    }

    private static Connection connect(String url, DatabaseAccess.Login login) throws SQLException {
        return DriverManager.getConnection(url, login.user(), login.password());
    }

    private static String url(Secrets secrets, String database) throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + secrets.get("port") + "/" + database
                + "?reWriteBatchedInserts=true&logServerErrorDetail=false&connectTimeout=10";
    }

    private static DatabaseAccess access(Secrets secrets) throws IOException {
        return new DatabaseAccess(
                url(secrets, DATABASE),
                new DatabaseAccess.Login("dancu_migrator", secrets.get("migrator")),
                new DatabaseAccess.Login("dancu_app", secrets.get("application")));
    }

    private static DanCuException notStarted(Path folder, Exception cause) {
        return new DanCuException(
                ErrorCode.E202_DATABASE_NOT_STARTED,
                "Không khởi động được PostgreSQL trong " + folder + " / PostgreSQL did not start there: "
                        + cause.getMessage(),
                cause);
    }
}
