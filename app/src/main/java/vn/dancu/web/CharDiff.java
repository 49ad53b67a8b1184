package vn.dancu.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two texts side by side, cut into pieces that both have and pieces that only one has. Letters are compared with their
 * marks (NFC code points), so that a lost tone shows as the letter that lost it.
 */
final class CharDiff {
    /** A piece of a text. */
    record Piece(String text, boolean differs) {}

    private static final int LONGEST = 400;

    private CharDiff() {}

    /** The pieces of {@code text}, judged against {@code other}; one agreeing piece where there is nothing to compare. */
    static List<Piece> pieces(@Nullable String text, @Nullable String other) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        int[] mine = points(text);
        if (other == null || other.isEmpty() || mine.length > LONGEST || other.length() > LONGEST) {
            return List.of(new Piece(text, false));
        }
        boolean[] common = inCommon(mine, points(other));
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= mine.length; i++) {
            if (i == mine.length || common[i] != common[from]) {
                pieces.add(new Piece(new String(mine, from, i - from), !common[from]));
                from = i;
            }
        }
        return pieces;
    }

    private static int[] points(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray();
    }

    /** Which code points of {@code a} lie on a longest common subsequence with {@code b}; case is not a difference. */
    private static boolean[] inCommon(int[] a, int[] b) {
        int[][] length = new int[a.length + 1][b.length + 1];
        for (int i = a.length - 1; i >= 0; i--) {
            for (int j = b.length - 1; j >= 0; j--) {
                length[i][j] = same(a[i], b[j])
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        boolean[] common = new boolean[a.length];
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            if (same(a[i], b[j])) {
                common[i] = true;
                i++;
                j++;
            } else if (length[i + 1][j] >= length[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }

    private static boolean same(int a, int b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}
