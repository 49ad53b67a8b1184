package vn.dancu.shared.db;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A server of Debian's PostgreSQL 15 in a folder, with an owner who may make roles and an empty database of his. */
public final class Postgres15 implements AutoCloseable {
    private static final Path BIN = Path.of("/usr/lib/postgresql/15/bin");

    private final PostgresServer server;
    private final String address;

    private Postgres15(PostgresServer server, String address) {
        this.server = server;
        this.address = address;
    }

    /** The test is skipped where the package is not installed. */
    public static Postgres15 start(Path folder) throws IOException, SQLException {
        assumeThat(BIN.resolve("initdb"))
                .as("skipped: PostgreSQL 15 is not installed (apt-get install postgresql-15)")
                .exists();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        PostgresServer server = PostgresServer.ofVersion(
                "15", BIN, folder.resolve("postgres"), folder.resolve("postgres.log"), RunAs.choose(folder));
        server.make("owner-password");
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        server.start(port, false);
        Postgres15 postgres = new Postgres15(server, "127.0.0.1:" + port);
        postgres.asSuperuser(
                "create role keeper login createrole password 'keeper-password'", "create database city owner keeper");
        return postgres;
    }

    /** Host and port. */
    String address() {
        return address;
    }

    void asSuperuser(String... commands) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://" + address + "/postgres", "postgres", "owner-password");
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    /** The environment that names the owner's database. */
    Map<String, String> environment() {
        return Map.of(Databases.URL, "postgresql://keeper:keeper-password@" + address + "/city");
    }

    public Database open(Path data) {
        return Databases.open(data, environment());
    }

    @Override
    public void close() throws IOException {
        server.stop();
    }
}
