package vn.dancu.linkage;

/**
 * What the links of a household say about its other members: two records are more likely one person when others of the two
 * households are already linked. Counted once with an agreeing household number, because both say the same; capped; and
 * silent between two of one household, for whom it holds alike.
 */
final class HouseholdEvidence {

    static final int TWO_OTHERS = 1;
    static final int ONE_OTHER = 2;
    static final int ELSEWHERE = 3;
    private static final double MOST_FOR_TWO = 8;
    private static final double MOST_FOR_ONE = 6.5;
    private static final double LEAST = -4;
    /** Chance that two strangers' households are linked to each other. */
    private static final double BY_CHANCE = 1e-3;

    private static final double SURE = .99;
    private static final double PSEUDO_LINKS = 20;

    private final LongCodes pairs = new LongCodes();
    private int[] pairCounts = new int[16];
    private final int[] linkedOfLeft;
    private final int[] match;
    private final int[] ofRight;

    HouseholdEvidence(Joint joint, OneToOne.Outcome links) {
        this.match = links.match;
        this.ofRight = links.ofRight;
        int households = joint.model.householdColumn() < 0 ? 1 : joint.texts[joint.model.householdColumn()].codes();
        linkedOfLeft = new int[households];
        for (int i = 0; i < match.length; i++) {
            int own = joint.household(joint.left, i);
            int theirs = match[i] < 0 || links.shares[i] ? 0 : joint.household(joint.right, match[i]);
            if (own != 0 && theirs != 0) {
                linkedOfLeft[own]++;
                int code = pairs.add((long) own << 32 | theirs);
                if (code >= pairCounts.length) {
                    pairCounts = java.util.Arrays.copyOf(pairCounts, code * 2);
                }
                pairCounts[code]++;
            }
        }
    }

    /**
     * 0 where nothing can be told.
     *
     * @param joint the two files, or the same ones brought together anew
     */
    int level(Joint joint, int i, int j) {
        int own = joint.household(joint.left, i);
        int theirs = joint.household(joint.right, j);
        if (own == 0 || theirs == 0) {
            return 0;
        }
        int same = pairCounts[pairs.find((long) own << 32 | theirs)];
        int linked = linkedOfLeft[own];
        int mine = match[i];
        int minesHousehold = mine < 0 ? 0 : joint.household(joint.right, mine);
        if (minesHousehold != 0) {
            linked--;
            same -= minesHousehold == theirs ? 1 : 0;
        }
        int rival = ofRight[j];
        if (rival >= 0 && rival != i && joint.household(joint.left, rival) == own) {
            linked--;
            same--;
        }
        if (same >= 2) {
            return TWO_OTHERS;
        }
        if (same == 1) {
            return ONE_OTHER;
        }
        return linked > 0 ? ELSEWHERE : 0;
    }

    void learn(Joint joint, OneToOne.Outcome links, Parameters parameters) {
        double[] counts = new double[Parameters.HOUSEHOLD_LEVELS + 1];
        double all = 0;
        for (int i = 0; i < match.length; i++) {
            if (match[i] >= 0 && links.probability[i] >= SURE) {
                int level = level(joint, i, match[i]);
                if (level != 0) {
                    counts[level]++;
                    all++;
                }
            }
        }
        double[] believed = {.65, .25, .1};
        for (int v = 0; v < Parameters.HOUSEHOLD_LEVELS; v++) {
            parameters.household[v] = (counts[v + 1] + PSEUDO_LINKS * believed[v]) / (all + PSEUDO_LINKS);
        }
    }

    static double weight(Parameters parameters, int level) {
        return switch (level) {
            case TWO_OTHERS -> bounded(Parameters.log2(parameters.household[0] / BY_CHANCE), 0, MOST_FOR_TWO);
            case ONE_OTHER -> bounded(Parameters.log2(parameters.household[1] / BY_CHANCE), 0, MOST_FOR_ONE);
            case ELSEWHERE -> bounded(Parameters.log2(parameters.household[2] / .95), LEAST, 0);
            default -> 0;
        };
    }

    private static double bounded(double weight, double least, double most) {
        return Math.max(least, Math.min(most, weight));
    }

    /** Sets the deciding weight of every candidate anew. */
    void apply(Survivors candidates, Weights weights) {
        int place = place(weights.joint);
        candidates.weigh(e -> (float) total(
                weights,
                place,
                level(weights.joint, candidates.left(e), candidates.right(e)),
                candidates.pattern(e),
                candidates.stranger(e),
                candidates.sibling(e),
                candidates.relative(e)));
    }

    /** The comparison of places, or -1. */
    static int place(Joint joint) {
        int place = -1;
        for (int k = 0; k < joint.model.comparisons().size(); k++) {
            place = joint.model.comparisons().get(k).kind() == Comparison.Kind.PLACE ? k : place;
        }
        return place;
    }

    /** The weight of a pair with the evidence of its households: an equal household number is not counted beside it. */
    static double total(
            Weights weights,
            int place,
            int level,
            long pattern,
            double againstStranger,
            double againstSibling,
            double againstRelative) {
        double stranger = againstStranger;
        double relative = againstRelative;
        double sibling = againstSibling;
        if (level != 0) {
            int placeLevel = place < 0 ? 0 : Survivors.level(pattern, place);
            double already = place < 0 ? 0 : weights.random[place][placeLevel];
            double added = weight(weights.parameters, level);
            if (level == ELSEWHERE) {
                stranger += placeLevel == PairLevels.SAME_HOUSEHOLD ? 0 : added;
            } else {
                stranger += Math.max(already, added) - already;
                relative -= place < 0 ? 0 : weights.family[place][placeLevel];
                sibling -= place < 0 ? 0 : weights.sibling[place][placeLevel];
            }
        }
        return Weights.total(stranger, sibling, relative);
    }

    /** What a level is called in an explanation. */
    static String name(int level) {
        return switch (level) {
            case TWO_OTHERS -> "two others of the household are linked";
            case ONE_OTHER -> "one other of the household is linked";
            case ELSEWHERE -> "others of the household are linked to another";
            default -> Comparison.CANNOT_TELL;
        };
    }
}
