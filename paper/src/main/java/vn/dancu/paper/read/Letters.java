package vn.dancu.paper.read;

import java.util.Map;

/**
 * Letters that Vietnamese does not have, and what they are misread from. Words are left as they were read: a name is never put
 * right by the program.
 */
final class Letters {
    private static final Map<Character, Character> MEANT = Map.ofEntries(
            Map.entry('Ÿ', 'Ỷ'),
            Map.entry('ÿ', 'ỷ'),
            Map.entry('Ð', 'Đ'),
            Map.entry('ð', 'đ'),
            Map.entry('Ä', 'Ã'),
            Map.entry('ä', 'ã'),
            Map.entry('Ö', 'Õ'),
            Map.entry('ö', 'õ'),
            Map.entry('Ï', 'Ĩ'),
            Map.entry('ï', 'ĩ'),
            Map.entry('Ü', 'Ũ'),
            Map.entry('ü', 'ũ'),
            Map.entry('Ë', 'Ẽ'),
            Map.entry('ë', 'ẽ'));

    private Letters() {}

    static String vietnamese(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(MEANT.getOrDefault(c, c));
        }
        return out.toString();
    }
}
