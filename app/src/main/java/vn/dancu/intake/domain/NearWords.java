package vn.dancu.intake.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Folded words that a mistyped or misheard one may stand for: one letter more, less or other, two neighbours changed places,
 * or letters that sound alike in some region (s/x, ch/tr, d/gi/r, l/n, i/y, c/k/q).
 */
public final class NearWords {
    private NearWords() {}

    /** Of {@code known}, those near {@code word}, itself left out; those that sound alike first. */
    public static List<String> of(String word, Collection<String> known) {
        String sound = sound(word);
        List<String> alike = new ArrayList<>();
        List<String> near = new ArrayList<>();
        for (String other : known) {
            if (Math.abs(other.length() - word.length()) > 2 || other.equals(word)) {
                continue;
            }
            if (sound(other).equals(sound)) {
                alike.add(other);
            } else if (isOneSlip(word, other)) {
                near.add(other);
            }
        }
        alike.sort(null);
        near.sort(null);
        alike.addAll(near);
        return alike;
    }

    /** Whether one slip of a finger makes one of the other. */
    static boolean isOneSlip(String a, String b) {
        if (a.length() > b.length()) {
            return isOneSlip(b, a);
        }
        if (b.length() - a.length() > 1) {
            return false;
        }
        int start = 0;
        while (start < a.length() && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        if (a.length() < b.length()) {
            return a.substring(start).equals(b.substring(start + 1));
        }
        if (start == a.length()) {
            return false;
        }
        if (a.substring(start + 1).equals(b.substring(start + 1))) {
            return true;
        }
        return start + 1 < a.length()
                && a.charAt(start) == b.charAt(start + 1)
                && a.charAt(start + 1) == b.charAt(start)
                && a.substring(start + 2).equals(b.substring(start + 2));
    }

    /** One spelling for those that sound alike somewhere in the country. */
    static String sound(String word) {
        String begun = begun(word);
        return begun.replace('y', 'i');
    }

    private static String begun(String word) {
        for (String[] pair : BEGINNINGS) {
            if (word.startsWith(pair[0])) {
                return pair[1] + word.substring(pair[0].length());
            }
        }
        return word;
    }

    /** Longer beginnings stand first. */
    private static final String[][] BEGINNINGS = {
        {"ngh", "ng"},
        {"tr", "ch"},
        {"gi", "d"},
        {"gh", "g"},
        {"qu", "cu"},
        {"r", "d"},
        {"x", "s"},
        {"n", "l"},
        {"k", "c"}
    };
}
