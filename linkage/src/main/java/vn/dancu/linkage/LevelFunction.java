package vn.dancu.linkage;

/** The level of one comparison for a pair of rows. One per thread, because some remember. */
abstract class LevelFunction {

    /** Nothing can be told of the two files. */
    static final LevelFunction SILENT = new LevelFunction() {
        @Override
        int level(int[] left, int i, int[] right, int j) {
            return 0;
        }
    };

    /** @param i where the left row begins, j where the right one does */
    abstract int level(int[] left, int i, int[] right, int j);

    /**
     * The levels of one left row and several right ones. The hot ones do it in a loop of their own, which the compiler can
     * make one piece of.
     *
     * @param rights where the right rows begin
     */
    void levels(int[] left, int i, int[] right, int[] rights, int count, byte[] levels) {
        for (int n = 0; n < count; n++) {
            levels[n] = (byte) level(left, i, right, rights[n]);
        }
    }

    /** 1 equal, 2 other. */
    static final class Equality extends LevelFunction {
        private final int slot;

        Equality(int slot) {
            this.slot = slot;
        }

        @Override
        int level(int[] left, int i, int[] right, int j) {
            return of(left[i + slot], right[j + slot]);
        }

        @Override
        void levels(int[] left, int i, int[] right, int[] rights, int count, byte[] levels) {
            int a = left[i + slot];
            for (int n = 0; n < count; n++) {
                levels[n] = (byte) of(a, right[rights[n] + slot]);
            }
        }

        static int of(int a, int b) {
            if (a == 0 || b == 0) {
                return 0;
            }
            return a == b ? 1 : 2;
        }
    }

    /** Equality of a value of two cells. */
    static final class NumberEquality extends LevelFunction {
        private final int slot;

        NumberEquality(int slot) {
            this.slot = slot;
        }

        @Override
        int level(int[] left, int i, int[] right, int j) {
            long a = Joint.number(left, i + slot);
            long b = Joint.number(right, j + slot);
            if (a == 0 || b == 0) {
                return 0;
            }
            return a == b ? 1 : 2;
        }
    }
}
