package vn.dancu.reporting;

import java.util.List;

/**
 * What a file that leaves the program says of itself: on its first and last line or sheet, in print on every page, and
 * in the properties of a workbook.
 *
 * @param title what it is
 * @param serial its number, empty for counts
 * @param lines who took it, when, of what and what for
 */
public record FileMark(String title, String serial, List<String> lines) {
    public FileMark {
        lines = List.copyOf(lines);
    }

    /** All in one line. */
    public String line() {
        return "Dân Cư · " + title + (serial.isEmpty() ? "" : " · " + serial) + " · " + String.join(" · ", lines);
    }
}
