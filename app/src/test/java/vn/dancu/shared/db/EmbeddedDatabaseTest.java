package vn.dancu.shared.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    static Path programs;

    @TempDir
    Path folder;

    @BeforeAll
    static void letOtherAccountsReachThePrograms() throws IOException {
        Files.setPosixFilePermissions(programs, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Connection as(DatabaseAccess access, DatabaseAccess.Login login) throws SQLException {
        return DriverManager.getConnection(access.url(), login.user(), login.password());
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void everyCommitIsOnDiskBeforeItIsAnswered() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder, programs);
                Connection connection = as(database.access(), database.access().application())) {
            assertThat(List.of(
                            one(connection, "show fsync"),
                            one(connection, "show synchronous_commit"),
                            one(connection, "show full_page_writes"),
                            one(connection, "show listen_addresses"),
                            one(connection, "show server_encoding")))
                    .containsExactly("on", "on", "on", "127.0.0.1", "UTF8");
        }
    }

    @Test
    void nobodyConnectsWithoutTheRightPassword() {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder, programs)) {
            String url = database.access().url();
            for (String user : List.of("postgres", "dancu_migrator", "dancu_app")) {
                assertThatThrownBy(() -> DriverManager.getConnection(url, user, "guess"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
                assertThatThrownBy(() -> DriverManager.getConnection(url, user, ""))
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void onlyTheOwnerReadsThePasswords() throws IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder, programs)) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("database.properties"))))
                    .isEqualTo("rw-------");
            assertThat(database.access().toString())
                    .doesNotContain(database.access().application().password());
        }
    }

    @Test
    void aSecondOpeningJoinsAndDoesNotStopWhatItJoined() throws SQLException {
        try (EmbeddedDatabase first = EmbeddedDatabase.open(folder, programs)) {
            try (EmbeddedDatabase second = EmbeddedDatabase.open(folder, programs)) {
                assertThat(first.isOwner()).isTrue();
                assertThat(second.isOwner()).isFalse();
                assertThat(second.access()).isEqualTo(first.access());
            }
            try (Connection connection = as(first.access(), first.access().application())) {
                assertThat(one(connection, "select 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void aRestartKeepsWhatWasWritten() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder, programs)) {
            write(database, "before the restart");
        }

        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder, programs)) {
            assertThat(written(database)).isEqualTo("before the restart");
        }
    }

    @Test
    void aKilledServerRecoversWhatWasCommitted() throws IOException, SQLException, InterruptedException {
        EmbeddedDatabase killed = EmbeddedDatabase.open(folder, programs);
        write(killed, "committed before the crash");
        long postmaster = Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
        ProcessHandle process = ProcessHandle.of(postmaster).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        assertThatThrownBy(killed::close).hasMessageContaining("did not stop cleanly");

        assertThat(folder.resolve("postgres/postmaster.pid")).as("left over").exists();
        try (EmbeddedDatabase recovered = EmbeddedDatabase.open(folder, programs)) {
            assertThat(written(recovered)).isEqualTo("committed before the crash");
        }
    }

    @Test
    void aPidFileThatNamesAStrangersProcessDoesNotKeepTheServerDown() throws IOException, SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder, programs)) {
            write(database, "still here");
        }
        Files.writeString(
                folder.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder.resolve("postgres") + "\n1\n1\n\n127.0.0.1\n");

        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder, programs)) {
            assertThat(written(database)).isEqualTo("still here");
        }
    }

    @Test
    void aFirstStartThatWasKilledIsBegunAnew() throws IOException {
        Files.createDirectories(folder.resolve("postgres.new/base"));
        Files.writeString(folder.resolve("postgres.new/PG_VERSION"), "18");

        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder, programs)) {
            assertThat(database.isOwner()).isTrue();
        }
    }

    @Test
    void aClusterOfAnotherVersionIsNotTouched() throws IOException {
        Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "15\n");

        assertThatThrownBy(() -> EmbeddedDatabase.open(folder, programs))
                .hasMessageContaining("The data is of PostgreSQL 15");
    }

    @Test
    void whatTheEnvironmentDoesNotNameIsEmbedded() {
        try (Database database = Databases.open(folder, Map.of())) {
            assertThat(database).isInstanceOf(EmbeddedDatabase.class);
        }
    }

    private static void write(EmbeddedDatabase database, String text) throws SQLException {
        try (Connection connection = as(database.access(), database.access().migrator())) {
            run(connection, "create schema kept");
            run(connection, "create table kept.line (text text)");
            run(connection, "insert into kept.line values ('" + text + "')");
        }
    }

    private static String written(EmbeddedDatabase database) throws SQLException {
        try (Connection connection = as(database.access(), database.access().migrator())) {
            return one(connection, "select text from kept.line");
        }
    }
}
