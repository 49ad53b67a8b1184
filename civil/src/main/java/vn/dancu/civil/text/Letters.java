package vn.dancu.civil.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Tables of letters, by code unit below {@link #SIZE}: all of Vietnamese lies there, so a character costs one look-up.
 */
final class Letters {
    static final int SIZE = 0x2000;

    /** Twelve vowels by six tones: none, huyền, hỏi, ngã, sắc, nặng, the order of Vietnamese dictionaries. */
    private static final String VOWELS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ";

    static final int TONES = 6;
    static final int A = 0;
    static final int E = 3;
    static final int I = 5;
    static final int O = 6;
    static final int U = 9;
    static final int Y = 11;

    static final char DROP = 0;
    static final char SPACE = ' ';

    /** Number of the vowel + 1, 0 for other characters. */
    private static final byte[] VOWEL = new byte[SIZE];

    private static final byte[] TONE = new byte[SIZE];
    private static final boolean[] UPPER = new boolean[SIZE];
    private static final boolean[] BARE = new boolean[12];
    private static final char[] LOWER_CASE = new char[SIZE];
    private static final char[] FOLDED = new char[SIZE];
    private static final char[] CAPITALS = VOWELS.toUpperCase(Locale.ROOT).toCharArray();
    private static final char[] SMALLS = VOWELS.toCharArray();

    static {
        for (int i = 0; i < SMALLS.length; i++) {
            VOWEL[SMALLS[i]] = (byte) (i / TONES + 1);
            VOWEL[CAPITALS[i]] = (byte) (i / TONES + 1);
            TONE[SMALLS[i]] = (byte) (i % TONES);
            TONE[CAPITALS[i]] = (byte) (i % TONES);
            UPPER[CAPITALS[i]] = true;
        }
        for (int vowel : new int[] {A, E, I, O, U, Y}) {
            BARE[vowel] = true;
        }
        for (int c = 0; c < SIZE; c++) {
            LOWER_CASE[c] = Character.toLowerCase((char) c);
            FOLDED[c] = foldSlowly((char) c);
        }
        LOWER_CASE['\u0130'] = 'i';
        LOWER_CASE['\u00D0'] = 'đ';
        LOWER_CASE['\u00F0'] = 'đ';
    }

    private Letters() {}

    private static char foldSlowly(char c) {
        switch (c) {
            case 'Đ', 'đ', '\u00D0', '\u00F0' -> {
                return 'd';
            }
            case '\'', '`', '\u00B4', '\u02BC', '\u02B9', '\u02BB', '\u00AD' -> {
                return DROP;
            }
            default -> {
                int type = Character.getType(c);
                if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
                    return DROP;
                }
                if (!Character.isLetterOrDigit(c)) {
                    return SPACE;
                }
                String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
                char first = Character.toLowerCase(parts.charAt(0));
                return first == '\u0131' ? 'i' : first;
            }
        }
    }

    /** The vowel's number, -1 for a consonant or anything else. */
    static int vowel(char c) {
        return c < SIZE ? VOWEL[c] - 1 : -1;
    }

    static int tone(char c) {
        return c < SIZE ? TONE[c] : 0;
    }

    /** Whether the vowel is one of a, e, i, o, u, y, as against ă â ê ô ơ ư. */
    static boolean isBare(int vowel) {
        return BARE[vowel];
    }

    /** The same vowel, in the same case, under another tone. */
    static char withTone(char c, int tone) {
        int at = (VOWEL[c] - 1) * TONES + tone;
        return UPPER[c] ? CAPITALS[at] : SMALLS[at];
    }

    /** Another vowel, in the same case and under the same tone. */
    static char withVowel(char c, int vowel) {
        int at = vowel * TONES + TONE[c];
        return UPPER[c] ? CAPITALS[at] : SMALLS[at];
    }

    static char lower(char c) {
        return c < SIZE ? LOWER_CASE[c] : Character.toLowerCase(c);
    }

    /** The letter without marks, small; {@link #SPACE} for what parts words; {@link #DROP} for what is nothing. */
    static char fold(char c) {
        if (c < SIZE) {
            return FOLDED[c];
        }
        if (c == '\u2018' || c == '\u2019' || c == '\u201B' || c == '\u2032' || c == '\uFEFF') {
            return DROP;
        }
        if (Character.isSurrogate(c)) {
            return c;
        }
        return foldSlowly(c);
    }

    static boolean isApostrophe(char c) {
        return switch (c) {
            case '\'', '`', '\u00B4', '\u02BC', '\u02B9', '\u02BB', '\u2018', '\u2019', '\u201B', '\u2032' -> true;
            default -> false;
        };
    }

    static boolean isHyphen(char c) {
        return c == '-' || (c >= '\u2010' && c <= '\u2015') || c == '\u2212' || c == '\u00AD';
    }

    static boolean isSpace(char c) {
        return c == ' '
                || (c >= '\t' && c <= '\r')
                || c == '\u00A0'
                || (c > 0x7F && Character.isWhitespace(c))
                || (c > 0x7F && Character.isSpaceChar(c));
    }

    static boolean isInvisible(char c) {
        return (c >= '\u200B' && c <= '\u200F') || c == '\u2060' || c == '\uFEFF' || c == '\u00AD';
    }
}
