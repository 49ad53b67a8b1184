package vn.dancu.paper.read;

import java.util.Arrays;

/**
 * A grey picture: 0 black to 255 white, row by row. The pixel (0, 0) has its centre at (0, 0).
 *
 * @param values width × height of them; not copied
 */
public record Grey(int width, int height, byte[] values) {
    public Grey {
        if (width < 1 || height < 1 || values.length != width * height) {
            throw new IllegalArgumentException("no picture: " + width + " × " + height);
        }
    }

    public static Grey white(int width, int height) {
        byte[] values = new byte[width * height];
        Arrays.fill(values, (byte) 255);
        return new Grey(width, height, values);
    }

    /** Outside the picture is white. */
    public int at(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? 255 : values[y * width + x] & 0xFF;
    }

    /** Between the pixels. */
    public double at(double x, double y) {
        int ix = (int) Math.floor(x);
        int iy = (int) Math.floor(y);
        double fx = x - ix;
        double fy = y - iy;
        double top = at(ix, iy) + (at(ix + 1, iy) - at(ix, iy)) * fx;
        double bottom = at(ix, iy + 1) + (at(ix + 1, iy + 1) - at(ix, iy + 1)) * fx;
        return top + (bottom - top) * fy;
    }

    /** The mean of every square of so many pixels; what is left over at the right and below is left out. */
    public Grey shrunk(int by) {
        if (by <= 1) {
            return this;
        }
        int w = Math.max(1, width / by);
        int h = Math.max(1, height / by);
        byte[] small = new byte[w * h];
        int[] sums = new int[w];
        int area = by * by;
        for (int y = 0; y < h; y++) {
            Arrays.fill(sums, 0);
            for (int j = 0; j < by && y * by + j < height; j++) {
                int row = (y * by + j) * width;
                for (int x = 0; x < w; x++) {
                    int sum = 0;
                    for (int i = 0; i < by && x * by + i < width; i++) {
                        sum += values[row + x * by + i] & 0xFF;
                    }
                    sums[x] += sum;
                }
            }
            for (int x = 0; x < w; x++) {
                small[y * w + x] = (byte) (sums[x] / area);
            }
        }
        return new Grey(w, h, small);
    }

    /** Turned by 180 degrees. */
    public Grey turned() {
        byte[] turned = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            turned[values.length - 1 - i] = values[i];
        }
        return new Grey(width, height, turned);
    }

    /** Turned by 90 degrees: what was on the left is on top. */
    public Grey turnedRight() {
        byte[] turned = new byte[values.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[x * height + (height - 1 - y)] = values[y * width + x];
            }
        }
        return new Grey(height, width, turned);
    }

    /** How many pixels have each grey value, of every so-many-th row. */
    public int[] histogram(int everyRow) {
        int[] counts = new int[256];
        for (int y = 0; y < height; y += everyRow) {
            for (int x = 0; x < width; x++) {
                counts[values[y * width + x] & 0xFF]++;
            }
        }
        return counts;
    }

    /** The value that the given share of the counted pixels does not exceed. */
    static int percentile(int[] histogram, double share) {
        long total = 0;
        for (int count : histogram) {
            total += count;
        }
        long sum = 0;
        for (int v = 0; v < 256; v++) {
            sum += histogram[v];
            if (sum >= share * total) {
                return v;
            }
        }
        return 255;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Grey grey && width == grey.width && Arrays.equals(values, grey.values);
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Grey[" + width + " × " + height + "]";
    }
}
