package vn.dancu.bench.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The real server in a process of its own. The web server's own log says how long each request took inside it: from the
 * first byte read to the last byte written, in microseconds.
 */
public final class Served implements AutoCloseable {
    /** Says what kind a request is; kept out of the address so that nothing is measured that officers do not send. */
    static final String KIND = "X-Dancu-Bench";

    static final String UNMEASURED = "warming-up";

    private static final Duration START = Duration.ofMinutes(3);

    private final Process process;
    private final int port;
    private final Path logs;

    private Served(Process process, int port, Path logs) {
        this.process = process;
        this.port = port;
        this.logs = logs;
    }

    /** @param work folder for the logs */
    public static Served start(Path data, Path work) throws IOException, InterruptedException {
        Path logs = Files.createTempDirectory(work, "served-");
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                System.getenv().getOrDefault("DANCU_COMMAND", "./dancu"),
                "serve",
                "--port",
                String.valueOf(port),
                "--data",
                data.toString());
        builder.environment()
                .put(
                        "DANCU_JAVA_OPTS",
                        String.join(
                                " ",
                                "-Dserver.tomcat.accesslog.enabled=true",
                                "-Dserver.tomcat.accesslog.directory=" + logs.toAbsolutePath(),
                                "-Dserver.tomcat.accesslog.buffered=true",
                                "-Dserver.tomcat.accesslog.pattern=%{" + KIND + "}i;%s;%{us}T;%m;%U",
                                System.getenv().getOrDefault("DANCU_BENCH_JAVA_OPTS", "")));
        Process process = builder.redirectOutput(logs.resolve("out.txt").toFile())
                .redirectError(logs.resolve("err.txt").toFile())
                .start();
        Served served = new Served(process, port, logs);
        served.awaitReady();
        return served;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public String base() {
        return "http://127.0.0.1:" + port;
    }

    Process process() {
        return process;
    }

    private void awaitReady() throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new IOException("the server ended: " + Files.readString(logs.resolve("err.txt")));
            }
            try {
                HttpResponse<Void> answer = http.send(
                        HttpRequest.newBuilder(URI.create(base() + "/actuator/health"))
                                .timeout(Duration.ofSeconds(2))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
                if (answer.statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // Not listening yet.
            }
            Thread.sleep(200);
        }
        close();
        throw new IOException("the server did not answer within " + START);
    }

    /** What it said on its error stream: empty when all went well. */
    List<String> complaints() throws IOException {
        return Files.readAllLines(logs.resolve("err.txt"));
    }

    /** Lines of the log of times; complete only after {@link #close()}. */
    List<String> times() throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().startsWith("access_log"))
                    .sorted()
                    .toList();
            return found.isEmpty() ? List.of() : Files.readAllLines(found.get(0));
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
