package vn.dancu.civil.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as it is read out over a loudspeaker: numbers, dates and hours in words, so that its length can be told in syllables. */
public final class Spoken {
    private static final String[] DIGITS = {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};
    private static final String[] GROUPS = {"", "nghìn", "triệu", "tỷ", "nghìn tỷ", "triệu tỷ", "tỷ tỷ"};

    private static final Pattern DATE = Pattern.compile("(?<![\\d/])(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?(?![\\d/])");
    private static final Pattern HOUR = Pattern.compile("(?<![\\d:])(\\d{1,2})[:hg](\\d{2})(?![\\d:])");
    private static final Pattern DIGIT_RUN = Pattern.compile("\\d{1,3}(?:\\.\\d{3})+(?!\\d)|\\d+");
    private static final Pattern SYLLABLE = Pattern.compile("\\p{L}+");
    private static final int LONGEST_NUMBER = 6;

    private Spoken() {}

    /** Numbers, dates (d/M/yyyy, d/M) and hours (7:30, 7h30) in words; everything else as it stands. */
    public static String words(String text) {
        String dated = replace(DATE, text, Spoken::date);
        String timed = replace(
                HOUR,
                dated,
                found -> number(Long.parseLong(found.group(1))) + " giờ"
                        + (found.group(2).equals("00") ? "" : " " + number(Long.parseLong(found.group(2)))));
        return replace(DIGIT_RUN, timed, found -> run(found.group()));
    }

    /** How many syllables are heard. */
    public static int syllables(String text) {
        Matcher syllable = SYLLABLE.matcher(words(text));
        int count = 0;
        while (syllable.find()) {
            count++;
        }
        return count;
    }

    private interface Saying {
        String of(MatchResult found);
    }

    private static String replace(Pattern pattern, String text, Saying saying) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(saying.of(found)));
    }

    private static String date(MatchResult found) {
        int day = Integer.parseInt(found.group(1));
        int month = Integer.parseInt(found.group(2));
        if (day < 1 || day > 31 || month < 1 || month > 12) {
            return found.group();
        }
        String said = number(day) + " tháng " + (month == 4 ? "tư" : number(month));
        return found.group(3) == null ? said : said + " năm " + number(Long.parseLong(found.group(3)));
    }

    /** A number as such; a telephone number, or one with leading zeros, digit by digit. */
    private static String run(String digits) {
        String plain = digits.replace(".", "");
        boolean dotted = plain.length() < digits.length();
        if (!dotted && (plain.length() > LONGEST_NUMBER || (plain.length() > 1 && plain.startsWith("0")))) {
            List<String> said = new ArrayList<>();
            for (char digit : plain.toCharArray()) {
                said.add(DIGITS[digit - '0']);
            }
            return String.join(" ", said);
        }
        return plain.length() > 18 ? digits : number(Long.parseLong(plain));
    }

    /**
     * A whole number in words: 21 {@code hai mươi mốt}, 105 {@code một trăm linh năm}, 2020 {@code hai nghìn không trăm hai mươi}.
     *
     * @throws IllegalArgumentException below zero
     */
    public static String number(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("only counts are read out: " + number);
        }
        if (number == 0) {
            return DIGITS[0];
        }
        List<String> parts = new ArrayList<>();
        String figures = String.format(Locale.ROOT, "%d", number);
        int groups = (figures.length() + 2) / 3;
        for (int group = groups - 1; group >= 0; group--) {
            int value = (int) (number / power(group) % 1000);
            if (value > 0) {
                parts.add(below1000(value, group < groups - 1));
                if (group > 0) {
                    parts.add(GROUPS[group]);
                }
            }
        }
        return String.join(" ", parts);
    }

    private static long power(int group) {
        long power = 1;
        for (int i = 0; i < group; i++) {
            power *= 1000;
        }
        return power;
    }

    /**
     * @param full the hundreds are said even when there are none: {@code không trăm}
     */
    private static String below1000(int value, boolean full) {
        List<String> said = new ArrayList<>();
        int hundreds = value / 100;
        int tens = value / 10 % 10;
        int ones = value % 10;
        if (hundreds > 0 || full) {
            said.add(DIGITS[hundreds]);
            said.add("trăm");
        }
        if (tens == 1) {
            said.add("mười");
        } else if (tens > 1) {
            said.add(DIGITS[tens]);
            said.add("mươi");
        } else if (ones > 0 && (hundreds > 0 || full)) {
            said.add("linh");
        }
        if (ones > 0) {
            said.add(
                    ones == 1 && tens > 1
                            ? "mốt"
                            : ones == 5 && tens > 0 ? "lăm" : ones == 4 && tens > 1 ? "tư" : DIGITS[ones]);
        }
        return String.join(" ", said);
    }
}
