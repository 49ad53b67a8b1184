package vn.dancu.linkage;

/** How alike two texts are. All symmetric. */
final class Similarity {

    private Similarity() {}

    /**
     * Jaro-Winkler similarity, 0 to 1 (Winkler 1990: a common prefix of up to four letters counts extra, weight .1 each,
     * whatever the Jaro similarity).
     */
    static double jaroWinkler(String a, String b) {
        double jaro = jaro(a, b);
        int most = Math.min(4, Math.min(a.length(), b.length()));
        int prefix = 0;
        while (prefix < most && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * .1 * (1 - jaro);
    }

    /** Jaro similarity, 0 to 1 (Jaro 1989); 1 for two empty texts. */
    static double jaro(String a, String b) {
        // Matches are looked for from the first text's side, and the result can depend on which that is.
        boolean turned = a.length() > b.length() || (a.length() == b.length() && a.compareTo(b) > 0);
        return turned ? ordered(b, a) : ordered(a, b);
    }

    private static double ordered(String a, String b) {
        if (b.isEmpty()) {
            return 1;
        }
        if (a.isEmpty()) {
            return 0;
        }
        return b.length() <= Long.SIZE ? shortJaro(a, b) : longJaro(a, b);
    }

    /** Used letters are bits, nothing is allocated: both texts have at most 64. */
    private static double shortJaro(String a, String b) {
        int lengthA = a.length();
        int lengthB = b.length();
        int window = Math.max(0, lengthB / 2 - 1);
        long usedA = 0;
        long usedB = 0;
        for (int i = 0; i < lengthA; i++) {
            char c = a.charAt(i);
            int last = Math.min(lengthB - 1, i + window);
            for (int j = Math.max(0, i - window); j <= last; j++) {
                if (c == b.charAt(j) && (usedB >>> j & 1) == 0) {
                    usedA |= 1L << i;
                    usedB |= 1L << j;
                    break;
                }
            }
        }
        int matches = Long.bitCount(usedA);
        if (matches == 0) {
            return 0;
        }
        int outOfPlace = 0;
        long restA = usedA;
        long restB = usedB;
        while (restA != 0) {
            int i = Long.numberOfTrailingZeros(restA);
            int j = Long.numberOfTrailingZeros(restB);
            outOfPlace += a.charAt(i) == b.charAt(j) ? 0 : 1;
            restA &= restA - 1;
            restB &= restB - 1;
        }
        return jaro(matches, outOfPlace, lengthA, lengthB);
    }

    private static double longJaro(String a, String b) {
        int window = Math.max(0, b.length() / 2 - 1);
        boolean[] usedB = new boolean[b.length()];
        char[] matched = new char[a.length()];
        int matches = 0;
        for (int i = 0; i < a.length(); i++) {
            int last = Math.min(b.length() - 1, i + window);
            for (int j = Math.max(0, i - window); j <= last; j++) {
                if (!usedB[j] && a.charAt(i) == b.charAt(j)) {
                    usedB[j] = true;
                    matched[matches++] = a.charAt(i);
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
            if (usedB[j] && matched[k++] != b.charAt(j)) {
                outOfPlace++;
            }
        }
        return jaro(matches, outOfPlace, a.length(), b.length());
    }

    /** Two letters out of place are one transposition; a third one alone is none (as in Winkler's own program). */
    private static double jaro(int matches, int outOfPlace, int lengthA, int lengthB) {
        double m = matches;
        int transpositions = outOfPlace / 2;
        return (m / lengthA + m / lengthB + (m - transpositions) / m) / 3;
    }

    /** Whether one insertion, deletion, substitution or swap of neighbours makes one the other. */
    static boolean oneEdit(String a, String b) {
        return a.length() <= b.length() ? oneEditOrdered(a, b) : oneEditOrdered(b, a);
    }

    private static boolean oneEditOrdered(String shorter, String longer) {
        int gap = longer.length() - shorter.length();
        if (gap > 1) {
            return false;
        }
        int start = 0;
        while (start < shorter.length() && shorter.charAt(start) == longer.charAt(start)) {
            start++;
        }
        if (gap == 1) {
            return sameRest(shorter, start, longer, start + 1);
        }
        if (start == shorter.length() || sameRest(shorter, start + 1, longer, start + 1)) {
            return true;
        }
        return start + 1 < shorter.length()
                && shorter.charAt(start) == longer.charAt(start + 1)
                && shorter.charAt(start + 1) == longer.charAt(start)
                && sameRest(shorter, start + 2, longer, start + 2);
    }

    private static boolean sameRest(String a, int fromA, String b, int fromB) {
        return a.length() - fromA == b.length() - fromB && a.regionMatches(fromA, b, fromB, a.length() - fromA);
    }

    /** Whether the Levenshtein distance is at most so much; with swaps of neighbours, the optimal string alignment distance. */
    static boolean within(String a, String b, int most, boolean swaps) {
        if (Math.abs(a.length() - b.length()) > most) {
            return false;
        }
        return distance(a, b, swaps) <= most;
    }

    static int distance(String a, String b, boolean swaps) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                boolean swapped = swaps
                        && i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
                row[j] = swapped ? Math.min(least, beforeLast[j - 2] + 1) : least;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }

    /** Equal length, and at most so many characters differ; two swapped neighbours count as one. */
    static boolean digitsDiffer(String a, String b, int most) {
        if (a.length() != b.length()) {
            return false;
        }
        int differing = 0;
        for (int i = 0; i < a.length() && differing <= most; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                differing++;
                boolean swapped =
                        i + 1 < a.length() && a.charAt(i) == b.charAt(i + 1) && a.charAt(i + 1) == b.charAt(i);
                i += swapped ? 1 : 0;
            }
        }
        return differing <= most;
    }

    /** Dice coefficient of the pairs of neighbouring letters (each as often as it stands there). */
    static double bigrams(String a, String b) {
        if (a.length() < 2 || b.length() < 2) {
            return a.equals(b) ? 1 : 0;
        }
        int[] left = bigrams(a);
        int[] right = bigrams(b);
        return 2.0 * common(left, right) / (left.length + right.length);
    }

    /** How many members two ascending lists have in common; one that stands twice in both counts twice. */
    static int common(int[] left, int[] right) {
        int common = 0;
        for (int i = 0, j = 0; i < left.length && j < right.length; ) {
            if (left[i] == right[j]) {
                common++;
                i++;
                j++;
            } else if (left[i] < right[j]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }

    private static int[] bigrams(String text) {
        int[] pairs = new int[text.length() - 1];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = text.charAt(i) << 16 | text.charAt(i + 1);
        }
        java.util.Arrays.sort(pairs);
        return pairs;
    }

    /** One text is the initial of the other, or word by word its initials. */
    static boolean initials(String a, String b) {
        return initialsOf(a, b) || initialsOf(b, a);
    }

    private static boolean initialsOf(String shorter, String longer) {
        String[] initials = shorter.split(" ");
        String[] words = longer.split(" ");
        if (initials.length > words.length || (initials.length < words.length && initials.length > 1)) {
            return false;
        }
        for (int i = 0; i < initials.length; i++) {
            boolean written = initials[i].equals(words[i]);
            if (!written && (initials[i].length() != 1 || !words[i].startsWith(initials[i]))) {
                return false;
            }
        }
        return true;
    }

    /** American Soundex of the letters of a folded text: a letter and three digits; empty without a letter. */
    static String soundex(String folded) {
        StringBuilder code = new StringBuilder(4);
        char last = 0;
        for (int i = 0; i < folded.length() && code.length() < 4; i++) {
            char c = folded.charAt(i);
            if (c < 'a' || c > 'z') {
                continue;
            }
            char digit = "01230120022455012623010202".charAt(c - 'a');
            if (code.length() == 0) {
                code.append(c);
            } else if (digit != '0' && digit != last) {
                code.append(digit);
            }
            // h and w do not part two letters of one sound; a vowel does.
            last = c == 'h' || c == 'w' ? last : digit;
        }
        while (code.length() > 0 && code.length() < 4) {
            code.append('0');
        }
        return code.toString();
    }
}
