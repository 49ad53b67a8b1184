package vn.dancu.civil.date;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.Verdict;

/**
 * A date of which only the year, or only month and year, may be known: many of the old, above all in the highlands, know
 * the year of their birth alone, and the law takes that.
 *
 * @param year 1000 to 9999
 * @param month 1 to 12, 0 when not known
 * @param day 1 to 31, 0 when not known
 */
public record PartialDate(int year, int month, int day) implements Comparable<PartialDate> {
    static final int FIRST_YEAR = 1000;
    static final int LAST_YEAR = 9999;

    public PartialDate {
        if (!exists(year, month, day)) {
            throw new IllegalArgumentException("no such date");
        }
    }

    static boolean exists(int year, int month, int day) {
        return year >= FIRST_YEAR
                && year <= LAST_YEAR
                && month >= 0
                && month <= 12
                && day >= 0
                && (day == 0 || (month > 0 && day <= daysIn(year, month)));
    }

    private static int daysIn(int year, int month) {
        return switch (month) {
            case 2 -> (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    public static PartialDate ofYear(int year) {
        return new PartialDate(year, 0, 0);
    }

    /** Reads what people write: see {@link DateReader}. */
    public static DateReading read(@Nullable String written) {
        return DateReader.read(written);
    }

    /** yyyyMMdd as a number, zeros for what is not known: one column that sorts and compares. */
    public int packed() {
        return year * 10_000 + month * 100 + day;
    }

    public static PartialDate ofPacked(int packed) {
        return new PartialDate(packed / 10_000, packed / 100 % 100, packed % 100);
    }

    public boolean isFull() {
        return day > 0;
    }

    public boolean isYearOnly() {
        return month == 0;
    }

    /** First day that this may be. */
    public LocalDate earliest() {
        return LocalDate.of(year, Math.max(month, 1), Math.max(day, 1));
    }

    /** Last day that this may be. */
    public LocalDate latest() {
        if (day > 0) {
            return LocalDate.of(year, month, day);
        }
        return month > 0 ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, 12, 31);
    }

    /** Agree: the same. Cannot tell: one knows more than the other and nothing contradicts. */
    public Verdict compare(PartialDate other) {
        if (equals(other)) {
            return Verdict.AGREE;
        }
        return isCompatibleWith(other) ? Verdict.CANNOT_TELL : Verdict.DIFFER;
    }

    /** Whether no part that both know differs. */
    public boolean isCompatibleWith(PartialDate other) {
        return year == other.year
                && (month == other.month || month == 0 || other.month == 0)
                && (day == other.day || day == 0 || other.day == 0);
    }

    /** Whether this may be the day. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(earliest()) && !date.isAfter(latest());
    }

    /** Whether everything known here is known there too, and alike. */
    public boolean contains(PartialDate other) {
        return year == other.year && (month == 0 || month == other.month) && (day == 0 || day == other.day);
    }

    /** Full years from this date to the other, at least; for ages, where a year alone leaves one year of doubt. */
    public int fullYearsUntil(PartialDate later) {
        int years = later.year - year;
        int monthAndDay = month * 100 + day;
        int laterMonthAndDay = later.month * 100 + later.day;
        return laterMonthAndDay < monthAndDay || month == 0 ? years - 1 : years;
    }

    /** yyyy-MM-dd, yyyy-MM or yyyy. */
    public String iso() {
        StringBuilder out = new StringBuilder(10);
        out.append(year);
        if (month > 0) {
            two(out.append('-'), month);
        }
        if (day > 0) {
            two(out.append('-'), day);
        }
        return out.toString();
    }

    /** dd/MM/yyyy, MM/yyyy or yyyy. */
    public String screen() {
        return text(false);
    }

    /**
     * As written on a form. Some versions ask for months 3 to 9 in one digit and for all else in two (05/4/1988 but
     * 05/02/1988).
     */
    public String onForm(boolean oneDigitMonths) {
        return text(oneDigitMonths);
    }

    private String text(boolean oneDigitMonths) {
        StringBuilder out = new StringBuilder(10);
        if (day > 0) {
            two(out, day).append('/');
        }
        if (month > 0) {
            if (oneDigitMonths && month >= 3 && month <= 9) {
                out.append(month);
            } else {
                two(out, month);
            }
            out.append('/');
        }
        return out.append(year).toString();
    }

    private static StringBuilder two(StringBuilder out, int number) {
        return out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** By the known parts; a date of which less is known stands before those that it may be. */
    @Override
    public int compareTo(PartialDate other) {
        return Integer.compare(packed(), other.packed());
    }
}
