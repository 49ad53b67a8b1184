package vn.dancu.paper.read.digits;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How well a reader reads digits that it has not seen, one by one. */
public final class Accuracy {
    private final int count;
    private final int right;
    private final int accepted;
    private final int acceptedRight;
    private final double brier;

    public Accuracy(DigitReader reader, DigitSet digits) {
        List<float[]> framed = new ArrayList<>();
        for (int i = 0; i < digits.size(); i++) {
            framed.add(Framing.frame(digits.ink(i), DigitSet.SIDE, DigitSet.SIDE));
        }
        List<DigitReading> readings = reader.read(framed);
        int allRight = 0;
        int taken = 0;
        int takenRight = 0;
        double squares = 0;
        for (int i = 0; i < readings.size(); i++) {
            DigitReading reading = readings.get(i);
            boolean isRight = reading.digit() == digits.label(i);
            allRight += isRight ? 1 : 0;
            taken += reading.accepted() ? 1 : 0;
            takenRight += isRight && reading.accepted() ? 1 : 0;
            double miss = (isRight ? 1 : 0) - reading.confidence();
            squares += miss * miss;
        }
        count = digits.size();
        right = allRight;
        accepted = taken;
        acceptedRight = takenRight;
        brier = squares / count;
    }

    /** Share read rightly when none is rejected. */
    public double right() {
        return right / (double) count;
    }

    public double rejected() {
        return 1 - accepted / (double) count;
    }

    /** Share read rightly among the accepted. */
    public double acceptedRight() {
        return acceptedRight / (double) accepted;
    }

    public void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "digits held back: %d; right without rejecting: %d (%.2f %%); rejected: %d (%.2f %%); "
                        + "right of the accepted: %d of %d (%.3f %%); Brier score of the confidence: %.5f%n",
                count,
                right,
                100 * right(),
                count - accepted,
                100 * rejected(),
                acceptedRight,
                accepted,
                100 * acceptedRight(),
                brier);
    }
}
