package vn.dancu.shared.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;

/** PostgreSQL's own programs on one cluster folder: make it, start it, stop it. */
final class PostgresServer {
    private static final String HBA = """
            # Only with a password, only from this machine.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    /** Durable first, then sized for bulk loads within little memory. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "'127.0.0.1'"),
            Map.entry("unix_socket_directories", "''"),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("max_connections", "60"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("work_mem", "32MB"),
            Map.entry("maintenance_work_mem", "256MB"),
            Map.entry("effective_cache_size", "2GB"),
            Map.entry("wal_compression", "on"),
            Map.entry("max_wal_size", "4GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("checkpoint_completion_target", "0.9"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            Map.entry("autovacuum_naptime", "20s"),
            Map.entry("timezone", "'UTC'"),
            Map.entry("log_timezone", "'UTC'"),
            // A refused row's values and a statement's text may hold a person's data: neither goes into the server's
            // log.
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_error_statement", "panic"));

    /** For a cluster that is thrown away after the run: nothing of it is worth a wait for the disk. */
    private static final Map<String, String> THROWN_AWAY = Map.of(
            "fsync", "off",
            "synchronous_commit", "off",
            "full_page_writes", "off",
            "wal_level", "minimal",
            "max_wal_senders", "0");

    private final String version;
    private final Path bin;
    private final Path cluster;
    private final Path log;
    private final RunAs runAs;

    private PostgresServer(String version, Path bin, Path cluster, Path log, RunAs runAs) {
        this.version = version;
        this.bin = bin;
        this.cluster = cluster;
        this.log = log;
        this.runAs = runAs;
    }

    /** @param version major version of the programs; a cluster of another is not started */
    static PostgresServer ofVersion(String version, Path bin, Path cluster, Path log, RunAs runAs) {
        return new PostgresServer(version, bin, cluster, log, runAs);
    }

    boolean isMade() {
        return Files.exists(cluster.resolve("PG_VERSION"));
    }

    /** Makes the cluster aside and moves it into place whole, so that a killed first start leaves nothing half made. */
    void make(String superuserPassword) throws IOException {
        Path fresh = cluster.resolveSibling("postgres.new");
        delete(fresh);
        Files.createDirectories(fresh);
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwx------"));
        Path password = Files.createTempFile(cluster.resolveSibling("."), "password", "");
        try {
            Files.writeString(password, superuserPassword);
            runAs.own(password);
            runAs.own(fresh);
            run(
                    "initdb",
                    120,
                    List.of(
                            "-D",
                            fresh.toString(),
                            "-U",
                            "postgres",
                            "--auth=scram-sha-256",
                            "--pwfile=" + password,
                            "--encoding=UTF8",
                            "--locale=C.UTF-8"));
        } finally {
            Files.delete(password);
        }
        Files.writeString(fresh.resolve("pg_hba.conf"), HBA);
        Files.writeString(
                fresh.resolve("postgresql.conf"), "\ninclude 'dancu.conf'\n", java.nio.file.StandardOpenOption.APPEND);
        Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Starts on a port, recovering first where the last end was a crash.
     *
     * @param isThrownAway true only for a cluster that does not outlive this run: it is not durable
     */
    void start(int port, boolean isThrownAway) throws IOException {
        String data = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!data.equals(version)) {
            throw new DanCuException(
                    ErrorCode.E202_DATABASE_NOT_STARTED,
                    "Dữ liệu là của PostgreSQL " + data + ", chương trình mang theo " + version
                            + " / The data is of PostgreSQL " + data + ", this program brings " + version);
        }
        removeStalePid();
        StringBuilder settings = new StringBuilder("# Written at every start; alter system overrules it.\n");
        Map<String, String> wanted = new TreeMap<>(SETTINGS);
        if (isThrownAway) {
            wanted.putAll(THROWN_AWAY);
        }
        wanted.forEach((name, value) ->
                settings.append(name).append(" = ").append(value).append('\n'));
        settings.append("port = ").append(port).append('\n');
        Files.writeString(cluster.resolve("dancu.conf"), settings);
        if (!Files.exists(log)) {
            Files.createFile(log, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        runAs.own(log);
        runAs.own(cluster);
        run("pg_ctl", 130, List.of("-D", cluster.toString(), "-l", log.toString(), "-w", "-t", "120", "start"));
    }

    /** Fast: open transactions are rolled back, everything committed is on disk. */
    void stop() throws IOException {
        run("pg_ctl", 70, List.of("-D", cluster.toString(), "-m", "fast", "-w", "-t", "60", "stop"));
    }

    /** True when a postmaster works on the cluster, whoever started it. */
    boolean isRunning() throws IOException {
        Optional<Long> pid = pid();
        return pid.isPresent() && isPostgres(pid.get());
    }

    private Optional<Long> pid() throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(Long.parseLong(lines.get(0).strip()));
    }

    /** After a crash the file may name a process that meanwhile is another's, and PostgreSQL would believe it. */
    private void removeStalePid() throws IOException {
        Optional<Long> pid = pid();
        if (pid.isPresent() && !isPostgres(pid.get())) {
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        }
    }

    /** By what the kernel says of the process: its name, and the folder it works in, which is the cluster. */
    private boolean isPostgres(long pid) {
        try {
            Path process = Path.of("/proc/" + pid);
            return Files.readString(process.resolve("comm")).strip().equals("postgres")
                    && Files.isSameFile(process.resolve("cwd"), cluster);
        } catch (IOException e) {
            return false;
        }
    }

    private void run(String program, int seconds, List<String> arguments) throws IOException {
        Path output = Files.createTempFile("dancu-" + program, ".log");
        try {
            Process process = new ProcessBuilder(runAs.command(bin.resolve(program), arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .directory(cluster.resolveSibling(".").toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroy();
                throw new IOException(program + " did not end within " + seconds + " s");
            }
            if (process.exitValue() != 0) {
                throw new IOException(program + " ended with " + process.exitValue() + ": "
                        + Files.readString(output, StandardCharsets.UTF_8).strip() + lastLines());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private String lastLines() throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        List<String> lines = Files.readAllLines(log);
        return "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> paths = new ArrayList<>();
            try (java.util.stream.Stream<Path> walk = Files.walk(folder)) {
                walk.sorted(java.util.Comparator.reverseOrder()).forEach(paths::add);
            }
            for (Path path : paths) {
                Files.delete(path);
            }
        }
    }
}
