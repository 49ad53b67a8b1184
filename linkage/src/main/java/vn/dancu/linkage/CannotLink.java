package vn.dancu.linkage;

import java.util.Arrays;
import java.util.List;

/**
 * Two records of one file that are two persons, whatever they weigh: they differ in a column that the model's cannot-link
 * names; or they are of one household and one birth date but of two given names (twins). Numbers that have levels of their own
 * may differ by a slip, and personal numbers only count when they agree with their own year of birth.
 */
final class CannotLink {

    private final Joint joint;
    private int number = -1;
    private int given = -1;
    private int date = -1;
    private int olds = -1;
    private boolean numbersForbid;
    private final boolean personalIds;
    private int numberSlot;
    private int dateSlot;

    /** Columns that cannot-link names, but for that of the numbers. */
    private final int[] others;

    CannotLink(Joint joint) {
        this.joint = joint;
        List<String> named = joint.model.settings().cannotLink();
        String numbers = "";
        for (int k = 0; k < joint.model.comparisons().size(); k++) {
            Comparison comparison = joint.model.comparisons().get(k);
            int slot = joint.layout.slot(joint.model.column(comparison.columns().get(0)));
            switch (comparison.kind()) {
                case NUMBER -> {
                    if (!numbersForbid) {
                        number = k;
                        numberSlot = slot;
                        numbers = comparison.columns().get(0);
                        numbersForbid = named.contains(numbers);
                    }
                }
                case GIVEN_NAME -> given = k;
                case DATE -> {
                    date = k;
                    dateSlot = slot;
                }
                case NUMBERS -> olds = k;
                default -> {}
            }
        }
        String ofNumbers = numbers;
        personalIds = number >= 0
                && Reading.PERSONAL_ID.equals(
                        joint.model.columns().get(joint.model.column(ofNumbers)).format());
        others = named.stream()
                .filter(column -> !column.equals(ofNumbers))
                .mapToInt(joint.model::column)
                .toArray();
    }

    /** The columns that cannot-link names, alone. */
    boolean numbersForbid(long pattern, Rows left, int i, Rows right, int j) {
        boolean numbers = numbersForbid
                && Survivors.level(pattern, number) == 3
                && (!personalIds || (valid(left, i) && valid(right, j)));
        return numbers || Arrays.stream(others).anyMatch(column -> differ(column, left, i, right, j));
    }

    private boolean differ(int column, Rows left, int i, Rows right, int j) {
        int slot = joint.layout.slot(column);
        switch (joint.model.columns().get(column).kind()) {
            case NUMBER -> {
                long a = number(left, i, slot);
                long b = number(right, j, slot);
                return a != 0 && b != 0 && a != b;
            }
            case NUMBERS -> {
                long[] a = joint.values.set(left.cell(i, slot));
                long[] b = joint.values.set(right.cell(j, slot));
                return a.length > 0
                        && b.length > 0
                        && Arrays.stream(a).noneMatch(number -> Arrays.binarySearch(b, number) >= 0);
            }
            case PERSON_NAME -> slot += Layout.NAME;
            default -> {}
        }
        int a = left.cell(i, slot);
        int b = right.cell(j, slot);
        return a != 0 && b != 0 && a != b;
    }

    private static long number(Rows rows, int row, int slot) {
        return (long) rows.cell(row, slot) << 32 | rows.cell(row, slot + 1) & 0xffff_ffffL;
    }

    /** Whether the pair agrees in something that few share: a day of birth or a number. */
    boolean tellsApart(long pattern) {
        boolean day = date >= 0 && Survivors.level(pattern, date) == Dates.SAME_DAY;
        int numbers = number < 0 ? 0 : Survivors.level(pattern, number);
        int old = olds < 0 ? 0 : Survivors.level(pattern, olds);
        return day || numbers == 1 || numbers == 2 || old == 1 || old == 2;
    }

    boolean forbids(long pattern, Rows left, int i, Rows right, int j) {
        if (numbersForbid(pattern, left, i, right, j)) {
            return true;
        }
        int numbers = number < 0 ? 0 : Survivors.level(pattern, number);
        boolean sameDate = date >= 0 && Survivors.level(pattern, date) == Dates.SAME_DAY;
        int givens = given < 0 ? 0 : Survivors.level(pattern, given);
        boolean numberAgrees = numbers == 1 || numbers == 2;
        int old = olds < 0 ? 0 : Survivors.level(pattern, olds);
        boolean slip = givens >= NameLevels.TONE && givens < NameLevels.DIFFERENT;
        boolean otherGiven = givens == NameLevels.DIFFERENT || (slip && !numberAgrees && old != 1 && old != 2);
        int household = joint.household(left, i);
        boolean sameHousehold = household != 0 && household == joint.household(right, j);
        return sameDate && otherGiven && sameHousehold;
    }

    /** Digits 5 and 6 are the year of birth. */
    private boolean valid(Rows rows, int row) {
        long id = number(rows, row, numberSlot);
        int year = date < 0 ? 0 : Dates.year(rows.cell(row, dateSlot));
        int written = (int) (id >>> 28 & 15) * 10 + (int) (id >>> 24 & 15);
        return year == 0 || year % 100 == written;
    }
}
