package vn.dancu.civil.text;

/** VIQR (RFC 1456): marks typed behind the letter, dd for đ; a backslash keeps a sign a sign. */
final class Viqr {
    private static final String MARKS = "(^+*";
    private static final String TONES = "\0`?~'.";

    private Viqr() {}

    static boolean isSign(char c) {
        return MARKS.indexOf(c) >= 0 || (TONES.indexOf(c) > 0 && c != '.');
    }

    /**
     * Whether a sign stands behind a vowel where plain text would not have one, and most words read as Vietnamese. An
     * apostrophe or a question mark at the end of a word is plain text too, so one alone says nothing.
     */
    static boolean isLikely(String sample) {
        boolean typical = false;
        int endings = 0;
        for (int i = 1; i < sample.length(); i++) {
            char c = sample.charAt(i);
            boolean afterVowel = Letters.vowel(sample.charAt(i - 1)) >= 0;
            boolean afterMark = MARKS.indexOf(sample.charAt(i - 1)) >= 0;
            if (afterVowel && (c == '^' || c == '(' || c == '+' || c == '*' || c == '~' || c == '`')) {
                typical = true;
            }
            if (afterVowel && (c == '\'' || c == '?') && endsWord(sample, i + 1)) {
                endings++;
            }
            typical |= afterMark && TONES.indexOf(c) > 0;
        }
        if (!typical && endings < 2) {
            return false;
        }
        String decoded = decode(sample);
        return !decoded.equals(sample) && Syllables.mostArePlausible(decoded);
    }

    private static boolean endsWord(String text, int at) {
        return at >= text.length() || text.charAt(at) == ' ';
    }

    static String decode(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char last = out.length() == 0 ? 0 : out.charAt(out.length() - 1);
            if (c == '\\' && i + 1 < text.length()) {
                out.append(text.charAt(++i));
                continue;
            }
            char better = 0;
            if (Letters.vowel(last) >= 0 && Letters.tone(last) == 0 && !isKept(text, i)) {
                better = combine(last, c);
            } else if ((c == 'd' || c == 'D') && (last == 'd' || last == 'D')) {
                better = last == 'd' ? 'đ' : 'Đ';
            }
            if (better != 0) {
                out.setCharAt(out.length() - 1, better);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isKept(String text, int at) {
        return at >= 2 && text.charAt(at - 2) == '\\';
    }

    private static char combine(char vowel, char sign) {
        int number = Letters.vowel(vowel);
        switch (sign) {
            case '(' -> {
                return number == Letters.A ? Letters.withVowel(vowel, Letters.A + 1) : 0;
            }
            case '^' -> {
                return switch (number) {
                    case Letters.A -> Letters.withVowel(vowel, Letters.A + 2);
                    case Letters.E -> Letters.withVowel(vowel, Letters.E + 1);
                    case Letters.O -> Letters.withVowel(vowel, Letters.O + 1);
                    default -> 0;
                };
            }
            case '+', '*' -> {
                return switch (number) {
                    case Letters.O -> Letters.withVowel(vowel, Letters.O + 2);
                    case Letters.U -> Letters.withVowel(vowel, Letters.U + 1);
                    default -> 0;
                };
            }
            default -> {
                int tone = sign == 0 ? 0 : TONES.indexOf(sign);
                return tone > 0 ? Letters.withTone(vowel, tone) : 0;
            }
        }
    }

    static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() * 2);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int vowel = Letters.vowel(c);
            if (c == 'đ' || c == 'Đ') {
                out.append(c == 'đ' ? "dd" : "DD");
            } else if (vowel >= 0) {
                int bare = bare(vowel);
                out.append(Letters.withTone(Letters.withVowel(c, bare), 0));
                if (bare != vowel) {
                    out.append(vowel == Letters.A + 1 ? '(' : bare == Letters.U || vowel == Letters.O + 2 ? '+' : '^');
                }
                if (Letters.tone(c) > 0) {
                    out.append(TONES.charAt(Letters.tone(c)));
                }
            } else {
                boolean sign = MARKS.indexOf(c) >= 0 || (c != 0 && TONES.indexOf(c) > 0) || c == '\\';
                out.append(sign ? "\\" : "").append(c);
            }
        }
        return out.toString();
    }

    private static int bare(int vowel) {
        if (vowel <= Letters.A + 2) {
            return Letters.A;
        }
        if (vowel <= Letters.E + 1) {
            return Letters.E;
        }
        if (vowel == Letters.I || vowel == Letters.Y) {
            return vowel;
        }
        return vowel <= Letters.O + 2 ? Letters.O : Letters.U;
    }
}
