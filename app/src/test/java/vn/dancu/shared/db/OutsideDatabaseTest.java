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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.shared.DanCuException;

/** Debian's PostgreSQL 15, the oldest that is promised to work; {@code ./dancu test} installs it. */
class OutsideDatabaseTest {
    @TempDir
    static Path folder;

    private static Postgres15 postgres;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = Postgres15.start(folder);
        postgres.asSuperuser("create role poor login password 'poor-password'", "create database village owner poor");
    }

    @AfterAll
    static void stop() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    private static Map<String, String> city() {
        return postgres.environment();
    }

    @Test
    void theSchemasFitPostgres15AndTheApplicationRoleIsMade(@TempDir Path data) throws SQLException, IOException {
        try (Database database = Databases.open(data, city())) {
            Migrations.migrate(database.access());

            assertThat(database.access().url()).doesNotContain("keeper");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(data.resolve("outside-database.properties"))))
                    .isEqualTo("rw-------");
            try (Connection connection = DriverManager.getConnection(
                            database.access().url(),
                            database.access().application().user(),
                            database.access().application().password());
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from journey.gate")) {
                row.next();
                assertThat(row.getInt(1)).isPositive();
                assertThatThrownBy(() -> statement.execute("delete from journey.step"))
                        .hasMessageContaining("permission denied");
            }
        }
        try (Database again = Databases.open(data, city())) {
            assertThat(Migrations.migrate(again.access()))
                    .as("nothing left to do")
                    .isZero();
        }
    }

    @Test
    void aUserWhoMayNotMakeRolesIsToldToNameOne(@TempDir Path data) throws SQLException {
        Map<String, String> environment = new HashMap<>();
        environment.put("DANCU_DB_URL", "jdbc:postgresql://" + postgres.address() + "/village");
        environment.put("DANCU_DB_USER", "poor");
        environment.put("DANCU_DB_PASSWORD", "poor-password");
        assertThatThrownBy(() -> Databases.open(data, environment)).hasMessageContaining("set DANCU_DB_APP_USER");

        postgres.asSuperuser("create role worker login password 'worker-password'");
        environment.put("DANCU_DB_APP_USER", "worker");
        environment.put("DANCU_DB_APP_PASSWORD", "worker-password");

        try (Database database = Databases.open(data, environment)) {
            assertThat(Migrations.migrate(database.access())).isPositive();
        }
    }

    @Test
    void aSuperuserIsNoApplicationRole(@TempDir Path data) {
        Map<String, String> environment = new HashMap<>(city());
        environment.put("DANCU_DB_APP_USER", "postgres");
        environment.put("DANCU_DB_APP_PASSWORD", "owner-password");

        assertThatThrownBy(() -> Databases.open(data, environment))
                .isInstanceOf(DanCuException.class)
                .hasMessageContaining("must not be a superuser");
    }

    @Test
    void userAndPasswordAreTakenOutOfEveryKindOfAddress() {
        for (String written : List.of(
                "postgresql://u:p%40w@db.example:5433/city?sslmode=require",
                "jdbc:postgresql://db.example:5433/city?user=u&sslmode=require&password=p%40w")) {
            Map<String, String> parameters = new HashMap<>();

            String url = OutsideDatabase.withoutUser(written, parameters);

            assertThat(url)
                    .isEqualTo("jdbc:postgresql://db.example:5433/city"
                            + "?reWriteBatchedInserts=true&logServerErrorDetail=false&sslmode=require");
            assertThat(parameters).isEqualTo(Map.of("user", "u", "password", "p@w"));
        }
    }
}
