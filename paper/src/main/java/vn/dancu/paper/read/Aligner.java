package vn.dancu.paper.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import vn.dancu.paper.Box;
import vn.dancu.paper.read.Homography.Point;

/**
 * Lays a learned page over a scan by what is printed on it: lines and texts, cut into patches, each of which is looked for near
 * where a first guess has it. Writing hides some of them; that most agree on one place is the proof.
 */
final class Aligner {
    private static final double PATCH_WIDTH = 15;
    private static final double PATCH_HEIGHT = 9;
    private static final int MOST_PATCHES = 90;
    private static final double LEAST_CONTRAST = 14;
    private static final double ALIKE = 0.5;
    private static final double LEAST_SHARE = 0.45;
    private static final int LEAST_COUNT = 12;
    private static final int SMALL_SIDE = 1190;
    private static final int DRAWS = 300;

    private final Grey blank;
    private final Profiles profiles;
    private final List<Patch> patches;

    /** A piece of the blank page with its place in millimetres. */
    private record Patch(Box box, Grey fine, Grey coarse) {}

    /**
     * Where the page lies.
     *
     * @param share of the patches that agree
     */
    record Fit(Homography where, double share) {}

    /** @param blank {@link LearnedForm#DENSITY} pixels per millimetre */
    Aligner(Grey blank) {
        this.blank = blank;
        profiles = new Profiles(
                Darkness.mask(blank, Math.max(blank.width(), blank.height()) / 24), blank.width(), blank.height());
        patches = patches();
    }

    private List<Patch> patches() {
        List<Patch> found = new ArrayList<>();
        double width = blank.width() / LearnedForm.DENSITY;
        double height = blank.height() / LearnedForm.DENSITY;
        Homography straight = Homography.scale(LearnedForm.DENSITY);
        for (double y = 8; y + PATCH_HEIGHT < height - 8; y += PATCH_HEIGHT * 1.1) {
            for (double x = 8; x + PATCH_WIDTH < width - 8; x += PATCH_WIDTH * 1.1) {
                Box box = new Box(x, y, PATCH_WIDTH, PATCH_HEIGHT);
                Grey fine = Crop.of(blank, straight, box, 4).picture();
                if (Likeness.spread(fine) > LEAST_CONTRAST) {
                    found.add(new Patch(
                            box, fine, Crop.of(blank, straight, box, 2).picture()));
                }
            }
        }
        if (found.size() <= MOST_PATCHES) {
            return found;
        }
        List<Patch> some = new ArrayList<>();
        for (int i = 0; i < MOST_PATCHES; i++) {
            some.add(found.get(i * found.size() / MOST_PATCHES));
        }
        return some;
    }

    /** Empty when the page is not there. */
    Optional<Fit> align(Grey scan) {
        if (patches.size() < LEAST_COUNT) {
            return Optional.empty();
        }
        boolean isLying = scan.width() > scan.height() != blank.width() > blank.height();
        Grey upright = isLying ? scan.turnedRight() : scan;
        int by = Math.max(1, (int) Math.round(Math.max(upright.width(), upright.height()) / (double) SMALL_SIDE));
        Grey small = Lid.removed(upright.shrunk(by));
        Profiles own = new Profiles(
                Darkness.mask(small, Math.max(small.width(), small.height()) / 24), small.width(), small.height());
        double usual = Math.max(small.width(), small.height()) / (double) Math.max(blank.width(), blank.height());
        Fit best = null;
        for (Homography guess : own.hypotheses(profiles, usual)) {
            Homography rough = guess.after(Homography.scale(LearnedForm.DENSITY));
            Optional<Fit> fit =
                    refined(small, rough, 5, 2, 1.2).flatMap(near -> refined(small, near.where, 1.6, 4, 0.5));
            if (fit.isPresent() && (best == null || fit.get().share > best.share)) {
                best = fit.get();
            }
            if (best != null && best.share > 0.75) {
                break;
            }
        }
        if (best == null || best.share < LEAST_SHARE) {
            return Optional.empty();
        }
        Homography inUpright = grown(by).after(best.where);
        Homography inScan = isLying ? turnedBack(scan).after(inUpright) : inUpright;
        return Optional.of(new Fit(inScan, best.share));
    }

