package vn.dancu.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Memory of a run: the proportional set size (PSS: pages shared by several processes count once) of the program and of
 * the PostgreSQL server on its folder, sampled four times a second. Linux only.
 */
public final class Meter implements AutoCloseable {
    private static final long EVERY_MILLIS = 250;

    private final Process program;
    private final String folder;
    private final Thread sampler = new Thread(this::sample, "meter");
    private volatile boolean running = true;
    private volatile long peakProgram;
    private volatile long peakDatabase;
    private volatile long peakTogether;

    /** @param folder text that stands in the command line of the database server */
    public Meter(Process program, String folder) {
        this.program = program;
        this.folder = folder;
        sampler.setDaemon(true);
        sampler.start();
    }

    public long peakProgramBytes() {
        return peakProgram;
    }

    public long peakDatabaseBytes() {
        return peakDatabase;
    }

    public long peakBytes() {
        return peakTogether;
    }

    @Override
    public void close() {
        running = false;
        sampler.interrupt();
    }

    private void sample() {
        while (running) {
            long own = pss(program.pid());
            long database = 0;
            for (long pid : databaseProcesses()) {
                database += pss(pid);
            }
            peakProgram = Math.max(peakProgram, own);
            peakDatabase = Math.max(peakDatabase, database);
            peakTogether = Math.max(peakTogether, own + database);
            try {
                Thread.sleep(EVERY_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private Set<Long> databaseProcesses() {
        Set<Long> found = new HashSet<>();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            List<Path> numbered = processes
                    .filter(path -> path.getFileName().toString().chars().allMatch(Character::isDigit))
                    .toList();
            for (Path process : numbered) {
                String line = read(process.resolve("cmdline")).replace('\0', ' ');
                if (line.contains(folder) && line.contains("postgres") && !line.contains("java")) {
                    long pid = Long.parseLong(process.getFileName().toString());
                    found.add(pid);
                    ProcessHandle.of(pid)
                            .ifPresent(server -> server.descendants().forEach(child -> found.add(child.pid())));
                }
            }
        } catch (IOException e) {
            return found;
        }
        return found;
    }

    private static long pss(long pid) {
        for (String line :
                read(Path.of("/proc", String.valueOf(pid), "smaps_rollup")).split("\n")) {
            if (line.startsWith("Pss:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
            }
        }
        return 0;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
