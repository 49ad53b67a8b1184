package vn.dancu.linkage.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * How many links are right, from a sample that two persons look at independently. Drawing: bands of probability, a few of
 * every band and the rest where more errors are expected (Neyman's allocation). A function of the links, the size and the
 * seed alone. Judging: see {@link PrecisionReport}.
 */
public final class PrecisionCheck {

    private static final double[] BOUNDS = {0, .5, .9, .99, .999, .9999, 1};

    /** Of every band, or all that it holds. */
    private static final int LEAST = 10;

    /** An expected error rate is not believed to be lower. */
    private static final double LEAST_ERROR = .001;

    private PrecisionCheck() {}

    public record Link(String left, String right, double probability) {

        public Link {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("a probability lies between 0 and 1: " + probability);
            }
        }
    }

    /**
     * Links of like probability.
     *
     * @param from inclusive
     * @param to exclusive, but for 1
     * @param links in the band
     * @param drawn of them, in the order of their ids
     */
    public record Band(double from, double to, long links, List<Link> drawn) {

        public Band {
            drawn = List.copyOf(drawn);
        }
    }

    public record Sample(List<Band> bands) {

        public Sample {
            bands = List.copyOf(bands);
        }

        /** Of all bands, mixed, so that who looks at them cannot tell how likely they are. */
        public List<Link> mixed(long seed) {
            List<Link> all = new ArrayList<>();
            bands.forEach(band -> all.addAll(band.drawn()));
            all.sort(ORDER);
            shuffle(all, all.size(), new Random(seed));
            return all;
        }
    }

    private static final Comparator<Link> ORDER =
            Comparator.comparing(Link::left).thenComparing(Link::right);

    /** @param size pairs to draw; all links where there are no more */
    public static Sample draw(Collection<Link> links, int size, long seed) {
        if (size < 1) {
            throw new IllegalArgumentException("a sample holds at least one pair");
        }
        List<List<Link>> byBand = new ArrayList<>();
        for (int b = 0; b + 1 < BOUNDS.length; b++) {
            byBand.add(new ArrayList<>());
        }
        for (Link link : links) {
            byBand.get(band(link.probability())).add(link);
        }
        int[] sizes = allocate(byBand, size);
        List<Band> bands = new ArrayList<>();
        for (int b = 0; b < byBand.size(); b++) {
            List<Link> own = byBand.get(b);
            own.sort(ORDER);
            shuffle(own, sizes[b], new Random(seed * 31 + b));
            List<Link> drawn = new ArrayList<>(own.subList(0, sizes[b]));
            drawn.sort(ORDER);
            bands.add(new Band(BOUNDS[b], BOUNDS[b + 1], own.size(), drawn));
        }
        return new Sample(bands);
    }

    private static int band(double probability) {
        int band = 0;
        while (band + 2 < BOUNDS.length && probability >= BOUNDS[band + 1]) {
            band++;
        }
        return band;
    }

    /** So many to the front, each with equal chance (Fisher and Yates). */
    private static void shuffle(List<Link> links, int front, Random random) {
        for (int at = 0; at < front; at++) {
            int other = at + random.nextInt(links.size() - at);
            Link kept = links.get(at);
            links.set(at, links.get(other));
            links.set(other, kept);
        }
    }

    /** First a few of every band in turn, then one by one to the band whose next pair tells most. */
    private static int[] allocate(List<List<Link>> byBand, int size) {
        int[] sizes = new int[byBand.size()];
        double[] spread = new double[byBand.size()];
        int left = size;
        for (int b = 0; b < sizes.length; b++) {
            double error = byBand.get(b).stream()
                    .mapToDouble(link -> 1 - link.probability())
                    .average()
                    .orElse(0);
            double believed = Math.max(LEAST_ERROR, Math.min(1 - LEAST_ERROR, error));
            spread[b] = byBand.get(b).size() * Math.sqrt(believed * (1 - believed));
        }
        while (left > 0) {
            int next = -1;
            for (int b = 0; b < sizes.length; b++) {
                if (sizes[b] < byBand.get(b).size() && (next < 0 || before(sizes, spread, b, next))) {
                    next = b;
                }
            }
            if (next < 0) {
                break;
            }
            sizes[next]++;
            left--;
        }
        return sizes;
    }

    private static boolean before(int[] sizes, double[] spread, int band, int other) {
        boolean few = sizes[band] < LEAST;
        boolean otherFew = sizes[other] < LEAST;
        if (few || otherFew) {
            return few && (!otherFew || sizes[band] < sizes[other]);
        }
        return spread[band] / (sizes[band] + 1) > spread[other] / (sizes[other] + 1);
    }

    /** What the keyings say so far; those of pairs that were not drawn are left aside. */
    public static PrecisionReport judge(Sample sample, List<Keying> keyings) {
        return PrecisionReport.of(sample, keyings);
    }
}
