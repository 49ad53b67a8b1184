package vn.dancu.paper.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where a known page may lie in a picture, from how much ink stands on each of its rows and columns: first the angle at which
 * rows are clearest, then size and place at which the rows and columns of both are most alike.
 */
final class Profiles {
    /** Degrees either way that are looked at. */
    private static final double MOST_DEGREES = 12.5;

    private static final int MOST_PIXELS = 60_000;
    private static final int HYPOTHESES = 3;
    private static final double SMALLEST = 0.74;
    private static final double LARGEST = 1.12;
    private static final double STEP = 0.004;

    private final double[] xs;
    private final double[] ys;
    private final int width;
    private final int height;

    /** @param dark which pixels of the small picture bear ink */
    Profiles(boolean[] dark, int width, int height) {
        this.width = width;
        this.height = height;
        int count = 0;
        for (boolean one : dark) {
            count += one ? 1 : 0;
        }
        int step = Math.max(1, count / MOST_PIXELS);
        xs = new double[count / step + 1];
        ys = new double[count / step + 1];
        int seen = 0;
        int kept = 0;
        for (int i = 0; i < dark.length; i++) {
            if (dark[i] && seen++ % step == 0) {
                xs[kept] = i % width - width / 2.0;
                ys[kept++] = i / width - height / 2.0;
            }
        }
        for (; kept < xs.length; kept++) {
            xs[kept] = 0;
            ys[kept] = 0;
        }
    }

    /** The angle, in radians, at which the picture must be turned back. */
    double skew() {
        double best = 0;
        double bestSharpness = -1;
        for (double reach = MOST_DEGREES, step = 0.5; step > 0.02; reach = step, step /= 5) {
            double middle = best;
            for (double degrees = middle - reach; degrees <= middle + reach + 1e-9; degrees += step) {
                double sharpness = sharpness(Math.toRadians(degrees));
                if (sharpness > bestSharpness) {
                    bestSharpness = sharpness;
                    best = degrees;
                }
            }
        }
        return Math.toRadians(best);
    }

    private double sharpness(double angle) {
        double[] rows = rows(angle);
        double sum = 0;
        for (double row : rows) {
            sum += row * row;
        }
        return sum;
    }

    private int diagonal() {
        return (int) Math.hypot(width, height) + 4;
    }

    private double[] rows(double angle) {
        double[] rows = new double[diagonal()];
        double sin = Math.sin(angle);
        double cos = Math.cos(angle);
        double middle = rows.length / 2.0;
        for (int i = 0; i < xs.length; i++) {
            rows[(int) (middle - sin * xs[i] + cos * ys[i])]++;
        }
        return rows;
    }

    private double[] columns(double angle) {
        double[] columns = new double[diagonal()];
        double sin = Math.sin(angle);
        double cos = Math.cos(angle);
        double middle = columns.length / 2.0;
        for (int i = 0; i < xs.length; i++) {
            columns[(int) (middle + cos * xs[i] + sin * ys[i])]++;
        }
        return columns;
    }

    /**
     * @param page the known page's own profiles, of a picture that lies straight
     * @param usual pixels of this picture per pixel of the known one, when the page fills it
     * @return maps from pixels of the known picture to this one's, likeliest first; each upright or upside-down
     */
    List<Homography> hypotheses(Profiles page, double usual) {
        double angle = skew();
        double[] ownRows = contrast(rows(angle));
        double[] ownColumns = contrast(columns(angle));
        double[] pageRows = page.rows(0);
        double[] pageColumns = page.columns(0);
        record Likely(double score, Homography map) {}
        List<Likely> likely = new ArrayList<>();
        for (boolean isTurned : new boolean[] {false, true}) {
            List<Likely> some = new ArrayList<>();
            for (double scale = SMALLEST * usual; scale < LARGEST * usual; scale *= 1 + STEP) {
                double[] row = best(ownRows, contrast(scaled(pageRows, scale, isTurned)));
                double[] column = best(ownColumns, contrast(scaled(pageColumns, scale, isTurned)));
                double sign = isTurned ? -1 : 1;
                double sin = Math.sin(angle);
                double cos = Math.cos(angle);
                double u = column[1];
                double v = row[1];
                double pageX = page.width / 2.0;
                double pageY = page.height / 2.0;
                double a = sign * scale * cos;
                double b = -sign * scale * sin;
                double d = sign * scale * sin;
                double e = sign * scale * cos;
                double c = width / 2.0 + cos * u - sin * v - a * pageX - b * pageY;
                double f = height / 2.0 + sin * u + cos * v - d * pageX - e * pageY;
                some.add(new Likely(row[0] + column[0], new Homography(a, b, c, d, e, f, 0, 0)));
            }
            some.sort(Comparator.comparingDouble(Likely::score).reversed());
            likely.addAll(some.subList(0, Math.min(HYPOTHESES, some.size())));
        }
        likely.sort(Comparator.comparingDouble(Likely::score).reversed());
        return likely.stream().map(Likely::map).toList();
    }

    /** Around the middle; the other way round for a page that is upside-down. */
    private static double[] scaled(double[] profile, double scale, boolean isTurned) {
        double[] scaled = new double[(int) (profile.length * scale) + 2];
        double middle = profile.length / 2.0;
        double own = scaled.length / 2.0;
        for (int i = 0; i < scaled.length; i++) {
            double at = middle + (isTurned ? own - i : i - own) / scale;
            int left = (int) Math.floor(at);
            double share = at - left;
            double one = left >= 0 && left < profile.length ? profile[left] : 0;
            double next = left + 1 >= 0 && left + 1 < profile.length ? profile[left + 1] : 0;
            scaled[i] = one + (next - one) * share;
        }
        return scaled;
    }

    /** What stands out of its neighbourhood, its peaks kept from drowning all else. */
    private static double[] contrast(double[] profile) {
        int reach = 12;
        double[] out = new double[profile.length];
        double squares = 1e-9;
        for (int i = 0; i < profile.length; i++) {
            double sum = 0;
            int count = 0;
            for (int j = Math.max(0, i - reach); j <= Math.min(profile.length - 1, i + reach); j++) {
                sum += Math.sqrt(profile[j]);
                count++;
            }
            out[i] = Math.sqrt(profile[i]) - sum / count;
            squares += out[i] * out[i];
        }
        double norm = Math.sqrt(squares);
        for (int i = 0; i < out.length; i++) {
            out[i] /= norm;
        }
        return out;
    }

    /** The greatest likeness, and how far the middle of the page then lies from the middle of the picture. */
    private static double[] best(double[] own, double[] page) {
        double best = -1;
        int bestShift = 0;
        int reach = own.length / 5;
        int offset = (own.length - page.length) / 2;
        for (int shift = -reach; shift <= reach; shift++) {
            double sum = 0;
            int start = offset + shift;
            int from = Math.max(0, -start);
            int to = Math.min(page.length, own.length - start);
            for (int i = from; i < to; i++) {
                sum += page[i] * own[start + i];
            }
            if (sum > best) {
                best = sum;
                bestShift = shift;
            }
        }
        double middle = offset + bestShift + page.length / 2.0 - own.length / 2.0;
        return new double[] {best, middle};
    }
}
