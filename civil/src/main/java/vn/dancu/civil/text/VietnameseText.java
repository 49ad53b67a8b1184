package vn.dancu.civil.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The rules by which Vietnamese text is compared. What a person wrote is never changed by them: they make forms that
 * stand beside it. None depends on the locale of the machine (a Turkish one has another i).
 */
public final class VietnameseText {
    private VietnameseText() {}

    /**
     * Composed form (NFC), with the Icelandic eth, which many a keyboard gives for it, read as Đ. A "Ð" is common in
     * Vietnamese data and looks the same.
     */
    public static String nfc(String text) {
        boolean eth = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\u00D0' || c == '\u00F0') {
                eth = true;
            } else if (c >= 0x300 && (c < 0x370 || c >= Letters.SIZE)) {
                return ethRead(Normalizer.normalize(text, Normalizer.Form.NFC));
            }
        }
        return eth ? ethRead(text) : text;
    }

    private static String ethRead(String text) {
        return text.replace('\u00D0', 'Đ').replace('\u00F0', 'đ');
    }

    /**
     * One spelling of several that say the same: NFC, single spaces, one apostrophe and one hyphen, and the tone mark
     * where one rule puts it (hòa, thúy, khỏe, quý). Case and i/y stay.
     */
    public static String canonical(String text) {
        String composed = nfc(text);
        String tidy = isTidy(composed) ? composed : tidied(composed);
        return TonePlace.placed(tidy);
    }

    /** NFC, single spaces, one apostrophe, one hyphen; the tone mark stays where it was written. */
    public static String tidy(String text) {
        String composed = nfc(text);
        return isTidy(composed) ? composed : tidied(composed);
    }

    private static boolean isTidy(String text) {
        boolean afterSpace = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                if (afterSpace) {
                    return false;
                }
                afterSpace = true;
            } else if (c < '-' && c != '\'' && (c <= ' ')) {
                return false;
            } else if (c == '-') {
                if (afterSpace || (i + 1 < text.length() && text.charAt(i + 1) == ' ')) {
                    return false;
                }
                afterSpace = false;
            } else if (c > 'z' && (c < 0xC0 || (c >= 0x2B0 && c < 0x300) || c >= Letters.SIZE)) {
                return false;
            } else if (c == '`') {
                return false;
            } else {
                afterSpace = false;
            }
        }
        return !afterSpace || text.isEmpty();
    }

    private static String tidied(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Letters.isInvisible(c)) {
                continue;
            }
            if (Letters.isSpace(c)) {
                space = true;
                continue;
            }
            boolean hyphen = Letters.isHyphen(c);
            if (space && out.length() > 0 && !hyphen && out.charAt(out.length() - 1) != '-') {
                out.append(' ');
            }
            space = false;
            out.append(hyphen ? '-' : Letters.isApostrophe(c) ? '\'' : c);
        }
        return out.toString();
    }

    public static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /**
     * The text as one searches for it: small letters without any mark (đ is d), digits, single spaces. An apostrophe
     * vanishes (H'Mông is hmong), anything else parts words.
     */
    public static String fold(String text) {
        int length = text.length();
        char[] out = new char[length];
        int n = 0;
        boolean space = false;
        for (int i = 0; i < length; i++) {
            char f = Letters.fold(text.charAt(i));
            if (f == Letters.SPACE) {
                space = n > 0;
            } else if (f != Letters.DROP) {
                if (space) {
                    out[n++] = ' ';
                    space = false;
                }
                out[n++] = f;
            }
        }
        return new String(out, 0, n);
    }

    /** As {@link #fold}, with no spaces: Gia-rai, Gia Rai and Giarai are one. */
    public static String foldJoined(String text) {
        char[] out = new char[text.length()];
        int n = 0;
        for (int i = 0; i < text.length(); i++) {
            char f = Letters.fold(text.charAt(i));
            if (f != Letters.SPACE && f != Letters.DROP) {
                out[n++] = f;
            }
        }
        return new String(out, 0, n);
    }

    /**
     * The text with y for i wherever both are written for one sound: Quí and Quý, Kì and Kỳ, Lí and Lý, Sĩ and Sỹ. That
     * is a syllable's only vowel, at its end, after a consonant; never the second vowel of tay or tai, which are two
     * words.
     */
    public static String yForI(String text) {
        return SoundAlike.yForI(text);
    }

    /** Equal but for tone marks and the marks of letters, in whatever case. */
    public static boolean sameButMarks(String a, String b) {
        return fold(a).equals(fold(b));
    }

    /** Equal but for the place of the tone mark, in whatever case: hoà and hòa. */
    public static boolean sameButTonePlace(String a, String b) {
        return upper(canonical(a)).equals(upper(canonical(b)));
    }

    /** Equal but for i written for y, in whatever case and tone place. */
    public static boolean sameButIY(String a, String b) {
        return upper(yForI(canonical(a))).equals(upper(yForI(canonical(b))));
    }

    /** A key whose plain binary order is that of Vietnamese dictionaries: letters of a word first, then its tone. */
    public static String sortKey(String text) {
        return SortKey.of(canonical(text));
    }
}
