package vn.dancu.cli;

import java.util.Locale;

/** How figures are written in results: thousands parted by a dot, a rate with numerator and denominator. */
final class Figures {
    private Figures() {}

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '.');
    }

    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos / 1e9);
    }

    static String perSecond(long count, long nanos) {
        return nanos == 0 ? "—" : count(Math.round(count / (nanos / 1e9)));
    }

    /** In percent with as many digits as tell .9998 from 1; above 100 % or of nothing a dash. */
    static String rate(long part, long whole) {
        if (whole == 0 || part > whole) {
            return "—";
        }
        return String.format(Locale.ROOT, "%.2f %%", Math.floor(10_000.0 * part / whole) / 100);
    }
}
