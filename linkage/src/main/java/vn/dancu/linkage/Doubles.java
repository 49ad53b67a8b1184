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
                        : claimOne(candidates.left, candidates.right, candidates, edges, leftRows[a], leftRows[b], linkWeight)
                                && onePerson(joint.left, leftRows[a], leftRows[b]);
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
                        : claimOne(candidates.right, candidates.left, candidates, edges, rightRows[a], rightRows[b], linkWeight)
                                && onePerson(joint.right, rightRows[a], rightRows[b]);
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

    /** Whether two records of a side have a strong candidate in common. */
    private static boolean claimOne(
            int[] side, int[] other, Survivors candidates, int[] edges, int a, int b, double linkWeight) {
        for (int e : edges) {
            if (side[e] != a || candidates.weight[e] < linkWeight) {
                continue;
            }
            for (int f : edges) {
                if (side[f] == b && other[f] == other[e] && candidates.weight[f] >= linkWeight) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean onePerson(int[] cells, int a, int b) {
        int i = a * joint.layout.stride;
        int j = b * joint.layout.stride;
        return score.reaches(RARER + SURE_WEIGHT, cells, i, cells, j) && !cannotLink.forbids(score.pattern, cells, i, cells, j);
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
