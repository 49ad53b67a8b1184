package vn.dancu.reference;

import java.util.List;

/** What is reckoned of an outline; plain areas in degrees are enough to find a middle. */
final class Geometry {
    private Geometry() {}

    static Boundaries.Outline outline(String code, List<List<double[]>> rings) {
        double west = 180;
        double south = 90;
        double east = -180;
        double north = -90;
        List<double[]> largest = rings.get(0);
        for (List<double[]> ring : rings) {
            for (double[] point : ring) {
                west = Math.min(west, point[0]);
                east = Math.max(east, point[0]);
                south = Math.min(south, point[1]);
                north = Math.max(north, point[1]);
            }
            if (Math.abs(area(ring)) > Math.abs(area(largest))) {
                largest = ring;
            }
        }
        double[] middle = middle(largest);
        return new Boundaries.Outline(code, rings, west, south, east, north, middle[0], middle[1]);
    }

    /** Twice the signed area. */
    static double area(List<double[]> ring) {
        double sum = 0;
        for (int i = 0; i + 1 < ring.size(); i++) {
            sum += ring.get(i)[0] * ring.get(i + 1)[1] - ring.get(i + 1)[0] * ring.get(i)[1];
        }
        return sum;
    }

    /** The centre of gravity, reckoned about the first point so that nothing is lost to rounding. */
    private static double[] middle(List<double[]> ring) {
        double[] origin = ring.get(0);
        double sum = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i + 1 < ring.size(); i++) {
            double ax = ring.get(i)[0] - origin[0];
            double ay = ring.get(i)[1] - origin[1];
            double bx = ring.get(i + 1)[0] - origin[0];
            double by = ring.get(i + 1)[1] - origin[1];
            double cross = ax * by - bx * ay;
            sum += cross;
            x += (ax + bx) * cross;
            y += (ay + by) * cross;
        }
        return sum == 0 ? origin : new double[] {origin[0] + x / (3 * sum), origin[1] + y / (3 * sum)};
    }
}
