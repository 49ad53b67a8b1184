package vn.dancu.paper.read;

import java.util.List;
import vn.dancu.paper.Box;

/**
 * Whether a box is marked. A mark is a few strokes; a box scribbled over is one that was marked by mistake. Strokes are told
 * from a scribble by how often a line across the box meets ink, and by how much of the box is solid.
 *
 * @param state what the box says
 * @param ink share of the inside that is inked
 * @param confidence of the state, 0.5 at the border between two
 */
record CheckMark(State state, double ink, double confidence) {
    enum State {
        EMPTY,
        MARKED,
        SCRIBBLED
    }

    static final double DENSITY = 8;

    private static final double AROUND = 1.2;
    private static final double INSET = 0.6;
    private static final float STROKE = 0.35f;
    /** Share of inked pixels below which a box is empty; a dot of dirt of half a millimetre is under it. */
    private static final double EMPTY_BELOW = 0.035;

    private static final double SCRIBBLED_ABOVE = 0.6;
    private static final double CROSSINGS_ABOVE = 2.9;

    static CheckMark of(Grey scan, Homography where, Box box, int black) {
        Crop crop = Crop.of(scan, where, box.grown(AROUND), DENSITY);
        Ink ink = Ink.of(crop, black);
        int left = crop.column(box.x());
        int right = crop.column(box.right());
        int top = crop.row(box.y());
        int bottom = crop.row(box.bottom());
        PrintedLines.Offset offset =
                PrintedLines.remove(ink, DENSITY, List.of(left, right), List.of(top, bottom), left, right, top, bottom);
        int inset = (int) Math.round(INSET * DENSITY);
        return of(
                ink,
                left + offset.right() + inset,
                top + offset.down() + inset,
                right + offset.right() - inset,
                bottom + offset.down() - inset);
    }

    private static CheckMark of(Ink ink, int left, int top, int right, int bottom) {
        int inked = 0;
        int crossings = 0;
        int crossedRows = 0;
        for (int y = top; y < bottom; y++) {
            int runs = runs(ink, left, y, right - left, true);
            crossings += runs;
            crossedRows += runs > 0 ? 1 : 0;
            for (int x = left; x < right; x++) {
                inked += ink.at(x, y) > STROKE ? 1 : 0;
            }
        }
        int upright = 0;
        int crossedColumns = 0;
        for (int x = left; x < right; x++) {
            int runs = runs(ink, x, top, bottom - top, false);
            upright += runs;
            crossedColumns += runs > 0 ? 1 : 0;
        }
        double share = inked / (double) ((right - left) * (bottom - top));
        double level = crossings / (double) Math.max(1, crossedRows);
        double steep = upright / (double) Math.max(1, crossedColumns);
        if (share < EMPTY_BELOW) {
            return new CheckMark(State.EMPTY, share, 1 - 0.5 * share / EMPTY_BELOW);
        }
        double busy = Math.max(share / SCRIBBLED_ABOVE, Math.max(level, steep) / CROSSINGS_ABOVE);
        if (busy > 1) {
            return new CheckMark(State.SCRIBBLED, share, Math.min(1, 0.5 + (busy - 1) * 2));
        }
        double clear = Math.min((share - EMPTY_BELOW) / EMPTY_BELOW, (1 - busy) * 4);
        return new CheckMark(State.MARKED, share, Math.min(1, 0.5 + clear / 2));
    }

    private static int runs(Ink ink, int x, int y, int length, boolean level) {
        int runs = 0;
        boolean was = false;
        for (int i = 0; i < length; i++) {
            boolean is = ink.at(level ? x + i : x, level ? y : y + i) > STROKE;
            runs += is && !was ? 1 : 0;
            was = is;
        }
        return runs;
    }
}
