package vn.dancu.paper.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.paper.Box;
import vn.dancu.paper.Marks;
import vn.dancu.paper.read.Homography.Point;

/**
 * The corner marks of a page, measured in the scan.
 *
 * @param from where the marks that were seen should be, in millimetres
 * @param to where their centres are, in pixels
 * @param hasHole whether the lower right one has a hole and the upper left one has none
 * @param black the grey of the marks
 */
record MarkMeasure(List<Point> from, List<Point> to, boolean hasHole, int black) {
    private static final double SAMPLES_PER_MM = 6;

    /** @param reach how far around its place a mark is looked for, in millimetres */
    static MarkMeasure of(Grey scan, Marks marks, Homography where, double reach) {
        List<Point> from = new ArrayList<>();
        List<Point> to = new ArrayList<>();
        double blacks = 0;
        for (Box mark : marks.corners()) {
            Crop crop = Crop.of(scan, where, mark.grown(reach), SAMPLES_PER_MM);
            Point centre = centre(crop, mark);
            if (centre != null) {
                from.add(new Point(mark.centreX(), mark.centreY()));
                to.add(where.map(centre));
                blacks += Grey.percentile(crop.picture().histogram(1), 0.08);
            }
        }
        int black = from.isEmpty() ? 0 : (int) Math.round(blacks / from.size());
        return new MarkMeasure(List.copyOf(from), List.copyOf(to), hole(scan, marks, where), black);
    }

    /** The centre of the mark's ink on the page; null when there is no square. */
    private static @Nullable Point centre(Crop crop, Box mark) {
        Grey picture = crop.picture();
        int[] histogram = picture.histogram(1);
        int dark = Grey.percentile(histogram, 0.08);
        int light = Grey.percentile(histogram, 0.9);
        if (light - dark < 40) {
            return null;
        }
        float[] ink = new float[picture.values().length];
        for (int i = 0; i < ink.length; i++) {
            int value = picture.values()[i] & 0xFF;
            ink[i] = Math.max(0, Math.min(1, (light - value) / (float) (light - dark)));
        }
        Blobs.Blob largest = null;
        for (Blobs.Blob blob : Blobs.of(new Ink(picture.width(), picture.height(), ink), 0.5f)) {
            if (largest == null || blob.pixels().length > largest.pixels().length) {
                largest = blob;
            }
        }
        double wanted = mark.width() * mark.height() * SAMPLES_PER_MM * SAMPLES_PER_MM;
        if (largest == null || largest.pixels().length < 0.55 * wanted || largest.pixels().length > 1.4 * wanted) {
            return null;
        }
        double side = mark.width() * SAMPLES_PER_MM;
        if (Math.max(largest.wide(), largest.high()) > 1.45 * side
                || Math.min(largest.wide(), largest.high()) < 0.75 * side) {
            return null;
        }
        double x = 0;
        double y = 0;
        for (int p : largest.pixels()) {
            x += p % picture.width() + 0.5;
            y += p / picture.width() + 0.5;
        }
        int count = largest.pixels().length;
        return new Point(
                crop.area().x() + x / count / SAMPLES_PER_MM, crop.area().y() + y / count / SAMPLES_PER_MM);
    }

    private static boolean hole(Grey scan, Marks marks, Homography where) {
        double withHole = middle(scan, marks.corners().get(2), where);
        double solid = middle(scan, marks.corners().get(0), where);
        return withHole < 0.5 && solid > 0.6;
    }

    /** How black the middle of a mark is, 0 to 1. */
    private static double middle(Grey scan, Box mark, Homography where) {
        Crop around = Crop.of(scan, where, mark.grown(1), SAMPLES_PER_MM);
        Crop within = Crop.of(scan, where, mark.grown(-mark.width() * 0.38), SAMPLES_PER_MM);
        int[] histogram = around.picture().histogram(1);
        int dark = Grey.percentile(histogram, 0.1);
        int light = Grey.percentile(histogram, 0.9);
        int middle = Grey.percentile(within.picture().histogram(1), 0.5);
        return light - dark < 30 ? 0.55 : (light - middle) / (double) (light - dark);
    }
}
