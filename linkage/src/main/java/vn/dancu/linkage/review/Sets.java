package vn.dancu.linkage.review;

import java.util.HashMap;
import java.util.Map;

/** Disjoint sets; what was never named is a set of its own. */
final class Sets<T> {

    private final Map<T, T> parent = new HashMap<>();

    T root(T member) {
        T at = member;
        T above = parent.getOrDefault(at, at);
        while (!above.equals(at)) {
            T top = parent.getOrDefault(above, above);
            parent.put(at, top);
            at = above;
            above = top;
        }
        return at;
    }

    boolean together(T a, T b) {
        return root(a).equals(root(b));
    }

    void join(T a, T b) {
        T rootA = root(a);
        T rootB = root(b);
        if (!rootA.equals(rootB)) {
            parent.put(rootB, rootA);
        }
    }
}
