package vn.dancu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.access.AccessService;
import vn.dancu.cli.db.DemoQueries;
import vn.dancu.shared.Texts;
import vn.dancu.shared.db.Database;
import vn.dancu.shared.db.Databases;
import vn.dancu.shared.db.Postgres15;
import vn.dancu.simulator.City;
import vn.dancu.simulator.CitySettings;
import vn.dancu.simulator.ProgressListener;

/** The whole path of a small invented city, on the database that comes along and on the oldest one promised. */
class DemoTest {
    private static final long SEED = 20201;

    @TempDir
    static Path folder;

    private static Path city;

    @BeforeAll
    static void makeTheCity() throws IOException {
        city = Files.createDirectories(folder.resolve("city"));
        City.write(CitySettings.defaults(1_200, SEED), city, ProgressListener.SILENT);
    }

    @Test
    void aCityWalksTheWholePathOnTheEmbeddedDatabase(@TempDir Path data) throws IOException {
        walk(Databases.temporary(data));
    }

    @Test
    void aCityWalksTheWholePathOnPostgres15(@TempDir Path server, @TempDir Path data) throws IOException, SQLException {
        try (Postgres15 postgres = Postgres15.start(server)) {
            walk(postgres.open(data));
        }
    }

    private static void walk(Database database) throws IOException {
        Console console = new Console(silent(), silent(), false);
        try (Session session = Session.on(database, console)) {
            session.bean(AccessService.class).markAsDemo(Session.commandLine());
            DemoSettings.createAccounts(session, city, Session.commandLine());

            ClosingTable table = new Demo(session, console, city, SEED, false, new Steps(console)).run();

            long forms = session.bean(DemoQueries.class).stages().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            long registered = session.bean(DemoQueries.class).stages().getOrDefault("REGISTERED", 0L);
            assertThat(registered).isGreaterThan(forms * 97 / 100).isLessThan(forms);
            List<String> missed = table.lines(Texts.of(Texts.VIETNAMESE)).stream()
                    .filter(line -> line.contains("✗"))
                    .toList();
            assertThat(missed).as("short of its goal in a city of 1,200").hasSizeLessThanOrEqualTo(1);
        }
    }

    private static PrintStream silent() {
        return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    }
}
