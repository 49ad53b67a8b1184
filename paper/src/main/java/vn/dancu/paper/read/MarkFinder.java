package vn.dancu.paper.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.paper.Box;
import vn.dancu.paper.Marks;
import vn.dancu.paper.read.Homography.Point;

/**
 * Finds our corner marks: solid squares that stand to each other as a layout says, however the page is turned. Works on a small
 * copy of the scan, then measures each mark in the scan itself.
 */
final class MarkFinder {
    private static final int WORKING_SIDE = 1300;
    private static final int MOST_CANDIDATES = 400;
    /** How far a corner may lie from where the other two say, as a share of the diagonal: shear and perspective. */
    private static final double REACH = 0.05;

    private static final double MOST_UNLIKE = 1.06;
    private static final double MOST_SLANT = 1.06;

    /**
     * Four marks in a picture.
     *
     * @param where the page, measured to parts of a pixel
     * @param found how many of the four were seen: three or four
     * @param isUpright whether the hole in the lower right mark was seen: if not, the page may as well be upside-down
     */
    record Found(Homography where, int found, boolean isUpright, int black) {}

    /** A dark piece that may be a mark: its centre and the side of the square of its moments, in pixels of the small copy. */
    private record Candidate(Point centre, double side) {}

    private final Grey scan;
    private final Marks marks;
    private final int by;
    private final List<Candidate> candidates;

    MarkFinder(Grey scan, Marks marks) {
        this.scan = scan;
        this.marks = marks;
        by = Math.max(1, (int) Math.round(Math.max(scan.width(), scan.height()) / (double) WORKING_SIDE));
        candidates = candidates(scan.shrunk(by));
    }

    private static List<Candidate> candidates(Grey small) {
        boolean[] dark = Darkness.mask(small, Math.max(small.width(), small.height()) / 24);
        float[] ink = new float[dark.length];
        for (int i = 0; i < dark.length; i++) {
            ink[i] = dark[i] ? 1 : 0;
        }
        double longest = Math.max(small.width(), small.height());
        double least = longest * 0.0055;
        double most = longest * 0.024;
        List<Candidate> found = new ArrayList<>();
        for (Blobs.Blob blob : Blobs.of(new Ink(small.width(), small.height(), ink), 0.5f)) {
            if (blob.wide() < least || blob.high() < least || blob.wide() > most * 1.5 || blob.high() > most * 1.5) {
                continue;
            }
            Candidate candidate = candidate(blob, small.width());
            if (candidate != null && candidate.side >= least && candidate.side <= most) {
                found.add(candidate);
            }
        }
        found.sort(Comparator.comparingDouble(Candidate::side).reversed());
        return found.size() > MOST_CANDIDATES ? found.subList(0, MOST_CANDIDATES) : found;
    }

    /** Null unless the moments are those of a square, with its hole or without, and nearly as wide as high. */
    private static @Nullable Candidate candidate(Blobs.Blob blob, int width) {
        double area = blob.pixels().length;
        double mx = 0;
        double my = 0;
        for (int p : blob.pixels()) {
            mx += p % width;
            my += p / width;
        }
        mx /= area;
        my /= area;
        double xx = 1.0 / 12;
        double yy = 1.0 / 12;
        double xy = 0;
        for (int p : blob.pixels()) {
            double x = p % width - mx;
            double y = p / width - my;
            xx += x * x / area;
            yy += y * y / area;
            xy += x * y / area;
        }
        double half = (xx + yy) / 2;
        double apart = Math.sqrt((xx - yy) * (xx - yy) / 4 + xy * xy);
        if (half - apart <= 0 || (half + apart) / (half - apart) > 1.9) {
            return null;
        }
        double moment = Math.sqrt(half * half - apart * apart);
        double square = area / (12 * moment);
        boolean isSolid = square > 0.85 && square < 1.1;
        boolean isHollow = square > 0.45 && square <= 0.85;
        if (!isSolid && !isHollow) {
            return null;
        }
        // A hole pushes the moments out by a quarter.
        double side = Math.sqrt(12 * moment / (isHollow ? 1.25 : 1));
        return new Candidate(new Point(mx, my), side);
    }

    private Point mark(int corner) {
        Box box = marks.corners().get(corner);
        return new Point(box.centreX(), box.centreY());
    }

    /** The pages in the picture, the surest first; no two of them overlap. */
    List<Found> find() {
        List<Found> all = new ArrayList<>();
        for (Candidate first : candidates) {
            for (Candidate third : candidates) {
                if (first != third && alike(first, third)) {
                    between(first, third, 0).ifPresent(all::add);
                }
            }
        }
        if (all.isEmpty()) {
            // The upper left or the lower right one may be cut off: by the other diagonal then.
            for (Candidate second : candidates) {
                for (Candidate fourth : candidates) {
                    if (second != fourth && alike(second, fourth)) {
                        between(second, fourth, 1).ifPresent(all::add);
                    }
                }
            }
        }
        all.sort(Comparator.comparingInt((Found found) -> -found.found).thenComparing(found -> !found.isUpright));
        List<Found> apart = new ArrayList<>();
        for (Found found : all) {
            if (apart.stream().noneMatch(other -> overlap(found, other))) {
                apart.add(found);
            }
        }
        return apart;
    }

