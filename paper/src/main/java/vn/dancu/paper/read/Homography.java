package vn.dancu.paper.read;

import java.util.List;

/**
 * How the millimetres of a page lie among the pixels of a picture: a projective map, as a flat page under a scanner or a
 * camera has it. Written row by row, the last of the nine is 1.
 */
public record Homography(double a, double b, double c, double d, double e, double f, double g, double h) {
    /** A place, in millimetres or pixels. */
    public record Point(double x, double y) {
        double distance(Point other) {
            return Math.hypot(x - other.x, y - other.y);
        }
    }

    private static final int UNKNOWNS = 8;

    /** A page that lies straight and fills the picture from its corner on. */
    public static Homography scale(double pixelsPerMillimetre) {
        return new Homography(pixelsPerMillimetre, 0, -0.5, 0, pixelsPerMillimetre, -0.5, 0, 0);
    }

    /**
     * The map that fits best, by least squares: for two pairs turned, moved and enlarged, for three affine, for four or more
     * projective.
     *
     * @param from at least two places
     * @param to where each of them lies
     */
    public static Homography fit(List<Point> from, List<Point> to) {
        int count = from.size();
        if (count < 2 || to.size() != count) {
            throw new IllegalArgumentException("two pairs of places at least");
        }
        if (count == 2) {
            return similarity(from, to);
        }
        return count == 3 ? affine(from, to) : fitted(from, to, UNKNOWNS);
    }

    /** The affine map that fits best: at least three pairs. */
    static Homography affine(List<Point> from, List<Point> to) {
        return fitted(from, to, 6);
    }

    private static Homography fitted(List<Point> from, List<Point> to, int unknowns) {
        double[][] normal = new double[unknowns][unknowns + 1];
        for (int i = 0; i < from.size(); i++) {
            double x = from.get(i).x();
            double y = from.get(i).y();
            double u = to.get(i).x();
            double v = to.get(i).y();
            add(normal, new double[] {x, y, 1, 0, 0, 0, -u * x, -u * y}, u);
            add(normal, new double[] {0, 0, 0, x, y, 1, -v * x, -v * y}, v);
        }
        double[] s = solve(normal);
        return unknowns == 6
                ? new Homography(s[0], s[1], s[2], s[3], s[4], s[5], 0, 0)
                : new Homography(s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7]);
    }

    private static Homography similarity(List<Point> from, List<Point> to) {
        double fx = from.get(1).x() - from.get(0).x();
        double fy = from.get(1).y() - from.get(0).y();
        double tx = to.get(1).x() - to.get(0).x();
        double ty = to.get(1).y() - to.get(0).y();
        double squared = fx * fx + fy * fy;
        double cos = (fx * tx + fy * ty) / squared;
        double sin = (fx * ty - fy * tx) / squared;
        double x = from.get(0).x();
        double y = from.get(0).y();
        return new Homography(
                cos,
                -sin,
                to.get(0).x() - cos * x + sin * y,
                sin,
                cos,
                to.get(0).y() - sin * x - cos * y,
                0,
                0);
    }

    private static void add(double[][] normal, double[] row, double value) {
        int unknowns = normal.length;
        for (int i = 0; i < unknowns; i++) {
            for (int j = 0; j < unknowns; j++) {
                normal[i][j] += row[i] * row[j];
            }
            normal[i][unknowns] += row[i] * value;
        }
    }

    private static double[] solve(double[][] m) {
        int n = m.length;
        for (int column = 0; column < n; column++) {
            int best = column;
            for (int row = column + 1; row < n; row++) {
                if (Math.abs(m[row][column]) > Math.abs(m[best][column])) {
                    best = row;
                }
            }
            double[] swap = m[column];
            m[column] = m[best];
            m[best] = swap;
            if (Math.abs(m[column][column]) < 1e-12) {
                throw new IllegalArgumentException("the places lie on one line");
            }
            for (int row = 0; row < n; row++) {
                if (row != column) {
                    double factor = m[row][column] / m[column][column];
                    for (int k = column; k <= n; k++) {
                        m[row][k] -= factor * m[column][k];
                    }
                }
            }
        }
        double[] solution = new double[n];
        for (int i = 0; i < n; i++) {
            solution[i] = m[i][n] / m[i][i];
        }
        return solution;
    }

    public Point map(double x, double y) {
        double w = g * x + h * y + 1;
        return new Point((a * x + b * y + c) / w, (d * x + e * y + f) / w);
    }

    public Point map(Point place) {
        return map(place.x, place.y);
    }

    public Homography inverse() {
        double i = e - f * h;
        double j = c * h - b;
        double k = b * f - c * e;
        double l = f * g - d;
        double m = a - c * g;
        double n = c * d - a * f;
        double o = d * h - e * g;
        double p = b * g - a * h;
        double q = a * e - b * d;
        return new Homography(i / q, j / q, k / q, l / q, m / q, n / q, o / q, p / q);
    }

    /** First the other, then this. */
    public Homography after(Homography other) {
        double w = g * other.c + h * other.f + 1;
        return new Homography(
                (a * other.a + b * other.d + c * other.g) / w,
                (a * other.b + b * other.e + c * other.h) / w,
                (a * other.c + b * other.f + c) / w,
                (d * other.a + e * other.d + f * other.g) / w,
                (d * other.b + e * other.e + f * other.h) / w,
                (d * other.c + e * other.f + f) / w,
                (g * other.a + h * other.d + other.g) / w,
                (g * other.b + h * other.e + other.h) / w);
    }

    /** Pixels per millimetre around a place. */
    public double density(double x, double y) {
        Point at = map(x, y);
        return (at.distance(map(x + 1, y)) + at.distance(map(x, y + 1))) / 2;
    }

    /** By how many degrees the page is turned clockwise in the picture, seen at a place. */
    public double turn(double x, double y) {
        Point at = map(x, y);
        Point right = map(x + 1, y);
        return Math.toDegrees(Math.atan2(right.y - at.y, right.x - at.x));
    }
}
