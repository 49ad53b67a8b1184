package vn.dancu.paper.read.digits;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes the weights anew: {@code ./dancu paper train --data DIR --seed S --out FILE [--epochs N] [--nets N] [--threads N]}. The
 * same seed and digits give the same bytes, on however many threads.
 */
public final class TrainDigits {
    private static final int FIRST = 12;
    private static final int SECOND = 24;
    private static final int HIDDEN = 64;

    private TrainDigits() {}

    /** How the command ended: 0 when the weights are written, 2 when it was not understood, 1 when the digits are absent. */
    public static int run(String[] arguments, PrintStream out, PrintStream err)
            throws IOException, InterruptedException {
        Path data = Path.of("../shared/data/digits");
        Path to = Path.of("digits.weights");
        long seed = 2026;
        int epochs = 50;
        int count = 3;
        int threads = 1;
        try {
            for (int i = 0; i < arguments.length; i += 2) {
                String value = i + 1 < arguments.length ? arguments[i + 1] : "";
                switch (arguments[i]) {
                    case "--data" -> data = Path.of(value);
                    case "--out" -> to = Path.of(value);
                    case "--seed" -> seed = Long.parseLong(value);
                    case "--epochs" -> epochs = positive(value);
                    case "--nets" -> count = positive(value);
                    case "--threads" -> threads = positive(value);
                    default -> throw new IllegalArgumentException(arguments[i]);
                }
            }
        } catch (IllegalArgumentException e) {
            err.println("paper train --data DIR --seed S --out FILE [--epochs N] [--nets N] [--threads N]: "
                    + e.getMessage());
            return 2;
        }
        Optional<DigitSet> digits = DigitSet.in(data);
        if (digits.isEmpty()) {
            err.println("Không có tệp chữ số / no files of digits in " + data);
            return 1;
        }
        DigitReader reader = train(digits.get(), seed, epochs, count, threads, out);
        try (OutputStream file = Files.newOutputStream(to)) {
            reader.write(file);
        }
        new Accuracy(reader, digits.get().heldBack()).print(out);
        return 0;
    }

    private static int positive(String text) {
        int value = Integer.parseInt(text);
        if (value < 1 || value > 1000) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    static DigitReader train(DigitSet digits, long seed, int epochs, int count, int threads, PrintStream out)
            throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<DigitNet>> learning = new ArrayList<>();
            for (int n = 0; n < count; n++) {
                int number = n;
                learning.add(pool.submit(() -> one(digits, seed, number, epochs, out)));
            }
            List<DigitNet> nets = new ArrayList<>();
            for (Future<DigitNet> future : learning) {
                nets.add(future.get());
            }
            return Calibration.calibrated(nets, digits.calibrating(), Dice.of(seed, -1));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static DigitNet one(DigitSet digits, long seed, int number, int epochs, PrintStream out) {
        Dice dice = Dice.of(seed, number);
        DigitNet net = DigitNet.born(FIRST, SECOND, HIDDEN, dice);
        DigitSet calibrating = digits.calibrating();
        new Training(digits.training(), net, dice).run(epochs, epoch -> {
            if (epoch % 5 == 0 || epoch == epochs) {
                DigitReader alone = new DigitReader(List.of(net), 1, 0, 0);
                out.printf(
                        Locale.ROOT,
                        "net %d epoch %d: %.2f %% right of the calibrating digits%n",
                        number + 1,
                        epoch,
                        100 * new Accuracy(alone, calibrating).right());
            }
        });
        DigitReader.round(net);
        return net;
    }
}
