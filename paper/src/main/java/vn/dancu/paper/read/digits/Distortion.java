package vn.dancu.paper.read.digits;

import java.util.Arrays;

/**
 * Makes many hands out of few: shift, rotation, shear, size, an elastic bend, thicker and thinner strokes, and what a scan
 * does to them (blur, hard edges, dirt). Works on 28 × 28 ink values; all of it from the dice alone.
 */
final class Distortion {
    private static final int SIDE = DigitSet.SIDE;
    private static final int PIXELS = SIDE * SIDE;
    /** Knots of the elastic bend along each side. */
    private static final int KNOTS = 5;

    private static final double STEP = (SIDE - 1) / (double) (KNOTS - 1);

    private final float[] dx = new float[KNOTS * KNOTS];
    private final float[] dy = new float[KNOTS * KNOTS];
    private final float[] spare = new float[PIXELS];

    /** Writes a distorted copy to {@code to} from {@code at} on, every value {@code stride} apart. */
    void apply(float[] ink, Dice dice, float[] to) {
        bend(ink, dice, to);
        stroke(dice, to);
        scan(dice, to);
    }

    private void bend(float[] ink, Dice dice, float[] to) {
        double angle = dice.between(-0.22, 0.22);
        double shear = dice.between(-0.25, 0.25);
        double wide = dice.between(0.85, 1.18);
        double high = dice.between(0.85, 1.18);
        double right = dice.between(-1.6, 1.6);
        double down = dice.between(-1.6, 1.6);
        double strength = dice.between(0, 1.1);
        for (int k = 0; k < dx.length; k++) {
            dx[k] = (float) (dice.normal() * strength);
            dy[k] = (float) (dice.normal() * strength);
        }
        // Small angles: polynomials, as sines are not the same to the last bit everywhere.
        double sin = angle - angle * angle * angle / 6;
        double cos = 1 - angle * angle / 2;
        double middle = (SIDE - 1) / 2.0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double u = (x - middle - right) / wide;
                double v = (y - middle - down) / high;
                double sheared = u + shear * v;
                double sx = middle + cos * sheared - sin * v + knot(dx, x, y);
                double sy = middle + sin * sheared + cos * v + knot(dy, x, y);
                to[y * SIDE + x] = at(ink, sx, sy);
            }
        }
    }

    private static double knot(float[] field, int x, int y) {
        double kx = x / STEP;
        double ky = y / STEP;
        int ix = Math.min((int) kx, KNOTS - 2);
        int iy = Math.min((int) ky, KNOTS - 2);
        double fx = smooth(kx - ix);
        double fy = smooth(ky - iy);
        int k = iy * KNOTS + ix;
        double top = field[k] + (field[k + 1] - field[k]) * fx;
        double bottom = field[k + KNOTS] + (field[k + KNOTS + 1] - field[k + KNOTS]) * fx;
        return top + (bottom - top) * fy;
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    /** Between the pixels. */
    static float at(float[] ink, double x, double y) {
        int ix = (int) Math.floor(x);
        int iy = (int) Math.floor(y);
        double fx = x - ix;
        double fy = y - iy;
        double top = pixel(ink, ix, iy) * (1 - fx) + pixel(ink, ix + 1, iy) * fx;
        double bottom = pixel(ink, ix, iy + 1) * (1 - fx) + pixel(ink, ix + 1, iy + 1) * fx;
        return (float) (top * (1 - fy) + bottom * fy);
    }

    private static float pixel(float[] ink, int x, int y) {
        return x < 0 || y < 0 || x >= SIDE || y >= SIDE ? 0 : ink[y * SIDE + x];
    }

    /** Thicker: the largest of the neighbours; thinner: the smallest; each only in part. */
    private void stroke(Dice dice, float[] ink) {
        double share = dice.between(-0.45, 0.7);
        if (Math.abs(share) < 0.15) {
            return;
        }
        System.arraycopy(ink, 0, spare, 0, PIXELS);
        float part = (float) Math.abs(share);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                float left = pixel(spare, x - 1, y);
                float right = pixel(spare, x + 1, y);
                float up = pixel(spare, x, y - 1);
                float down = pixel(spare, x, y + 1);
                float own = spare[y * SIDE + x];
                float other = share > 0
                        ? Math.max(own, Math.max(Math.max(left, right), Math.max(up, down)))
                        : Math.min(own, Math.min(Math.min(left, right), Math.min(up, down)));
                ink[y * SIDE + x] = own + (other - own) * part;
            }
        }
    }

    private void scan(Dice dice, float[] ink) {
        if (dice.happens(0.4)) {
            blur(ink, (float) dice.between(0.2, 1));
        }
        if (dice.happens(0.4)) {
            // Towards black and white, as a bitonal scan has it.
            float threshold = (float) dice.between(0.3, 0.6);
            float gain = (float) dice.between(1.5, 8);
            for (int i = 0; i < PIXELS; i++) {
                ink[i] = clamp((ink[i] - threshold) * gain + 0.5f);
            }
        }
        if (dice.happens(0.3)) {
            float noise = (float) dice.between(0.02, 0.12);
            for (int i = 0; i < PIXELS; i++) {
                ink[i] = clamp(ink[i] + (float) dice.between(-noise, noise));
            }
        }
    }

    private void blur(float[] ink, float share) {
        System.arraycopy(ink, 0, spare, 0, PIXELS);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                float sum = 0;
                for (int j = -1; j <= 1; j++) {
                    sum += pixel(spare, x - 1, y + j) + pixel(spare, x, y + j) + pixel(spare, x + 1, y + j);
                }
                ink[y * SIDE + x] += (sum / 9 - ink[y * SIDE + x]) * share;
            }
        }
    }

    /**
     * What is no digit although ink stands in the box: a digit struck out, two in one box, a scribble. The lines of a
     * strike go well beyond the digit, or a seven with its bar would be one.
     *
     * @param one a digit
     * @param other another
     */
    void spoil(float[] one, float[] other, Dice dice, float[] to) {
        apply(one, dice, to);
        int kind = dice.below(4);
        if (kind == 0) {
            joined(other, dice, to);
        } else if (kind == 1) {
            Arrays.fill(to, 0);
            int lines = 4 + dice.below(5);
            for (int i = 0; i < lines; i++) {
                line(
                        to,
                        dice.between(3, 25),
                        dice.between(3, 25),
                        dice.between(3, 25),
                        dice.between(3, 25),
                        width(dice));
            }
        } else {
            strike(dice, to);
        }
    }

    private static double width(Dice dice) {
        return dice.between(0.8, 1.6);
    }

    /** Two signs side by side, each narrowed to about half. */
    private void joined(float[] other, Dice dice, float[] to) {
        float[] left = to.clone();
        double narrow = dice.between(1.4, 1.9);
        double shift = dice.between(5.5, 7.5);
        double middle = (SIDE - 1) / 2.0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                float a = at(left, middle + (x - middle + shift) * narrow, y);
                float b = at(other, middle + (x - middle - shift) * narrow, y);
                to[y * SIDE + x] = Math.max(a, b);
            }
        }
    }

    private static void strike(Dice dice, float[] to) {
        int lines = 2 + dice.below(4);
        boolean cross = dice.happens(0.4);
        double width = width(dice);
        for (int i = 0; i < lines; i++) {
            boolean falling = cross && i % 2 == 0;
            double tilt = cross ? dice.between(7, 11) : dice.between(-5, 5);
            double middle = cross ? dice.between(12, 16) : 6 + 16.0 * (i + dice.unit()) / lines;
            line(
                    to,
                    dice.between(1, 5),
                    middle + (falling ? -tilt : tilt),
                    dice.between(23, 27),
                    middle - (falling ? -tilt : tilt),
                    width);
        }
    }

    private static void line(float[] to, double x0, double y0, double x1, double y1, double width) {
        double lx = x1 - x0;
        double ly = y1 - y0;
        double squared = Math.max(lx * lx + ly * ly, 1e-6);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double t = Math.max(0, Math.min(1, ((x - x0) * lx + (y - y0) * ly) / squared));
                double ox = x - x0 - t * lx;
                double oy = y - y0 - t * ly;
                float ink = clamp((float) (width + 0.5 - Math.sqrt(ox * ox + oy * oy)));
                to[y * SIDE + x] = Math.max(to[y * SIDE + x], ink);
            }
        }
    }

    private static float clamp(float value) {
        return Math.max(0, Math.min(1, value));
    }
}
