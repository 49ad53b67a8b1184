package vn.dancu.linkage;

import java.util.Arrays;

/** Disjoint sets of small numbers (union-find with path halving). */
final class Groups {

    private final int[] parent;

    Groups(int size) {
        parent = new int[size];
        Arrays.setAll(parent, i -> i);
    }

    int root(int member) {
        int at = member;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** The smaller number leads. */
    void join(int a, int b) {
        int rootA = root(a);
        int rootB = root(b);
        parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }
}
