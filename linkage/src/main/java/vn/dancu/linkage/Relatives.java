package vn.dancu.linkage;

import java.util.Arrays;

/**
 * How alike two persons of one household are, brothers and sisters apart from other relatives: learnt from pairs inside a
 * household of one file, who are surely two persons.
 */
final class Relatives {

    private static final int MOST_PAIRS = 100_000;
    private static final double PSEUDO_PAIRS = 50;

    private final Joint joint;
    private final int comparisons;
    /** By comparison and level, inside one file. */
    private final double[][] family;

    private final double[][] sibling;

    Relatives(Joint joint) {
        this.joint = joint;
        this.comparisons = joint.model.comparisons().size();
        this.family = new double[comparisons][];
        this.sibling = new double[comparisons][];
    }

    /** Levels among two of one household of one file; duplicates of one person left aside. */
    void learn(Parameters parameters) {
        PairLevels levels = new PairLevels(joint, parameters);
        LevelCounts counts = new LevelCounts(joint);
        LevelCounts siblingCounts = new LevelCounts(joint);
        // Pairs in households, their members, sibling pairs seen, other pairs seen.
        double[] seen = new double[4];
        countRelatives(levels, joint.left, joint.leftSize, counts, siblingCounts, seen);
        if (!joint.within()) {
            countRelatives(levels, joint.right, joint.rightSize, counts, siblingCounts, seen);
        }
        double others = (seen[0] + 3 * PSEUDO_PAIRS) / (seen[1] + PSEUDO_PAIRS);
        double share = (seen[2] + PSEUDO_PAIRS / 3) / (seen[2] + seen[3] + PSEUDO_PAIRS);
        parameters.siblings = others * share;
        parameters.relatives = others * (1 - share);
        if (joint.within()) {
            // A pair of one file is met once, not from either side.
            parameters.siblings /= 2;
            parameters.relatives /= 2;
        }
        for (int k = 0; k < comparisons; k++) {
            counts.blend(k, parameters.family[k], PSEUDO_PAIRS);
            siblingCounts.blend(k, parameters.sibling[k], PSEUDO_PAIRS);
            family[k] = parameters.family[k].clone();
            sibling[k] = parameters.sibling[k].clone();
        }
    }

    private void countRelatives(
            PairLevels levels, Rows cells, int size, LevelCounts counts, LevelCounts siblingCounts, double[] seen) {
        int households = 0;
        for (int row = 0; row < size; row++) {
            households = Math.max(households, joint.household(cells, row));
        }
        if (households == 0) {
            return;
        }
        int[] last = new int[households + 1];
        int[] members = new int[households + 1];
        Arrays.fill(last, -1);
        int[] previous = new int[size];
        int pairs = 0;
        for (int row = 0; row < size; row++) {
            int household = joint.household(cells, row);
            if (household == 0) {
                continue;
            }
            previous[row] = last[household];
            last[household] = row;
            members[household]++;
            for (int other = previous[row], n = 0;
                    other >= 0 && n < 4 && pairs < MOST_PAIRS;
                    other = previous[other], n++) {
                if (!samePerson(levels, cells, row, other)) {
                    boolean siblings = siblings(levels, cells, row, other);
                    (siblings ? siblingCounts : counts).add(levels, cells, row, cells, other);
                    seen[siblings ? 2 : 3]++;
                    pairs++;
                }
            }
        }
        for (int count : members) {
            seen[0] += (double) count * (count - 1);
            seen[1] += count;
        }
    }

    /** Of one relation to the head, or, where no relation is known, of one father. */
    private boolean siblings(PairLevels levels, Rows cells, int row, int other) {
        boolean sameFather = false;
        for (int k = 0; k < comparisons; k++) {
            Comparison comparison = joint.model.comparisons().get(k);
            Column first = joint.model
                    .columns()
                    .get(joint.model.column(comparison.columns().get(0)));
            boolean relation = first.kind() == Column.Kind.RELATION;
            if (relation || first.name().equals("father_name")) {
                int level = levels.level(k, cells, row, cells, other);
                if (relation && level != 0) {
                    return level == 1;
                }
                sameFather |= !relation && (level == NameLevels.WHOLE_SAME || level == NameLevels.WHOLE_FOLDED);
            }
        }
        return sameFather;
    }

    private boolean samePerson(PairLevels levels, Rows cells, int row, int other) {
        boolean sameGiven = false;
        boolean sameDate = false;
        for (int k = 0; k < comparisons; k++) {
            Comparison.Kind kind = joint.model.comparisons().get(k).kind();
            int level = levels.level(k, cells, row, cells, other);
            if (kind == Comparison.Kind.NUMBER && level == 1) {
                return true;
            }
            sameGiven |= kind == Comparison.Kind.GIVEN_NAME && level > 0 && level <= NameLevels.FOLDED;
            sameDate |= kind == Comparison.Kind.DATE && level > 0 && level <= Dates.ONE_DIGIT;
        }
        return sameGiven && sameDate;
    }

    /** Two of one household agree as that file says, blurred as the records of one person are between the files. */
    void spread(Parameters parameters) {
        spread(parameters, parameters.family, family);
        spread(parameters, parameters.sibling, sibling);
    }

    private void spread(Parameters parameters, double[][] kin, double[][] learnt) {
        for (int k = 0; k < comparisons; k++) {
            double[] m = parameters.m[k];
            double[] own = kin[k];
            if (joint.model.comparisons().get(k).kind() == Comparison.Kind.PLACE) {
                System.arraycopy(m, 0, own, 0, m.length);
                continue;
            }
            for (int v = 1; v < m.length && !isPartial(k); v++) {
                own[v] = learnt[k][1] * m[v] + (v == 1 ? 0 : learnt[k][v]);
            }
        }
    }

    private boolean isPartial(int k) {
        return joint.model.comparisons().get(k).kind() == Comparison.Kind.OTHER_NAME;
    }
}
