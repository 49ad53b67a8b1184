package vn.dancu.paper.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import vn.dancu.paper.Box;
import vn.dancu.paper.Field;
import vn.dancu.paper.read.Blobs.Blob;
import vn.dancu.paper.read.digits.Framing;

/**
 * Parts the ink of a comb into the signs of its boxes: takes the printed lines out, gathers connected ink and gives each piece
 * to the box in which most of it lies.
 */
final class Comb {
    /** Pixels per millimetre: 203 to the inch, more than which a digit does not need. */
    static final double DENSITY = 8;

    private static final double MARGIN = 1.5;
    private static final float STROKE = 0.35f;
    private static final double NOISE_MM2 = 0.12;
    private static final double LEAST_MM2 = 0.45;
    private static final double LEAST_HEIGHT_MM = 1.7;
    /** So far a digit may reach into the next box. */
    private static final double LEAN_MM = 0.45;

    /** Wider than that, a piece may be two digits. */
    private static final double WIDE_SHARE = 1.15;

    private static final float[] CORES = {0.5f, 0.65f, 0.8f};
    private static final double CORE_SHARE = 0.15;
    private static final double JOINED_SHARE = 0.14;
    private static final double JOINED_MM2 = 0.5;

    private final List<Box> boxes;
    private final Crop crop;
    private final Ink ink;
    private final double right;
    private final double down;

    private Comb(List<Box> boxes, Crop crop, Ink ink, PrintedLines.Offset offset) {
        this.boxes = boxes;
        this.crop = crop;
        this.ink = ink;
        right = offset.right() / crop.density();
        down = offset.down() / crop.density();
    }

    /**
     * @param where how the page lies in the scan
     * @param black the grey of the page's own black
     * @return one sign for each box of the field
     */
    static List<Sign> signs(Grey scan, Homography where, Field field, int black) {
        Crop crop = Crop.of(scan, where, field.area().grown(MARGIN), DENSITY);
        Ink ink = Ink.of(crop, black);
        PrintedLines.Offset offset = lines(ink, crop, field);
        return new Comb(field.boxes(), crop, ink, offset).signs();
    }

    /** Takes the printed lines out of the ink. */
    static PrintedLines.Offset lines(Ink ink, Crop crop, Field field) {
        Box area = field.area();
        TreeSet<Integer> columns = new TreeSet<>();
        for (Box box : field.boxes()) {
            columns.add(crop.column(box.x()));
            columns.add(crop.column(box.right()));
        }
        List<Integer> rows = List.of(crop.row(area.y()), crop.row(area.bottom()));
        return PrintedLines.remove(
                ink,
                DENSITY,
                apart(columns),
                rows,
                crop.column(area.x()),
                crop.column(area.right()),
                rows.get(0),
                rows.get(1));
    }

    /** Neighbours within two pixels are one line. */
    private static List<Integer> apart(TreeSet<Integer> columns) {
        List<Integer> apart = new ArrayList<>();
        for (int column : columns) {
            if (apart.isEmpty() || column - apart.get(apart.size() - 1) > 2) {
                apart.add(column);
            }
        }
        return apart;
    }

    private List<Sign> signs() {
        List<List<Blob>> parts = new ArrayList<>();
        Sign.State[] states = new Sign.State[boxes.size()];
        Arrays.fill(states, Sign.State.EMPTY);
        for (int b = 0; b < boxes.size(); b++) {
            parts.add(new ArrayList<>());
        }
        double perPixel = 1 / (DENSITY * DENSITY);
        for (Blob blob : Blobs.of(ink, STROKE)) {
            if (blob.pixels().length * perPixel >= NOISE_MM2) {
                for (Blob part : parted(blob)) {
                    place(part, parts, states);
                }
            }
        }
        List<Sign> signs = new ArrayList<>();
        for (int b = 0; b < boxes.size(); b++) {
            signs.add(states[b] == Sign.State.EMPTY ? sign(parts.get(b)) : new Sign(states[b], null));
        }
        return signs;
    }

    /**
     * Two neighbours whose strokes only nearly meet are one piece where a scan is soft: their dark cores are looked at. Strokes
     * that truly meet stay one.
     */
    private List<Blob> parted(Blob blob) {
        if (blob.wide() < WIDE_SHARE * boxes.get(0).width() * DENSITY) {
            return List.of(blob);
        }
        for (float core : CORES) {
            List<Blob> cores = Blobs.within(ink, blob, core).stream()
                    .filter(part -> part.pixels().length > CORE_SHARE * blob.pixels().length)
                    .toList();
            if (cores.size() > 1) {
                return Blobs.grown(ink, blob, cores);
            }
        }
        return List.of(blob);
    }

