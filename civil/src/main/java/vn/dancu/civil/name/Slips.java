package vn.dancu.civil.name;

/** Edits between two folded names: a letter wrong, missing, too many, or two neighbours changed places. */
final class Slips {
    private static final int MOST = 2;
    private static final int SHORT = 4;

    private Slips() {}

    /**
     * Whether one or two edits make one of the other. A word of up to four letters allows one: more makes another name
     * of it. So does one that makes a common surname of another. Where words were run together or torn apart, the whole
     * is looked at.
     */
    static boolean within(String a, String b) {
        if (Math.abs(a.length() - b.length()) > MOST) {
            return false;
        }
        String[] wordsA = a.split(" ");
        String[] wordsB = b.split(" ");
        if (wordsA.length != wordsB.length) {
            return Math.max(a.length(), b.length()) > 4 && distance(a, b) <= MOST;
        }
        if (Surnames.areTwo(wordsA[0], wordsB[0])) {
            return false;
        }
        int edits = 0;
        for (int i = 0; i < wordsA.length; i++) {
            if (!wordsA[i].equals(wordsB[i])) {
                int here = distance(wordsA[i], wordsB[i]);
                edits += here;
                if (here > (Math.max(wordsA[i].length(), wordsB[i].length()) <= SHORT ? 1 : MOST) || edits > MOST) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int distance(String a, String b) {
        int width = b.length() + 1;
        int[] beforeLast = new int[width];
        int[] last = new int[width];
        int[] row = new int[width];
        for (int j = 0; j < width; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j < width; j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(Math.min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, beforeLast[j - 2] + 1);
                }
                row[j] = best;
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }
}
