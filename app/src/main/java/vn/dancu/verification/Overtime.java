package vn.dancu.verification;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Work out of hours, from the calls that an officer made (bảng chấm công làm thêm giờ). */
public final class Overtime {
    /** Calls so close together are one stretch of work: between them lies the way from home to home. */
    static final int ONE_STRETCH = 45;

    private Overtime() {}

    /**
     * An officer at one home.
     *
     * @param span of that day, in minutes after midnight
     */
    public record Call(String login, String name, LocalDate day, WorkRules.Span span) {}

    /**
     * A stretch of work.
     *
     * @param minutes of it that lie outside the hours of work
     * @param calls homes that were called at
     */
    public record Stretch(LocalDate day, WorkRules.Span span, int minutes, int calls, Kind kind) {}

    /** By which rate of pay it goes: an evening, a weekend, a holiday. */
    public enum Kind {
        WORKING_DAY,
        WEEKEND,
        HOLIDAY
    }

    /** One officer's month. */
    public record Month(String login, String name, List<Stretch> stretches) {
        public Month {
            stretches = List.copyOf(stretches);
        }

        public int minutes() {
            return stretches.stream().mapToInt(Stretch::minutes).sum();
        }

        public int minutes(Kind kind) {
            return stretches.stream()
                    .filter(stretch -> stretch.kind() == kind)
                    .mapToInt(Stretch::minutes)
                    .sum();
        }

        public int onWorkingDays() {
            return minutes(Kind.WORKING_DAY);
        }

        public int onWeekends() {
            return minutes(Kind.WEEKEND);
        }

        public int onHolidays() {
            return minutes(Kind.HOLIDAY);
        }

        public int calls() {
            return stretches.stream().mapToInt(Stretch::calls).sum();
        }

        /** Days on which more was worked than the rules allow. */
        public List<LocalDate> daysAbove(WorkRules rules) {
            Map<LocalDate, Integer> byDay = new TreeMap<>();
            Map<LocalDate, Kind> kinds = new TreeMap<>();
            for (Stretch stretch : stretches) {
                byDay.merge(stretch.day(), stretch.minutes(), Integer::sum);
                kinds.put(stretch.day(), stretch.kind());
            }
            List<LocalDate> above = new ArrayList<>();
            byDay.forEach((day, minutes) -> {
                int most = kinds.get(day) == Kind.WORKING_DAY ? rules.mostWorkingDay() : rules.mostRestDay();
                if (minutes > most) {
                    above.add(day);
                }
            });
            return above;
        }
    }

    /** By officer's name; who made no call out of hours is not in it. */
    public static List<Month> of(YearMonth month, Collection<Call> calls, WorkRules rules, Holidays holidays) {
        Map<String, List<Call>> byOfficer = calls.stream()
                .filter(call -> YearMonth.from(call.day()).equals(month))
                .collect(Collectors.groupingBy(Call::login, TreeMap::new, Collectors.toList()));
        List<Month> months = new ArrayList<>();
        byOfficer.forEach((login, own) -> {
            List<Stretch> stretches = stretches(own, rules, holidays);
            if (!stretches.isEmpty()) {
                months.add(new Month(login, own.get(own.size() - 1).name(), stretches));
            }
        });
        months.sort(Comparator.comparing(Month::name).thenComparing(Month::login));
        return months;
    }

    private static List<Stretch> stretches(List<Call> calls, WorkRules rules, Holidays holidays) {
        List<Call> inOrder = new ArrayList<>(calls);
        inOrder.sort(Comparator.comparing(Call::day)
                .thenComparing(call -> call.span().from()));
        List<Stretch> stretches = new ArrayList<>();
        int at = 0;
        while (at < inOrder.size()) {
            Call first = inOrder.get(at);
            int to = first.span().to();
            int next = at + 1;
            while (next < inOrder.size()
                    && inOrder.get(next).day().equals(first.day())
                    && inOrder.get(next).span().from() <= to + ONE_STRETCH) {
                to = Math.max(to, inOrder.get(next).span().to());
                next++;
            }
            WorkRules.Span span = new WorkRules.Span(first.span().from(), to);
            int minutes = rules.outOfHours(first.day(), span, holidays);
            if (minutes > 0) {
                stretches.add(new Stretch(first.day(), span, minutes, next - at, kind(first.day(), holidays)));
            }
            at = next;
        }
        return stretches;
    }

    private static Kind kind(LocalDate day, Holidays holidays) {
        if (holidays.nameOf(day).isPresent()) {
            return Kind.HOLIDAY;
        }
        return holidays.isRest(day) ? Kind.WEEKEND : Kind.WORKING_DAY;
    }
}
