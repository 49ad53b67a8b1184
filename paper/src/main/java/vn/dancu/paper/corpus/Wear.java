package vn.dancu.paper.corpus;

/**
 * How badly pages are treated, each from nothing to the most that is drawn; see {@link #bar} for what the project's figures are
 * measured on.
 *
 * @param degrees of turning to either side
 * @param upsideDown share of pages the wrong way round
 * @param shear to either side, as a share
 * @param noise standard deviation of a pixel, of 255
 * @param blur radius at 200 dpi, in pixels
 * @param stains most blots on a page
 * @param cut most millimetres lost at one edge
 * @param lowestQuality of JPEG compression, of 100
 */
public record Wear(
        double degrees,
        double upsideDown,
        double shear,
        double noise,
        double blur,
        int stains,
        double cut,
        int lowestQuality) {
    /** A clean scan of a clean page. */
    public static Wear none() {
        return new Wear(0, 0, 0, 0, 0, 0, 0, 92);
    }

    /** ± 10°, one page in ten upside-down, sheared, noised, blurred, stained, cut, compressed. */
    public static Wear bar() {
        return new Wear(10, 0.1, 0.01, 14, 1.2, 5, 3, 35);
    }

    /** An office's ordinary day: papers fed straight by a machine in order. */
    public static Wear usual() {
        return new Wear(2, 0.05, 0.003, 6, 0.6, 1, 1, 60);
    }
}
