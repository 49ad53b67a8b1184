package vn.dancu.simulator;

import java.time.LocalDate;

/** Small pieces of writing shared by all records. */
final class Text {
    private Text() {}

    /** yyyy-MM-dd, also of dates that do not exist. */
    static String date(int year, int month, int day) {
        StringBuilder out = new StringBuilder(10);
        out.append(year).append(month < 10 ? "-0" : "-").append(month);
        return out.append(day < 10 ? "-0" : "-").append(day).toString();
    }

    static String date(LocalDate date) {
        return date(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    static String digits(long number, int length) {
        String text = Long.toString(number);
        return text.length() >= length ? text : "0".repeat(length - text.length()) + text;
    }
}
