package vn.dancu.paper.corpus;

/**
 * How a page lies in its scan: from millimetres on the page to pixels of the image, {@code px = a·x + b·y + c} and
 * {@code py = d·x + e·y + f}.
 */
public record Pose(double a, double b, double c, double d, double e, double f) {
    public double pixelX(double x, double y) {
        return a * x + b * y + c;
    }

    public double pixelY(double x, double y) {
        return d * x + e * y + f;
    }

    /** From pixels to millimetres. */
    public Pose inverse() {
        double det = a * e - b * d;
        double ia = e / det;
        double ib = -b / det;
        double id = -d / det;
        double ie = a / det;
        return new Pose(ia, ib, -(ia * c + ib * f), id, ie, -(id * c + ie * f));
    }
}
