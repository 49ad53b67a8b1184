package vn.dancu.linkage.chart;

import java.text.Normalizer;
import java.util.Locale;

/** Writes SVG: escaped text, rounded coordinates, colours that differ in lightness too. Needs no ids and no style. */
final class Svg {

    /** For: dark. */
    static final String FOR = "#1f6fb4";
    /** Against: light. */
    static final String AGAINST = "#efa033";

    static final double FONT = 13;

    private static final String STYLE = "<style>svg.dancu-chart{color:#1b1b1b;background:#fff}"
            + "@media (prefers-color-scheme:dark){svg.dancu-chart{color:#eaeaea;background:#1d1f21}}</style>\n";

    private final StringBuilder text = new StringBuilder();

    /** @param description what the picture shows, in words, for who cannot see it */
    Svg(Look look, double width, double height, String title, String description) {
        text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"dancu-chart\" role=\"img\" viewBox=\"0 0 ")
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append("\" width=\"100%\" preserveAspectRatio=\"xMidYMin meet\"");
        text.append(" lang=\"").append(look.say("vi", "en")).append('"');
        text.append(" font-family=\"system-ui, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif\" font-size=\"")
                .append(number(FONT))
                .append("\">\n<title>")
                .append(escaped(title))
                .append("</title>\n<desc>")
                .append(escaped(description))
                .append("</desc>\n");
        if (look.ofItsOwn()) {
            text.append(STYLE);
        }
    }

    String end() {
        return text.append("</svg>\n").toString();
    }

    enum Anchor {
        START,
        MIDDLE,
        END
    }

    enum Ink {
        PLAIN("", 1),
        STRONG(" font-weight=\"600\"", 1),
        FAINT("", .65);

        private final String weight;
        private final double opacity;

        Ink(String weight, double opacity) {
            this.weight = weight;
            this.opacity = opacity;
        }
    }

    void text(double x, double y, Anchor anchor, Ink ink, String words) {
        text(x, y, anchor, ink, FONT, words);
    }

    void text(double x, double y, Anchor anchor, Ink ink, double size, String words) {
        open("text").at("x", x).at("y", y).is("text-anchor", anchor.name().toLowerCase(Locale.ROOT));
        text.append(ink.weight);
        is("fill", "currentColor");
        if (ink.opacity < 1) {
            at("fill-opacity", ink.opacity);
        }
        if (size != FONT) {
            at("font-size", size);
        }
        text.append('>').append(escaped(words)).append("</text>\n");
    }

    /** Words that are cut to a width, with the whole in a tip when they had to be. */
    void cell(double x, double y, Ink ink, double width, String words) {
        String whole = Normalizer.normalize(words, Normalizer.Form.NFC);
        String cut = cut(whole, width, FONT);
        if (cut.equals(whole)) {
            text(x, y, Anchor.START, ink, whole);
            return;
        }
        text.append("<g><title>").append(escaped(whole)).append("</title>");
        text(x, y, Anchor.START, ink, cut);
        text.append("</g>\n");
    }

    /** Without a font at hand: a letter is taken for .53 of its height, a capital or wide one for .7. */
    static String cut(String words, double width, double size) {
        double used = 0;
        for (int at = 0; at < words.length(); at++) {
            char letter = words.charAt(at);
            used += size * (Character.isUpperCase(letter) || letter == 'm' || letter == 'w' ? .7 : .53);
            if (used > width) {
                return words.substring(0, Math.max(1, at - 1)).strip() + "…";
            }
        }
        return words;
    }

    void bar(double x, double y, double width, double height, String colour) {
        open("rect").at("x", x).at("y", y).at("width", width).at("height", height);
        is("fill", colour).close();
    }

    /** A bar of the same colour whose part is told by its outline as well. */
    void paleBar(double x, double y, double width, double height, String colour) {
        open("rect").at("x", x).at("y", y).at("width", width).at("height", height);
        is("fill", colour).is("fill-opacity", ".35").is("stroke", colour).is("stroke-dasharray", "3 2");
        close();
    }

    void line(double x1, double y1, double x2, double y2, double opacity, String dashes) {
        open("line").at("x1", x1).at("y1", y1).at("x2", x2).at("y2", y2);
        is("stroke", "currentColor").at("stroke-opacity", opacity);
        if (!dashes.isEmpty()) {
            is("stroke-dasharray", dashes);
        }
        close();
    }

    void diamond(double x, double y, double half) {
        String points = number(x - half) + "," + number(y) + " " + number(x) + "," + number(y - half) + " "
                + number(x + half) + "," + number(y) + " " + number(x) + "," + number(y + half);
        open("polygon").is("points", points).is("fill", "none");
        is("stroke", "currentColor").is("stroke-opacity", ".5").close();
    }

    void dot(double x, double y, double radius, String colour, boolean hollow) {
        open("circle").at("cx", x).at("cy", y).at("r", radius);
        is("fill", hollow ? "none" : colour).is("stroke", colour);
        if (hollow) {
            is("stroke-width", "1.8");
        }
        close();
    }

    void path(String points, String colour, String dashes) {
        open("polyline").is("points", points).is("fill", "none").is("stroke", colour);
        is("stroke-width", "2.2").is("stroke-linejoin", "round");
        if (!dashes.isEmpty()) {
            is("stroke-dasharray", dashes);
        }
        close();
    }

    private Svg open(String element) {
        text.append('<').append(element);
        return this;
    }

    private Svg at(String name, double value) {
        return is(name, number(value));
    }

    private Svg is(String name, String value) {
        text.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
        return this;
    }

    private void close() {
        text.append("/>\n");
    }

    static String number(double value) {
        String written = String.format(Locale.ROOT, "%.2f", value);
        String shorter = written.replaceAll("\\.?0+$", "");
        return shorter.equals("-0") ? "0" : shorter;
    }

    /** Also of what XML forbids whole: control characters and halves of pairs. */
    static String escaped(String words) {
        StringBuilder safe = new StringBuilder(words.length() + 16);
        Normalizer.normalize(words, Normalizer.Form.NFC).codePoints().forEach(letter -> {
            switch (letter) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(forbidden(letter) ? '\uFFFD' : letter);
            }
        });
        return safe.toString();
    }

    private static boolean forbidden(int letter) {
        return (letter < ' ' && letter != '\n' && letter != '\t')
                || (letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE)
                || letter == 0xFFFE
                || letter == 0xFFFF;
    }
}
