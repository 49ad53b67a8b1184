package vn.dancu.paper.read;

import java.util.Optional;
import vn.dancu.paper.Box;
import vn.dancu.paper.Field;
import vn.dancu.paper.FormPage;
import vn.dancu.paper.Marks;
import vn.dancu.paper.read.Homography.Point;

/** Whether a page that was found can be read at all. */
final class Quality {
    private static final int DARKEST_PAPER = 90;
    private static final int LEAST_CONTRAST = 55;
    /** From a fifth to four fifths of the step from paper to black, in millimetres: a pen's stroke is half a millimetre wide. */
    private static final double WIDEST_EDGE = 0.62;

    private static final double EDGE_DENSITY = 16;
    private static final double EMPTY_SHARE = 0.0012;

    private Quality() {}

    /** What speaks against reading the page; empty when nothing does. */
    static Optional<Verdict> against(Grey scan, Homography where, FormPage page, int black) {
        if (isCutOff(scan, where, page)) {
            return Optional.of(Verdict.CUT_OFF);
        }
        int paper = paper(scan, where, page);
        if (paper < DARKEST_PAPER) {
            return Optional.of(Verdict.TOO_DARK);
        }
        if (paper - black < LEAST_CONTRAST) {
            return Optional.of(Verdict.TOO_PALE);
        }
        Marks marks = page.marks();
        boolean isBlurred = marks != null
                && marks.corners().stream()
                                .mapToDouble(mark -> edge(scan, where, mark))
                                .min()
                                .orElse(0)
                        > WIDEST_EDGE;
        return isBlurred ? Optional.of(Verdict.BLURRED) : Optional.empty();
    }

    private static boolean isCutOff(Grey scan, Homography where, FormPage page) {
        for (Field field : page.fields()) {
            Box area = field.area();
            boolean isInside = isInside(scan, where.map(area.x(), area.y()))
                    && isInside(scan, where.map(area.right(), area.y()))
                    && isInside(scan, where.map(area.x(), area.bottom()))
                    && isInside(scan, where.map(area.right(), area.bottom()));
            if (!isInside) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInside(Grey scan, Point place) {
        return place.x() >= 0 && place.y() >= 0 && place.x() <= scan.width() - 1 && place.y() <= scan.height() - 1;
    }

    /** The grey of the middle of the page. */
    private static int paper(Grey scan, Homography where, FormPage page) {
        Crop middle = Crop.of(
                scan,
                where,
                new Box(page.width() * 0.1, page.height() * 0.2, page.width() * 0.8, page.height() * 0.6),
                1);
        return Grey.percentile(middle.picture().histogram(1), 0.75);
    }

    /** How wide the left side of a mark is between paper and black, in millimetres; the middle of nine rows. */
    private static double edge(Grey scan, Homography where, Box mark) {
        double height = mark.height() * 0.6;
        Crop crop = Crop.of(
                scan,
                where,
                new Box(mark.x() - 2, mark.centreY() - height / 2, 2 + mark.width() * 0.22, height),
                EDGE_DENSITY);
        Grey picture = crop.picture();
        double[] means = new double[picture.width()];
        double light = 0;
        double dark = 255;
        for (int x = 0; x < means.length; x++) {
            for (int y = 0; y < picture.height(); y++) {
                means[x] += picture.at(x, y) / (double) picture.height();
            }
            light = Math.max(light, means[x]);
            dark = Math.min(dark, means[x]);
        }
        if (light - dark < 30) {
            return 0;
        }
        int last = means.length - 1;
        while (last > 0 && (light - means[last]) / (light - dark) > 0.8) {
            last--;
        }
        int first = last;
        while (first > 0 && (light - means[first]) / (light - dark) > 0.2) {
            first--;
        }
        return (last - first) / EDGE_DENSITY;
    }

    /** Whether hardly anything stands on a picture. */
    static boolean isEmpty(Grey scan) {
        int by = Math.max(1, Math.max(scan.width(), scan.height()) / 1000);
        Grey small = scan.shrunk(by);
        // The rim shows the lid, punched holes and staples.
        int rimX = small.width() / 20;
        int rimY = small.height() / 20;
        boolean[] dark = Darkness.mask(small, Math.max(8, small.width() / 20));
        int count = 0;
        for (int y = rimY; y < small.height() - rimY; y++) {
            for (int x = rimX; x < small.width() - rimX; x++) {
                count += dark[y * small.width() + x] ? 1 : 0;
            }
        }
        return count < EMPTY_SHARE * small.width() * small.height();
    }
}
