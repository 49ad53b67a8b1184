package vn.dancu.linkage.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.dancu.civil.sample.Interval;
import vn.dancu.linkage.LinkageException;
import vn.dancu.linkage.review.PrecisionCheck.Band;
import vn.dancu.linkage.review.PrecisionCheck.Link;

/**
 * What a double-keyed sample says of all links. The first two persons who keyed a pair must agree; where they do not, a third
 * settles it. "Cannot tell" settles nothing: such a pair is left out of the shares and counted apart.
 *
 * @param bands by probability
 * @param precision of all links at 95 %, see {@link Interval#stratified}; empty until every band that holds links has a pair
 *     decided
 * @param agreement of the first two persons
 * @param toKey drawn, and not keyed by two persons yet
 * @param toSettle keyed differently by two, and not by a third
 * @param cannotTell pairs settled as such
 */
public record PrecisionReport(
        List<BandReport> bands,
        Optional<Interval> precision,
        Agreement agreement,
        List<Link> toKey,
        List<Link> toSettle,
        int cannotTell) {

    /**
     * @param links in the band
     * @param decided drawn, and settled as the same or not the same
     * @param right of them the same
     * @param exact Clopper and Pearson's interval of the band by itself
     */
    public record BandReport(double from, double to, long links, int drawn, int decided, int right, Interval exact) {}

    public PrecisionReport {
        bands = List.copyOf(bands);
        toKey = List.copyOf(toKey);
        toSettle = List.copyOf(toSettle);
    }

    private record Pair(String left, String right) {}

    static PrecisionReport of(PrecisionCheck.Sample sample, List<Keying> keyings) {
        Map<Pair, List<Keying>> byPair = new HashMap<>();
        for (Keying keying : keyings) {
            List<Keying> own =
                    byPair.computeIfAbsent(new Pair(keying.left(), keying.right()), none -> new ArrayList<>());
            if (own.stream().anyMatch(before -> before.who().equals(keying.who()))) {
                throw twice(keying);
            }
            own.add(keying);
        }
        List<BandReport> bands = new ArrayList<>();
        List<Interval.Stratum> strata = new ArrayList<>();
        List<Agreement.Both> both = new ArrayList<>();
        List<Link> toKey = new ArrayList<>();
        List<Link> toSettle = new ArrayList<>();
        int cannotTell = 0;
        boolean complete = true;
        for (Band band : sample.bands()) {
            int decided = 0;
            int right = 0;
            for (Link link : band.drawn()) {
                List<Keying> own = byPair.getOrDefault(new Pair(link.left(), link.right()), List.of());
                if (own.size() < 2) {
                    toKey.add(link);
                    continue;
                }
                both.add(both(own));
                Answer settled = settled(own);
                if (settled == null) {
                    toSettle.add(link);
                } else if (settled == Answer.CANNOT_TELL) {
                    cannotTell++;
                } else {
                    decided++;
                    right += settled == Answer.SAME ? 1 : 0;
                }
            }
            complete &= band.links() == 0 || decided > 0;
            strata.add(new Interval.Stratum(band.links(), decided, right));
            bands.add(new BandReport(
                    band.from(),
                    band.to(),
                    band.links(),
                    band.drawn().size(),
                    decided,
                    right,
                    Interval.clopperPearson(right, decided)));
        }
        boolean any = sample.bands().stream().anyMatch(band -> band.links() > 0);
        return new PrecisionReport(
                bands,
                complete && any ? Optional.of(Interval.stratified(strata)) : Optional.empty(),
                Agreement.of(both),
                toKey,
                toSettle,
                cannotTell);
    }

    private static LinkageException twice(Keying keying) {
        return new LinkageException(
                keying.who() + " đã trả lời hai lần về cặp " + keying.left() + ", " + keying.right()
                        + ". Mỗi người chỉ trả lời một lần; hãy xóa một dòng.",
                keying.who() + " answered twice about the pair " + keying.left() + ", " + keying.right()
                        + ". Each person answers once: remove one of the lines.");
    }

    /** In the order of their names, so that a person stands on one side throughout. */
    private static Agreement.Both both(List<Keying> own) {
        boolean ordered = own.get(0).who().compareTo(own.get(1).who()) <= 0;
        return new Agreement.Both(
                own.get(ordered ? 0 : 1).answer(), own.get(ordered ? 1 : 0).answer());
    }

    private static @org.jspecify.annotations.Nullable Answer settled(List<Keying> own) {
        if (own.get(0).answer() == own.get(1).answer()) {
            return own.get(0).answer();
        }
        return own.size() > 2 ? own.get(2).answer() : null;
    }

    /** For the terminal. */
    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-18s %12s %7s %8s %7s   %s%n",
                "probability",
                "links",
                "drawn",
                "decided",
                "right",
                "95 %"));
        for (BandReport band : bands) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-18s %,12d %7d %8d %7d   %.4f - %.4f%n",
                    band.from() + " - " + band.to(),
                    band.links(),
                    band.drawn(),
                    band.decided(),
                    band.right(),
                    band.exact().low(),
                    band.exact().high()));
        }
        text.append(precision
                .map(all -> String.format(
                        Locale.ROOT,
                        "precision %.5f, 95 %% between %.5f and %.5f%n",
                        all.estimate(),
                        all.low(),
                        all.high()))
                .orElse("precision: every band needs a pair decided\n"));
        text.append(String.format(
                Locale.ROOT,
                "two keyings of %d pairs: %.4f agree, kappa %.3f; to key %d, to settle %d, cannot tell %d%n",
                agreement.pairs(),
                agreement.observed(),
                agreement.kappa(),
                toKey.size(),
                toSettle.size(),
                cannotTell));
        return text.toString();
    }
}
