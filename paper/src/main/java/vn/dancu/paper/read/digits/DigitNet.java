package vn.dancu.paper.read.digits;

import java.util.Arrays;

/**
 * One network: 5 × 5 convolutions to {@code first} maps, 2 × 2 maximum, 5 × 5 convolutions to {@code second} maps, 2 × 2
 * maximum, {@code hidden} units, ten digits and "no digit". A batch lies innermost in every layer ([map][row][column][sample]),
 * so that one weight meets long runs of neighbours and the machine takes them several at a time.
 */
final class DigitNet {
    /** Ten digits, then "no digit". */
    static final int CLASSES = 11;

    static final int NONE = 10;
    static final int KERNEL = 5;
    static final int SIDE = DigitSet.SIDE;
    static final int SIDE1 = SIDE - KERNEL + 1;
    static final int POOL1 = SIDE1 / 2;
    static final int SIDE2 = POOL1 - KERNEL + 1;
    static final int POOL2 = SIDE2 / 2;
    private static final int TAPS = KERNEL * KERNEL;

    final int first;
    final int second;
    final int hidden;
    final int flat;
    /** Where each layer's weights begin in {@link #weights}; its biases follow them. */
    final int w1;

    final int b1;
    final int w2;
    final int b2;
    final int w3;
    final int b3;
    final int w4;
    final int b4;
    final float[] weights;

    DigitNet(int first, int second, int hidden) {
        if (second % 4 != 0) {
            throw new IllegalArgumentException("the second maps are walked four at a time");
        }
        this.first = first;
        this.second = second;
        this.hidden = hidden;
        flat = second * POOL2 * POOL2;
        w1 = 0;
        b1 = w1 + first * TAPS;
        w2 = b1 + first;
        b2 = w2 + second * first * TAPS;
        w3 = b2 + second;
        b3 = w3 + hidden * flat;
        w4 = b3 + hidden;
        b4 = w4 + CLASSES * hidden;
        weights = new float[b4 + CLASSES];
    }

    /** Random weights in the measure of each layer's inputs (He). */
    static DigitNet born(int first, int second, int hidden, Dice dice) {
        DigitNet net = new DigitNet(first, second, hidden);
        net.fill(net.w1, net.b1, TAPS, dice);
        net.fill(net.w2, net.b2, first * TAPS, dice);
        net.fill(net.w3, net.b3, net.flat, dice);
        net.fill(net.w4, net.b4, hidden, dice);
        return net;
    }

    private void fill(int from, int to, int inputs, Dice dice) {
        double spread = Math.sqrt(2.0 / inputs);
        for (int i = from; i < to; i++) {
            weights[i] = (float) (dice.normal() * spread);
        }
    }

    /** What the layers say for one batch; kept from batch to batch. */
    static final class Layers {
        final int batch;
        final float[] input;
        final float[] map1;
        final float[] pool1;
        final float[] map2;
        final float[] pool2;
        final float[] units;
        final float[] out;

        Layers(DigitNet net, int batch) {
            this.batch = batch;
            input = new float[SIDE * SIDE * batch];
            map1 = new float[net.first * SIDE1 * SIDE1 * batch];
            pool1 = new float[net.first * POOL1 * POOL1 * batch];
            map2 = new float[net.second * SIDE2 * SIDE2 * batch];
            pool2 = new float[net.flat * batch];
            units = new float[net.hidden * batch];
            out = new float[CLASSES * batch];
        }
    }

    /** From {@code input} to the scores in {@code out} ([class][sample]). */
    void forward(Layers at) {
        convolve(at.input, SIDE, 1, at.map1, SIDE1, first, w1, b1, at.batch);
        shrink(at.map1, at.pool1, first, SIDE1, at.batch);
        convolve(at.pool1, POOL1, first, at.map2, SIDE2, second, w2, b2, at.batch);
        shrink(at.map2, at.pool2, second, SIDE2, at.batch);
        connect(at.pool2, flat, at.units, hidden, w3, b3, at.batch);
        positive(at.units);
        connect(at.units, hidden, at.out, CLASSES, w4, b4, at.batch);
    }

    private void convolve(
            float[] in, int inSide, int inMaps, float[] out, int outSide, int outMaps, int w, int b, int batch) {
        int length = outSide * batch;
        for (int o = 0; o < outMaps; o++) {
            for (int y = 0; y < outSide; y++) {
                int row = (o * outSide + y) * length;
                Arrays.fill(out, row, row + length, weights[b + o]);
                for (int i = 0; i < inMaps; i++) {
                    for (int k = 0; k < KERNEL; k++) {
                        int from = (i * inSide + y + k) * inSide * batch;
                        addFive(out, row, in, from, batch, length, w + ((o * inMaps + i) * KERNEL + k) * KERNEL);
                    }
                }
            }
        }
    }

    private void addFive(float[] out, int to, float[] in, int from, int batch, int length, int w) {
        float v0 = weights[w];
        float v1 = weights[w + 1];
        float v2 = weights[w + 2];
        float v3 = weights[w + 3];
        float v4 = weights[w + 4];
        int from1 = from + batch;
        int from2 = from1 + batch;
        int from3 = from2 + batch;
        int from4 = from3 + batch;
        for (int i = 0; i < length; i++) {
            out[to + i] += v0 * in[from + i]
                    + v1 * in[from1 + i]
                    + v2 * in[from2 + i]
                    + v3 * in[from3 + i]
                    + v4 * in[from4 + i];
        }
    }

    /** The largest of each 2 × 2, and nothing below zero. */
    private static void shrink(float[] map, float[] pool, int maps, int side, int batch) {
        int half = side / 2;
        for (int m = 0; m < maps; m++) {
            for (int y = 0; y < half; y++) {
                for (int x = 0; x < half; x++) {
                    int a = ((m * side + 2 * y) * side + 2 * x) * batch;
                    int c = a + side * batch;
                    int to = ((m * half + y) * half + x) * batch;
                    for (int i = 0; i < batch; i++) {
                        float top = Math.max(map[a + i], map[a + batch + i]);
                        float bottom = Math.max(map[c + i], map[c + batch + i]);
                        pool[to + i] = Math.max(0f, Math.max(top, bottom));
                    }
                }
            }
        }
    }

    private void connect(float[] in, int inputs, float[] out, int outputs, int w, int b, int batch) {
        for (int o = 0; o < outputs; o++) {
            int to = o * batch;
            Arrays.fill(out, to, to + batch, weights[b + o]);
            int row = w + o * inputs;
            int i = 0;
            for (; i + 4 <= inputs; i += 4) {
                float v0 = weights[row + i];
                float v1 = weights[row + i + 1];
                float v2 = weights[row + i + 2];
                float v3 = weights[row + i + 3];
                int from = i * batch;
                for (int s = 0; s < batch; s++) {
                    out[to + s] += v0 * in[from + s]
                            + v1 * in[from + batch + s]
                            + v2 * in[from + 2 * batch + s]
                            + v3 * in[from + 3 * batch + s];
                }
            }
            for (; i < inputs; i++) {
                float v = weights[row + i];
                for (int s = 0; s < batch; s++) {
                    out[to + s] += v * in[i * batch + s];
                }
            }
        }
    }

    private static void positive(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0f, values[i]);
        }
    }
}
