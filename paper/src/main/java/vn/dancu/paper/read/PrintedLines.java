package vn.dancu.paper.read;

import java.util.Arrays;
import java.util.List;

/**
 * Takes the printed lines of boxes out of the ink and leaves the strokes that cross them. The lines are looked for near where
 * the layout has them, all together first: a written "1" beside one of them does not pull the others.
 */
final class PrintedLines {
    /** How far from its place a line may lie, in millimetres. */
    private static final double REACH = 0.8;

    private static final double OWN_REACH = 0.25;
    private static final double WIDEST = 0.8;
    /** A line fainter than that is none, or does no harm. */
    private static final float DRAWN = 0.09f;

    private static final float MOST_COUNTED = 0.5f;
    /** Share of the places of lines at which a thin dash stands. */
    private static final double DASHED = 0.2;
    /** Ink next to a line that is a stroke and not the line's own soft edge. */
    private static final float STROKE_BESIDE = 0.4f;

    /** By how much ink on a line exceeds the line. */
    private static final float DARKER = 0.22f;

    private final float[] ink;
    private final int width;
    private final int height;
    private final double density;

    private PrintedLines(Ink ink, double density) {
        this.ink = ink.values();
        this.width = ink.width();
        this.height = ink.height();
        this.density = density;
    }

    /** How far the lines lie from where they should, in pixels of the crop. */
    record Offset(int right, int down) {}

    /**
     * @param columns where the upright lines should be, in pixels
     * @param rows where the level ones should be
     * @param left the first column of the level lines, and so on
     */
    static Offset remove(
            Ink ink,
            double density,
            List<Integer> columns,
            List<Integer> rows,
            int left,
            int right,
            int top,
            int bottom) {
        PrintedLines lines = new PrintedLines(ink, density);
        int across = lines.removeAll(columns, top, bottom, true);
        int down = lines.removeAll(rows, left, right, false);
        return new Offset(across, down);
    }

    private int removeAll(List<Integer> places, int from, int to, boolean upright) {
        int reach = (int) Math.round(REACH * density);
        int trim = (to - from) / 10;
        int lowest = Integer.MAX_VALUE;
        int highest = Integer.MIN_VALUE;
        for (int place : places) {
            lowest = Math.min(lowest, place - 2 * reach);
            highest = Math.max(highest, place + 2 * reach);
        }
        float[] strengths = new float[highest - lowest + 1];
        Arrays.fill(strengths, -1);
        float[] spare = new float[Math.max(1, to - from - 2 * trim)];
        for (int place : places) {
            for (int p = place - 2 * reach; p <= place + 2 * reach; p++) {
                if (strengths[p - lowest] < 0) {
                    strengths[p - lowest] = strength(p, from + trim, upright, spare);
                }
            }
        }
        int best = 0;
        double bestSum = -1;
        for (int offset = -reach; offset <= reach; offset++) {
            double sum = 0;
            for (int place : places) {
                sum += Math.min(MOST_COUNTED, strengths[place + offset - lowest]);
            }
            // Of equals the nearer.
            if (sum > bestSum + 1e-6 || (sum > bestSum - 1e-6 && Math.abs(offset) < Math.abs(best))) {
                best = offset;
                bestSum = sum;
            }
        }
        if (bestSum / places.size() < DRAWN / 2) {
            return removeDashes(places, from, to, upright, reach);
        }
        for (int place : places) {
            removeOne(place + best, from, to, upright, strengths, lowest);
        }
        return best;
    }

    /**
     * The ink that seven tenths of a line have at least: a printed line runs all the way, the side of a written digit does
     * not.
     */
    private float strength(int place, int from, boolean upright, float[] spare) {
        for (int i = 0; i < spare.length; i++) {
            spare[i] = at(place, from + i, upright);
        }
        Arrays.sort(spare);
        return spare[spare.length * 3 / 10];
    }

    private float at(int place, int along, boolean upright) {
        int x = upright ? place : along;
        int y = upright ? along : place;
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : ink[y * width + x];
    }

    private void removeOne(int place, int from, int to, boolean upright, float[] strengths, int lowest) {
        int own = Math.max(1, (int) Math.round(OWN_REACH * density));
        int peak = place;
        for (int p = place - own; p <= place + own; p++) {
            peak = strengths[p - lowest] > strengths[peak - lowest] ? p : peak;
        }
        float strength = strengths[peak - lowest];
        if (strength < DRAWN) {
            return;
        }
        int first = peak;
        int last = peak;
        int widest = (int) Math.round(WIDEST * density);
        float edge = Math.max(0.05f, strength * 0.35f);
        while (last - first < widest && first - 1 >= lowest && strengths[first - 1 - lowest] > edge) {
            first--;
        }
        while (last - first < widest && last + 1 - lowest < strengths.length && strengths[last + 1 - lowest] > edge) {
            last++;
        }
        int over = (int) Math.round(0.4 * density);
        for (int along = from - over; along < to + over; along++) {
            erase(first, last, along, strength, upright);
        }
    }

    /** A scan in black and white breaks pale lines into dashes; what stands alone on all of the places is such a dash. */
    private int removeDashes(List<Integer> places, int from, int to, boolean upright, int reach) {
        int best = 0;
        double bestShare = 0;
        for (int offset = -reach; offset <= reach; offset++) {
            int alone = 0;
            for (int place : places) {
                for (int along = from; along < to; along++) {
                    alone += isAlone(place + offset, along, upright) ? 1 : 0;
                }
            }
            double share = alone / (double) (places.size() * Math.max(1, to - from));
            if (share > bestShare) {
                best = offset;
                bestShare = share;
            }
        }
        if (bestShare < DASHED) {
            return 0;
        }
        for (int place : places) {
            for (int along = from - reach / 2; along < to + reach / 2; along++) {
                for (int p = place + best - 1; p <= place + best + 1; p++) {
                    if (isAlone(p, along, upright)) {
                        clear(p - 2, p + 2, along, upright);
                        break;
                    }
                }
            }
        }
        return best;
    }

    /** Ink, and paper on both sides of it: thinner than a pen. */
    private boolean isAlone(int place, int along, boolean upright) {
        return at(place, along, upright) > STROKE_BESIDE
                && at(place - 3, along, upright) < STROKE_BESIDE
                && at(place + 3, along, upright) < STROKE_BESIDE;
    }

    private void clear(int first, int last, int along, boolean upright) {
        for (int p = first; p <= last; p++) {
            int x = upright ? p : along;
            int y = upright ? along : p;
            if (x >= 0 && y >= 0 && x < width && y < height) {
                ink[y * width + x] = 0;
            }
        }
    }

    /** Only where nothing but the line is: a stroke that crosses it, touches it or runs along it stays whole. */
    private void erase(int first, int last, int along, float level, boolean upright) {
        float beside = Math.max(
                Math.max(at(first - 2, along, upright), at(first - 3, along, upright)),
                Math.max(at(last + 2, along, upright), at(last + 3, along, upright)));
        float own = 0;
        for (int p = first; p <= last; p++) {
            own = Math.max(own, at(p, along, upright));
        }
        if (beside > STROKE_BESIDE || own > level + DARKER) {
            return;
        }
        clear(first - 1, last + 1, along, upright);
    }
}
