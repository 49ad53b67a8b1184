package vn.dancu.quality.domain;

import org.jspecify.annotations.Nullable;
import vn.dancu.civil.text.VietnameseText;

/** Keys of 64 bits for texts, made in one pass and without further texts. Zero stands for a blank. */
final class Hashes {
    private static final int SIZE = 0x2000;
    private static final char[] FOLDED = new char[SIZE];

    static {
        for (char c = 0; c < SIZE; c++) {
            String folded = VietnameseText.fold(String.valueOf(c));
            FOLDED[c] = folded.length() == 1 ? folded.charAt(0) : Character.isWhitespace(c) ? ' ' : 0;
        }
    }

    private Hashes() {}

    /** One key for all writings of a name that differ by case, marks and spaces. */
    static long ofName(@Nullable String name) {
        if (name == null) {
            return 0;
        }
        long hash = 0x9E3779B97F4A7C15L;
        boolean space = false;
        boolean any = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            char folded = c < SIZE ? FOLDED[c] : 0;
            if (folded == ' ') {
                space = any;
            } else if (folded != 0) {
                if (space) {
                    hash = hash * 31 + ' ';
                    space = false;
                }
                hash = hash * 31 + folded;
                any = true;
            }
        }
        return any ? nonZero(LongIntMap.mix(hash)) : 0;
    }

    /** The folded letter, with i for y; zero for what folds to nothing. */
    static char letter(char c) {
        char folded = c < SIZE ? FOLDED[c] : 0;
        return folded == 'y' ? 'i' : folded;
    }

    static long ofText(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        long hash = 0x9E3779B97F4A7C15L;
        for (int i = 0; i < text.length(); i++) {
            hash = hash * 1099511628211L + text.charAt(i);
        }
        return nonZero(LongIntMap.mix(hash));
    }

    static long together(long a, long b) {
        return nonZero(LongIntMap.mix(a * 0x9E3779B97F4A7C15L + Long.rotateLeft(b, 29)));
    }

    private static long nonZero(long hash) {
        return hash == 0 ? 1 : hash;
    }
}
