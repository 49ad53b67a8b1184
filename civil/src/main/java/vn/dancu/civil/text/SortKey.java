package vn.dancu.civil.text;

/**
 * Keys of Vietnamese order in plain ASCII, so that they compare alike in Java, in PostgreSQL's C collation and in a
 * file. A letter with a mark of its own follows its plain one and all that starts with it: ă is "a{", â "a|", đ "d{".
 * The tone, 0 to 5, closes the word; a digit sorts before letters, so ba, bà, … bạ stand before bác.
 */
final class SortKey {
    /** By number of the vowel: its letter and the sign behind it. */
    private static final String LETTERS = "aaaeeiooouuy";

    private static final String SIGNS = " {| {  {| { ";

    private SortKey() {}

    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length() + 12);
        int tone = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int vowel = Letters.vowel(c);
            if (vowel >= 0) {
                out.append(LETTERS.charAt(vowel));
                char sign = SIGNS.charAt(vowel);
                if (sign != ' ') {
                    out.append(sign);
                }
                tone = Math.max(tone, Letters.tone(c));
                inWord = true;
                continue;
            }
            char f = Letters.fold(c);
            if (f == Letters.DROP) {
                continue;
            }
            if (f == Letters.SPACE) {
                if (inWord) {
                    out.append((char) ('0' + tone)).append(' ');
                }
                inWord = false;
                tone = 0;
                continue;
            }
            out.append(f);
            if (f == 'd' && Letters.lower(c) == 'đ') {
                out.append('{');
            }
            inWord = true;
        }
        if (inWord) {
            out.append((char) ('0' + tone));
        } else if (out.length() > 0) {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }
}
