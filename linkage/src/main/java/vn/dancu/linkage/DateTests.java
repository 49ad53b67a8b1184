package vn.dancu.linkage;

import java.time.LocalDate;

/** Listed tests of a column of dates. */
final class DateTests implements LevelFunction {

    private final ListedTests tests;
    private final int slot;

    DateTests(ListedTests tests, int slot) {
        this.tests = tests;
        this.slot = slot;
    }

    @Override
    public int level(int[] left, int i, int[] right, int j) {
        int a = left[i + slot];
        int b = right[j + slot];
        if (a == 0 || b == 0) {
            return 0;
        }
        return ofDates(a, b);
    }

    @Override
    public void levels(int[] left, int i, int[] right, int[] rights, int count, byte[] levels) {
        int a = left[i + slot];
        for (int n = 0; n < count; n++) {
            int b = right[rights[n] + slot];
            levels[n] = (byte) (a == 0 || b == 0 ? 0 : ofDates(a, b));
        }
    }

    private int ofDates(int a, int b) {
        if (a == b && tests.equal != ListedTests.ASK) {
            return tests.equal;
        }
        for (int t = 0; t < tests.levels.length; t++) {
            if (holds(tests.measures[t], tests.bounds[t], a, b)) {
                return tests.levels[t];
            }
        }
        return tests.last;
    }

    private static boolean holds(Measure measure, double bound, int a, int b) {
        boolean full = Dates.full(a) && Dates.full(b);
        boolean sameYear = Dates.year(a) == Dates.year(b);
        return switch (measure) {
            case EXACT -> a == b;
            case DIGITS -> full && Numbers.differ(Dates.digits(a), Dates.digits(b), (int) bound);
            case YEAR -> sameYear;
            case MONTH -> sameYear && Dates.month(a) == Dates.month(b) && Dates.month(a) != 0;
            case DAY_AND_MONTH -> full && Dates.dayAndMonth(a) == Dates.dayAndMonth(b);
            case DAY_MONTH_SWAPPED ->
                full && sameYear && Dates.month(a) == Dates.day(b) && Dates.day(a) == Dates.month(b);
            case LESS_KNOWN -> sameYear && (!full || Dates.defaultDay(a) || Dates.defaultDay(b));
            case DIFFERENCE -> Math.abs(Dates.year(a) - Dates.year(b)) <= bound;
            case DAYS -> full && Math.abs(day(a) - day(b)) <= bound;
            default -> false;
        };
    }

    private static long day(int date) {
        return LocalDate.of(Dates.year(date), Dates.month(date), Dates.day(date))
                .toEpochDay();
    }
}
