package vn.dancu.linkage;

/** Partial dates in one int: year, month, day in 12, 4 and 5 bits; an unknown part is 0. */
final class Dates {

    static final int CODES = 1 << 21;

    static final int SAME_DAY = 1;
    static final int SAME_MONTH = 2;
    static final int YEAR_ON_ONE_SIDE = 3;
    static final int SAME_PARTIAL = 4;
    static final int SWAPPED = 5;
    static final int ONE_DIGIT = 6;
    static final int SAME_YEAR = 7;
    static final int SAME_DAY_OTHER_YEAR = 8;
    static final int NEAR_YEAR = 9;
    static final int DIFFERENT = 10;

    private Dates() {}

    static int pack(int year, int month, int day) {
        return year <= 0 || year > 4095 ? 0 : year << 9 | month << 5 | day;
    }

    static int year(int date) {
        return date >>> 9;
    }

    static int month(int date) {
        return date >>> 5 & 15;
    }

    static int day(int date) {
        return date & 31;
    }

    static boolean full(int date) {
        return day(date) != 0 && month(date) != 0;
    }

    /** The first of January is what is written when only the year is known. */
    static boolean defaultDay(int date) {
        return month(date) == 1 && day(date) == 1;
    }

    static int level(int a, int b) {
        if (a == b) {
            return full(a) ? SAME_DAY : SAME_PARTIAL;
        }
        int yearA = year(a);
        int yearB = year(b);
        if (yearA == yearB) {
            return sameYear(a, b);
        }
        boolean bothFull = full(a) && full(b);
        boolean sameDay = bothFull && dayAndMonth(a) == dayAndMonth(b) && !defaultDay(a);
        if (sameDay) {
            return oneDigit(a, b) ? ONE_DIGIT : SAME_DAY_OTHER_YEAR;
        }
        return Math.abs(yearA - yearB) <= 2 ? NEAR_YEAR : DIFFERENT;
    }

    private static int sameYear(int a, int b) {
        if (!full(a) || !full(b)) {
            int monthA = month(a);
            int monthB = month(b);
            if (monthA != 0 && monthB != 0) {
                return monthA == monthB ? SAME_MONTH : SAME_YEAR;
            }
            return YEAR_ON_ONE_SIDE;
        }
        if (month(a) == day(b) && day(a) == month(b)) {
            return SWAPPED;
        }
        if (defaultDay(a) || defaultDay(b)) {
            return YEAR_ON_ONE_SIDE;
        }
        return oneDigit(a, b) ? ONE_DIGIT : SAME_YEAR;
    }

    static int dayAndMonth(int date) {
        return date & 511;
    }

    private static boolean oneDigit(int a, int b) {
        return Numbers.level(digits(a), digits(b)) == 2;
    }

    /** yyyymmdd as nibbles behind a leading 1. */
    static long digits(int date) {
        int year = year(date);
        return 1L << 32
                | (long) two(year / 100) << 24
                | (long) two(year % 100) << 16
                | (long) two(month(date)) << 8
                | two(day(date));
    }

    private static int two(int value) {
        return value / 10 << 4 | value % 10;
    }
}
