package vn.dancu.linkage;

import java.util.BitSet;

/**
 * Where expectation maximisation begins: how often true pairs show each level, as seen among pairs that agree on an id, which
 * hardly two persons share. What a comparison is believed to show may be far from a file's truth; such pairs are not. Only a
 * beginning, since ids are mistyped and lent: the rounds that follow look at all pairs.
 */
final class IdPairs {

    /** Fewer pairs than that teach less than belief does. */
    static final int ENOUGH = 100;
    /** Pairs that agree on an id, and nothing but that being looked at, are one with this probability at least. */
    private static final double SURE = .95;
    /** Left rows that find a second right one by the id; people who are counted twice are few. */
    private static final double MOST_SHARED = .05;
    /** Random pairs that belief counts for in how often strangers agree on an id. */
    private static final double PSEUDO_PAIRS = 100;

    private final Joint joint;
    private final Parameters parameters;
    private final Survivors candidates;
    private final long[] free;
    private final double[] posterior;

    /**
     * @param free by candidate: the comparisons that no rule needed in order to find it, as bits
     * @param posterior of the candidates, by what is believed so far
     */
    IdPairs(Joint joint, Parameters parameters, Survivors candidates, long[] free, double[] posterior) {
        this.joint = joint;
        this.parameters = parameters;
        this.candidates = candidates;
        this.free = free;
        this.posterior = posterior;
    }

    /**
     * Sets m of every comparison that enough pairs teach which agree on an id other than itself.
     *
     * @param strangers levels of random pairs
     * @return how many pairs agreed on some id; 0 where the model has none
     */
    int teach(LevelCounts strangers) {
        long ids = ids(strangers);
        if (ids == 0) {
            return 0;
        }
        LevelCounts counts = new LevelCounts(joint);
        int pairs = 0;
        for (int e = 0; e < candidates.size; e++) {
            long agreed = agreed(candidates.pattern(e), ids);
            if (agreed == 0) {
                continue;
            }
            pairs++;
            for (int k = 0; k < counts.counts.length; k++) {
                boolean byOther = (agreed & ~(1L << k)) != 0;
                int level = Survivors.level(candidates.pattern(e), k);
                if (byOther && level != 0 && (free[e] >>> k & 1) != 0) {
                    counts.counts[k][level]++;
                }
            }
        }
        for (int k = 0; k < counts.counts.length; k++) {
            if (counts.sum(k) >= ENOUGH) {
                counts.blend(k, parameters.m[k], joint.model.settings().belief());
            }
        }
        return pairs;
    }

    /** The comparisons that are of an id in these files, as bits. */
    long ids(LevelCounts strangers) {
        long ids = 0;
        for (int k = 0; k < parameters.m.length; k++) {
            if (mayBeId(joint.model.comparisons().get(k)) && isRare(strangers, k) && isOneToOne(k)) {
                ids |= 1L << k;
            }
        }
        return ids;
    }

    private boolean mayBeId(Comparison comparison) {
        Column column = joint.model
                .columns()
                .get(joint.model.column(comparison.columns().get(0)));
        boolean number = switch (column.kind()) {
            case NUMBER, NUMBERS, CODE -> true;
            default -> false;
        };
        return number
                && switch (comparison.kind()) {
                    case NUMBER, NUMBERS, CODE -> true;
                    case LEVELS ->
                        comparison.levels().get(0).tests().stream().allMatch(test -> test.measure() == Measure.EXACT);
                    default -> false;
                };
    }

    /** Whether two strangers agree on it far more seldom than one person with himself. */
    private boolean isRare(LevelCounts strangers, int k) {
        double believed = joint.model.comparisons().get(k).levels().get(0).u();
        double byChance = (strangers.counts[k][1] + PSEUDO_PAIRS * believed) / (strangers.sum(k) + PSEUDO_PAIRS);
        double ofOne = parameters.m[k][1] * parameters.matchShare;
        return ofOne / (ofOne + byChance * parameters.rightSize) >= SURE;
    }

    /** Whether those who agree on it are one by all else, too, and hardly anybody has two. */
    private boolean isOneToOne(int k) {
        double sum = 0;
        int pairs = 0;
        int shared = 0;
        int before = -1;
        BitSet rights = new BitSet();
        for (int e = 0; e < candidates.size; e++) {
            if (Survivors.level(candidates.pattern(e), k) == 1) {
                sum += posterior[e];
                pairs++;
                boolean second = candidates.left(e) == before || rights.get(candidates.right(e));
                shared += second && !joint.within() ? 1 : 0;
                rights.set(candidates.right(e));
                before = candidates.left(e);
            }
        }
        return pairs >= ENOUGH && sum >= SURE * pairs && shared <= MOST_SHARED * pairs;
    }

    private static long agreed(long pattern, long ids) {
        long agreed = 0;
        for (long rest = ids; rest != 0; rest &= rest - 1) {
            int k = Long.numberOfTrailingZeros(rest);
            agreed |= Survivors.level(pattern, k) == 1 ? 1L << k : 0;
        }
        return agreed;
    }
}
