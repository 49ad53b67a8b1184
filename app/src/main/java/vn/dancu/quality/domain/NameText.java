package vn.dancu.quality.domain;

import vn.dancu.civil.text.VietnameseText;

/** What a written name is made of, seen in one pass over its characters. */
final class NameText {
    static final int LETTER = 1;
    static final int DIGIT = 2;
    /** A question mark or the replacement character: something was lost on the way. */
    static final int LOST = 4;

    static final int POINT = 8;
    /** A letter that Vietnamese does not use, as legacy encodings leave behind. */
    static final int FOREIGN = 16;

    static final int STRANGE = 32;

    private static final int SIZE = 0x2000;
    private static final byte[] KIND = new byte[SIZE];

    static {
        for (char c = 0; c < SIZE; c++) {
            KIND[c] = (byte) kind(c);
        }
    }

    private NameText() {}

    private static int kind(char c) {
        if (c >= '0' && c <= '9') {
            return DIGIT;
        }
        if (c == '?') {
            return LOST;
        }
        if (c == '.') {
            return POINT;
        }
        if (Character.isLetter(c)) {
            return isVietnamese(c) ? LETTER : FOREIGN;
        }
        return switch (c) {
            case ' ', '\'', '-', '`', '\u00A0', '\u00B4' -> 0;
            default -> c >= 0x300 && c < 0x370 ? 0 : STRANGE;
        };
    }

    private static boolean isVietnamese(char c) {
        if (c < 0x80) {
            return true;
        }
        String folded = VietnameseText.fold(String.valueOf(c));
        boolean based = folded.length() == 1 && folded.charAt(0) >= 'a' && folded.charAt(0) <= 'z';
        return based
                && (c >= 0x1EA0
                        || "ĐđÐðĂăƠơƯưĨĩŨũ".indexOf(c) >= 0
                        || "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý".indexOf(c) >= 0);
    }

    /** The kinds of characters in the text, or-ed. */
    static int scan(String text) {
        int kinds = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            kinds |= c < SIZE ? KIND[c] : isQuiet(c) ? 0 : c == '\uFFFD' ? LOST : STRANGE;
        }
        return kinds;
    }

    /** Apostrophes and hyphens of the general punctuation block. */
    private static boolean isQuiet(char c) {
        return c == '\u2018' || c == '\u2019' || c == '\u02BC' || (c >= '\u2010' && c <= '\u2015');
    }

    /** Letters with a mark of their own, and marks that stand beside their letter. */
    static int countMarked(String text) {
        int marked = 0;
        for (int i = 0; i < text.length(); i++) {
            marked += text.charAt(i) >= 0x80 ? 1 : 0;
        }
        return marked;
    }

    static boolean hasLetter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Nothing but dashes and points: the writer had nothing to write. */
    static boolean isStruckOut(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '-' && c != '.' && c != ' ' && c != '/' && c != '\u2013') {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a word still shows the keys it was typed with (Telex): Nguyeenx, Ddinh, Vawn, Thij. Words of other
     * languages end in r and s too, so those ends count only beside a doubled vowel or a w.
     */
    static boolean hasKeyboardResidue(String name) {
        int from = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || name.charAt(i) == ' ') {
                if (i - from >= 3 && isResidue(name, from, i)) {
                    return true;
                }
                from = i + 1;
            }
        }
        return false;
    }

    private static boolean isResidue(String name, int from, int to) {
        boolean doubled = false;
        char before = 0;
        for (int i = from; i < to; i++) {
            char c = name.charAt(i);
            if (c >= 0x80) {
                return false;
            }
            char small = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
            if (small < 'a' || small > 'z') {
                return false;
            }
            if (small == 'd' && before == 'd' && i == from + 1) {
                return true;
            }
            doubled |= small == before && (small == 'a' || small == 'e' || small == 'o');
            doubled |= small == 'w' && (before == 'a' || before == 'o' || before == 'u');
            before = small;
        }
        boolean hardEnd = before == 'x' || before == 'f' || before == 'j';
        return hardEnd || doubled && (before == 's' || before == 'r') || doubled && !endsLikeSoong(name, from, to);
    }

    /** A double o alone is a Vietnamese syllable (soong, voong, hoong). */
    private static boolean endsLikeSoong(String name, int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            char c = Character.toLowerCase(name.charAt(i));
            char next = Character.toLowerCase(name.charAt(i + 1));
            if (c == 'o' && next == 'o') {
                return true;
            }
        }
        return false;
    }
}