    private static Homography grown(int by) {
        double shift = (by - 1) / 2.0;
        return new Homography(by, 0, shift, 0, by, shift, 0, 0);
    }

    /** From the picture turned right to the scan: x is the old y from below. */
    private static Homography turnedBack(Grey scan) {
        return new Homography(0, 1, 0, -1, 0, scan.height() - 1, 0, 0);
    }

    /**
     * @param reach how far around its place each patch is looked for, in millimetres
     * @param density pixels per millimetre to look at
     * @param tolerance within which patches agree, in millimetres
     */
    private Optional<Fit> refined(Grey picture, Homography guess, double reach, double density, double tolerance) {
        List<Point> from = new ArrayList<>();
        List<Point> to = new ArrayList<>();
        for (Patch patch : patches) {
            Crop around = Crop.of(picture, guess, patch.box.grown(reach), density);
            Likeness.Place place = Likeness.find(density > 3 ? patch.fine : patch.coarse, around.picture());
            if (place.likeness() > ALIKE) {
                from.add(new Point(patch.box.centreX(), patch.box.centreY()));
                to.add(new Point(
                        patch.box.centreX() + place.x() / density - reach,
                        patch.box.centreY() + place.y() / density - reach));
            }
        }
        if (from.size() < LEAST_COUNT) {
            return Optional.empty();
        }
        boolean[] agree = most(from, to, tolerance);
        int count = count(agree);
        if (count < LEAST_COUNT) {
            return Optional.empty();
        }
        boolean isFine = density > 3;
        List<Point> chosenFrom = chosen(from, agree);
        List<Point> chosenTo = chosen(to, agree);
        Homography shift = isFine ? Homography.fit(chosenFrom, chosenTo) : Homography.affine(chosenFrom, chosenTo);
        return Optional.of(new Fit(guess.after(shift), count / (double) patches.size()));
    }

    /** The largest set that one affine map explains, drawn with fixed dice. */
    private static boolean[] most(List<Point> from, List<Point> to, double tolerance) {
        Random random = new Random(20201117);
        boolean[] best = new boolean[from.size()];
        int bestCount = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            int a = random.nextInt(from.size());
            int b = random.nextInt(from.size());
            int c = random.nextInt(from.size());
            Optional<Homography> map = affine(from, to, a, b, c);
            if (map.isEmpty()) {
                continue;
            }
            boolean[] agree = new boolean[from.size()];
            for (int i = 0; i < agree.length; i++) {
                agree[i] = map.get().map(from.get(i)).distance(to.get(i)) < tolerance;
            }
            if (count(agree) > bestCount) {
                best = agree;
                bestCount = count(agree);
            }
        }
        return best;
    }

    /** Empty when the three lie nearly on one line, or when the page would be bent out of shape. */
    private static Optional<Homography> affine(List<Point> from, List<Point> to, int a, int b, int c) {
        Point p = from.get(a);
        Point q = from.get(b);
        Point r = from.get(c);
        double area = Math.abs((q.x() - p.x()) * (r.y() - p.y()) - (q.y() - p.y()) * (r.x() - p.x()));
        if (area < 2500) {
            return Optional.empty();
        }
        Homography map = Homography.affine(List.of(p, q, r), List.of(to.get(a), to.get(b), to.get(c)));
        boolean isNearlyItself = Math.abs(map.a() - 1) < 0.08
                && Math.abs(map.e() - 1) < 0.08
                && Math.abs(map.b()) < 0.08
                && Math.abs(map.d()) < 0.08;
        return isNearlyItself ? Optional.of(map) : Optional.empty();
    }

    private static int count(boolean[] agree) {
        int count = 0;
        for (boolean one : agree) {
            count += one ? 1 : 0;
        }
        return count;
    }

    private static List<Point> chosen(List<Point> points, boolean[] which) {
        List<Point> chosen = new ArrayList<>();
        for (int i = 0; i < which.length; i++) {
            if (which[i]) {
                chosen.add(points.get(i));
            }
        }
        return chosen;
    }
}
