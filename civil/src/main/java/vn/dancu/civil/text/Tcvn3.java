package vn.dancu.civil.text;

/** TCVN 5712:1993, VN3 ("ABC"): the .VnTime fonts. Codes are those of Latin-1. */
final class Tcvn3 {
    private static final String LETTERS = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ";

    private static final String CODES = "\u00B5\u00B6\u00B7\u00B8\u00B9\u00A8\u00BB\u00BC\u00BD\u00BE\u00C6"
            + "\u00A9\u00C7\u00C8\u00C9\u00CA\u00CB\u00AE\u00CC\u00CE\u00CF\u00D0\u00D1\u00AA\u00D2\u00D3\u00D4\u00D5"
            + "\u00D6\u00D7\u00D8\u00DC\u00DD\u00DE\u00DF\u00E1\u00E2\u00E3\u00E4\u00AB\u00E5\u00E6\u00E7\u00E8\u00E9"
            + "\u00AC\u00EA\u00EB\u00EC\u00ED\u00EE\u00EF\u00F1\u00F2\u00F3\u00F4\u00AD\u00F5\u00F6\u00F7\u00F8\u00F9"
            + "\u00FA\u00FB\u00FC\u00FD\u00FE\u00A1\u00A2\u00A3\u00A4\u00A5\u00A6\u00A7";

    private static final char[] LETTER_OF = new char[0x100];
    private static final char[] CODE_OF = new char[Letters.SIZE];

    static {
        for (int i = 0; i < CODES.length(); i++) {
            LETTER_OF[CODES.charAt(i)] = LETTERS.charAt(i);
            CODE_OF[LETTERS.charAt(i)] = CODES.charAt(i);
        }
    }

    private Tcvn3() {}

    static String decode(String text) {
        char[] out = text.toCharArray();
        for (int i = 0; i < out.length; i++) {
            if (out[i] < 0x100 && LETTER_OF[out[i]] != 0) {
                out[i] = LETTER_OF[out[i]];
            }
        }
        raiseWordsInCapitals(text, out);
        return new String(out);
    }

    /**
     * Raises a word whose plain letters are two or more capitals and nothing else, and every word of a text that has no
     * small letter: letters with a tone could not say that they are capitals. "Tù" stays, it is Tự.
     */
    private static void raiseWordsInCapitals(String text, char[] out) {
        boolean allCapitals = capitals(text, 0, text.length()) > 1;
        int from = 0;
        while (from < out.length) {
            int to = from;
            while (to < out.length && !Letters.isSpace(out[to])) {
                to++;
            }
            if (allCapitals || capitals(text, from, to) > 1) {
                for (int i = from; i < to; i++) {
                    out[i] = Character.toUpperCase(out[i]);
                }
            }
            from = to + 1;
        }
    }

    /** How many letters are capitals for sure; 0 as soon as one is small for sure. */
    private static int capitals(String text, int from, int to) {
        int capitals = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                return 0;
            }
            capitals += (c >= 'A' && c <= 'Z') || (c >= 0xA1 && c <= 0xA7) ? 1 : 0;
        }
        return capitals;
    }

    static String encode(String text) {
        char[] out = text.toCharArray();
        for (int i = 0; i < out.length; i++) {
            char c = out[i];
            if (c < Letters.SIZE) {
                char code = CODE_OF[c] != 0 ? CODE_OF[c] : CODE_OF[Letters.lower(c)];
                out[i] = code != 0 ? code : c;
            }
        }
        return new String(out);
    }
}
