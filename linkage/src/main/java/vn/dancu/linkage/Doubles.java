package vn.dancu.linkage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntUnaryOperator;
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
    int[] lefts(Survivors candidates, int[] edges, int[] leftRows, double linkWeight) {
        return grouped(lefts, joint.left, candidates::left, candidates::right, leftRows, candidates, edges, linkWeight);
    }

    int[] rights(Survivors candidates, int[] edges, int[] rightRows, double linkWeight) {
        return grouped(
                rights, joint.right, candidates::right, candidates::left, rightRows, candidates, edges, linkWeight);
    }

    private int[] grouped(
            @Nullable Clusters known,
            Rows cells,
            IntUnaryOperator side,
            IntUnaryOperator other,
            int[] rows,
            Survivors candidates,
            int[] edges,
            double linkWeight) {
        Groups groups = new Groups(rows.length);
        if (known == null && !joint.kin()) {
            // Of things other than people in households nothing is known that would tell a double from a tie.
            return numbered(groups, rows.length);
        }
        double[][] claims = known == null ? claims(side, other, rows, candidates, edges) : new double[0][];
        for (int a = 0; a < rows.length; a++) {
            for (int b = a + 1; b < rows.length; b++) {
                boolean one = known != null
                        ? told(known, rows[a], rows[b])
                        : onePerson(cells, rows[a], rows[b], claims[a][b], linkWeight);
                if (one) {
                    groups.join(a, b);
                }
            }
        }
        return numbered(groups, rows.length);
    }

    private static boolean told(Clusters clusters, int a, int b) {
        return clusters.clusterOf(a) != Clusters.ALONE && clusters.clusterOf(a) == clusters.clusterOf(b);
    }

    /**
     * By two records of a side: how strongly they claim one and the same record of the other, the weaker claim of the best;
     * negative infinity where they do not.
     */
    private static double[][] claims(
            IntUnaryOperator side, IntUnaryOperator other, int[] rows, Survivors candidates, int[] edges) {
        double[][] claims = new double[rows.length][rows.length];
        for (double[] row : claims) {
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
        }
        Integer[] byOther = new Integer[edges.length];
        Arrays.setAll(byOther, n -> edges[n]);
        Arrays.sort(byOther, Comparator.comparingInt(other::applyAsInt));
        for (int from = 0, to; from < byOther.length; from = to) {
            to = from + 1;
            while (to < byOther.length && other.applyAsInt(byOther[to]) == other.applyAsInt(byOther[from])) {
                to++;
            }
            for (int x = from; x < to; x++) {
                for (int y = from; y < to; y++) {
                    int a = Arrays.binarySearch(rows, side.applyAsInt(byOther[x]));
                    int b = Arrays.binarySearch(rows, side.applyAsInt(byOther[y]));
                    double claim = Math.min(candidates.weight(byOther[x]), candidates.weight(byOther[y]));
                    claims[a][b] = Math.max(claims[a][b], claim);
                }
            }
        }
        return claims;
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
