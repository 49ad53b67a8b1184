package vn.dancu.linkage;

/** What came out against the truth. */
record Figures(int linkable, int linked, int right, int uncertain) {
    double precision() {
        return linked == 0 ? 1 : (double) right / linked;
    }

    double recall() {
        return linkable == 0 ? 1 : (double) right / linkable;
    }
}
