package vn.dancu.linkage.chart;

import java.util.List;
import vn.dancu.linkage.Waterfall;
import vn.dancu.linkage.chart.Svg.Anchor;
import vn.dancu.linkage.chart.Svg.Ink;

/** The waterfall of a pair as SVG: where it starts, what every field adds or takes, where it ends. Holds no value. */
public final class WaterfallChart {

    private static final double WIDTH = 940;
    private static final double TOP = 84;
    private static final double ROW = 24;
    private static final double BAR = 14;
    private static final double FIELD = 14;
    private static final double LEVEL = 152;
    private static final double PLOT = 400;
    private static final double PLOT_END = 724;
    private static final double[] COLUMNS = {786, 852, 926};

    private final Look look;
    private final Figure figure;
    private final Waterfall waterfall;

    private WaterfallChart(Look look, Waterfall waterfall) {
        this.look = look;
        this.figure = new Figure(look);
        this.waterfall = waterfall;
    }

    /** In Vietnamese, as a file of its own. */
    public static String svg(Waterfall waterfall) {
        return svg(waterfall, Look.file(Look.Language.VIETNAMESE));
    }

    public static String svg(Waterfall waterfall, Look look) {
        return new WaterfallChart(look, waterfall).draw();
    }

    /** What the picture shows, in a sentence a step: the text alternative. */
    public static List<String> sentences(Waterfall waterfall, Look look) {
        WaterfallChart chart = new WaterfallChart(look, waterfall);
        return waterfall.steps().stream().map(chart::sentence).toList();
    }

    private String sentence(Waterfall.Step step) {
        String name = Words.of(look, step.comparison()) + ": " + Words.of(look, step.level());
        if (cannotTell(step)) {
            return name;
        }
        String rare = step.termFrequency() == 0
                ? ""
                : look.say(", trong đó độ hiếm ", ", of which rarity ") + figure.bits(step.termFrequency());
        return name + " " + figure.bits(step.total()) + rare;
    }

    private static boolean cannotTell(Waterfall.Step step) {
        return step.level().equals(Words.CANNOT_TELL) && step.total() == 0;
    }

    private String title() {
        return look.say("Vì sao cặp này có trọng số ", "Why this pair weighs ")
                + figure.bits(waterfall.weight())
                + look.say(" bit (xác suất ", " bits (probability ")
                + figure.share(waterfall.probability())
                + ")";
    }

    private String draw() {
        int rows = waterfall.steps().size() + 1;
        double bottom = TOP + rows * ROW + 6;
        Svg svg = new Svg(look, WIDTH, bottom + 44, title(), String.join("; ", sentences(waterfall, look)) + ".");
        svg.text(FIELD, 26, Anchor.START, Ink.STRONG, 16, title());
        legend(svg);
        head(svg);
        Scale scale = scale();
        axis(svg, scale, bottom);
        double sum = 0;
        double y = TOP;
        for (Waterfall.Step step : waterfall.steps()) {
            row(svg, scale, step, sum, y);
            sum += step.total();
            y += ROW;
        }
        sum(svg, scale, sum, y);
        return svg.end();
    }

    private void legend(Svg svg) {
        double y = 48;
        double x = FIELD;
        svg.bar(x, y - 10, 18, 11, Svg.FOR);
        svg.text(x + 24, y, Anchor.START, Ink.PLAIN, 12, look.say("ủng hộ", "for"));
        svg.bar(x + 92, y - 10, 18, 11, Svg.AGAINST);
        svg.text(x + 116, y, Anchor.START, Ink.PLAIN, 12, look.say("chống lại", "against"));
        svg.paleBar(x + 196, y - 10, 18, 11, Svg.FOR);
        svg.paleBar(x + 218, y - 10, 18, 11, Svg.AGAINST);
        svg.text(
                x + 244,
                y,
                Anchor.START,
                Ink.PLAIN,
                12,
                look.say("phần do giá trị hiếm hay phổ biến", "share of the value's being rare or frequent"));
        svg.diamond(x + 530, y - 4, 4);
        svg.text(x + 542, y, Anchor.START, Ink.PLAIN, 12, look.say("không đủ căn cứ", "cannot tell"));
    }

    private void head(Svg svg) {
        double y = TOP - 8;
        svg.text(FIELD, y, Anchor.START, Ink.FAINT, 12, look.say("mục", "field"));
        svg.text(LEVEL, y, Anchor.START, Ink.FAINT, 12, look.say("mức khớp", "level"));
        String[] heads = look.vietnamese()
                ? new String[] {"mức", "độ hiếm", "cộng dồn"}
                : new String[] {"level", "rarity", "sum"};
        for (int n = 0; n < heads.length; n++) {
            svg.text(COLUMNS[n], y, Anchor.END, Ink.FAINT, 12, heads[n]);
        }
        svg.line(FIELD, TOP - 2, WIDTH - FIELD, TOP - 2, .3, "");
    }

