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
    /**
     * A piece of a text.
     *
     * @param marksOnly whether the letters are the same and only their marks differ: á and a, đ and d
     */
    record Piece(String text, boolean differs, boolean marksOnly) {
        Piece(String text, boolean differs) {
            this(text, differs, false);
        }
    }

    private static final int LONGEST = 400;
    private static final int SHORT = 6;
    private static final int AGREES = 0;
    private static final int MARKS = 1;
    private static final int DIFFERS = 2;

    private CharDiff() {}

    /**
     * The pieces of {@code text}, judged against {@code other}; one agreeing piece where there is nothing to
     * compare, or so little in common that single letters tell nothing.
     */
    static List<Piece> pieces(@Nullable String text, @Nullable String other) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        int[] mine = points(text);
        if (other == null || other.isEmpty() || mine.length > LONGEST || other.length() > LONGEST) {
            return List.of(new Piece(text, false));
        }
        int[] theirs = points(other);
        boolean[] common = inCommon(mine, theirs);
        boolean[] letters = inCommon(bare(mine), bare(theirs));
        boolean isTelling = mine.length > SHORT || Character.isLetter(mine[0]);
        if (isTelling && countOf(common) * 2 < mine.length && countOf(letters) * 4 < mine.length * 3) {
            return List.of(new Piece(text, false));
        }
        int[] kinds = new int[mine.length];
        for (int i = 0; i < mine.length; i++) {
            kinds[i] = common[i] ? AGREES : letters[i] && Character.isLetter(mine[i]) ? MARKS : DIFFERS;
        }
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= mine.length; i++) {
            if (i == mine.length || kinds[i] != kinds[from]) {
                pieces.add(new Piece(new String(mine, from, i - from), kinds[from] != AGREES, kinds[from] == MARKS));
                from = i;
            }
        }
        return pieces;
    }

    /** Letters without their marks, one for one: đ is d, ễ is e. */
    private static int[] bare(int[] points) {
        int[] bare = new int[points.length];
        for (int i = 0; i < points.length; i++) {
            bare[i] = bare(points[i]);
        }
        return bare;
    }

    private static int bare(int point) {
        int lower = Character.toLowerCase(point);
        return lower == 'đ'
                ? 'd'
                : Normalizer.normalize(Character.toString(lower), Normalizer.Form.NFD)
                        .codePointAt(0);
    }

    private static int countOf(boolean[] common) {
        int count = 0;
        for (boolean one : common) {
            count += one ? 1 : 0;
        }
        return count;
    }

    private static int[] points(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray();
    }

    /**
     * Which code points of {@code a} also stand in {@code b}: the same beginning, the same end, and between them a longest
     * common subsequence.
     */
    private static boolean[] inCommon(int[] a, int[] b) {
        boolean[] common = new boolean[a.length];
        int begin = 0;
        while (begin < Math.min(a.length, b.length) && same(a[begin], b[begin])) {
            common[begin++] = true;
        }
        int end = 0;
        while (end < Math.min(a.length, b.length) - begin && same(a[a.length - 1 - end], b[b.length - 1 - end])) {
            common[a.length - 1 - end++] = true;
        }
        markSubsequence(a, begin, a.length - end, b, begin, b.length - end, common);
        return common;
    }

    private static void markSubsequence(int[] a, int fromA, int toA, int[] b, int fromB, int toB, boolean[] common) {
        int[][] length = new int[toA - fromA + 1][toB - fromB + 1];
        for (int i = toA - fromA - 1; i >= 0; i--) {
            for (int j = toB - fromB - 1; j >= 0; j--) {
                length[i][j] = same(a[fromA + i], b[fromB + j])
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (fromA + i < toA && fromB + j < toB) {
            if (same(a[fromA + i], b[fromB + j])) {
                common[fromA + i] = true;
                i++;
                j++;
            } else if (length[i + 1][j] >= length[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private static boolean same(int a, int b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}
