package vn.dancu.linkage;

/**
 * Where a row's values lie: a row is a run of ints, so that a pair costs two or three cache lines and no object.
 *
 * <p>PERSON_NAME takes four (surname, middle, given, name), NUMBER two (a nibble a digit), every other column one. 0 is
 * always "not known".
 */
final class Layout {

    static final int MIDDLE = 1;
    static final int GIVEN = 2;
    static final int NAME = 3;

    private final int[] slots;
    final int stride;

    Layout(Model model) {
        slots = new int[model.columns().size()];
        int next = 0;
        for (int i = 0; i < slots.length; i++) {
            slots[i] = next;
            next += width(model.columns().get(i).kind());
        }
        stride = next;
    }

    private static int width(Column.Kind kind) {
        return switch (kind) {
            case PERSON_NAME -> 4;
            case NUMBER -> 2;
            case WHOLE_NAME,
                    DATE,
                    CODE,
                    SEX,
                    RELATION,
                    HOUSEHOLD,
                    NUMBERS,
                    QUANTITY,
                    TEXT,
                    FREE_TEXT,
                    ADDRESS,
                    SET,
                    FINGERPRINT -> 1;
        };
    }

    /** The first int of a column. */
    int slot(int column) {
        return slots[column];
    }
}
