package vn.dancu.bench.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Processor time of the server's program and of its PostgreSQL up to now; Linux only. */
record Usage(double programSeconds, double databaseSeconds, double machineBusySeconds) {
    private static final double TICKS = 100;

    /** @param folder the data folder, which the database server names in its command line */
    static Usage now(ProcessHandle program, Path folder) {
        double database = 0;
        for (long pid : databaseProcesses(folder.toAbsolutePath().normalize().toString())) {
            database += cpu(pid);
        }
        return new Usage(cpu(program.pid()), database, machine());
    }

    Usage since(Usage before) {
        return new Usage(
                programSeconds - before.programSeconds,
                databaseSeconds - before.databaseSeconds,
                machineBusySeconds - before.machineBusySeconds);
    }

    /** The postmaster keeps the time of its children that have ended. */
    private static double cpu(long pid) {
        String stat = read(Path.of("/proc", String.valueOf(pid), "stat"));
        if (stat.isEmpty()) {
            return 0;
        }
        String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(behindName[11])
                        + Long.parseLong(behindName[12])
                        + Long.parseLong(behindName[13])
                        + Long.parseLong(behindName[14]))
                / TICKS;
    }

    private static double machine() {
        String[] cells = read(Path.of("/proc/stat"))
                .lines()
                .findFirst()
                .orElse("")
                .trim()
                .split("\\s+");
        double busy = 0;
        for (int i = 1; i < cells.length && i < 9; i++) {
            // 4 and 5: idle and waiting for the disk.
            busy += i == 4 || i == 5 ? 0 : Double.parseDouble(cells[i]);
        }
        return busy / TICKS;
    }

    private static List<Long> databaseProcesses(String folder) {
        List<Long> found = new ArrayList<>();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes
                    .filter(path -> path.getFileName().toString().chars().allMatch(Character::isDigit))
                    .toList()) {
                String line = read(process.resolve("cmdline")).replace('\0', ' ');
                if (line.contains(folder + "/") && line.contains("postgres") && !line.contains("java")) {
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

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
