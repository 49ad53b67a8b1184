package vn.dancu.simulator;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** What hands and keyboards do to Vietnamese names and to digits. All methods take and give Title Case names. */
final class Slips {
    private static final String TYPED = "abcdeghiklmnopqrstuvxy";
    private static final Map<Character, String> TELEX_TONES =
            Map.of('\u0300', "f", '\u0301', "s", '\u0309', "r", '\u0303', "x", '\u0323', "j");
    private static final Map<Character, Character> LOOK_ALIKE =
            Map.of('1', '7', '7', '1', '0', '6', '6', '0', '3', '8', '8', '3');

    private Slips() {}

    /** All marks lost, as on a typewriter or in an old data base. */
    static String withoutMarks(String name) {
        String bare = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return bare.replace('đ', 'd').replace('Đ', 'D');
    }

    /** The tone of one word lost; the vowel keeps its hat. */
    static String toneDropped(String name, Dice dice) {
        return changeOneWord(name, dice, Slips::toneless);
    }

    private static String toneless(String word) {
        String open = Normalizer.normalize(word, Normalizer.Form.NFD);
        return Normalizer.normalize(open.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", ""), Normalizer.Form.NFC);
    }

    /** Hỏi for ngã, nặng for sắc and the like: the tone of one word becomes another. */
    static String toneMoved(String name, Dice dice) {
        char[] tones = {'\u0300', '\u0301', '\u0303', '\u0309', '\u0323'};
        char tone = tones[dice.below(tones.length)];
        return changeOneWord(name, dice, word -> {
            String open = Normalizer.normalize(word, Normalizer.Form.NFD);
            return Normalizer.normalize(
                    open.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", String.valueOf(tone)), Normalizer.Form.NFC);
        });
    }

    /** A tone typed in Telex that the keyboard did not swallow: Hoà -> Hoaf. */
    static String telexResidue(String name, Dice dice) {
        return changeOneWord(name, dice, word -> {
            String open = Normalizer.normalize(word, Normalizer.Form.NFD);
            for (Map.Entry<Character, String> tone : TELEX_TONES.entrySet()) {
                if (open.indexOf(tone.getKey()) >= 0) {
                    return toneless(word) + tone.getValue();
                }
            }
            return word;
        });
    }

    /** n for l, tr for ch, s for x, d for gi: as northern ears hear it. */
    static String northern(String name, Dice dice) {
        return changeOneWord(name, dice, word -> {
            if (word.length() < 2) {
                return word;
            }
            String rest = word.substring(1);
            return switch (word.charAt(0)) {
                case 'L' -> "N" + rest;
                case 'N' -> rest.startsWith("g") || rest.startsWith("h") ? word : "L" + rest;
                case 'T' -> rest.startsWith("r") ? "Ch" + rest.substring(1) : word;
                case 'C' -> rest.startsWith("h") ? "Tr" + rest.substring(1) : word;
                case 'S' -> "X" + rest;
                case 'X' -> "S" + rest;
                case 'D' -> "Gi" + rest;
                case 'G' -> rest.startsWith("i") && rest.length() > 2 ? "D" + rest.substring(1) : word;
                default -> word;
            };
        });
    }

    /** One letter too many, too few, another one, or two that changed places. */
    static String typing(String name, Dice dice) {
        StringBuilder out = new StringBuilder(name);
        int at = letterAt(name, dice);
        char typed = TYPED.charAt(dice.below(TYPED.length()));
        switch (dice.below(4)) {
            case 0 -> out.insert(at, typed);
            case 1 -> out.deleteCharAt(at);
            case 2 -> out.setCharAt(at, typed);
            default -> {
                if (at + 1 < name.length() && Character.isLetter(name.charAt(at + 1))) {
                    out.setCharAt(at, name.charAt(at + 1));
                    out.setCharAt(at + 1, name.charAt(at));
                } else {
                    out.setCharAt(at, typed);
                }
            }
        }
        return out.toString();
    }

    /** A position behind the first letter of some word of three letters or more, else of the last word. */
    private static int letterAt(String name, Dice dice) {
        for (int i = 0; i < 12; i++) {
            int at = 1 + dice.below(name.length() - 1);
            if (Character.isLetter(name.charAt(at)) && Character.isLetter(name.charAt(at - 1))) {
                return at;
            }
        }
        return name.length() - 1;
    }

    /** Hoà for Hòa, Thuý for Thúy: the other of the two places of the tone. */
    static String tonePlace(String name) {
        return name.replace("òa", "oà")
                .replace("óa", "oá")
                .replace("ỏa", "oả")
                .replace("úy", "uý")
                .replace("ùy", "uỳ")
                .replace("ủy", "uỷ")
                .replace("ọa", "oạ")
                .replace("òe", "oè")
                .replace("ụy", "uỵ");
    }

    /** Quí for Quý, Lí for Lý. */
    static String iForY(String name) {
        return (name + " ")
                .replace("Quý ", "Quí ")
                .replace("Lý ", "Lí ")
                .replace("Mỹ ", "Mĩ ")
                .replace("Kỳ ", "Kì ")
                .replace("Sỹ ", "Sĩ ")
                .replace("Vỹ ", "Vĩ ")
                .strip();
    }

    /** The same name in other codes: combining marks, or the Icelandic letters for Đ and đ. */
    static String otherCodes(String name, Dice dice) {
        if (dice.happens(0.5) && (name.indexOf('Đ') >= 0 || name.indexOf('đ') >= 0)) {
            return name.replace('Đ', '\u00D0').replace('đ', '\u00F0');
        }
        String placed = tonePlace(name);
        return dice.happens(0.4) && !placed.equals(name) ? placed : Normalizer.normalize(name, Normalizer.Form.NFD);
    }

    static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    /** One digit taken for a look-alike (1/7, 0/6, 3/8), mistyped, or changed places with its neighbour. */
    static String digit(String number, int from, Dice dice) {
        char[] out = number.toCharArray();
        int at = dice.between(from, number.length() - 2);
        switch (dice.below(3)) {
            case 0 -> out[at] = LOOK_ALIKE.getOrDefault(out[at], '5');
            case 1 -> out[at] = (char) ('0' + (out[at] - '0' + 1 + dice.below(9)) % 10);
            default -> {
                char kept = out[at];
                out[at] = out[at + 1];
                out[at + 1] = kept;
            }
        }
        return new String(out);
    }

    private interface WordChange {
        String of(String word);
    }

    private static String changeOneWord(String name, Dice dice, WordChange change) {
        String[] words = name.split(" ");
        int first = dice.below(words.length);
        for (int i = 0; i < words.length; i++) {
            int at = (first + i) % words.length;
            String changed = change.of(words[at]);
            if (!changed.equals(words[at])) {
                words[at] = changed;
                return String.join(" ", words);
            }
        }
        return name;
    }
}
