package vn.dancu.civil.name;

/**
 * What is left in a name when the keyboard's input method was off: Telex (Nguyeenx, Ddinh, Vawn) or VNI keys (Nguye6n4).
 * A typing error, not an encoding.
 */
final class KeyboardResidue {
    private static final String TONE_KEYS = "sfrxj";

    private KeyboardResidue() {}

    /** The folded name with keys of marks and tones taken out of its words. */
    static String cleaned(String folded) {
        StringBuilder out = new StringBuilder(folded.length());
        for (String word : folded.split(" ")) {
            if (out.length() > 0) {
                out.append(' ');
            }
            out.append(cleanedWord(word));
        }
        return out.toString();
    }

    private static CharSequence cleanedWord(String word) {
        StringBuilder out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            char last = out.length() == 0 ? ' ' : out.charAt(out.length() - 1);
            boolean doubled = c == last && "aeod".indexOf(c) >= 0;
            boolean hornOrBreve = c == 'w' && "aou".indexOf(last) >= 0;
            boolean digit = c >= '0' && c <= '9' && out.length() > 0;
            if (!doubled && !hornOrBreve && !digit) {
                out.append(c);
            }
        }
        int end = out.length() - 1;
        if (end > 1 && TONE_KEYS.indexOf(out.charAt(end)) >= 0) {
            out.setLength(end);
        }
        return out;
    }
}
