package vn.dancu.verification;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Which days nobody works, over some years: weekends, holidays, and what was exchanged for what. */
public final class Holidays {
    private final NavigableMap<LocalDate, String> off = new TreeMap<>();
    private final NavigableMap<LocalDate, String> worked = new TreeMap<>();

    /** A day that the government made a day off, or a working day in exchange. */
    public record Single(LocalDate day, String name, boolean off) {}

    /**
     * @param from first year
     * @param to last year
     */
    public Holidays(Collection<HolidayRule> rules, Collection<Single> singles, int from, int to) {
        for (Single single : singles) {
            (single.off() ? off : worked).put(single.day(), single.name());
        }
        Map<LocalDate, String> toMakeGood = new TreeMap<>();
        for (HolidayRule rule : rules) {
            // A lunar holiday of the year before, or one that begins before New Year, may reach into the first year.
            for (int year = from - 1; year <= to + 1; year++) {
                for (LocalDate day : rule.daysOf(year)) {
                    off.putIfAbsent(day, rule.name());
                    if (rule.moved() && isWeekend(day)) {
                        toMakeGood.put(day, rule.name());
                    }
                }
            }
        }
        // Labour Code 2012 article 115 (2): a holiday on a weekly day of rest is made good on the next working day.
        toMakeGood.forEach((day, name) -> {
            LocalDate next = day.plusDays(1);
            while (isRest(next)) {
                next = next.plusDays(1);
            }
            off.put(next, name);
        });
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The holiday's name; empty on an ordinary day. */
    public Optional<String> nameOf(LocalDate day) {
        return Optional.ofNullable(off.get(day));
    }

    /** Whether nobody works by rights: a weekend that was not exchanged, or a holiday. */
    public boolean isRest(LocalDate day) {
        return off.containsKey(day) || (isWeekend(day) && !worked.containsKey(day));
    }

    /** Holidays of one year, by day. */
    public NavigableMap<LocalDate, String> of(int year) {
        return new TreeMap<>(off.subMap(LocalDate.of(year, 1, 1), true, LocalDate.of(year, 12, 31), true));
    }

    /** Weekend days of one year on which work is done in exchange. */
    public NavigableMap<LocalDate, String> workedIn(int year) {
        return new TreeMap<>(worked.subMap(LocalDate.of(year, 1, 1), true, LocalDate.of(year, 12, 31), true));
    }

    /** Days from one to another, both included, that are holidays. */
    public List<LocalDate> between(LocalDate from, LocalDate to) {
        return new ArrayList<>(off.subMap(from, true, to, true).keySet());
    }
}
