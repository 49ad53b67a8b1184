package vn.dancu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.dancu.simulator.City;
import vn.dancu.simulator.CitySettings;

/** {@code simulate}: writes an invented city and its truth. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Tạo một thành phố giả định kèm sự thật. / Writes an invented city and its truth.")
final class SimulateCommand implements Callable<Integer> {
    @Option(names = "--people", defaultValue = "55000", description = "số dân / number of people (${DEFAULT-VALUE})")
    private int people;

    @Option(names = "--seed", defaultValue = "1", description = "hạt giống / seed (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "thư mục ghi tệp / folder to write to")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        Console console = Console.system();
        write(people, seed, out, console);
        console.print("Đã ghi vào " + out + ": " + String.join(", ", list(out))
                + ". Mọi người trong đó đều là hư cấu. / All people in it are invented.");
        return RootCommand.OK;
    }

    static void write(int people, long seed, Path out, Console console) throws IOException {
        if (people < 1 || people > 20_000_000) {
            throw new vn.dancu.shared.DanCuException(
                    vn.dancu.shared.ErrorCode.E105_UNKNOWN_OPTION_VALUE,
                    "--people phải từ 1 đến 20.000.000 / must be between 1 and 20,000,000");
        }
        Files.createDirectories(out);
        int[] before = new int[1];
        City.write(CitySettings.defaults(people, seed), out, (done, total) -> {
            if (before[0] == 0) {
                console.begin("simulate", total);
            }
            console.advance(done - before[0]);
            before[0] = done;
        });
        console.finish();
    }

    private static java.util.List<String> list(Path folder) throws IOException {
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
