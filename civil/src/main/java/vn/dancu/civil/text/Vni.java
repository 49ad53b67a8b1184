package vn.dancu.civil.text;

/**
 * VNI for Windows: a plain letter, then one sign for its mark and tone together. ơ, ư, đ and most of i, y stand alone;
 * ơ and ư take a tone sign behind them. Codes are those of Latin-1. The case is that of the letter; its sign comes in
 * either case.
 */
final class Vni {
    /** Tones in the order of {@link Letters}: none, huyền, hỏi, ngã, sắc, nặng. */
    private static final String PLAIN = "\0\u00F8\u00FB\u00F5\u00F9\u00EF";

    private static final String BREVE = "\u00EA\u00E8\u00FA\u00FC\u00E9\u00EB";
    private static final String CIRCUMFLEX = "\u00E2\u00E0\u00E5\u00E3\u00E1\u00E4";

    private static final String ALONE_LETTERS = "ìỉĩíịỵơưđÌỈĨÍỊỴƠƯĐ";
    private static final String ALONE_CODES = "\u00EC\u00E6\u00F3\u00ED\u00F2\u00EE\u00F4\u00F6\u00F1"
            + "\u00CC\u00C6\u00D3\u00CD\u00D2\u00CE\u00D4\u00D6\u00D1";

    private Vni() {}

    static String decode(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            int alone = ALONE_CODES.indexOf(c);
            char letter = alone >= 0 ? ALONE_LETTERS.charAt(alone) : c;
            char marked = i + 1 < length ? marked(letter, Letters.lower(text.charAt(i + 1)), text.charAt(i + 1)) : 0;
            if (marked != 0) {
                out.append(marked);
                i++;
            } else {
                out.append(letter);
            }
        }
        return out.toString();
    }

    /** The letter with what the sign behind it says; 0 when the sign is none for this letter. */
    private static char marked(char letter, char smallSign, char sign) {
        if (sign < 0x80 || Letters.tone(letter) != 0) {
            return 0;
        }
        char small = sign == '\u00D0' || sign == '\u00F0' ? sign : smallSign;
        char lower = Letters.lower(letter);
        int plain = PLAIN.indexOf(small);
        if (plain > 0 && "aeouyơư".indexOf(lower) >= 0 && !(lower == 'y' && plain == 5)) {
            return Letters.withTone(letter, plain);
        }
        int circumflex = CIRCUMFLEX.indexOf(small);
        if (circumflex >= 0 && "aeo".indexOf(lower) >= 0) {
            int vowel = lower == 'a' ? Letters.A + 2 : lower == 'e' ? Letters.E + 1 : Letters.O + 1;
            return Letters.withTone(Letters.withVowel(letter, vowel), circumflex);
        }
        int breve = BREVE.indexOf(small);
        if (breve >= 0 && lower == 'a') {
            return Letters.withTone(Letters.withVowel(letter, Letters.A + 1), breve);
        }
        return 0;
    }

    static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() * 2);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int alone = ALONE_LETTERS.indexOf(c);
            int vowel = Letters.vowel(c);
            if (alone >= 0) {
                out.append(ALONE_CODES.charAt(alone));
            } else if (vowel < 0) {
                out.append(c);
            } else {
                encodeVowel(c, vowel, out);
            }
        }
        return out.toString();
    }

    private static void encodeVowel(char c, int vowel, StringBuilder out) {
        int tone = Letters.tone(c);
        boolean capital = Character.isUpperCase(c);
        char sign;
        if (Letters.isBare(vowel)) {
            out.append(Letters.withTone(c, 0));
            sign = PLAIN.charAt(tone);
        } else if (ALONE_LETTERS.indexOf(Letters.withTone(c, 0)) >= 0) {
            out.append(ALONE_CODES.charAt(ALONE_LETTERS.indexOf(Letters.withTone(c, 0))));
            sign = PLAIN.charAt(tone);
        } else {
            boolean breve = vowel == Letters.A + 1;
            int bare = vowel == Letters.E + 1 ? Letters.E : vowel == Letters.O + 1 ? Letters.O : Letters.A;
            out.append(Letters.withTone(Letters.withVowel(c, bare), 0));
            sign = (breve ? BREVE : CIRCUMFLEX).charAt(tone);
        }
        if (sign != 0) {
            out.append(capital ? Character.toUpperCase(sign) : sign);
        }
    }
}
