package vn.dancu.paper.read.digits;

/**
 * Puts ink into the frame that the networks know: what is inked fits 20 × 20 pixels, its proportions kept, and its centre of
 * mass lies in the middle of 28 × 28. Training and reading frame alike.
 */
public final class Framing {
    private static final int SIDE = DigitSet.SIDE;
    private static final double INNER = 20;
    private static final float FAINT = 0.2f;

    private Framing() {}

    /**
     * @param ink 0 to 1, row by row
     * @return 28 × 28; all zero when there is no ink
     */
    public static float[] frame(float[] ink, int width, int height) {
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        double mass = 0;
        double mx = 0;
        double my = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float value = ink[y * width + x];
                if (value > FAINT) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                    mass += value;
                    mx += value * x;
                    my += value * y;
                }
            }
        }
        float[] framed = new float[SIDE * SIDE];
        if (right < 0) {
            return framed;
        }
        double scale = Math.max(right - left + 1, bottom - top + 1) / INNER;
        double cx = mx / mass;
        double cy = my / mass;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                framed[y * SIDE + x] =
                        area(ink, width, height, cx + (x - 13.5 - 0.5) * scale, cy + (y - 13.5 - 0.5) * scale, scale);
            }
        }
        return framed;
    }

    /** Mean ink of the square whose corner is given in pixel centres; for enlarging it is bilinear. */
    private static float area(float[] ink, int width, int height, double x, double y, double side) {
        double middleX = x + side / 2;
        double middleY = y + side / 2;
        int parts = Math.max(1, (int) Math.ceil(side));
        double sum = 0;
        for (int j = 0; j < parts; j++) {
            double sy = middleY + ((j + 0.5) / parts - 0.5) * side;
            for (int i = 0; i < parts; i++) {
                double sx = middleX + ((i + 0.5) / parts - 0.5) * side;
                sum += bilinear(ink, width, height, sx, sy);
            }
        }
        return (float) (sum / (parts * parts));
    }

    private static double bilinear(float[] ink, int width, int height, double x, double y) {
        int ix = (int) Math.floor(x);
        int iy = (int) Math.floor(y);
        double fx = x - ix;
        double fy = y - iy;
        double top = pixel(ink, width, height, ix, iy) * (1 - fx) + pixel(ink, width, height, ix + 1, iy) * fx;
        double bottom =
                pixel(ink, width, height, ix, iy + 1) * (1 - fx) + pixel(ink, width, height, ix + 1, iy + 1) * fx;
        return top * (1 - fy) + bottom * fy;
    }

    private static float pixel(float[] ink, int width, int height, int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : ink[y * width + x];
    }
}
