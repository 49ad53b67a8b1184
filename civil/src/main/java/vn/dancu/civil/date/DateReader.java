package vn.dancu.civil.date;

import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.DateReading.Problem;
import vn.dancu.civil.text.VietnameseText;

/**
 * Reads dates in the orders in use: year-month-day and day/month/year, each with parts left out or struck out
 * (00/00/1941, --/--/1941), in words (ngày 05 tháng 9 năm 2020), in boxes (05092020, 20200905). Between the parts may
 * stand a slash, a point, a hyphen or a space. A year in two digits is not read: its century would be a guess.
 */
final class DateReader {
    private static final int BOXES = 8;

    private DateReader() {}

    static DateReading read(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return new DateReading(null, Problem.BLANK, written == null ? "" : written);
        }
        int length = written.length();
        int groups = 0;
        int a = 0;
        int b = 0;
        int c = 0;
        int lengthA = 0;
        int lengthB = 0;
        int lengthC = 0;
        int slashes = 0;
        boolean slashBeforeA = false;
        boolean emptyPart = false;
        int i = 0;
        while (i < length) {
            char ch = written.charAt(i);
            if (ch >= '0' && ch <= '9') {
                int from = i;
                int value = 0;
                while (i < length && written.charAt(i) >= '0' && written.charAt(i) <= '9') {
                    if (i - from >= BOXES) {
                        return unreadable(written);
                    }
                    value = value * 10 + (written.charAt(i) - '0');
                    i++;
                }
                switch (groups++) {
                    case 0 -> {
                        a = value;
                        lengthA = i - from;
                        slashBeforeA = slashes > 0;
                    }
                    case 1 -> {
                        b = value;
                        lengthB = i - from;
                        emptyPart = slashes > 1 && !slashBeforeA;
                    }
                    case 2 -> {
                        c = value;
                        lengthC = i - from;
                        if (restIsMidnight(written, i, lengthA)) {
                            i = length;
                        }
                    }
                    default -> {
                        return unreadable(written);
                    }
                }
                continue;
            }
            if (ch == '/') {
                slashes++;
            } else if (Character.isLetter(ch)) {
                int end = i;
                while (end < length && (Character.isLetter(written.charAt(end)) || isMark(written.charAt(end)))) {
                    end++;
                }
                if (!isWordOfDates(written.substring(i, end))) {
                    return unreadable(written);
                }
                i = end;
                continue;
            } else if (!isSeparatorOrStrike(ch) && !isMark(ch)) {
                return unreadable(written);
            }
            i++;
        }
        return switch (groups) {
            case 0 -> new DateReading(null, Problem.BLANK, written);
            case 1 -> one(a, lengthA, written);
            case 2 -> two(a, lengthA, b, lengthB, emptyPart, written);
            default -> three(a, lengthA, b, lengthB, c, lengthC, written);
        };
    }

    private static DateReading one(int a, int lengthA, String written) {
        if (lengthA == 4) {
            return dated(a, 0, 0, written);
        }
        if (lengthA != BOXES) {
            return unreadable(written);
        }
        int year = a / 10_000;
        return year >= 1800 && year < 2200
                ? dated(year, a / 100 % 100, a % 100, written)
                : dated(a % 10_000, a / 10_000 % 100, a / 1_000_000, written);
    }

    private static DateReading two(int a, int lengthA, int b, int lengthB, boolean emptyPart, String written) {
        if (lengthA == 4 && lengthB <= 2) {
            return dated(a, b, 0, written);
        }
        if (lengthA <= 2 && lengthB == 4) {
            // 05/--/1988: a day of an unknown month says nothing.
            return dated(b, emptyPart ? 0 : a, 0, written);
        }
        return unreadable(written);
    }

    private static DateReading three(int a, int lengthA, int b, int lengthB, int c, int lengthC, String written) {
        if (lengthB > 2) {
            return unreadable(written);
        }
        if (lengthA == 4 && lengthC <= 2) {
            return dated(a, b, c, written);
        }
        if (lengthA <= 2 && lengthC == 4) {
            return dated(c, b, a, written);
        }
        return unreadable(written);
    }

    private static DateReading dated(int year, int month, int day, String written) {
        if (year == 0 && month == 0 && day == 0) {
            return new DateReading(null, Problem.BLANK, written);
        }
        if (year < PartialDate.FIRST_YEAR) {
            return unreadable(written);
        }
        int knownDay = month == 0 && day <= 31 ? 0 : day;
        if (!PartialDate.exists(year, month, knownDay)) {
            return new DateReading(null, Problem.DOES_NOT_EXIST, written);
        }
        return new DateReading(new PartialDate(year, month, knownDay), Problem.NONE, written);
    }

    private static DateReading unreadable(String written) {
        return new DateReading(null, Problem.UNREADABLE, written);
    }

    /** Spreadsheets hand a date over as 1988-05-03 00:00:00 or 1988-05-03T00:00. */
    private static boolean restIsMidnight(String written, int at, int lengthOfFirst) {
        if (at + 5 >= written.length() || lengthOfFirst != 4) {
            return false;
        }
        char between = written.charAt(at);
        if (between != ' ' && between != 'T') {
            return false;
        }
        for (int i = at + 1; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c != '0' && c != ':' && c != '.' && c != 'Z') {
                return false;
            }
        }
        return true;
    }

    private static boolean isSeparatorOrStrike(char c) {
        return switch (c) {
            case '-', '.', ' ', '_', '?', '\u00A0', '\u2026', '\u2010', '\u2011', '\u2013', '\u2014', ',', '*' -> true;
            default -> c == '\t';
        };
    }

    private static boolean isMark(char c) {
        return c >= 0x300 && c < 0x370;
    }

    private static boolean isWordOfDates(String word) {
        return switch (VietnameseText.fold(word)) {
            case "ngay", "thang", "nam", "sinh", "x", "xx", "xxx", "xxxx" -> true;
            default -> false;
        };
    }
}