    private Scale scale() {
        double sum = 0;
        double least = 0;
        double most = 0;
        for (Waterfall.Step step : waterfall.steps()) {
            least = Math.min(least, Math.min(sum + step.weight(), sum + step.total()));
            most = Math.max(most, Math.max(sum + step.weight(), sum + step.total()));
            sum += step.total();
        }
        double margin = Math.max(1, (most - least) * .03);
        return new Scale(least - margin, most + margin, PLOT, PLOT_END);
    }

    private void axis(Svg svg, Scale scale, double bottom) {
        for (double mark : scale.marks(7)) {
            double x = scale.at(mark);
            svg.line(x, TOP, x, bottom, mark == 0 ? .55 : .15, "");
            svg.text(x, bottom + 15, Anchor.MIDDLE, Ink.PLAIN, 11, figure.mark(mark));
            svg.text(x, bottom + 30, Anchor.MIDDLE, Ink.FAINT, 10, odds(mark));
        }
        svg.text(PLOT - 24, bottom + 15, Anchor.END, Ink.FAINT, 11, look.say("trọng số (bit)", "weight (bits)"));
        svg.text(PLOT - 24, bottom + 30, Anchor.END, Ink.FAINT, 11, look.say("xác suất", "probability"));
    }

    private String odds(double weight) {
        double probability = 1 / (1 + Math.pow(2, -weight));
        if (weight > 13) {
            return look.say("≈ 100 %", "≈ 100%");
        }
        return figure.share(probability);
    }

    private void row(Svg svg, Scale scale, Waterfall.Step step, double before, double y) {
        double middle = y + ROW / 2;
        boolean silent = cannotTell(step);
        Ink ink = silent ? Ink.FAINT : Ink.PLAIN;
        svg.cell(FIELD, middle + 4.5, ink, LEVEL - FIELD - 8, Words.of(look, step.comparison()));
        svg.cell(LEVEL, middle + 4.5, ink, PLOT - LEVEL - 14, Words.of(look, step.level()));
        double after = before + step.total();
        if (silent) {
            svg.diamond(scale.at(before), middle, 4);
        } else {
            bars(svg, scale, step, before, middle - BAR / 2);
        }
        svg.line(scale.at(after), middle + (silent ? 4 : BAR / 2), scale.at(after), y + ROW + 5, .5, "");
        if (!silent) {
            svg.text(COLUMNS[0], middle + 4.5, Anchor.END, Ink.PLAIN, figure.bits(step.weight()));
        }
        if (step.termFrequency() != 0) {
            svg.text(COLUMNS[1], middle + 4.5, Anchor.END, Ink.PLAIN, figure.bits(step.termFrequency()));
        }
        svg.text(COLUMNS[2], middle + 4.5, Anchor.END, Ink.FAINT, figure.bits(after));
    }

    /** The level's own part solid; what rarity adds beyond it pale, or what it takes back pale over the end. */
    private static void bars(Svg svg, Scale scale, Waterfall.Step step, double before, double y) {
        double level = before + step.weight();
        double after = before + step.total();
        boolean opposed = step.weight() * step.termFrequency() < 0 && step.weight() * step.total() >= 0;
        span(svg, scale, before, opposed ? after : level, y, false);
        span(svg, scale, level, after, y, true);
    }

    private static void span(Svg svg, Scale scale, double from, double to, double y, boolean pale) {
        if (from == to) {
            return;
        }
        String colour = to > from ? Svg.FOR : Svg.AGAINST;
        double x = Math.min(scale.at(from), scale.at(to));
        double width = Math.max(1, Math.abs(scale.at(to) - scale.at(from)));
        if (pale) {
            svg.paleBar(x, y, width, BAR, colour);
        } else {
            svg.bar(x, y, width, BAR, colour);
        }
    }

    private void sum(Svg svg, Scale scale, double sum, double y) {
        double middle = y + ROW / 2;
        svg.line(FIELD, y, WIDTH - FIELD, y, .3, "");
        svg.text(FIELD, middle + 5, Anchor.START, Ink.STRONG, look.say("tổng", "sum"));
        svg.text(
                LEVEL,
                middle + 5,
                Anchor.START,
                Ink.STRONG,
                look.say("xác suất ", "probability ") + figure.share(waterfall.probability()));
        span(svg, scale, 0, sum, middle - BAR / 2, false);
        svg.text(COLUMNS[2], middle + 5, Anchor.END, Ink.STRONG, figure.bits(sum));
    }
}
