package vn.dancu.linkage;

/**
 * Two records of one file that are two persons, whatever they weigh: their twelve-digit numbers differ and both agree with
 * their own year of birth; or they are of one household and one birth date but of two given names (twins).
 */
final class CannotLink {

    private final Joint joint;
    private int number = -1;
    private int given = -1;
    private int date = -1;
    private int olds = -1;
    private int numberSlot;
    private int dateSlot;

    CannotLink(Joint joint) {
        this.joint = joint;
        for (int k = 0; k < joint.model.comparisons().size(); k++) {
            Comparison comparison = joint.model.comparisons().get(k);
            int slot = joint.layout.slot(joint.model.column(comparison.columns().get(0)));
            switch (comparison.kind()) {
                case NUMBER -> {
                    number = k;
                    numberSlot = slot;
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
    }

    /** The numbers alone. */
    boolean numbersForbid(long pattern, Rows left, int i, Rows right, int j) {
        return number >= 0 && Survivors.level(pattern, number) == 3 && valid(left, i) && valid(right, j);
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
        long id = (long) rows.cell(row, numberSlot) << 32 | rows.cell(row, numberSlot + 1) & 0xffff_ffffL;
        int year = date < 0 ? 0 : Dates.year(rows.cell(row, dateSlot));
        int written = (int) (id >>> 28 & 15) * 10 + (int) (id >>> 24 & 15);
        return year == 0 || year % 100 == written;
    }
}
