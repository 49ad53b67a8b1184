package vn.dancu.civil.text;

/** i and y where both are written for one sound. */
final class SoundAlike {
    private SoundAlike() {}

    static String yForI(String text) {
        char[] out = null;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (Letters.vowel(c) == Letters.I && isOnlyVowelAtEnd(text, i)) {
                if (out == null) {
                    out = text.toCharArray();
                }
                out[i] = Letters.withVowel(c, Letters.Y);
            }
        }
        return out == null ? text : new String(out);
    }

    private static boolean isOnlyVowelAtEnd(String text, int at) {
        if (at + 1 < text.length() && Character.isLetter(text.charAt(at + 1))) {
            return false;
        }
        int from = at;
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        return TonePlace.nucleus(text, from, at + 1) == at;
    }
}
