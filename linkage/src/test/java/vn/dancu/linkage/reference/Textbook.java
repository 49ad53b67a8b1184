package vn.dancu.linkage.reference;

import java.util.ArrayList;
import java.util.List;

/** Similarities of strings as their papers define them, without any shortcut. */
final class Textbook {

    private Textbook() {}

    /** Jaro 1989, two letters out of place being one transposition, as Winkler's program counts. Letters are matched from the shorter text's side (of equals, from that of the lesser text). */
    static double jaro(String one, String other) {
        boolean turned = one.length() > other.length() || (one.length() == other.length() && one.compareTo(other) > 0);
        String a = turned ? other : one;
        String b = turned ? one : other;
        if (a.isEmpty() || b.isEmpty()) {
            return a.equals(b) ? 1 : 0;
        }
        int window = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        List<Integer> ofA = new ArrayList<>();
        List<Integer> ofB = new ArrayList<>();
        for (int i = 0; i < a.length(); i++) {
            for (int j = 0; j < b.length(); j++) {
                if (Math.abs(i - j) <= window && a.charAt(i) == b.charAt(j) && !ofB.contains(j)) {
                    ofA.add(i);
                    ofB.add(j);
                    break;
                }
            }
        }
        if (ofA.isEmpty()) {
            return 0;
        }
        List<Integer> inOrder = ofB.stream().sorted().toList();
        int outOfPlace = 0;
        for (int n = 0; n < ofA.size(); n++) {
            outOfPlace += a.charAt(ofA.get(n)) == b.charAt(inOrder.get(n)) ? 0 : 1;
        }
        double matches = ofA.size();
        double transpositions = Math.floorDiv(outOfPlace, 2);
        return (matches / a.length() + matches / b.length() + (matches - transpositions) / matches) / 3;
    }

    /** Winkler 1990: a common prefix of up to four letters counts a tenth each. */
    static double jaroWinkler(String a, String b) {
        int prefix = 0;
        while (prefix < 4 && prefix < a.length() && prefix < b.length() && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        double jaro = jaro(a, b);
        return jaro + prefix * .1 * (1 - jaro);
    }

    /** Levenshtein distance; with swaps of neighbours, optimal string alignment. The whole table. */
    static int distance(String a, String b, boolean swaps) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int changed = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(changed, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                boolean swap =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swaps && swap) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }

    /** The fewest changes of a character and swaps of neighbours that make one the other; -1 for unequal lengths. */
    static int differing(String a, String b) {
        if (a.length() != b.length()) {
            return -1;
        }
        int[] least = new int[a.length() + 1];
        for (int i = 1; i <= a.length(); i++) {
            least[i] = least[i - 1] + (a.charAt(i - 1) == b.charAt(i - 1) ? 0 : 1);
            if (i > 1 && a.charAt(i - 1) == b.charAt(i - 2) && a.charAt(i - 2) == b.charAt(i - 1)) {
                least[i] = Math.min(least[i], least[i - 2] + 1);
            }
        }
        return least[a.length()];
    }

    /** Dice coefficient of the bags of letter pairs; texts shorter than a pair are alike when they are equal. */
    static double bigrams(String a, String b) {
        List<String> pairsA = pairs(a);
        List<String> pairsB = pairs(b);
        if (pairsA.isEmpty() || pairsB.isEmpty()) {
            return a.equals(b) ? 1 : 0;
        }
        double all = pairsA.size() + pairsB.size();
        double common = 0;
        for (String pair : pairsA) {
            common += pairsB.remove(pair) ? 1 : 0;
        }
        return 2 * common / all;
    }

    private static List<String> pairs(String text) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }

    /** American Soundex of the letters a to z; empty where there is none. */
    static String soundex(String folded) {
        String letters = folded.replaceAll("[^a-z]", "");
        if (letters.isEmpty()) {
            return "";
        }
        // 1. Letters of a group become its digit; 2. h and w vanish between them; 3. equal neighbours become one; 4.
        // vowels go.
        String rest = letters.substring(1).replaceAll("[hw]", "");
        String digits = groups(letters.substring(0, 1) + rest).replaceAll("(.)\\1+", "$1");
        String told = digits.substring(1).replaceAll("[aeiouyhw]", "");
        return (letters.charAt(0) + told + "000").substring(0, 4);
    }

    private static String groups(String letters) {
        return letters.replaceAll("[bfpv]", "1")
                .replaceAll("[cgjkqsxz]", "2")
                .replaceAll("[dt]", "3")
                .replaceAll("l", "4")
                .replaceAll("[mn]", "5")
                .replaceAll("r", "6")
                .replaceAll("[aeiouy]", "a");
    }

    /** One is the initial of the other's first word, or word by word a letter stands for a word, the rest being equal. */
    static boolean initials(String a, String b) {
        return initialsOf(a, b) || initialsOf(b, a);
    }

    private static boolean initialsOf(String shorter, String longer) {
        List<String> initials = List.of(shorter.split(" "));
        List<String> words = List.of(longer.split(" "));
        if (initials.size() != 1 && initials.size() != words.size()) {
            return false;
        }
        for (int i = 0; i < initials.size(); i++) {
            String initial = initials.get(i);
            String word = words.get(i);
            if (!initial.equals(word) && !initial.equals(word.substring(0, 1))) {
                return false;
            }
        }
        return true;
    }
}
