package vn.dancu.linkage;

import org.jspecify.annotations.Nullable;

/**
 * Which records of one side of a component are one person: two forms of one man who both claim his entry are a duplicate, not
 * a tie; two entries of one man (the old ward's, struck off, and the new one's) are not a tie either.
 */
final class Doubles {

    /** Doubles inside a file are rarer than links between files by this many bits (one in a hundred). */
    private static final double RARER = 6.6;

    private static final double SURE_WEIGHT = 4;

    /** A claim that would be a certain link if there were no other. */
    private static final double CERTAIN_CLAIM = 8;

    private final Joint joint;
    private final PairScore score;
    private final CannotLink cannotLink;
    private final @Nullable Clusters lefts;
    private final @Nullable Clusters rights;

    Doubles(Joint joint, Weights weights, @Nullable Clusters lefts, @Nullable Clusters rights) {
        this.joint = joint;
        this.score = new PairScore(weights);
        this.cannotLink = new CannotLink(joint);
        this.lefts = lefts;
        this.rights = rights;
    }

    /** Group numbers from 0 on, by the order of the left rows. */
    int[] lefts(Survivors candidates, int[] edges, int[] leftRows, int[] rightRows, double linkWeight) {
        Groups groups = new Groups(leftRows.length);
        for (int a = 0; a < leftRows.length; a++) {
            for (int b = a + 1; b < leftRows.length; b++) {
                boolean one = lefts != null
                        ? told(lefts, leftRows[a], leftRows[b])
                        : onePerson(
                                joint.left,
                                leftRows[a],
                                leftRows[b],
                                claim(candidates.left, candidates.right, candidates, edges, leftRows[a], leftRows[b]),
                                linkWeight);
                if (one) {
                    groups.join(a, b);
                }
            }
        }
        return numbered(groups, leftRows.length);
    }

    int[] rights(Survivors candidates, int[] edges, int[] leftRows, int[] rightRows, double linkWeight) {
        Groups groups = new Groups(rightRows.length);
        for (int a = 0; a < rightRows.length; a++) {
            for (int b = a + 1; b < rightRows.length; b++) {
                boolean one = rights != null
                        ? told(rights, rightRows[a], rightRows[b])
                        : onePerson(
                                joint.right,
                                rightRows[a],
                                rightRows[b],
                                claim(candidates.right, candidates.left, candidates, edges, rightRows[a], rightRows[b]),
                                linkWeight);
                if (one) {
                    groups.join(a, b);
                }
            }
        }
        return numbered(groups, rightRows.length);
    }

    private static boolean told(Clusters clusters, int a, int b) {
        return clusters.clusterOf(a) != Clusters.ALONE && clusters.clusterOf(a) == clusters.clusterOf(b);
    }

    /** How strongly two records of a side claim one and the same record of the other: the weaker claim of the best. */
    private static double claim(int[] side, int[] other, Survivors candidates, int[] edges, int a, int b) {
        double best = Double.NEGATIVE_INFINITY;
        for (int e : edges) {
            for (int f : edges) {
                if (side[e] == a && side[f] == b && other[f] == other[e]) {
                    best = Math.max(best, Math.min(candidates.weight[e], candidates.weight[f]));
                }
            }
        }
        return best;
    }

    /**
     * Two records that are each certainly one with a third need not resemble each other much: the old entry has another
     * household, head and number. Only what two persons alone can have speaks against it; but a name and a year of birth
     * are shared by too many to speak for it.
     */
    private boolean onePerson(Rows cells, int a, int b, double claim, double linkWeight) {
        if (claim < linkWeight) {
            return false;
        }
        boolean certain = claim >= CERTAIN_CLAIM;
        if (!score.reaches(certain ? 0 : RARER + SURE_WEIGHT, cells, a, cells, b)) {
            return false;
        }
        if (!cannotLink.tellsApart(score.pattern) && score.total < RARER + SURE_WEIGHT) {
            return false;
        }
        return certain && cannotLink.tellsApart(score.pattern)
                ? !cannotLink.numbersForbid(score.pattern, cells, a, cells, b)
                : !cannotLink.forbids(score.pattern, cells, a, cells, b);
    }

    private static int[] numbered(Groups groups, int size) {
        int[] numbers = new int[size];
        int next = 0;
        for (int a = 0; a < size; a++) {
            int root = groups.root(a);
            numbers[a] = root == a ? next++ : numbers[root];
        }
        return numbers;
    }
}
