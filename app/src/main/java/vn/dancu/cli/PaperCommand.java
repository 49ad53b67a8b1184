package vn.dancu.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.dancu.paper.read.digits.TrainDigits;

/** {@code paper}: the upkeep of reading. */
@Command(
        name = "paper",
        mixinStandardHelpOptions = true,
        description = "Bảo trì phần đọc phiếu. / The upkeep of reading forms.")
final class PaperCommand {
    /** The same seed and digits give the same bytes. */
    @Command(
            name = "train",
            mixinStandardHelpOptions = true,
            description = {
                "Huấn luyện lại bộ nhận chữ số; cùng hạt giống cho cùng kết quả.",
                "Trains the reader of digits anew; the same seed gives the same bytes."
            })
    int train(
            @Option(
                            names = "--data",
                            defaultValue = "../shared/data/digits",
                            paramLabel = "DIR",
                            description = "thư mục chữ số / folder of digits (${DEFAULT-VALUE})")
                    Path data,
            @Option(names = "--seed", defaultValue = "2026", description = "hạt giống / seed (${DEFAULT-VALUE})")
                    long seed,
            @Option(
                            names = "--out",
                            defaultValue = "paper/src/main/resources/vn/dancu/paper/read/digits/digits.weights",
                            paramLabel = "FILE",
                            description = "tệp trọng số / file of weights (${DEFAULT-VALUE})")
                    Path out,
            @Option(names = "--threads", defaultValue = "2", description = "số luồng / threads (${DEFAULT-VALUE})")
                    int threads)
            throws IOException, InterruptedException {
        return TrainDigits.run(
                new String[] {
                    "--data",
                    data.toString(),
                    "--seed",
                    Long.toString(seed),
                    "--out",
                    out.toString(),
                    "--threads",
                    Integer.toString(threads)
                },
                System.out,
                System.err);
    }
}
