package vn.dancu.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One record in the making: what a flawless officer would write, what is written, and what was planted between the two. */
final class Draft {
    /**
     * A planted difference.
     *
     * @param trueValue what a flawless record would say
     * @param legitimate no error in law or practice, only another way of recording
     */
    record Planted(int column, String error, String trueValue, boolean legitimate) {}

    final Columns columns;
    final Person person;
    private final String[] written;
    private final List<Planted> planted = new ArrayList<>(0);

    Draft(Columns columns, Person person) {
        this.columns = columns;
        this.person = person;
        this.written = new String[columns.names().size()];
        Arrays.fill(written, "");
    }

    /** Writes a cell as it truly is. */
    Draft put(String column, String value) {
        written[columns.indexOf(column)] = value;
        return this;
    }

    String get(String column) {
        return written[columns.indexOf(column)];
    }

    String number() {
        return written[0];
    }

    String[] written() {
        return written;
    }

    List<Planted> planted() {
        return planted;
    }

    boolean isPlanted(String column) {
        int at = columns.indexOf(column);
        for (Planted one : planted) {
            if (one.column() == at) {
                return true;
            }
        }
        return false;
    }

    /** Plants an error; a cell bears one at most, and a value that would not change the cell is no error. */
    boolean plant(String column, String error, String value) {
        return plant(column, error, value, false);
    }

    /** Plants a difference that is no error. */
    boolean vary(String column, String error, String value) {
        return plant(column, error, value, true);
    }

    private boolean plant(String column, String error, String value, boolean legitimate) {
        int at = columns.indexOf(column);
        if (written[at].equals(value) || isPlanted(column)) {
            return false;
        }
        planted.add(new Planted(at, error, written[at], legitimate));
        written[at] = value;
        return true;
    }
}
