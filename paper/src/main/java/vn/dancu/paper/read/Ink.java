package vn.dancu.paper.read;

import java.util.Arrays;

/**
 * How much ink stands on each pixel of a crop: 0 paper, 1 as black as the page's own black. The paper is taken anew along the
 * crop, so that shades, stains and coloured paper count for nothing.
 *
 * @param values row by row
 */
record Ink(int width, int height, float[] values) {
    private static final double BLOCK_MM = 5;
    private static final double PAPER_SHARE = 0.7;
    private static final int LEAST_CONTRAST = 50;

    static Ink of(Crop crop, int black) {
        Grey picture = crop.picture();
        int width = picture.width();
        int height = picture.height();
        double[] paper = paper(picture, Math.max(8, (int) (BLOCK_MM * crop.density())));
        float[] values = new float[width * height];
        for (int x = 0; x < width; x++) {
            double contrast = Math.max(LEAST_CONTRAST, paper[x] - black);
            for (int y = 0; y < height; y++) {
                double ink = (paper[x] - picture.at(x, y)) / contrast;
                values[y * width + x] = (float) Math.max(0, Math.min(1, ink));
            }
        }
        return new Ink(width, height, values);
    }

    /** The grey of the paper in every column: that of each block, and between the blocks' middles in proportion. */
    private static double[] paper(Grey picture, int block) {
        int blocks = Math.max(1, picture.width() / block);
        double[] levels = new double[blocks];
        for (int b = 0; b < blocks; b++) {
            int from = b * picture.width() / blocks;
            int to = (b + 1) * picture.width() / blocks;
            int[] counts = new int[256];
            for (int y = 0; y < picture.height(); y++) {
                for (int x = from; x < to; x++) {
                    counts[picture.at(x, y)]++;
                }
            }
            levels[b] = Grey.percentile(counts, PAPER_SHARE);
        }
        double[] paper = new double[picture.width()];
        for (int x = 0; x < paper.length; x++) {
            double at = (x + 0.5) * blocks / picture.width() - 0.5;
            int left = Math.max(0, Math.min(blocks - 1, (int) Math.floor(at)));
            int right = Math.min(blocks - 1, left + 1);
            double share = Math.max(0, Math.min(1, at - left));
            paper[x] = levels[left] + (levels[right] - levels[left]) * share;
        }
        return paper;
    }

    float at(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : values[y * width + x];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ink ink && width == ink.width && Arrays.equals(values, ink.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Ink[" + width + " × " + height + "]";
    }
}
