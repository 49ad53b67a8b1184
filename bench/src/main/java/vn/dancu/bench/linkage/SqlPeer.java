package vn.dancu.bench.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A process of its own: runs a script of SQL on DuckDB in memory. Arguments: script, threads, folder for what does not fit,
 * repeats on one connection.
 * A line {@code --report NAME QUERY} is left out unless {@code report} is the fifth argument: it would cost the peer time.
 */
public final class SqlPeer {

    private static final String REPORT = "--report ";

    private SqlPeer() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        List<String> statements = statements(Files.readString(Path.of(arguments[0])));
        int repeats = Integer.parseInt(arguments[3]);
        boolean report = arguments.length > 4;
        try (Connection connection = open(Integer.parseInt(arguments[1]), arguments[2])) {
            for (int repeat = 1; repeat <= repeats; repeat++) {
                long from = System.nanoTime();
                if (repeats > 1) {
                    fresh(connection, repeat);
                }
                run(connection, statements, report);
                System.out.printf(Locale.ROOT, "%d total %.3f 0%n", repeat, (System.nanoTime() - from) / 1e9);
            }
        }
    }

    /** The same connection and caches, no table of the run before. */
    private static void fresh(Connection connection, int repeat) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("attach ':memory:' as run" + repeat);
            statement.execute("use run" + repeat);
            if (repeat > 1) {
                statement.execute("detach run" + (repeat - 1));
            }
        }
    }

    static Connection open(int threads, String spill) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("set threads = " + threads);
            statement.execute("set preserve_insertion_order = false");
            statement.execute("set temp_directory = '" + spill + "'");
        }
        return connection;
    }

    static void run(Connection connection, List<String> statements, boolean report) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                long from = System.nanoTime();
                if (!sql.startsWith(REPORT)) {
                    statement.execute(sql);
                } else if (report) {
                    String[] words = sql.substring(REPORT.length()).split(" ", 2);
                    try (ResultSet result = statement.executeQuery(words[1])) {
                        result.next();
                        System.out.println(words[0] + " " + result.getLong(1));
                    }
                }
                if (report) {
                    System.err.printf(
                            Locale.ROOT,
                            "%7.2f s  %s%n",
                            (System.nanoTime() - from) / 1e9,
                            sql.lines().findFirst().orElse(""));
                }
            }
        }
    }

    /** Statements end with a semicolon at the end of a line; comments have lines of their own. */
    static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : script.split("\n")) {
            if (line.startsWith(REPORT)) {
                statements.add(line);
            } else if (!line.startsWith("--") && !line.isBlank()) {
                open.append(line).append('\n');
                if (line.endsWith(";")) {
                    statements.add(open.substring(0, open.length() - 2));
                    open.setLength(0);
                }
            }
        }
        if (!open.isEmpty()) {
            throw new IllegalArgumentException("the last statement has no end");
        }
        return statements;
    }
}
