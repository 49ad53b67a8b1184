package vn.dancu.paper.read.digits;

import java.util.Arrays;

/** How the loss of one batch changes with every weight: the layers of {@link DigitNet} walked backwards. */
final class Gradients {
    /** Mean over the batch, in the order of {@link DigitNet#weights}. */
    final float[] slope;

    private final DigitNet net;
    private final int batch;
    private final float[] out;
    private final float[] units;
    private final float[] pool2;
    private final float[] map2;
    private final float[] pool1;
    private final float[] map1;
    private final float[] sums;

    Gradients(DigitNet net, int batch) {
        this.net = net;
        this.batch = batch;
        slope = new float[net.weights.length];
        DigitNet.Layers like = new DigitNet.Layers(net, batch);
        out = like.out;
        units = like.units;
        pool2 = like.pool2;
        map2 = like.map2;
        pool1 = like.pool1;
        map1 = like.map1;
        sums = new float[DigitNet.SIDE1 * batch];
    }

    /**
     * @param labels the true class of each sample
     * @param louder by how much the hidden units that took part spoke up for those that sat out (these are zero)
     */
    void of(DigitNet.Layers at, int[] labels, float louder) {
        Arrays.fill(slope, 0);
        surprise(at.out, labels);
        connectBack(at.units, net.hidden, units, out, DigitNet.CLASSES, net.w4, net.b4);
        for (int i = 0; i < units.length; i++) {
            units[i] = at.units[i] > 0 ? units[i] * louder : 0;
        }
        connectBack(at.pool2, net.flat, pool2, units, net.hidden, net.w3, net.b3);
        grow(at.map2, at.pool2, map2, pool2, net.second, DigitNet.SIDE2);
        weightsOf(at.pool1, DigitNet.POOL1, net.first, map2, DigitNet.SIDE2, net.second, net.w2, net.b2);
        inputsOf(pool1, map2);
        grow(at.map1, at.pool1, map1, pool1, net.first, DigitNet.SIDE1);
        weightsOf(at.input, DigitNet.SIDE, 1, map1, DigitNet.SIDE1, net.first, net.w1, net.b1);
    }

    private void surprise(float[] scores, int[] labels) {
        for (int s = 0; s < batch; s++) {
            float top = scores[s];
            for (int c = 1; c < DigitNet.CLASSES; c++) {
                top = Math.max(top, scores[c * batch + s]);
            }
            double sum = 0;
            for (int c = 0; c < DigitNet.CLASSES; c++) {
                sum += StrictMath.exp(scores[c * batch + s] - top);
            }
            for (int c = 0; c < DigitNet.CLASSES; c++) {
                double share = StrictMath.exp(scores[c * batch + s] - top) / sum;
                out[c * batch + s] = (float) ((share - (labels[s] == c ? 1 : 0)) / batch);
            }
        }
    }

