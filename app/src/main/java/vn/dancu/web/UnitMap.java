package vn.dancu.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dancu.reference.Boundaries;

/**
 * The units as circles whose areas are persons: the outer one those to be counted, the inner one those with a form. With
 * boundaries imported they stand in the middle of their areas; otherwise on a sketch that says it is one.
 */
@Component
class UnitMap {
    static final double WIDTH = 100;
    static final double HEIGHT = 84;
    private static final double LARGEST = 11;
    private static final double EDGE = 4;

    /**
     * A sketch of the eight units of Hà Giang city before 1/7/2025: who lies north, south, east and west of whom. Not
     * measured, so the page says that it is a sketch.
     */
    private static final Map<String, double[]> SKETCH = Map.of(
            "00688", new double[] {48, 13},
            "00691", new double[] {50, 39},
            "00692", new double[] {73, 47},
            "00694", new double[] {27, 43},
            "00697", new double[] {55, 67},
            "00700", new double[] {86, 20},
            "00946", new double[] {13, 19},
            "00949", new double[] {20, 71});

    private final Boundaries boundaries;

    UnitMap(Boundaries boundaries) {
        this.boundaries = boundaries;
    }

    /**
     * A unit on the map.
     *
     * @param outer radius of the persons to be counted
     * @param inner radius of the persons with a form
     */
    public record Spot(ProgressDesk.Line line, double x, double y, double outer, double inner) {}

    /** The outline of a unit, as an SVG path. */
    public record Shape(String code, String path) {}

    /** @param sketch places are drawn by hand or in rows, not measured */
    public record Drawn(List<Spot> spots, List<Shape> shapes, boolean sketch) {}

    /** Of the lines that are communes; null when there is nothing to draw. */
    @Nullable
    Drawn draw(List<ProgressDesk.Line> lines) {
        List<ProgressDesk.Line> units =
                lines.stream().filter(line -> !line.code().isEmpty()).toList();
        if (units.isEmpty()) {
            return null;
        }
        Map<String, Boundaries.Outline> outlines = new HashMap<>();
        for (Boundaries.Outline outline : boundaries.current()) {
            outlines.put(outline.code(), outline);
        }
        boolean measured = units.stream().allMatch(line -> outlines.containsKey(line.code()));
        return measured ? measured(units, outlines) : sketched(units);
    }

    private static Drawn sketched(List<ProgressDesk.Line> units) {
        boolean known = units.stream().allMatch(line -> SKETCH.containsKey(line.code()));
        int columns = (int) Math.ceil(Math.sqrt(units.size() * WIDTH / HEIGHT));
        int rows = (units.size() + columns - 1) / columns;
        List<Spot> spots = new ArrayList<>();
        double largest = known ? LARGEST : Math.min(LARGEST, WIDTH / columns / 2.6);
        for (int i = 0; i < units.size(); i++) {
            ProgressDesk.Line line = units.get(i);
            double[] place = known
                    ? SKETCH.getOrDefault(line.code(), new double[] {0, 0})
                    : new double[] {
                        (i % columns + .5) * WIDTH / columns, (Math.floorDiv(i, columns) + .4) * HEIGHT / rows
                    };
            spots.add(spot(line, place[0], place[1], units, largest));
        }
        return new Drawn(spots, List.of(), true);
    }

    private static Drawn measured(List<ProgressDesk.Line> units, Map<String, Boundaries.Outline> outlines) {
        double west = Double.MAX_VALUE;
        double south = Double.MAX_VALUE;
        double east = -Double.MAX_VALUE;
        double north = -Double.MAX_VALUE;
        List<Boundaries.Outline> shown = new ArrayList<>();
        for (ProgressDesk.Line line : units) {
            Boundaries.Outline outline = outlines.get(line.code());
            if (outline != null) {
                shown.add(outline);
                west = Math.min(west, outline.west());
                east = Math.max(east, outline.east());
                south = Math.min(south, outline.south());
                north = Math.max(north, outline.north());
            }
        }
        // A degree of longitude is shorter than one of latitude by the cosine of the latitude.
        double squeeze = Math.cos(Math.toRadians((south + north) / 2));
        double scale = Math.min(
                (WIDTH - 2 * EDGE) / Math.max(1e-9, (east - west) * squeeze),
                (HEIGHT - 2 * EDGE) / Math.max(1e-9, north - south));
        double left = (WIDTH - (east - west) * squeeze * scale) / 2;
        double top = (HEIGHT - (north - south) * scale) / 2;
        List<Shape> shapes = new ArrayList<>();
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Boundaries.Outline outline = shown.get(i);
            StringBuilder path = new StringBuilder();
            for (List<double[]> ring : outline.rings()) {
                for (int k = 0; k < ring.size(); k++) {
                    double[] point = ring.get(k);
                    path.append(k == 0 ? 'M' : 'L')
                            .append(tenth(left + (point[0] - west) * squeeze * scale))
                            .append(' ')
                            .append(tenth(top + (north - point[1]) * scale));
                }
                path.append('Z');
            }
            shapes.add(new Shape(outline.code(), path.toString()));
            spots.add(spot(
                    units.get(i),
                    left + (outline.x() - west) * squeeze * scale,
                    top + (north - outline.y()) * scale,
                    units,
                    Math.min(LARGEST, WIDTH / Math.sqrt(shown.size()) / 4)));
        }
        return new Drawn(spots, shapes, false);
    }

    private static Spot spot(
            ProgressDesk.Line line, double x, double y, List<ProgressDesk.Line> units, double largest) {
        long most = units.stream().mapToLong(UnitMap::size).max().orElse(1);
        double outer = largest * Math.sqrt((double) size(line) / Math.max(1, most));
        double inner = size(line) == 0 ? 0 : outer * Math.sqrt((double) line.persons() / size(line));
        return new Spot(line, tenth(x), tenth(y), tenth(Math.max(outer, .8)), tenth(Math.min(inner, outer)));
    }

    private static long size(ProgressDesk.Line line) {
        return Math.max(line.target(), line.persons());
    }

    private static double tenth(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
