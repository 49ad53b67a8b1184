package vn.dancu.paper.read.digits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits temperature, floor of doubt and threshold on digits that were not trained on: the likeliest pair on a grid, then the
 * confidence below which one in fifty digits as they are would be rejected.
 */
final class Calibration {
    private static final double REJECTED = 0.015;
    /** Distorted copies of each digit, beside the digit as it is. */
    private static final int COPIES = 4;

    private static final double SPOILED = 0.1;

    private final List<double[]> scores = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();
    private final List<double[]> plain = new ArrayList<>();

    private Calibration() {}

    static DigitReader calibrated(List<DigitNet> nets, DigitSet digits, Dice dice) {
        DigitReader raw = new DigitReader(nets, 1, 0, 0);
        Calibration calibration = new Calibration();
        Distortion distortion = new Distortion();
        for (int i = 0; i < digits.size(); i++) {
            List<float[]> pictures = new ArrayList<>();
            pictures.add(Framing.frame(digits.ink(i), DigitSet.SIDE, DigitSet.SIDE));
            for (int c = 0; c < COPIES; c++) {
                float[] copy = new float[DigitSet.SIDE * DigitSet.SIDE];
                boolean spoiled = dice.happens(SPOILED);
                if (spoiled) {
                    distortion.spoil(digits.ink(i), digits.ink(dice.below(digits.size())), dice, copy);
                } else {
                    distortion.apply(digits.ink(i), dice, copy);
                }
                pictures.add(Framing.frame(copy, DigitSet.SIDE, DigitSet.SIDE));
                calibration.labels.add(spoiled ? DigitNet.NONE : digits.label(i));
            }
            double[][] all = raw.scores(pictures);
            calibration.plain.add(all[0]);
            for (int c = 1; c <= COPIES; c++) {
                calibration.scores.add(all[c]);
            }
            calibration.scores.add(all[0]);
            calibration.labels.add(digits.label(i));
        }
        return calibration.fit(nets);
    }

    private DigitReader fit(List<DigitNet> nets) {
        double bestTemperature = 1;
        double bestDoubt = 0;
        double best = Double.NEGATIVE_INFINITY;
        for (int t = 0; t <= 40; t++) {
            double temperature = 0.3 + t * 0.05;
            for (int d = 0; d <= 12; d++) {
                double doubt = 1e-5 * StrictMath.pow(2, d);
                double likelihood = likelihood(temperature, doubt);
                if (likelihood > best) {
                    best = likelihood;
                    bestTemperature = temperature;
                    bestDoubt = doubt;
                }
            }
        }
        double[] confidences = new double[plain.size()];
        for (int i = 0; i < confidences.length; i++) {
            double[] shares = DigitReader.probabilities(plain.get(i), bestTemperature, bestDoubt);
            confidences[i] = new DigitReading(shares, false).confidence();
        }
        Arrays.sort(confidences);
        double threshold = confidences[(int) (confidences.length * REJECTED)];
        return new DigitReader(nets, bestTemperature, bestDoubt, threshold);
    }

    private double likelihood(double temperature, double doubt) {
        double sum = 0;
        for (int i = 0; i < scores.size(); i++) {
            sum += StrictMath.log(DigitReader.probabilities(scores.get(i), temperature, doubt)[labels.get(i)]);
        }
        return sum;
    }
}
