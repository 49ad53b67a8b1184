package vn.dancu.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dancu.verification.domain.planning.Shift;

/**
 * Working hours, hours in which homes are visited, and how much of it the law allows; as of a day.
 *
 * @param regular hours of a working day; work outside them is overtime
 * @param evening when teams go out on a working day
 * @param weekend when they go out on a weekend
 * @param mostWorkingDay minutes of overtime on a working day
 * @param mostRestDay minutes on a day of rest
 * @param minutesFirst how long a call takes with one person
 * @param minutesEach and with every further one
 */
public record WorkRules(
        LocalDate validFrom,
        List<Span> regular,
        List<Span> evening,
        List<Span> weekend,
        int mostWorkingDay,
        int mostRestDay,
        int mostMonth,
        int mostYear,
        int minutesFirst,
        int minutesEach,
        String source) {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,2}):(\\d{2})-(\\d{1,2}):(\\d{2})");
    private static final int DAY = 24 * 60;

    public WorkRules {
        regular = List.copyOf(regular);
        evening = List.copyOf(evening);
        weekend = List.copyOf(weekend);
        if (mostWorkingDay < 1 || mostRestDay < 1 || mostMonth < 1 || mostYear < 1) {
            throw new IllegalArgumentException("a limit is above nothing");
        }
        if (minutesFirst < 1 || minutesEach < 0) {
            throw new IllegalArgumentException("a call takes time");
        }
    }

    /**
     * @param from minutes after midnight
     */
    public record Span(int from, int to) {
        public Span {
            if (from < 0 || from >= to || to > DAY) {
                throw new IllegalArgumentException("a span begins before it ends, within a day: " + from + " to " + to);
            }
        }

        public int minutes() {
            return to - from;
        }

        public String written() {
            return clock(from) + "-" + clock(to);
        }
    }

    /** {@code 07:30}. */
    public static String clock(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }

    /**
     * @param written as {@code 07:30-11:30 13:30-17:00}, in order
     * @throws IllegalArgumentException when it cannot be read, or spans overlap
     */
    public static List<Span> spans(String written) {
        List<Span> spans = new ArrayList<>();
        for (String one : written.strip().split("[\\s,;]+")) {
            Matcher span = SPAN.matcher(one.replace('–', '-'));
            if (!span.matches()) {
                throw new IllegalArgumentException("not hours: " + one);
            }
            int from = Integer.parseInt(span.group(1)) * 60 + Integer.parseInt(span.group(2));
            int to = Integer.parseInt(span.group(3)) * 60 + Integer.parseInt(span.group(4));
            if (!spans.isEmpty() && spans.get(spans.size() - 1).to() > from) {
                throw new IllegalArgumentException("hours overlap: " + written);
            }
            spans.add(new Span(from, to));
        }
        return spans;
    }

    public static String written(List<Span> spans) {
        return String.join(" ", spans.stream().map(Span::written).toList());
    }

    /** Shifts on which teams may go out that day; none on a holiday, when people are with their families. */
    public List<Shift> shiftsOn(LocalDate day, Holidays holidays) {
        if (holidays.nameOf(day).isPresent()) {
            return List.of();
        }
        return (holidays.isRest(day) ? weekend : evening)
                .stream().map(span -> new Shift(day, span.from(), span.to())).toList();
    }

    /** Minutes between two moments of a day that lie outside the hours of work. */
    public int outOfHours(LocalDate day, Span worked, Holidays holidays) {
        int minutes = worked.minutes();
        if (!holidays.isRest(day)) {
            for (Span hours : regular) {
                minutes -= Math.max(0, Math.min(worked.to(), hours.to()) - Math.max(worked.from(), hours.from()));
            }
        }
        return minutes;
    }
}
