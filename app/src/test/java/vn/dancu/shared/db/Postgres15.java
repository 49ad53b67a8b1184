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
    private final String url;

    private Postgres15(PostgresServer server, String url) {
        this.server = server;
        this.url = url;
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
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "owner-password");
                Statement statement = connection.createStatement()) {
            statement.execute("create role keeper login createrole password 'keeper-password'");
            statement.execute("create database city owner keeper");
        }
        return new Postgres15(server, "postgresql://keeper:keeper-password@127.0.0.1:" + port + "/city");
    }

    public Database open(Path data) {
        return Databases.open(data, Map.of(Databases.URL, url));
    }

    @Override
    public void close() throws IOException {
        server.stop();
    }
}