    private static boolean alike(Candidate one, Candidate other) {
        return Math.max(one.side, other.side) < 1.5 * Math.min(one.side, other.side);
    }

    private boolean overlap(Found one, Found other) {
        Point a = centre(one);
        Point b = centre(other);
        double across = one.where.map(mark(0)).distance(one.where.map(mark(1)));
        return a.distance(b) < across * 0.8;
    }

    private Point centre(Found found) {
        return found.where.map((mark(0).x() + mark(2).x()) / 2, (mark(0).y() + mark(2).y()) / 2);
    }

    /** @param corner the first end of the diagonal: 0 or 1 */
    private Optional<Found> between(Candidate one, Candidate other, int corner) {
        Point start = mark(corner);
        Point end = mark(corner + 2);
        double diagonal = start.distance(end);
        double density = one.centre.distance(other.centre) / diagonal;
        double wanted = marks.corners().get(0).width() * density;
        if (Math.abs(one.side - wanted) > 0.3 * wanted || Math.abs(other.side - wanted) > 0.3 * wanted) {
            return Optional.empty();
        }
        Homography guess = Homography.fit(List.of(start, end), List.of(one.centre, other.centre));
        List<Point> from = new ArrayList<>(List.of(start, end));
        List<Point> to = new ArrayList<>(List.of(one.centre, other.centre));
        for (int step = 1; step <= 3; step += 2) {
            Point place = mark((corner + step) % 4);
            Candidate near = nearest(guess.map(place), REACH * diagonal * density, wanted);
            if (near != null) {
                from.add(place);
                to.add(near.centre);
            }
        }
        return from.size() < 3 ? Optional.empty() : measured(Homography.fit(from, to), from.size());
    }

    private @Nullable Candidate nearest(Point place, double reach, double side) {
        Candidate best = null;
        double bestDistance = reach;
        for (Candidate candidate : candidates) {
            double distance = candidate.centre.distance(place);
            if (distance < bestDistance && Math.abs(candidate.side - side) < 0.35 * side) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best;
    }

    /** From the small copy to the scan: every mark's centre of ink. */
    private Optional<Found> measured(Homography small, int seen) {
        double shift = (by - 1) / 2.0;
        Homography rough = new Homography(by, 0, shift, 0, by, shift, 0, 0).after(small);
        return refine(scan, marks, rough, seen);
    }

    /**
     * Measures the marks near where they are thought to be.
     *
     * @param rough to a millimetre or two
     * @param least how many must be seen, at least three
     */
    static Optional<Found> refine(Grey scan, Marks marks, Homography rough, int least) {
        MarkMeasure first = MarkMeasure.of(scan, marks, rough, 3.2);
        if (first.from().size() < Math.max(3, least)) {
            return Optional.empty();
        }
        Homography near = Homography.fit(first.from(), first.to());
        MarkMeasure second = MarkMeasure.of(scan, marks, near, 1.6);
        if (second.from().size() < Math.max(3, least)) {
            return Optional.empty();
        }
        Homography where = Homography.fit(second.from(), second.to());
        if (!isSheet(where, marks)) {
            return Optional.empty();
        }
        return Optional.of(new Found(where, second.from().size(), second.hasHole(), second.black()));
    }

    /** Whether the map lays a flat sheet on a glass: as wide as it should be for its height, and alike at all corners. */
    private static boolean isSheet(Homography where, Marks marks) {
        List<Point> at = marks.corners().stream()
                .map(corner -> where.map(corner.centreX(), corner.centreY()))
                .toList();
        Box first = marks.corners().get(0);
        Box third = marks.corners().get(2);
        double wide = third.centreX() - first.centreX();
        double high = third.centreY() - first.centreY();
        double[] densities = {
            at.get(0).distance(at.get(1)) / wide,
            at.get(3).distance(at.get(2)) / wide,
            at.get(0).distance(at.get(3)) / high,
            at.get(1).distance(at.get(2)) / high
        };
        double least = Double.MAX_VALUE;
        double most = 0;
        for (double density : densities) {
            least = Math.min(least, density);
            most = Math.max(most, density);
        }
        double slant = at.get(0).distance(at.get(2)) / at.get(1).distance(at.get(3));
        return most < least * MOST_UNLIKE && slant < MOST_SLANT && slant > 1 / MOST_SLANT;
    }
}