    private void place(Blob blob, List<List<Blob>> parts, Sign.State[] states) {
        int[] deep = new int[boxes.size()];
        int[] in = new int[boxes.size()];
        int outside = 0;
        for (int p : blob.pixels()) {
            double x = crop.area().x() + (p % ink.width() + 0.5) / DENSITY - right;
            double y = crop.area().y() + (p / ink.width() + 0.5) / DENSITY - down;
            int box = boxAt(x);
            Box at = boxes.get(box);
            if (y < at.y() - 0.3 || y > at.bottom() + 0.3 || x < at.x() - 1 || x > at.right() + 1) {
                outside++;
            } else {
                in[box]++;
                if (x > at.x() + LEAN_MM && x < at.right() - LEAN_MM) {
                    deep[box]++;
                }
            }
        }
        if (outside * 2 > blob.pixels().length) {
            return;
        }
        int home = 0;
        for (int b = 1; b < in.length; b++) {
            home = in[b] > in[home] ? b : home;
        }
        boolean isOnEdge = blob.left() == 0
                || blob.top() == 0
                || blob.right() == ink.width() - 1
                || blob.bottom() == ink.height() - 1;
        if (isOnEdge) {
            states[home] = Sign.State.OVERFLOWING;
            return;
        }
        for (int b = 0; b < in.length; b++) {
            boolean isShared = b != home
                    && deep[b] > JOINED_SHARE * blob.pixels().length
                    && deep[b] > JOINED_MM2 * DENSITY * DENSITY;
            if (isShared) {
                states[b] = Sign.State.JOINED;
                states[home] = Sign.State.JOINED;
            }
        }
        parts.get(home).add(blob);
    }

    /** The box that lies nearest. */
    private int boxAt(double x) {
        int best = 0;
        for (int b = 1; b < boxes.size(); b++) {
            if (Math.abs(boxes.get(b).centreX() - x) < Math.abs(boxes.get(best).centreX() - x)) {
                best = b;
            }
        }
        return best;
    }

    private static Sign sign(List<Blob> blobs, Ink ink) {
        int left = ink.width();
        int right = -1;
        int top = ink.height();
        int bottom = -1;
        int pixels = 0;
        for (Blob blob : blobs) {
            left = Math.min(left, blob.left());
            right = Math.max(right, blob.right());
            top = Math.min(top, blob.top());
            bottom = Math.max(bottom, blob.bottom());
            pixels += blob.pixels().length;
        }
        if (pixels < LEAST_MM2 * DENSITY * DENSITY) {
            return new Sign(Sign.State.EMPTY, null);
        }
        if (bottom - top + 1 < LEAST_HEIGHT_MM * DENSITY) {
            return new Sign(Sign.State.SPECK, null);
        }
        int width = right - left + 3;
        int height = bottom - top + 3;
        float[] picture = new float[width * height];
        for (Blob blob : blobs) {
            for (int p : blob.pixels()) {
                copyAround(ink, p % ink.width(), p / ink.width(), picture, left - 1, top - 1, width, height);
            }
        }
        strengthen(picture);
        return new Sign(Sign.State.WRITTEN, Framing.frame(picture, width, height));
    }

    private Sign sign(List<Blob> blobs) {
        List<Blob> kept = blobs;
        int largest =
                blobs.stream().mapToInt(blob -> blob.pixels().length).max().orElse(0);
        if (largest > 1.5 * DENSITY * DENSITY) {
            kept = blobs.stream()
                    .filter(blob -> blob.pixels().length > 0.3 * DENSITY * DENSITY)
                    .toList();
        }
        return sign(kept, ink);
    }

    /** The pixel and its soft edge. */
    private static void copyAround(Ink ink, int x, int y, float[] picture, int left, int top, int width, int height) {
        for (int j = -1; j <= 1; j++) {
            for (int i = -1; i <= 1; i++) {
                int px = x + i - left;
                int py = y + j - top;
                if (px >= 0 && py >= 0 && px < width && py < height) {
                    picture[py * width + px] = ink.at(x + i, y + j);
                }
            }
        }
    }

    /** A pen as pale as it likes: its darkest strokes are full ink. */
    private static void strengthen(float[] picture) {
        float[] inked = new float[picture.length];
        int count = 0;
        for (float value : picture) {
            if (value > STROKE) {
                inked[count++] = value;
            }
        }
        if (count == 0) {
            return;
        }
        Arrays.sort(inked, 0, count);
        float full = inked[count * 9 / 10];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = Math.min(1, picture[i] / full);
        }
    }
}