    private void connectBack(float[] in, int inputs, float[] inSlope, float[] outSlope, int outputs, int w, int b) {
        Arrays.fill(inSlope, 0);
        for (int o = 0; o < outputs; o++) {
            int from = o * batch;
            float bias = 0;
            for (int s = 0; s < batch; s++) {
                bias += outSlope[from + s];
            }
            slope[b + o] = bias;
            for (int i = 0; i < inputs; i++) {
                float weight = net.weights[w + o * inputs + i];
                int to = i * batch;
                for (int s = 0; s < batch; s++) {
                    inSlope[to + s] += weight * outSlope[from + s];
                }
            }
        }
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < inputs; i++) {
                for (int s = 0; s < batch; s++) {
                    sums[s] = in[i * batch + s] * outSlope[o * batch + s];
                }
                slope[w + o * inputs + i] = fold(batch);
            }
        }
    }

    /** Sum of the first {@code length} of {@link #sums}, halving: the machine takes many at a time, always alike. */
    private float fold(int length) {
        int rest = length;
        while (rest > 8 && rest % 2 == 0) {
            rest /= 2;
            for (int i = 0; i < rest; i++) {
                sums[i] += sums[rest + i];
            }
        }
        float sum = 0;
        for (int i = 0; i < rest; i++) {
            sum += sums[i];
        }
        return sum;
    }

    /** The slope goes to the pixel that was the largest of its four. */
    private void grow(float[] map, float[] pool, float[] mapSlope, float[] poolSlope, int maps, int side) {
        int half = side / 2;
        for (int m = 0; m < maps; m++) {
            for (int y = 0; y < half; y++) {
                for (int x = 0; x < half; x++) {
                    int a = ((m * side + 2 * y) * side + 2 * x) * batch;
                    int c = a + side * batch;
                    int from = ((m * half + y) * half + x) * batch;
                    for (int s = 0; s < batch; s++) {
                        float most = pool[from + s];
                        float given = most > 0 ? poolSlope[from + s] : 0;
                        boolean is1 = map[a + s] == most;
                        boolean is2 = !is1 && map[a + batch + s] == most;
                        boolean is3 = !is1 && !is2 && map[c + s] == most;
                        mapSlope[a + s] = is1 ? given : 0;
                        mapSlope[a + batch + s] = is2 ? given : 0;
                        mapSlope[c + s] = is3 ? given : 0;
                        mapSlope[c + batch + s] = is1 || is2 || is3 ? 0 : given;
                    }
                }
            }
        }
    }

    private void weightsOf(
            float[] in, int inSide, int inMaps, float[] outSlope, int outSide, int outMaps, int w, int b) {
        int length = outSide * batch;
        for (int o = 0; o < outMaps; o++) {
            Arrays.fill(sums, 0, length, 0);
            for (int y = 0; y < outSide; y++) {
                int row = (o * outSide + y) * length;
                for (int i = 0; i < length; i++) {
                    sums[i] += outSlope[row + i];
                }
            }
            slope[b + o] = fold(length);
            for (int i = 0; i < inMaps; i++) {
                for (int ky = 0; ky < DigitNet.KERNEL; ky++) {
                    for (int kx = 0; kx < DigitNet.KERNEL; kx++) {
                        Arrays.fill(sums, 0, length, 0);
                        for (int y = 0; y < outSide; y += 4) {
                            int from = ((i * inSide + y + ky) * inSide + kx) * batch;
                            multiplyFour(outSlope, (o * outSide + y) * length, in, from, inSide * batch, length);
                        }
                        slope[w + ((o * inMaps + i) * DigitNet.KERNEL + ky) * DigitNet.KERNEL + kx] = fold(length);
                    }
                }
            }
        }
    }

    /** Four rows at once; the sides of both maps are multiples of four. */
    private void multiplyFour(float[] a, int atA, float[] b, int atB, int rowB, int length) {
        int a1 = atA + length;
        int a2 = a1 + length;
        int a3 = a2 + length;
        int b1 = atB + rowB;
        int b2 = b1 + rowB;
        int b3 = b2 + rowB;
        for (int i = 0; i < length; i++) {
            sums[i] += a[atA + i] * b[atB + i] + a[a1 + i] * b[b1 + i] + a[a2 + i] * b[b2 + i] + a[a3 + i] * b[b3 + i];
        }
    }

    /** Of the second convolutions; the first need none. */
    private void inputsOf(float[] inSlope, float[] outSlope) {
        Arrays.fill(inSlope, 0);
        int inSide = DigitNet.POOL1;
        int outSide = DigitNet.SIDE2;
        int length = outSide * batch;
        int map = outSide * length;
        int taps = DigitNet.KERNEL * DigitNet.KERNEL;
        for (int i = 0; i < net.first; i++) {
            for (int o = 0; o < net.second; o += 4) {
                for (int y = 0; y < outSide; y++) {
                    for (int tap = 0; tap < taps; tap++) {
                        int to = ((i * inSide + y + tap / DigitNet.KERNEL) * inSide + tap % DigitNet.KERNEL) * batch;
                        int w = net.w2 + (o * net.first + i) * taps + tap;
                        addFour(inSlope, to, outSlope, o * map + y * length, map, length, w, net.first * taps);
                    }
                }
            }
        }
    }

    /** From four maps at once; there is a multiple of four. */
    private void addFour(float[] to, int at, float[] from, int start, int map, int length, int w, int next) {
        float v0 = net.weights[w];
        float v1 = net.weights[w + next];
        float v2 = net.weights[w + 2 * next];
        float v3 = net.weights[w + 3 * next];
        int start1 = start + map;
        int start2 = start1 + map;
        int start3 = start2 + map;
        for (int i = 0; i < length; i++) {
            to[at + i] += v0 * from[start + i] + v1 * from[start1 + i] + v2 * from[start2 + i] + v3 * from[start3 + i];
        }
    }
}
