package vn.dancu.paper.read;

/** Which pixels are clearly darker than what lies around them. */
final class Darkness {
    private static final double CLEARLY = 0.72;

    private Darkness() {}

    /** @param reach half the side of the square that counts as around, in pixels */
    static boolean[] mask(Grey picture, int reach) {
        int width = picture.width();
        int height = picture.height();
        long[] sums = new long[(width + 1) * (height + 1)];
        for (int y = 0; y < height; y++) {
            long row = 0;
            for (int x = 0; x < width; x++) {
                row += picture.at(x, y);
                sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
            }
        }
        boolean[] dark = new boolean[width * height];
        for (int y = 0; y < height; y++) {
            int top = Math.max(0, y - reach);
            int bottom = Math.min(height, y + reach + 1);
            for (int x = 0; x < width; x++) {
                int left = Math.max(0, x - reach);
                int right = Math.min(width, x + reach + 1);
                long sum = sums[bottom * (width + 1) + right]
                        - sums[top * (width + 1) + right]
                        - sums[bottom * (width + 1) + left]
                        + sums[top * (width + 1) + left];
                double mean = sum / (double) ((bottom - top) * (right - left));
                dark[y * width + x] = picture.at(x, y) < CLEARLY * mean - 4;
            }
        }
        return dark;
    }
}
