package vn.dancu.civil.name;

/** Edits between two folded names: a letter wrong, missing, too many, or two neighbours changed places. */
final class Slips {
    private static final int MOST = 2;

    private Slips() {}

    /** Whether one or two edits make one of the other, in names long enough for that to mean something. */
    static boolean within(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        if (Math.abs(a.length() - b.length()) > MOST || longer < 4) {
            return false;
        }
        return distance(a, b) <= MOST;
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
