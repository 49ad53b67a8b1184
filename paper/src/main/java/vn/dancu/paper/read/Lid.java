package vn.dancu.paper.read;

/** The dark lid of a scanner around a page is no ink: what is dark and hangs together with the rim becomes paper. */
final class Lid {
    private static final double DARK = 0.62;

    private Lid() {}

    static Grey removed(Grey picture) {
        int width = picture.width();
        int height = picture.height();
        int paper = Grey.percentile(picture.histogram(2), 0.75);
        int limit = (int) (paper * DARK);
        byte[] values = picture.values().clone();
        int[] stack = new int[values.length];
        int size = 0;
        for (int x = 0; x < width; x++) {
            size = push(values, stack, size, x, limit, paper);
            size = push(values, stack, size, (height - 1) * width + x, limit, paper);
        }
        for (int y = 0; y < height; y++) {
            size = push(values, stack, size, y * width, limit, paper);
            size = push(values, stack, size, y * width + width - 1, limit, paper);
        }
        while (size > 0) {
            int p = stack[--size];
            int x = p % width;
            if (x > 0) {
                size = push(values, stack, size, p - 1, limit, paper);
            }
            if (x < width - 1) {
                size = push(values, stack, size, p + 1, limit, paper);
            }
            if (p >= width) {
                size = push(values, stack, size, p - width, limit, paper);
            }
            if (p < values.length - width) {
                size = push(values, stack, size, p + width, limit, paper);
            }
        }
        return new Grey(width, height, values);
    }

    private static int push(byte[] values, int[] stack, int size, int pixel, int limit, int paper) {
        if ((values[pixel] & 0xFF) >= limit) {
            return size;
        }
        values[pixel] = (byte) paper;
        stack[size] = pixel;
        return size + 1;
    }
}
