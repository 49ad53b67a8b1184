package vn.dancu.linkage;

import org.jspecify.annotations.Nullable;

/** Right rows and weights, left row by left row: in memory, or in a file where the pairs they come from lie in one, too. */
final class Ranked {

    private static final int WEIGHT = Integer.BYTES;

    private final int[] rights;
    private final double[] weights;
    private final SpillFile.@Nullable Mapped file;

    private Ranked(int[] rights, double[] weights, SpillFile.@Nullable Mapped file) {
        this.rights = rights;
        this.weights = weights;
        this.file = file;
    }

    int right(int at) {
        return file == null ? rights[at] : file.getInt(at, 0);
    }

    double weight(int at) {
        return file == null ? weights[at] : file.getDouble(at, WEIGHT);
    }

    /**
     * Best first; of equals, the first row first.
     *
     * @param begins where those of a left row begin, by how many pairs reach the least weight
     */
    static Ranked of(Survivors pairs, double least, int[] begins) {
        PairFile spilled = pairs.file();
        return spilled == null ? inMemory(pairs, least, begins) : inFile(pairs, least, spilled);
    }

    private static Ranked inMemory(Survivors pairs, double least, int[] begins) {
        int all = begins[begins.length - 1];
        int[] rights = new int[all];
        double[] weights = new double[all];
        int next = 0;
        for (int e = 0; e < pairs.size; e++) {
            if (pairs.weight(e) >= least) {
                insert(rights, weights, begins[pairs.left(e)], next++, pairs.right(e), pairs.weight(e));
            }
        }
        return new Ranked(rights, weights, null);
    }

    private static Ranked inFile(Survivors pairs, double least, PairFile spilled) {
        try (SpillFile file = new SpillFile(spilled.folder, "dancu-ranked", WEIGHT + Double.BYTES)) {
            int[] rights = new int[16];
            double[] weights = new double[16];
            int count = 0;
            for (int e = 0; e < pairs.size; e++) {
                if (count == rights.length) {
                    rights = java.util.Arrays.copyOf(rights, count * 2);
                    weights = java.util.Arrays.copyOf(weights, count * 2);
                }
                if (pairs.weight(e) >= least) {
                    insert(rights, weights, 0, count++, pairs.right(e), pairs.weight(e));
                }
                if (e + 1 == pairs.size || pairs.left(e + 1) != pairs.left(e)) {
                    for (int n = 0; n < count; n++) {
                        file.next().putInt(rights[n]).putDouble(weights[n]);
                    }
                    count = 0;
                }
            }
            return new Ranked(new int[0], new double[0], file.map());
        }
    }

    private static void insert(int[] rights, double[] weights, int begin, int end, int right, double weight) {
        int at = end;
        while (at > begin && weights[at - 1] < weight) {
            weights[at] = weights[at - 1];
            rights[at] = rights[at - 1];
            at--;
        }
        weights[at] = weight;
        rights[at] = right;
    }
}
