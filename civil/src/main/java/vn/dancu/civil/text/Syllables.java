package vn.dancu.civil.text;

import java.util.Set;

/** Whether letters make a syllable that Vietnamese could have: a test of encodings, not of names. */
final class Syllables {
    private static final Set<String> INITIALS = Set.of(
            "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph",
            "qu", "r", "s", "t", "th", "tr", "v", "x");

    private static final Set<String> NUCLEI = Set.of(
            "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "ai", "ao", "au", "ay", "âu", "ây", "eo", "êu",
            "ia", "iê", "iu", "iêu", "oa", "oă", "oe", "oi", "oai", "oay", "oao", "oeo", "ôi", "ơi", "ua", "uâ", "uê",
            "ui", "uô", "uôi", "uơ", "uy", "uya", "uyê", "uyu", "uây", "ưa", "ưi", "ưu", "ươ", "ươi", "ươu", "yê",
            "yêu", "oo", "uao");

    private static final Set<String> FINALS = Set.of("", "c", "ch", "m", "n", "ng", "nh", "p", "t");

    private Syllables() {}

    static boolean isPlausible(String word) {
        String text = VietnameseText.lower(word);
        int tone = 0;
        for (int i = 0; i < text.length(); i++) {
            int here = Letters.tone(text.charAt(i));
            if (here != 0 && tone != 0) {
                return false;
            }
            tone += here;
        }
        int first = TonePlace.nucleus(text, 0, text.length());
        if (first < 0 || !INITIALS.contains(initial(text, first))) {
            return false;
        }
        int end = first;
        StringBuilder nucleus = new StringBuilder(3);
        while (end < text.length() && Letters.vowel(text.charAt(end)) >= 0) {
            nucleus.append(Letters.withTone(text.charAt(end), 0));
            end++;
        }
        String last = text.substring(end);
        boolean stopped = last.equals("c") || last.equals("ch") || last.equals("p") || last.equals("t");
        boolean toneFits = !stopped || tone == 0 || tone >= 4;
        return toneFits && FINALS.contains(last) && NUCLEI.contains(nucleus.toString());
    }

    /** The letters before the nucleus, their own tone (gì, qù) taken off. */
    private static String initial(String text, int first) {
        String initial = text.substring(0, first);
        if (initial.length() == 2 && Letters.tone(initial.charAt(1)) != 0) {
            return "" + initial.charAt(0) + Letters.withTone(initial.charAt(1), 0);
        }
        return initial;
    }

    /** Of the words of the raw text that have a letter beyond ASCII, how many read as syllables. */
    static int countMarked(String raw, String read) {
        String[] rawWords = split(raw);
        String[] words = split(read);
        if (rawWords.length != words.length) {
            return 0;
        }
        int plausible = 0;
        for (int i = 0; i < words.length; i++) {
            if (!isAscii(rawWords[i]) && isPlausible(words[i])) {
                plausible++;
            }
        }
        return plausible;
    }

    static boolean mostArePlausible(String text) {
        int plausible = 0;
        int words = 0;
        for (String word : split(text)) {
            if (!word.isEmpty()) {
                words++;
                plausible += isPlausible(word) ? 1 : 0;
            }
        }
        return words > 0 && plausible * 4 >= words * 3;
    }

    /** At spaces and at the signs that stand between words in every encoding. */
    private static String[] split(String text) {
        return text.split("[\\s,;:/|\"0-9\\-]+");
    }

    private static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
