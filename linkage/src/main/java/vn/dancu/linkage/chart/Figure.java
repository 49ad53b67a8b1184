package vn.dancu.linkage.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as the language writes them: a comma before decimals and dots between thousands in Vietnamese. */
record Figure(Look look) {

    private static final double TINY = .0005;

    /** With its sign, two decimals; a real minus sign. */
    String bits(double value) {
        return signed(Math.abs(value) < .005 ? 0 : value, "0.00");
    }

    String mark(double value) {
        return signed(value, "0.#");
    }

    String whole(double value) {
        return format("#,##0").format(value);
    }

    /** A share: in per cent where that is readable, otherwise as one in so many. */
    String share(double value) {
        if (value == 0) {
            return "0";
        }
        if (value < TINY) {
            return oneIn(1 / value);
        }
        return percent(value);
    }

    /** As a share, but no longer than six letters near the whole. */
    String briefly(double value) {
        return value > .9995 && value < 1 ? "> " + format("0.0").format(99.9) + look.say(" %", "%") : share(value);
    }

    String oneIn(double exactly) {
        double many = rounded(exactly);
        if (many < 100_000) {
            return "1/" + whole(many);
        }
        if (many < 1e6) {
            return "1/" + format("0.#").format(many / 1e3) + look.say(" nghìn", "k");
        }
        return many < 1e9
                ? "1/" + format("0.#").format(many / 1e6) + look.say(" triệu", "M")
                : "1/" + format("#,##0.#").format(many / 1e9) + look.say(" tỷ", "bn");
    }

    /** Never says 100 % of what is less. */
    String percent(double value) {
        double rest = 1 - value;
        String pattern = rest < .0005 && rest > 0 ? "0.0000" : rest < .01 && rest > 0 ? "0.00" : "0.0";
        double shown = rest > 0 ? Math.min(value, .999999) : value;
        return format(pattern).format(shown * 100) + look.say(" %", "%");
    }

    private static double rounded(double many) {
        double step = Math.pow(10, Math.max(0, Math.floor(Math.log10(many)) - 2));
        return Math.round(many / step) * step;
    }

    private String signed(double value, String pattern) {
        String written = format(pattern).format(Math.abs(value));
        return (value > 0 ? "+" : value < 0 ? "−" : "") + written;
    }

    private DecimalFormat format(String pattern) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        if (look.vietnamese()) {
            symbols.setDecimalSeparator(',');
            symbols.setGroupingSeparator('.');
        }
        return new DecimalFormat(pattern, symbols);
    }
}
