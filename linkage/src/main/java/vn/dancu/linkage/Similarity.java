package vn.dancu.linkage;

/** Distances of short folded texts. */
final class Similarity {

    private Similarity() {}

    /** Jaro's similarity with Winkler's bonus for up to four common first letters (weight .1 each). */
    static double jaroWinkler(String a, String b) {
        int longest = Math.max(a.length(), b.length());
        if (longest == 0) {
            return 1;
        }
        int window = Math.max(0, longest / 2 - 1);
        boolean[] usedB = new boolean[b.length()];
        char[] matchedA = new char[a.length()];
        int matches = 0;
        for (int i = 0; i < a.length(); i++) {
            int last = Math.min(b.length() - 1, i + window);
            for (int j = Math.max(0, i - window); j <= last; j++) {
                if (!usedB[j] && a.charAt(i) == b.charAt(j)) {
                    usedB[j] = true;
                    matchedA[matches++] = a.charAt(i);
                    break;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        int outOfPlace = 0;
        int k = 0;
        for (int j = 0; j < b.length(); j++) {
            if (usedB[j] && matchedA[k++] != b.charAt(j)) {
                outOfPlace++;
            }
        }
        double m = matches;
        double jaro = (m / a.length() + m / b.length() + (m - outOfPlace / 2.0) / m) / 3;
        int prefix = 0;
        while (prefix < 4 && prefix < a.length() && prefix < b.length() && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * .1 * (1 - jaro);
    }

    /** Whether one insertion, deletion, substitution or swap of neighbours makes one the other. */
    static boolean oneEdit(String a, String b) {
        String shorter = a.length() <= b.length() ? a : b;
        String longer = a.length() <= b.length() ? b : a;
        int gap = longer.length() - shorter.length();
        if (gap > 1) {
            return false;
        }
        int start = 0;
        while (start < shorter.length() && shorter.charAt(start) == longer.charAt(start)) {
            start++;
        }
        if (gap == 1) {
            return shorter.substring(start).equals(longer.substring(start + 1));
        }
        if (start == shorter.length()) {
            return true;
        }
        if (shorter.substring(start + 1).equals(longer.substring(start + 1))) {
            return true;
        }
        return start + 1 < shorter.length()
                && shorter.charAt(start) == longer.charAt(start + 1)
                && shorter.charAt(start + 1) == longer.charAt(start)
                && shorter.substring(start + 2).equals(longer.substring(start + 2));
    }
}
