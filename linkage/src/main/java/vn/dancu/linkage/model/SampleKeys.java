package vn.dancu.linkage.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.Relation;
import vn.dancu.civil.list.Sex;
import vn.dancu.civil.text.VietnameseText;
import vn.dancu.linkage.BlockingRule.Part;
import vn.dancu.linkage.Column.Kind;

/**
 * The keys that a part of a blocking rule gives the rows of a sample. Near enough to those of the engine to count pairs by;
 * 64-bit hashes, none for a value that is not known.
 */
final class SampleKeys {

    private static final long[] NONE = {};
    private static final int MOST_WORDS = 12;
    private static final String SOUNDEX_DIGITS = "01230120022455012623010202";

    private SampleKeys() {}

    static long[][] of(Part part, Field field, Sample file, List<Integer> columns) {
        long[][] keys = new long[file.count()][];
        for (int row = 0; row < keys.length; row++) {
            String value = Field.value(file, row, columns);
            keys[row] = value.isEmpty() ? NONE : keys(part, field, value);
        }
        return keys;
    }

    private static long[] keys(Part part, Field field, String value) {
        String folded = VietnameseText.fold(value);
        int length = (int) part.argument();
        return switch (part.aspect()) {
            case VALUE -> one(value(value, folded, field));
            case FOLDED, SORTED, DIGITS -> one(folded);
            case FIRST -> {
                String joined = folded.replace(" ", "");
                yield joined.length() < length ? NONE : one(joined.substring(0, length));
            }
            case LAST -> {
                String joined = folded.replace(" ", "");
                yield joined.length() < length ? NONE : one(joined.substring(joined.length() - length));
            }
            case SOUNDEX -> one(soundex(folded));
            case WORD, LETTERS, MEMBER -> several(words(field, value, folded));
            case TWO_WORDS -> pairs(words(field, value, folded));
            case SURNAME -> one(word(folded, field, true));
            case GIVEN_NAME -> one(word(folded, field, false));
            case FOLDED_NAME -> one(folded);
            case YEAR -> one(date(value, field).replaceAll("-.*", ""));
            case DAY_AND_MONTH -> one(date(value, field).replaceAll("^[^-]*-?", ""));
            case FULL_DATE -> {
                String date = date(value, field);
                yield date.length() < 8 || date.endsWith("-1-1") ? NONE : one(date);
            }
            case ROUND -> NONE;
        };
    }

    private static String value(String value, String folded, Field field) {
        return switch (field.kind()) {
            case DATE -> date(value, field);
            case SEX -> Sex.parse(value).map(Sex::code).orElse(folded);
            case RELATION -> Relation.parse(value).map(Relation::code).orElse(folded);
            case NUMBER -> value.replaceAll("[^0-9]", "");
            default -> folded;
        };
    }

    private static List<String> words(Field field, String value, String folded) {
        if (field.kind() == Kind.SET || field.kind() == Kind.NUMBERS) {
            return Arrays.stream(value.split("[|;,]"))
                    .map(VietnameseText::fold)
                    .filter(w -> !w.isEmpty())
                    .distinct()
                    .toList();
        }
        Set<String> words = new LinkedHashSet<>(Arrays.asList(folded.split(" ")));
        return new ArrayList<>(words).subList(0, Math.min(MOST_WORDS, words.size()));
    }

    /** Surnames lead where Vietnamese names are read, and end where others are. */
    private static String word(String folded, Field field, boolean surname) {
        String[] words = folded.split(" ");
        boolean first = surname == (field.guess().format() == null);
        return first ? words[0] : words[words.length - 1];
    }

    /** Year, month and day as far as they are known, joined by a dash. */
    private static String date(String value, Field field) {
        if (value.matches("\\d{8}")) {
            return value.substring(0, 4) + "-" + Integer.parseInt(value.substring(4, 6)) + "-"
                    + Integer.parseInt(value.substring(6));
        }
        String written = value;
        if ("mdy".equals(field.guess().format())) {
            written = value.replaceAll("^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})$", "$4-$1-$3");
        }
        PartialDate date = PartialDate.read(written).date();
        return date == null ? "" : date.year() + "-" + date.month() + "-" + date.day();
    }

    static String soundex(String folded) {
        String letters = folded.replaceAll("[^a-z]", "");
        if (letters.isEmpty()) {
            return "";
        }
        StringBuilder code = new StringBuilder().append(letters.charAt(0));
        char before = SOUNDEX_DIGITS.charAt(letters.charAt(0) - 'a');
        for (int i = 1; i < letters.length() && code.length() < 4; i++) {
            char c = letters.charAt(i);
            char digit = SOUNDEX_DIGITS.charAt(c - 'a');
            if (digit != '0' && digit != before) {
                code.append(digit);
            }
            if (c != 'h' && c != 'w') {
                before = digit;
            }
        }
        return code.toString();
    }

    private static long[] one(String key) {
        return key.isEmpty() ? NONE : new long[] {hash(key)};
    }

    private static long[] several(List<String> words) {
        return words.stream()
                .filter(w -> !w.isEmpty())
                .mapToLong(SampleKeys::hash)
                .toArray();
    }

    private static long[] pairs(List<String> words) {
        if (words.size() < 2) {
            return several(words);
        }
        long[] keys = new long[words.size() * (words.size() - 1) / 2];
        int next = 0;
        for (int a = 0; a < words.size(); a++) {
            for (int b = a + 1; b < words.size(); b++) {
                keys[next++] = mix(hash(words.get(a)) + hash(words.get(b)));
            }
        }
        return keys;
    }

    private static long hash(String text) {
        long hash = 1125899906842597L;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return mix(hash);
    }

    static long mix(long value) {
        long mixed = (value ^ value >>> 32) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 29;
    }
}
