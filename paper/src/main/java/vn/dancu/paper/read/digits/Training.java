package vn.dancu.paper.read.digits;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Trains one network: mini-batches of freshly distorted digits, cross-entropy, Adam with a rate that falls to nothing along a
 * parabola. One thread, fixed order of sums, no function whose last bit differs between machines: the same seed gives the same
 * weights.
 */
final class Training {
    private static final int BATCH = 32;
    private static final double RATE = 2.5e-3;
    private static final double DECAY = 2e-5;
    /** Share of the samples that are no digit. */
    private static final double SPOILED = 0.13;
    /** Share of hidden units that sit out a batch. */
    private static final double DROPPED = 0.35;

    /** The others speak up for them. */
    private static final float LOUDER = (float) (1 / (1 - DROPPED));

    private static final double FRAMED = 0.75;

    private final DigitSet digits;
    private final DigitNet net;
    private final Dice dice;
    private final DigitNet.Layers at;
    private final Gradients gradients;
    private final float[] mean;
    private final float[] spread;
    private final Distortion distortion = new Distortion();
    private final float[] picture = new float[DigitSet.SIDE * DigitSet.SIDE];
    private int step;

    Training(DigitSet digits, DigitNet net, Dice dice) {
        this.digits = digits;
        this.net = net;
        this.dice = dice;
        at = new DigitNet.Layers(net, BATCH);
        gradients = new Gradients(net, BATCH);
        mean = new float[net.weights.length];
        spread = new float[net.weights.length];
    }

    void run(int epochs, IntConsumer afterEpoch) {
        int batches = digits.size() / BATCH;
        int[] labels = new int[BATCH];
        for (int epoch = 0; epoch < epochs; epoch++) {
            int[] order = dice.order(digits.size());
            for (int b = 0; b < batches; b++) {
                for (int s = 0; s < BATCH; s++) {
                    labels[s] = sample(order[b * BATCH + s], s);
                }
                double left = 1 - (epoch + b / (double) batches) / epochs;
                net.forward(at);
                drop();
                gradients.of(at, labels, LOUDER);
                update(RATE * left * left + 1e-6);
            }
            afterEpoch.accept(epoch + 1);
        }
    }

    private int sample(int index, int slot) {
        boolean spoiled = dice.happens(SPOILED);
        if (spoiled) {
            distortion.spoil(digits.ink(index), digits.ink(dice.below(digits.size())), dice, picture);
        } else {
            distortion.apply(digits.ink(index), dice, picture);
        }
        float[] shown = dice.happens(FRAMED) ? Framing.frame(picture, DigitSet.SIDE, DigitSet.SIDE) : picture;
        for (int p = 0; p < shown.length; p++) {
            at.input[p * BATCH + slot] = shown[p];
        }
        return spoiled ? DigitNet.NONE : digits.label(index);
    }

    /** Some hidden units sit out. The last layer is computed anew. */
    private void drop() {
        for (int i = 0; i < at.units.length; i++) {
            at.units[i] = dice.happens(DROPPED) ? 0 : at.units[i] * LOUDER;
        }
        for (int o = 0; o < DigitNet.CLASSES; o++) {
            Arrays.fill(at.out, o * BATCH, (o + 1) * BATCH, net.weights[net.b4 + o]);
            for (int h = 0; h < net.hidden; h++) {
                float weight = net.weights[net.w4 + o * net.hidden + h];
                for (int s = 0; s < BATCH; s++) {
                    at.out[o * BATCH + s] += weight * at.units[h * BATCH + s];
                }
            }
        }
    }

    private void update(double rate) {
        step++;
        double correction1 = 1 - StrictMath.pow(0.9, step);
        double correction2 = 1 - StrictMath.pow(0.999, step);
        float by = (float) (rate * Math.sqrt(correction2) / correction1);
        float fade = (float) (1 - rate * DECAY / RATE);
        float[] slope = gradients.slope;
        float[] weights = net.weights;
        for (int i = 0; i < weights.length; i++) {
            float g = slope[i];
            mean[i] += 0.1f * (g - mean[i]);
            spread[i] += 0.001f * (g * g - spread[i]);
            weights[i] = weights[i] * fade - by * mean[i] / ((float) Math.sqrt(spread[i]) + 1e-7f);
        }
    }
}
