package vn.dancu.linkage;

/** The level of one comparison for a pair of rows. One per thread, because some remember. */
@FunctionalInterface
interface LevelFunction {

    /** Nothing can be told of the two files. */
    LevelFunction SILENT = (left, i, right, j) -> 0;

    /** @param i where the left row begins, j where the right one does */
    int level(int[] left, int i, int[] right, int j);

    /**
     * The levels of one left row and several right ones. The hot ones do it in a loop of their own, which the compiler can
     * make one piece of: that is why such loops stand in several classes.
     *
     * @param rights where the right rows begin
     */
    default void levels(int[] left, int i, int[] right, int[] rights, int count, byte[] levels) {
        for (int n = 0; n < count; n++) {
            levels[n] = (byte) level(left, i, right, rights[n]);
        }
    }

    /** 1 equal, 2 other. */
    final class Equality implements LevelFunction {
        private final int slot;

        Equality(int slot) {
            this.slot = slot;
        }

        @Override
        public int level(int[] left, int i, int[] right, int j) {
            return of(left[i + slot], right[j + slot]);
        }

        @Override
        public void levels(int[] left, int i, int[] right, int[] rights, int count, byte[] levels) {
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
    final class NumberEquality implements LevelFunction {
        private final int slot;

        NumberEquality(int slot) {
            this.slot = slot;
        }

        @Override
        public int level(int[] left, int i, int[] right, int j) {
            long a = Joint.number(left, i + slot);
            long b = Joint.number(right, j + slot);
            if (a == 0 || b == 0) {
                return 0;
            }
            return a == b ? 1 : 2;
        }
    }
}
