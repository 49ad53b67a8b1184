package vn.dancu.linkage.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import vn.dancu.linkage.chart.Svg.Anchor;
import vn.dancu.linkage.chart.Svg.Ink;
import vn.dancu.linkage.chart.ThresholdCurve.Point;

/** Draws precision and recall over the threshold, and below them the number of links. */
final class ThresholdPicture {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 500;
    private static final double LEFT = 72;
    private static final double RIGHT = 716;
    private static final double TOP = 82;
    private static final double MIDDLE = 320;
    private static final double LINKS_TOP = 352;
    private static final double BOTTOM = 440;
    private static final double[] MARKS = {.01, .1, .5, .9, .99, .999, .9999, .99999};

    /** Up to 99.99 %; the whole stands a step above. */
    private static final double NINES = 5;

    private static final double[] SHARES = {0, .5, .9, .99, .999, .9999, 1};

    private final Look look;
    private final Figure figure;
    private final List<ThresholdCurve> curves;

    ThresholdPicture(Look look, List<ThresholdCurve> curves) {
        this.look = look;
        this.figure = new Figure(look);
        this.curves = curves;
    }

    String draw() {
        String title = look.say("Ngưỡng liên kết: được và mất", "Thresholds: what they give and cost");
        Svg svg = new Svg(look, WIDTH, HEIGHT, title, description());
        svg.text(14, 26, Anchor.START, Ink.STRONG, 16, title);
        legend(svg);
        Scale across = new Scale(logOdds(MARKS[0]), logOdds(MARKS[MARKS.length - 1]), LEFT, RIGHT);
        Scale shares = new Scale(lowest(), NINES, MIDDLE, TOP);
        Scale links = new Scale(0, most(), BOTTOM, LINKS_TOP);
        grid(svg, across, shares, links);
        for (ThresholdCurve curve : curves) {
            boolean hollow = curve.measured();
            line(svg, curve, across, shares, point -> nines(point.precision()), Svg.FOR, hollow, false);
            line(svg, curve, across, shares, point -> nines(point.recall()), Svg.AGAINST, hollow, true);
        }
        if (!curves.isEmpty()) {
            line(
                    svg,
                    curves.get(0),
                    across,
                    links,
                    Point::links,
                    "currentColor",
                    curves.get(0).measured(),
                    false);
        }
        return svg.end();
    }

    private String description() {
        List<String> words = new ArrayList<>();
        for (ThresholdCurve curve : curves) {
            for (Point point : curve.points()) {
                if (!Double.isNaN(point.precision()) && !Double.isNaN(point.recall())) {
                    words.add(look.say("ngưỡng ", "threshold ")
                            + figure.percent(point.threshold())
                            + look.say(": liên kết ", ": links ")
                            + figure.whole(point.links())
                            + look.say(", độ chính xác ", ", precision ")
                            + figure.percent(point.precision())
                            + look.say(", độ bao phủ ", ", recall ")
                            + figure.percent(point.recall()));
                }
            }
        }
        return String.join("; ", words) + ".";
    }

    private void legend(Svg svg) {
        double y = 48;
        svg.path("14,44 40,44", Svg.FOR, "");
        svg.text(46, y, Anchor.START, Ink.PLAIN, 12, look.say("độ chính xác", "precision"));
        svg.path("146,44 172,44", Svg.AGAINST, "7 4");
        svg.text(178, y, Anchor.START, Ink.PLAIN, 12, look.say("độ bao phủ", "recall"));
        boolean measured = curves.stream().anyMatch(ThresholdCurve::measured);
        boolean expected = curves.stream().anyMatch(curve -> !curve.measured());
        double x = 278;
        if (expected) {
            svg.dot(x, 44, 3.2, "currentColor", false);
            svg.text(
                    x + 10,
                    y,
                    Anchor.START,
                    Ink.PLAIN,
                    12,
                    look.say("dự kiến từ xác suất", "expected from probabilities"));
            x += 190;
        }
        if (measured) {
            svg.dot(x, 44, 4.2, "currentColor", true);
            svg.text(
                    x + 10, y, Anchor.START, Ink.PLAIN, 12, look.say("đếm từ kết quả kiểm tra", "counted from labels"));
        }
    }

