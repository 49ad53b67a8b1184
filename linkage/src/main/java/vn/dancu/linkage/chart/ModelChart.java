package vn.dancu.linkage.chart;

import java.util.List;
import vn.dancu.linkage.ModelSummary;
import vn.dancu.linkage.ModelSummary.ComparisonSummary;
import vn.dancu.linkage.ModelSummary.LevelSummary;
import vn.dancu.linkage.chart.Svg.Anchor;
import vn.dancu.linkage.chart.Svg.Ink;

/** What a model has learnt as SVG: for every level how often it is seen among pairs of one and of two, and its weight. */
public final class ModelChart {

    private static final double WIDTH = 940;
    private static final double TOP = 92;
    private static final double ROW = 19;
    private static final double GAP = 10;
    private static final double BAR = 11;
    private static final double FIELD = 14;
    private static final double LEVEL = 146;
    private static final double M = 398;
    private static final double U = 548;
    private static final double SHARE = 74;
    private static final double WEIGHT = 694;
    private static final double WEIGHT_END = 866;

    private final Look look;
    private final Figure figure;
    private final ModelSummary model;

    private ModelChart(Look look, ModelSummary model) {
        this.look = look;
        this.figure = new Figure(look);
        this.model = model;
    }

    /** In Vietnamese, as a file of its own. */
    public static String svg(ModelSummary model) {
        return svg(model, Look.file(Look.Language.VIETNAMESE));
    }

    public static String svg(ModelSummary model, Look look) {
        return new ModelChart(look, model).draw();
    }

    private String draw() {
        double height = TOP + 40;
        for (ComparisonSummary comparison : model.comparisons()) {
            height += comparison.levels().size() * ROW + GAP;
        }
        String title = look.say("Mô hình so khớp", "The linkage model");
        Svg svg = new Svg(look, WIDTH, height, title, description());
        svg.text(FIELD, 26, Anchor.START, Ink.STRONG, 16, title);
        svg.text(FIELD, 46, Anchor.START, Ink.PLAIN, 12, prior());
        head(svg);
        Scale scale = scale();
        double y = TOP;
        for (ComparisonSummary comparison : model.comparisons()) {
            svg.line(FIELD, y, WIDTH - FIELD, y, .2, "");
            y += GAP / 2;
            svg.cell(FIELD, y + ROW - 5, Ink.STRONG, LEVEL - FIELD - 8, Words.of(look, comparison.name()));
            for (LevelSummary level : comparison.levels()) {
                row(svg, scale, level, y);
                y += ROW;
            }
            y += GAP / 2;
        }
        axis(svg, scale, y);
        return svg.end();
    }

    private String prior() {
        return look.say("Xuất phát: ", "Prior: ")
                + figure.bits(model.prior())
                + look.say(" bit, tức là cứ ", " bits: one pair in ")
                + figure.whole(1 + Math.pow(2, -model.prior()))
                + look.say(" cặp bất kỳ thì một cặp là cùng người", " drawn at random is one person");
    }

    private String description() {
        StringBuilder words = new StringBuilder(prior()).append(". ");
        for (ComparisonSummary comparison : model.comparisons()) {
            words.append(Words.of(look, comparison.name())).append(": ");
            List<String> levels = comparison.levels().stream()
                    .map(level -> Words.of(look, level.name()) + " " + figure.bits(level.weight()))
                    .toList();
            words.append(String.join(", ", levels)).append(". ");
        }
        return words.toString().strip();
    }

    private void head(Svg svg) {
        double y = TOP - 10;
        svg.text(FIELD, y, Anchor.START, Ink.FAINT, 12, look.say("mục", "field"));
        svg.text(LEVEL, y, Anchor.START, Ink.FAINT, 12, look.say("mức khớp", "level"));
        svg.text(M, y - 14, Anchor.START, Ink.FAINT, 12, look.say("m: trong các cặp", "m: among pairs"));
        svg.text(M, y, Anchor.START, Ink.FAINT, 12, look.say("cùng một người", "of one person"));
        svg.text(U, y - 14, Anchor.START, Ink.FAINT, 12, look.say("u: trong các cặp", "u: among pairs"));
        svg.text(U, y, Anchor.START, Ink.FAINT, 12, look.say("hai người khác nhau", "of two persons"));
        svg.text(WEIGHT, y - 14, Anchor.START, Ink.FAINT, 12, look.say("trọng số (bit):", "weight (bits):"));
        svg.text(WEIGHT, y, Anchor.START, Ink.FAINT, 12, look.say("← chống · ủng hộ →", "← against · for →"));
    }

    private Scale scale() {
        double least = -1;
        double most = 1;
        for (ComparisonSummary comparison : model.comparisons()) {
            for (LevelSummary level : comparison.levels()) {
                least = Math.min(least, level.weight());
                most = Math.max(most, level.weight());
            }
        }
        return new Scale(least, most, WEIGHT, WEIGHT_END);
    }

    private void row(Svg svg, Scale scale, LevelSummary level, double y) {
        double base = y + ROW - 5;
        double bar = y + (ROW - BAR) / 2;
        svg.cell(LEVEL, base, Ink.PLAIN, M - LEVEL - 8, Words.of(look, level.name()));
        share(svg, M, bar, base, level.m(), Svg.FOR);
        share(svg, U, bar, base, level.u(), Svg.AGAINST);
        double zero = scale.at(0);
        double end = scale.at(level.weight());
        svg.bar(Math.min(zero, end), bar, Math.abs(end - zero), BAR, level.weight() < 0 ? Svg.AGAINST : Svg.FOR);
        svg.text(WIDTH - FIELD, base, Anchor.END, Ink.PLAIN, 12, figure.bits(level.weight()));
    }

    private void share(Svg svg, double x, double bar, double base, double value, String colour) {
        svg.bar(x, bar, Math.max(.5, Math.min(1, value) * SHARE), BAR, colour);
        svg.text(x + Math.min(1, value) * SHARE + 5, base, Anchor.START, Ink.PLAIN, 11, figure.briefly(value));
    }

    private void axis(Svg svg, Scale scale, double bottom) {
        svg.line(FIELD, bottom, WIDTH - FIELD, bottom, .2, "");
        for (double mark : scale.marks(7)) {
            double x = scale.at(mark);
            svg.line(x, TOP, x, bottom, mark == 0 ? .55 : .12, "");
            svg.text(x, bottom + 16, Anchor.MIDDLE, Ink.PLAIN, 11, figure.mark(mark));
        }
    }
}
