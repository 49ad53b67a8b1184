package vn.dancu.linkage.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders candidates by what an answer would settle: how close the pair is to the threshold, times how many records' decisions
 * hang together with it. Ties come first: nobody but a person can break them. The order depends on nothing but the candidates.
 *
 * @param threshold the probability of a link
 * @param oneFile whether left and right rows are records of one file (duplicates), where one may be the same as several
 * @param tieMargin two candidates of a record within so many bits are a tie, where at least one could be a link
 */
public record ReviewQueue(double threshold, boolean oneFile, double tieMargin) {

    private static final double TIE_MARGIN = 1;

    /** Why a pair is asked for. */
    public enum Reason {
        TIE,
        NEAR_THRESHOLD,
        /** Somebody answered before that it cannot be told. */
        LEFT_OPEN
    }

    /**
     * @param probability under one-to-one: against all that claim the same left or right record; in one file as it weighs
     * @param records whose decisions hang together with the pair's
     * @param value what the answer settles; the queue falls by it within ties and within the rest
     */
    public record Item(Candidate candidate, Reason reason, double probability, int records, double value) {}

    public ReviewQueue {
        if (!(threshold > 0 && threshold < 1) || tieMargin < 0) {
            throw new IllegalArgumentException("a threshold lies between 0 and 1, a margin is not below 0");
        }
    }

    public static ReviewQueue betweenFiles(double threshold) {
        return new ReviewQueue(threshold, false, TIE_MARGIN);
    }

    public static ReviewQueue withinOneFile(double threshold) {
        return new ReviewQueue(threshold, true, TIE_MARGIN);
    }

    public List<Item> order(List<Candidate> open) {
        return order(open, Set.of());
    }

    /** What was answered "cannot tell" is asked last; see {@link Decided#open}. */
    public List<Item> order(Decided decided) {
        return order(decided.open(), decided.leftOpen());
    }

    private List<Item> order(List<Candidate> open, Set<Candidate> leftOpen) {
        Map<Integer, Set<Long>> records = new HashMap<>();
        Map<Long, List<Candidate>> byRecord = new HashMap<>();
        for (Candidate candidate : open) {
            for (long key : keys(candidate)) {
                records.computeIfAbsent(candidate.component(), none -> new HashSet<>())
                        .add(key);
                byRecord.computeIfAbsent(key, none -> new ArrayList<>()).add(candidate);
            }
        }
        List<Item> items = new ArrayList<>();
        for (Candidate candidate : open) {
            double probability = probability(candidate, byRecord);
            int size = records.getOrDefault(candidate.component(), Set.of()).size();
            Reason reason = leftOpen.contains(candidate)
                    ? Reason.LEFT_OPEN
                    : isTie(candidate, byRecord) ? Reason.TIE : Reason.NEAR_THRESHOLD;
            items.add(new Item(candidate, reason, probability, size, closeness(probability) * size));
        }
        items.sort(Comparator.comparing(Item::reason)
                .thenComparing(Comparator.comparingDouble(Item::value).reversed())
                .thenComparingInt(item -> item.candidate().left())
                .thenComparingInt(item -> item.candidate().right()));
        return items;
    }

    private long[] keys(Candidate candidate) {
        return new long[] {Candidate.leftKey(candidate.left()), Candidate.rightKey(candidate.right(), oneFile)};
    }

    private double probability(Candidate candidate, Map<Long, List<Candidate>> byRecord) {
        if (oneFile) {
            return candidate.probability();
        }
        double own = odds(candidate);
        double all = 1 - own;
        for (long key : keys(candidate)) {
            for (Candidate rival : byRecord.getOrDefault(key, List.of())) {
                all += odds(rival);
            }
        }
        return own / all;
    }

    private static double odds(Candidate candidate) {
        return Math.pow(2, Math.min(100, candidate.weight()));
    }

    private boolean isTie(Candidate candidate, Map<Long, List<Candidate>> byRecord) {
        if (oneFile || candidate.weight() < 0) {
            return false;
        }
        for (long key : keys(candidate)) {
            for (Candidate rival : byRecord.getOrDefault(key, List.of())) {
                boolean isOther = rival.left() != candidate.left() || rival.right() != candidate.right();
                if (isOther && Math.abs(rival.weight() - candidate.weight()) <= tieMargin) {
                    return true;
                }
            }
        }
        return false;
    }

    /** 1 at the threshold, towards 0 on either side: 4 q (1 − q), where q is the probability with the threshold moved to ½. */
    private double closeness(double probability) {
        double for1 = probability * (1 - threshold);
        double against = (1 - probability) * threshold;
        double q = for1 / (for1 + against);
        return 4 * q * (1 - q);
    }

    /** Takes answers for what they settle. */
    public Decided apply(List<Candidate> candidates, List<Answered> answers) {
        return oneFile ? Decided.withinOneFile(candidates, answers) : Decided.betweenFiles(candidates, answers);
    }
}
