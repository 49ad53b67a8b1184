package vn.dancu.linkage.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.linkage.command.Shell.Outcome;

/** A real process that is stopped half-way, and a disk that is really full. */
class InterruptionTest {

    private static final int ROWS = 200_000;

    @TempDir
    private Path folder;

    @Test
    void controlCLeavesNothing() throws Exception {
        isStoppedBy("INT", 130);
    }

    @Test
    void aRequestToTerminateLeavesNothing() throws Exception {
        isStoppedBy("TERM", 143);
    }

    private void isStoppedBy(String signal, int status) throws Exception {
        Shell shell = new Shell(folder);
        shell.write("a.csv", Shell.people("L", 0, ROWS));
        shell.write("b.csv", Shell.people("R", 0, ROWS));
        // A shell that starts jobs in the background has them ignore Ctrl-C: here it counts.
        Process process = new ProcessBuilder(
                        "env",
                        "--default-signal=INT",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dstderr.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "link",
                        "--left",
                        "a.csv",
                        "--right",
                        "b.csv",
                        "--model",
                        "people.yaml",
                        "--out",
                        "links.csv",
                        "--memory",
                        "500m")
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        StringBuilder told = new StringBuilder();
        boolean isSignalled = false;
        try (BufferedReader err =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                told.append(line).append('\n');
                if (!isSignalled && line.startsWith("…")) {
                    assertThat(shell.names()).anyMatch(name -> name.endsWith(".part"));
                    signal(signal, process.pid());
                    isSignalled = true;
                }
            }
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(process.exitValue()).as(told.toString()).isEqualTo(status);
        assertThat(told.toString()).contains("interrupted; nothing was written");
        assertThat(shell.names()).containsExactly("a.csv", "b.csv", "people.yaml");
    }

    private static void signal(String name, long process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(process))
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void aFullDiskIsToldAndNothingIsLeftOnIt() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                succeeds("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", disk.toString()),
                "a small disk can only be made by root with the right to mount");
        try {
            Shell shell = new Shell(folder);
            shell.write("a.csv", Shell.people("L", 0, 2000));
            shell.write("b.csv", Shell.people("R", 0, 2000));

            Outcome outcome = shell.run(
                    "link",
                    "--left",
                    "@a.csv",
                    "--right",
                    "@b.csv",
                    "--model",
                    "@people.yaml",
                    "--out",
                    "@disk/links.csv");

            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.err()).contains("the disk is full").contains("links.csv");
            try (java.util.stream.Stream<Path> left = Files.list(disk)) {
                assertThat(left.toList()).isEqualTo(List.of());
            }
        } finally {
            assertThat(succeeds("umount", disk.toString())).isTrue();
        }
    }

    @Test
    void aDiskThatIsFullWhileRowsAreSpilledIsToldAndNothingIsLeftOnIt() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                succeeds("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()),
                "a small disk can only be made by root with the right to mount");
        try {
            Shell shell = new Shell(folder);
            shell.write("a.csv", Shell.people("L", 0, 40_000));
            shell.write("b.csv", Shell.people("R", 0, 40_000));

            Outcome outcome = shell.run(
                    "link",
                    "--left",
                    "@a.csv",
                    "--right",
                    "@b.csv",
                    "--model",
                    "@people.yaml",
                    "--memory",
                    "1m",
                    "--out",
                    "@disk/links.csv");

            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.err()).contains("Cannot write a temporary file").contains("--memory");
            try (java.util.stream.Stream<Path> left = Files.list(disk)) {
                assertThat(left.toList()).isEqualTo(List.of());
            }
        } finally {
            // The other file was being read and may not be closed yet.
            assertThat(succeeds("umount", "-l", disk.toString())).isTrue();
        }
    }

    @Test
    void aDiskThatIsFullWhilePairsAreSpilledIsToldAndNothingIsLeftOnIt() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                succeeds("mount", "-t", "tmpfs", "-o", "size=2500k", "tmpfs", disk.toString()),
                "a small disk can only be made by root with the right to mount");
        try {
            Shell shell = new Shell(folder);
            // Everybody may be everybody of his town and day: some rows, and pairs beyond number.
            shell.write("a.csv", Shell.people("L", 0, 20_000));
            shell.write("b.csv", Shell.people("R", 0, 20_000));

            Outcome outcome = shell.run(
                    "link",
                    "--left",
                    "@a.csv",
                    "--right",
                    "@b.csv",
                    "--model",
                    "@people.yaml",
                    "--memory",
                    "10m",
                    "--uncertain-from",
                    "0.000001",
                    "--out",
                    "@disk/links.csv");

            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.err()).contains("Cannot write a temporary file").contains("--memory");
            try (java.util.stream.Stream<Path> left = Files.list(disk)) {
                assertThat(left.toList()).isEqualTo(List.of());
            }
        } finally {
            assertThat(succeeds("umount", "-l", disk.toString())).isTrue();
        }
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
