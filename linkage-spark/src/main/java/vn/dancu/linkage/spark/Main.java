package vn.dancu.linkage.spark;

/** {@code link} and {@code dedupe} with {@code --engine spark://host:port} or {@code local[N]}; all else is as without Spark. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        vn.dancu.linkage.command.Main.start(new SparkEngine(), arguments);
    }
}
