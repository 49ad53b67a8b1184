package vn.dancu.linkage.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * A master and its workers as processes of their own, with Spark's jars and nothing else on their class paths. They listen
 * on the loopback only, on ports that are free, and end with this.
 */
final class SparkCluster implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Pattern STARTED = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final Pattern REGISTERED = Pattern.compile("(Successfully registered with master)");
    private static final int PATIENCE_SECONDS = 120;

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();
    private final Thread atExit = new Thread(this::killAll, "cluster");
    final String url;

    /** @param workers each with one core */
    SparkCluster(Path folder, int workers) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            Path jars = Files.createDirectories(folder.resolve("spark/jars"));
            try (Stream<Path> library = Files.list(Path.of(System.getProperty("dancu.spark.lib")))) {
                for (Path jar : library.toList()) {
                    String name = jar.getFileName().toString();
                    if (!name.startsWith("dancu-")
                            && !name.startsWith("snakeyaml-engine")
                            && !name.startsWith("jspecify")) {
                        Files.createSymbolicLink(jars.resolve(name), jar);
                    }
                }
            }
            url = start("master", STARTED, "org.apache.spark.deploy.master.Master");
            for (int n = 0; n < workers; n++) {
                start(
                        "worker-" + n,
                        REGISTERED,
                        "org.apache.spark.deploy.worker.Worker",
                        "--cores",
                        "1",
                        "--memory",
                        "1g",
                        "--work-dir",
                        folder.resolve("work-" + n).toString(),
                        url);
            }
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** Starts a process and waits until it says what it must; answers the words in parentheses. */
    private String start(String name, Pattern awaited, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        for (String option : JavaModuleOptions.defaultModuleOptionArray()) {
            command.add(option);
        }
        command.addAll(List.of("-Xmx256m", "-Dspark.master.rest.enabled=false"));
        command.addAll(List.of("-cp", folder.resolve("spark/jars") + "/*", main));
        command.addAll(List.of("--host", LOOPBACK, "--port", "0", "--webui-port", "0"));
        command.addAll(List.of(arguments));
        Path log = folder.resolve(name + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("SPARK_HOME", folder.resolve("spark").toString());
        builder.environment().put("SPARK_CONF_DIR", folder.resolve("spark/conf").toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", LOOPBACK);
        builder.environment().put("SPARK_LOCAL_DIRS", folder.resolve(name).toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        processes.add(process);
        for (int n = 0; n < PATIENCE_SECONDS * 10 && process.isAlive(); n++) {
            Matcher found = awaited.matcher(Files.readString(log));
            if (found.find()) {
                return found.group(1);
            }
            pause();
        }
        throw new AssertionError(name + " did not start:\n" + Files.readString(log));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Takes a worker away without a word, and its executor with it. */
    void lose(int worker) {
        kill(processes.get(worker + 1));
    }

    private static void kill(Process process) {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private void killAll() {
        processes.forEach(SparkCluster::kill);
    }

    @Override
    public void close() {
        killAll();
        for (Process process : processes) {
            process.onExit().join();
        }
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
