package vn.dancu.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day as an officer types it: 5/9/2020, 05.09.2020, 5-9-20, 05092020; also 2020-09-05, as other programs write it. A year of
 * two digits is of this century. With a time before or behind it: 19:30 5/9/2020.
 */
final class TypedDay {
    private static final Pattern PARTED = Pattern.compile("(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{4}|\\d{2})");
    private static final Pattern JOINED = Pattern.compile("(\\d{2})(\\d{2})(\\d{4}|\\d{2})");
    private static final Pattern WITH_TIME = Pattern.compile(
            "(?:(?<before>\\d{1,2}[:hg]\\d{2})\\s+)?(?<day>\\S+?)(?:[\\sT]+(?<behind>\\d{1,2}[:hg]\\d{2})(?::\\d{2})?)?");
    private static final int THIS_CENTURY = 2_000;

    private TypedDay() {}

    /** Empty when no day can be read. */
    static Optional<LocalDate> of(String typed) {
        String text = typed.strip();
        try {
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return Optional.of(LocalDate.parse(text));
            }
            Matcher parted = PARTED.matcher(text);
            if (parted.matches()) {
                return Optional.of(day(parted));
            }
            Matcher joined = JOINED.matcher(text);
            return joined.matches() ? Optional.of(day(joined)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate day(Matcher parts) {
        int year = Integer.parseInt(parts.group(3));
        return LocalDate.of(
                parts.group(3).length() == 2 ? THIS_CENTURY + year : year,
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(1)));
    }

    /** Empty when no day and time can be read. */
    static Optional<LocalDateTime> withTime(String typed) {
        Matcher parts = WITH_TIME.matcher(typed.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String time = parts.group("before") == null ? parts.group("behind") : parts.group("before");
        if (time == null || (parts.group("before") != null && parts.group("behind") != null)) {
            return Optional.empty();
        }
        String[] hour = time.split("[:hg]");
        try {
            LocalTime at = LocalTime.of(Integer.parseInt(hour[0]), Integer.parseInt(hour[1]));
            return of(parts.group("day")).map(day -> day.atTime(at));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
