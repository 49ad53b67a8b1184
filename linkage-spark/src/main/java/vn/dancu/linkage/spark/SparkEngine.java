package vn.dancu.linkage.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import vn.dancu.civil.text.VietnameseText;
import vn.dancu.linkage.LinkageException;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.PairScanner;
import vn.dancu.linkage.Progress;
import vn.dancu.linkage.command.Engine;
import vn.dancu.linkage.csv.CsvFile;

/**
 * A Spark cluster ({@code spark://host:port}), or Spark in this program ({@code local[N]}). Connects while the files are
 * read. Settings of Spark are taken from the system properties {@code spark.…}, as Spark itself does.
 */
public final class SparkEngine implements Engine {

    private static final String CLUSTER = "spark://";
    private static final Pattern LOCAL = Pattern.compile("local(\\[(\\*|[1-9][0-9]{0,3})])?");
    private static final Pattern ADDRESS = Pattern.compile("([^:,/\\s]+|\\[[0-9a-fA-F:]+]):([0-9]{1,5})");
    private static final int CONNECT_MILLISECONDS = 5000;

    private @Nullable CompletableFuture<JavaSparkContext> context;

    @Override
    public synchronized PairScanner scanner(
            String name, Model model, List<Path> files, Progress progress, BooleanSupplier stop) {
        boolean isCluster = name.startsWith(CLUSTER);
        if (!isCluster && !LOCAL.matcher(name).matches()) {
            throw new LinkageException(
                    "--engine " + name + ": không hiểu. Hãy viết local, spark://máy:cổng hoặc local[số luồng].",
                    "--engine " + name + ": not understood. Write local, spark://host:port or local[threads].");
        }
        boolean isHere = !isCluster || answering(name).isLoopbackAddress();
        SparkConf conf = settings(name, isCluster, isHere);
        CompletableFuture<JavaSparkContext> connecting = new CompletableFuture<>();
        context = connecting;
        Thread connector = new Thread(
                () -> {
                    try {
                        connecting.complete(new JavaSparkContext(conf));
                    } catch (Throwable e) {
                        connecting.completeExceptionally(e);
                    }
                },
                "spark");
        connector.setDaemon(true);
        connector.start();
        List<Path> everywhere =
                files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
        return new SparkScanner(() -> connected(connecting, name), model, everywhere, progress, stop);
    }

    private static JavaSparkContext connected(CompletableFuture<JavaSparkContext> connecting, String name) {
        try {
            return connecting.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new LinkageException(
                    "--engine " + name + ": không bắt đầu được Spark (" + cause.getMessage() + ").",
                    "--engine " + name + ": Spark could not be started (" + cause.getMessage() + ").",
                    cause);
        }
    }

    private static SparkConf settings(String master, boolean isCluster, boolean isHere) {
        SparkConf conf = new SparkConf()
                .setMaster(master)
                .setIfMissing("spark.app.name", "dancu")
                .setIfMissing("spark.ui.enabled", "false")
                // How much comes back is bounded by what the scan keeps, which the driver must hold anyway.
                .setIfMissing("spark.driver.maxResultSize", "0");
        if (isHere) {
            String loopback = InetAddress.getLoopbackAddress().getHostAddress();
            conf.setIfMissing("spark.driver.host", loopback).setIfMissing("spark.driver.bindAddress", loopback);
        }
        if (isCluster) {
            conf.set("spark.jars", ownJars());
        }
        return conf;
    }

    /** What executors need and a cluster does not have: this program, the engine, and what they rest on. */
    private static String ownJars() {
        return Stream.of(SparkEngine.class, CsvFile.class, VietnameseText.class, Load.class)
                .map(one -> {
                    try {
                        return one.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI()
                                .toString();
                    } catch (URISyntaxException e) {
                        throw new IllegalStateException("cannot tell where " + one.getName() + " lies", e);
                    }
                })
                .distinct()
                .collect(Collectors.joining(","));
    }

    /** The first master that answers; Spark itself would be silent for a minute. */
    private static InetAddress answering(String name) {
        String reason = "";
        for (String address : name.substring(CLUSTER.length()).split(",", -1)) {
            Matcher parts = ADDRESS.matcher(address);
            if (!parts.matches() || Integer.parseInt(parts.group(2)) > 0xFFFF) {
                throw new LinkageException(
                        "--engine " + name + ": cần địa chỉ như spark://máy:7077.",
                        "--engine " + name + ": needs an address such as spark://host:7077.");
            }
            try (Socket socket = new Socket()) {
                InetAddress host = InetAddress.getByName(parts.group(1));
                socket.connect(new InetSocketAddress(host, Integer.parseInt(parts.group(2))), CONNECT_MILLISECONDS);
                return host;
            } catch (UnknownHostException e) {
                reason = "unknown host " + parts.group(1);
            } catch (IOException e) {
                reason = String.valueOf(e.getMessage());
            }
        }
        throw new LinkageException(
                "--engine " + name + ": không có Spark master nào trả lời (" + reason
                        + "). Hãy xem lại địa chỉ, hoặc khởi động cụm máy; không có cụm máy thì bỏ --engine.",
                "--engine " + name + ": no Spark master answers (" + reason
                        + "). Check the address, or start the cluster; without one, leave --engine out.");
    }

    @Override
    public synchronized void close() {
        if (context != null) {
            // What is not yet connected must not keep a user waiting who has pressed Ctrl-C.
            context.thenAccept(JavaSparkContext::stop).exceptionally(failed -> null);
            context = null;
        }
    }
}