    /** How many nines a share begins with, so that .9, .99 and .999 stand apart; what is nearer to 1 is drawn as 1. */
    private static double nines(double share) {
        return Math.min(NINES, -Math.log10(1 - share));
    }

    /** Nines of a round share below the lowest drawn. */
    private double lowest() {
        double lowest = .99;
        for (ThresholdCurve curve : curves) {
            for (Point point : curve.points()) {
                lowest = Math.min(lowest, Double.isNaN(point.precision()) ? 1 : point.precision());
                lowest = Math.min(lowest, Double.isNaN(point.recall()) ? 1 : point.recall());
            }
        }
        return Math.floor(nines(Math.max(0, lowest)) + 1e-9);
    }

    private double most() {
        double most = 1;
        if (!curves.isEmpty()) {
            for (Point point : curves.get(0).points()) {
                most = Math.max(most, point.links());
            }
        }
        return most * 1.08;
    }

    private void grid(Svg svg, Scale across, Scale shares, Scale links) {
        for (double mark : MARKS) {
            double x = across.at(logOdds(mark));
            svg.line(x, TOP, x, MIDDLE, .15, "");
            svg.line(x, LINKS_TOP, x, BOTTOM, .15, "");
            svg.text(x, BOTTOM + 18, Anchor.MIDDLE, Ink.PLAIN, 11, percent(mark));
        }
        for (double share : SHARES) {
            if (nines(share) >= shares.least() - 1e-9) {
                double y = shares.at(nines(share));
                svg.line(LEFT, y, RIGHT, y, .15, "");
                svg.text(LEFT - 8, y + 4, Anchor.END, Ink.PLAIN, 11, percent(share));
            }
        }
        svg.line(LEFT, BOTTOM, RIGHT, BOTTOM, .4, "");
        svg.text(LEFT - 8, BOTTOM + 4, Anchor.END, Ink.PLAIN, 11, "0");
        double top = links.most() / 1.08;
        svg.line(LEFT, links.at(top), RIGHT, links.at(top), .15, "");
        svg.text(LEFT - 8, links.at(top) + 4, Anchor.END, Ink.PLAIN, 11, figure.whole(top));
        svg.text(LEFT, LINKS_TOP - 8, Anchor.START, Ink.FAINT, 12, look.say("số liên kết", "links"));
        svg.text(LEFT, TOP - 8, Anchor.START, Ink.FAINT, 12, look.say("tỷ lệ", "share"));
        svg.text(
                (LEFT + RIGHT) / 2,
                BOTTOM + 42,
                Anchor.MIDDLE,
                Ink.FAINT,
                12,
                look.say("ngưỡng xác suất", "threshold (probability)"));
    }

    private String percent(double value) {
        String written = java.math.BigDecimal.valueOf(Math.round(value * 1e7))
                .movePointLeft(5)
                .stripTrailingZeros()
                .toPlainString();
        return look.vietnamese() ? written.replace('.', ',') + " %" : written + "%";
    }

    private static void line(
            Svg svg,
            ThresholdCurve curve,
            Scale across,
            Scale up,
            ToDoubleFunction<Point> value,
            String colour,
            boolean hollow,
            boolean dashed) {
        StringBuilder points = new StringBuilder();
        for (Point point : curve.points()) {
            double height = value.applyAsDouble(point);
            if (!Double.isNaN(height)) {
                points.append(Svg.number(across.at(logOdds(point.threshold()))))
                        .append(',')
                        .append(Svg.number(up.at(height)))
                        .append(' ');
            }
        }
        svg.path(points.toString().strip(), colour, dashed ? "7 4" : "");
        for (Point point : curve.points()) {
            double height = value.applyAsDouble(point);
            if (!Double.isNaN(height)) {
                svg.dot(across.at(logOdds(point.threshold())), up.at(height), hollow ? 4.2 : 2.6, colour, hollow);
            }
        }
    }

    private static double logOdds(double probability) {
        return Math.log(probability / (1 - probability)) / Math.log(2);
    }
}
