package vn.dancu.verification;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.LunarDate;

/**
 * A public holiday of every year.
 *
 * @param month of the solar or the lunar year
 * @param firstOffset days from the named day to the first one off: -1 for Tết, which begins on the last day of the year
 * @param days in a row that are off
 * @param moved whether a day that falls on a weekend is made good on the next working day
 * @param toYear the last year; null while it lasts
 */
public record HolidayRule(
        String name,
        Calendar calendar,
        int month,
        int day,
        int firstOffset,
        int days,
        boolean moved,
        int fromYear,
        @Nullable Integer toYear) {

    /** The lunar one by the Vietnamese rule (UTC+7). */
    public enum Calendar {
        SOLAR,
        LUNAR
    }

    public HolidayRule {
        if (month < 1 || month > 12 || day < 1 || day > (calendar == Calendar.LUNAR ? 30 : 31)) {
            throw new IllegalArgumentException("no such day: " + day + "/" + month);
        }
        if (days < 1 || days > 15 || Math.abs(firstOffset) > 15) {
            throw new IllegalArgumentException("a holiday lasts 1 to 15 days, not " + days);
        }
    }

    /** The days off in the year in which the named day lies; none where that year has no such day. */
    List<LocalDate> daysOf(int year) {
        if (year < fromYear || (toYear != null && year > toYear)) {
            return List.of();
        }
        Optional<LocalDate> named = named(year);
        List<LocalDate> off = new ArrayList<>();
        if (named.isPresent()) {
            LocalDate first = named.get().plusDays(firstOffset);
            for (int i = 0; i < days; i++) {
                off.add(first.plusDays(i));
            }
        }
        return off;
    }

    private Optional<LocalDate> named(int year) {
        if (calendar == Calendar.LUNAR) {
            return new LunarDate(year, month, false, day).toDate();
        }
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            // 29 February: there is no such day in most years.
            return Optional.empty();
        }
    }
}
