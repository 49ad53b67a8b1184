package vn.dancu.bench.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines that are printed as they come and kept in a file at the end: Markdown, no path and no name of a machine. */
public final class Report {

    private static final Pattern DUCK_DB = Pattern.compile("duckdb_jdbc-([0-9.]+)\\.jar");

    private final List<String> lines = new ArrayList<>();

    public void line(String text) {
        System.out.println(text);
        lines.add(text);
    }

    void line(String format, Object... values) {
        line(String.format(Locale.ROOT, format, values));
    }

    void heading(String text) {
        line("");
        line("## " + text);
        line("");
    }

    /** Cores, memory, versions. */
    public void machine() throws IOException {
        Runtime runtime = Runtime.getRuntime();
        long kib = Files.readAllLines(Path.of("/proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemTotal:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
        line(
                "Machine: %d cores, %d GB, Linux, JDK %s, DuckDB JDBC %s; load %.1f.",
                runtime.availableProcessors(), kib >> 20, System.getProperty("java.version"), duckDb(), Child.load());
    }

    /** By the name of its jar. */
    private static String duckDb() {
        Matcher jar = DUCK_DB.matcher(System.getProperty("java.class.path"));
        return jar.find() ? jar.group(1) : "unknown";
    }

    public void writeTo(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines);
    }
}
