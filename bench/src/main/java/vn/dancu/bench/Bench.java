package vn.dancu.bench;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./dancu bench NAME}: measures one thing and prints it beside its target. */
@Command(
        name = "./dancu bench",
        mixinStandardHelpOptions = true,
        description = {
            "Đo tốc độ và bộ nhớ. / Measures speed and memory.",
            "demo      demo --no-serve, 55,000 people: wall time and resident memory of JVM + PostgreSQL",
            "process   process, 1,000,000 forms x book x archive: the same",
            "simulate  simulate, 1,000,000 people",
            "checks    parsed forms in memory to findings, one thread",
            "import    import against plain COPY of the same rows"
        })
public final class Bench implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "NAME", description = "demo | process | simulate | checks | import")
    private String name = "";

    @Option(names = "--people", defaultValue = "0", description = "another size than the target's")
    private int people;

    @Option(names = "--runs", defaultValue = "1", description = "runs; the median is printed (${DEFAULT-VALUE})")
    private int runs;

    @Option(
            names = "--work",
            defaultValue = "",
            paramLabel = "DIR",
            description = "folder for files; default: temporary")
    private String work = "";

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = work.isEmpty() ? WholeRun.temporaryFolder() : Path.of(work);
        switch (name) {
            case "demo" -> WholeRun.demo(folder, people == 0 ? 55_000 : people, runs);
            case "process" -> WholeRun.process(folder, people == 0 ? 1_000_000 : people, runs);
            case "simulate" -> WholeRun.simulate(folder, people == 0 ? 1_000_000 : people, runs);
            case "checks" -> ChecksBench.run(folder, people == 0 ? 100_000 : people, runs);
            case "import" -> ImportBench.run(folder, people == 0 ? 200_000 : people, runs);
            default ->
                throw new CommandLine.ParameterException(
                        new CommandLine(this), "không có phép đo / no such measure: " + name);
        }
        return 0;
    }
}
