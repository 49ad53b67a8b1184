package vn.dancu.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;
import org.springframework.context.ConfigurableApplicationContext;
import vn.dancu.ApplicationStarter;
import vn.dancu.intake.FormImport;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Progress;
import vn.dancu.shared.db.DatabaseAccess;
import vn.dancu.shared.db.EmbeddedDatabase;
import vn.dancu.simulator.City;
import vn.dancu.simulator.CitySettings;
import vn.dancu.simulator.ProgressListener;

/**
 * The import of forms, from the CSV file to the last commit, against the plain COPY of the very same rows into equal
 * tables: the physical limit on this machine in the same run.
 */
final class ImportBench {
    private static final List<String> TABLES = List.of("intake.form", "intake.form_version");

    private ImportBench() {}

    static void run(Path folder, int people, int runs) throws IOException, SQLException {
        Path city = folder.resolve("city-" + people);
        if (!Files.exists(city.resolve("forms.csv"))) {
            Files.createDirectories(city);
            City.write(CitySettings.defaults(people, 1), city, ProgressListener.SILENT);
        }
        double[] imports = new double[Math.max(3, runs)];
        double[] copies = new double[imports.length];
        double[] ratios = new double[imports.length];
        long forms = 0;
        for (int run = 0; run < imports.length; run++) {
            Path data = folder.resolve("import-" + run);
            WholeRun.delete(data);
            try (EmbeddedDatabase database = EmbeddedDatabase.open(data);
                    ConfigurableApplicationContext context =
                            ApplicationStarter.start(database.access(), ApplicationStarter.Mode.batch())) {
                long from = System.nanoTime();
                forms = context.getBean(FormImport.class)
                        .importForms(city.resolve("forms.csv"), false, Actor.commandLine("bench"), Progress.NONE)
                        .fresh();
                imports[run] = forms / ((System.nanoTime() - from) / 1e9);
                copies[run] = forms / (plainCopy(database.access()) / 1e9);
                ratios[run] = imports[run] / copies[run];
            }
            WholeRun.delete(data);
        }
        System.out.printf(
                Locale.ROOT,
                "import: %,d forms, %d runs, median %,.0f forms/s from CSV to commit; plain COPY of the same rows with"
                        + " the same indexes %,.0f forms/s; ratio %.2f (target ≥ 0.50)%n",
                forms,
                imports.length,
                WholeRun.median(imports),
                WholeRun.median(copies),
                WholeRun.median(ratios));
    }

    /** Nanoseconds of the COPY in, into fresh tables with the same columns, constraints and indexes. */
    private static long plainCopy(DatabaseAccess access) throws SQLException, IOException {
        long nanos = 0;
        try (Connection connection = DriverManager.getConnection(
                        access.url(),
                        access.migrator().user(),
                        access.migrator().password());
                Statement statement = connection.createStatement()) {
            statement.execute("create schema plain");
            for (String table : TABLES) {
                String copy = table.replace("intake.", "plain.");
                statement.execute("create table " + copy + " (like " + table + " including all)");
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", rows);
                byte[] bytes = rows.toByteArray();
                long from = System.nanoTime();
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + copy + " from stdin", new ByteArrayInputStream(bytes));
                nanos += System.nanoTime() - from;
            }
        }
        return nanos;
    }
}
