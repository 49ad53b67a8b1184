package vn.dancu.linkage.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A pair that may be one.
 *
 * @param weight log2 odds of its being one, the prior included
 * @param component number of the group of candidates that hang together by shared records: what is decided about one of them
 *     bears on the others
 */
public record Candidate(int left, int right, double weight, int component) {

    public double probability() {
        return 1 / (1 + Math.pow(2, -weight));
    }

    /** Two pairs that share a record, directly or through others, get one component; numbered by first appearance. */
    public static List<Candidate> connected(int[] left, int[] right, double[] weight, boolean oneFile) {
        if (left.length != right.length || left.length != weight.length) {
            throw new IllegalArgumentException("a left row, a right row and a weight for each pair");
        }
        Sets<Long> sets = new Sets<>();
        for (int e = 0; e < left.length; e++) {
            sets.join(leftKey(left[e]), rightKey(right[e], oneFile));
        }
        Map<Long, Integer> numbers = new HashMap<>();
        List<Candidate> candidates = new ArrayList<>(left.length);
        for (int e = 0; e < left.length; e++) {
            Long root = sets.root(leftKey(left[e]));
            Integer known = numbers.putIfAbsent(root, numbers.size());
            int number = known == null ? numbers.size() - 1 : known;
            candidates.add(new Candidate(left[e], right[e], weight[e], number));
        }
        return candidates;
    }

    static long leftKey(int left) {
        return left;
    }

    /** Right rows are records of their own where there are two files. */
    static long rightKey(int right, boolean oneFile) {
        return oneFile ? right : ~(long) right;
    }
}
