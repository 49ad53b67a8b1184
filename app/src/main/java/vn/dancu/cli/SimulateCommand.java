package vn.dancu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.dancu.paper.corpus.DigitImages;
import vn.dancu.paper.corpus.Wear;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;
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

    @Option(
            names = "--scans",
            defaultValue = "0",
            paramLabel = "N",
            description =
                    "ảnh quét giả của N phiếu đầu, kèm sự thật / invented scans of the first N forms, with their truth")
    private int scans;

    @Option(
            names = "--dpi",
            split = ",",
            defaultValue = "200",
            description = "độ phân giải, lần lượt / resolutions, in turn (${DEFAULT-VALUE})")
    private List<Integer> dpi = List.of(200);

    @Option(
            names = "--wear",
            defaultValue = "usual",
            description =
                    "none | usual | hard: giấy và máy quét xấu đến đâu / how badly they are treated (${DEFAULT-VALUE})")
    private String wear = "usual";

    @Option(
            names = "--digits",
            paramLabel = "DIR",
            description = "chữ số viết tay (idx) cho các ô số / handwritten digits for the combs; else typed ones")
    private @Nullable Path digits;

    @Override
    public Integer call() throws IOException {
        Console console = Console.system();
        Wear treated = wear();
        write(people, seed, out, console);
        if (scans > 0) {
            DigitImages handwriting = digits == null ? null : DigitImages.read(digits, any -> true);
            new InventedScans(treated, dpi, seed, handwriting).write(out.resolve("forms.csv"), scans, out, console);
        }
        console.print("Đã ghi vào " + out + ": " + String.join(", ", list(out))
                + ". Mọi người trong đó đều là hư cấu. / All people in it are invented.");
        return RootCommand.OK;
    }

    private Wear wear() {
        if (scans < 0 || dpi.isEmpty() || dpi.stream().anyMatch(one -> one < 72 || one > 600)) {
            throw new DanCuException(
                    ErrorCode.E105_UNKNOWN_OPTION_VALUE, "--scans ≥ 0; --dpi từ 72 đến 600 / from 72 to 600");
        }
        return switch (wear) {
            case "none" -> Wear.none();
            case "usual" -> Wear.usual();
            case "hard" -> Wear.bar();
            default -> throw new DanCuException(ErrorCode.E105_UNKNOWN_OPTION_VALUE, "--wear: none, usual, hard");
        };
    }

    static void write(int people, long seed, Path out, Console console) throws IOException {
        if (people < 1 || people > 20_000_000) {
            throw new DanCuException(
                    ErrorCode.E105_UNKNOWN_OPTION_VALUE,
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

    private static List<String> list(Path folder) throws IOException {
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
