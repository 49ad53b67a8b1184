package vn.dancu.civil.text;

/**
 * Where the tone mark stands in a syllable. Two rules are in use (hòa and hoà, thúy and thuý); the first is taken. What
 * is no Vietnamese syllable with exactly one tone is left as it is.
 */
final class TonePlace {
    private TonePlace() {}

    static String placed(String text) {
        char[] out = null;
        int length = text.length();
        int from = 0;
        while (from < length) {
            while (from < length && !isLetter(text.charAt(from))) {
                from++;
            }
            int to = from;
            int marked = -1;
            int marks = 0;
            while (to < length && isLetter(text.charAt(to))) {
                if (Letters.tone(text.charAt(to)) != 0) {
                    marked = to;
                    marks++;
                }
                to++;
            }
            if (marks == 1) {
                int right = place(text, from, to);
                if (right >= 0 && right != marked) {
                    if (out == null) {
                        out = text.toCharArray();
                    }
                    int tone = Letters.tone(text.charAt(marked));
                    out[marked] = Letters.withTone(out[marked], 0);
                    out[right] = Letters.withTone(out[right], tone);
                }
            }
            from = to;
        }
        return out == null ? text : new String(out);
    }

    /** Index of the vowel that carries the tone of the syllable, or -1 when the letters are no syllable. */
    static int place(String text, int from, int to) {
        int first = nucleus(text, from, to);
        if (first < 0) {
            return -1;
        }
        int end = first;
        while (end < to && Letters.vowel(text.charAt(end)) >= 0) {
            end++;
        }
        for (int i = end; i < to; i++) {
            if (Letters.vowel(text.charAt(i)) >= 0) {
                return -1;
            }
        }
        for (int i = end - 1; i >= first; i--) {
            if (!Letters.isBare(Letters.vowel(text.charAt(i)))) {
                return i;
            }
        }
        return switch (end - first) {
            case 1 -> first;
            case 2 -> end < to ? first + 1 : first;
            case 3 -> first + 1;
            default -> -1;
        };
    }

    /** Index of the first vowel that is not part of an initial qu or gi; -1 when there is none. */
    static int nucleus(String text, int from, int to) {
        int first = from;
        while (first < to && Letters.vowel(text.charAt(first)) < 0) {
            first++;
        }
        if (first == to) {
            return -1;
        }
        boolean more = first + 1 < to && Letters.vowel(text.charAt(first + 1)) >= 0;
        if (more && first == from + 1) {
            char initial = Letters.lower(text.charAt(from));
            int vowel = Letters.vowel(text.charAt(first));
            if ((initial == 'q' && vowel == Letters.U) || (initial == 'g' && vowel == Letters.I)) {
                return first + 1;
            }
        }
        return first;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && Character.isLetter(c));
    }
}
