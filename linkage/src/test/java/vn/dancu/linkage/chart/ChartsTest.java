package vn.dancu.linkage.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import vn.dancu.linkage.Comparison;
import vn.dancu.linkage.Level;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.ModelSummary;
import vn.dancu.linkage.ModelSummary.ComparisonSummary;
import vn.dancu.linkage.ModelSummary.LevelSummary;
import vn.dancu.linkage.Waterfall;
import vn.dancu.linkage.Waterfall.Step;
import vn.dancu.linkage.chart.Look.Language;
import vn.dancu.linkage.chart.ThresholdCurve.Judged;
import vn.dancu.linkage.chart.ThresholdCurve.Point;

class ChartsTest {

    private static final Waterfall WATERFALL = new Waterfall(List.of(
            new Step("prior", "expected matches among all pairs", -16.1, 0),
            new Step("personal_id", "cannot tell", 0, 0),
            new Step("given_name", "same", 6.8, 1.4),
            new Step("birth_date", "same day", 14, 0),
            new Step("surname", "same", 2.84, -1.3),
            new Step("sex", "other", -6.2, 0),
            new Step("middle_name", "different", -3, .5),
            new Step("place", "same household", 11.9, 0),
            new Step("relatives", "may be another of the household", -2.5, 0)));

    private static final ModelSummary MODEL = new ModelSummary(
            -15.77,
            List.of(
                    new ComparisonSummary(
                            "given_name",
                            List.of(
                                    new LevelSummary("same", .93, .008, 6.86),
                                    new LevelSummary("different", .07, .992, -3.8))),
                    new ComparisonSummary(
                            "number <&> \"x\"",
                            List.of(new LevelSummary("same", .99, 1e-8, 20), new LevelSummary("else", .01, 1, -6)))));

    @Test
    void theWaterfallIsWellFormedAndSaysEveryStep() throws Exception {
        Document svg = parse(WaterfallChart.svg(WATERFALL));

        assertThat(svg.getDocumentElement().getAttribute("viewBox")).startsWith("0 0 940 ");
        assertThat(texts(svg)).contains("tên", "ngày sinh", "không đủ căn cứ", "cùng hộ", "+6,80", "−6,20", "tổng");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .contains("họ: giống nhau +1,54, trong đó độ hiếm −1,30");
    }

    @Test
    void theSumOfTheWaterfallIsItsWeight() throws Exception {
        // -16.1 + 8.2 + 14 + 1.54 - 6.2 - 2.5 + 11.9 - 2.5 = 8.34; 1 / (1 + 2^-8.34) = 99.69 %.
        List<String> texts = texts(parse(WaterfallChart.svg(WATERFALL, Look.file(Language.ENGLISH))));

        assertThat(texts.get(texts.size() - 1)).isEqualTo("+8.34");
        assertThat(texts)
                .contains("Why this pair weighs +8.34 bits (probability 99.69%)", "given name", "same household");
    }

    @Test
    void whatTheHouseholdSaysIsAStepOfThePictureInBothLanguages() {
        Waterfall waterfall = new Waterfall(List.of(
                new Step("prior", "expected matches among all pairs", -16, 0),
                new Step("household", "two others of the household are linked", 7.25, 0)));

        assertThat(WaterfallChart.svg(waterfall))
                .contains("chứng cứ của hộ", "hai người khác cùng hộ đã ghép", "+7,25");
        assertThat(WaterfallChart.sentences(waterfall, Look.page(Look.Language.ENGLISH)))
                .last()
                .asString()
                .contains("household: two others of the household are linked", "+7.25");
        assertThat(waterfall.text()).contains("two others of the household are linked", "+7.25");
    }

    @Test
    void rarityIsDrawnAsItsOwnPart() throws Exception {
        Document svg = parse(WaterfallChart.svg(WATERFALL));
        NodeList bars = svg.getElementsByTagName("rect");

        long pale = 0;
        for (int n = 0; n < bars.getLength(); n++) {
            pale += ((Element) bars.item(n)).hasAttribute("stroke-dasharray") ? 1 : 0;
        }

        // Three steps have a share of rarity; the legend shows two.
        assertThat(pale).isEqualTo(5);
    }

    @Test
    void aPairWithoutAnyStepIsDrawnToo() throws Exception {
        assertThat(texts(parse(WaterfallChart.svg(new Waterfall(List.of()))))).contains("tổng");
        assertThat(texts(parse(ModelChart.svg(new ModelSummary(-3, List.of())))))
                .contains("Mô hình so khớp");
        parse(ThresholdCurve.svg(List.of()));
        parse(ThresholdCurve.svg(List.of(), Look.page(Language.ENGLISH)));
    }

    @Test
    void whatALevelIsCalledCannotBreakThePicture() throws Exception {
        Waterfall strange = new Waterfall(List.of(new Step("<script>&\"'\u0001", "a\uD800b ]]> </svg>", 1, 0)));

        Document svg = parse(WaterfallChart.svg(strange));

        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(texts(parse(ModelChart.svg(MODEL)))).anyMatch(text -> text.startsWith("number <&>"));
    }

    @Test
    void withinAPageThePictureHoldsNoStyle() {
        Look page = Look.page(Language.VIETNAMESE);

        assertThat(WaterfallChart.svg(WATERFALL, page))
                .doesNotContain("<style", "style=")
                .contains("currentColor");
        assertThat(ModelChart.svg(MODEL, page)).doesNotContain("<style", "style=");
        assertThat(WaterfallChart.svg(WATERFALL)).contains("prefers-color-scheme:dark");
    }

    @Test
    void theModelShowsWhatItsLevelsWeigh() throws Exception {
        List<String> texts = texts(parse(ModelChart.svg(MODEL)));

        assertThat(texts).contains("93,0 %", "0,8 %", "+6,86", "1/100 triệu", "+20,00", "−3,80");
        // 1 + 2^15.77 = 55,880.
        assertThat(texts).anyMatch(text -> text.contains("cứ 55.87") || text.contains("cứ 55.88"));
        assertThat(MODEL.text()).contains("given_name", "+6.86", "1.00e-08");
    }

    @Test
    void everyNameOfTheBuiltInModelHasItsVietnameseWords() {
        for (Comparison comparison : Model.personVi().comparisons()) {
            assertThat(Words.VIETNAMESE).containsKey(comparison.name());
            for (Level level : comparison.levels()) {
                assertThat(Words.VIETNAMESE).containsKey(level.name());
            }
        }
    }

    @Test
    void expectedFiguresAddUpProbabilities() {
        ThresholdCurve curve = ThresholdCurve.expected(new double[] {.99, .6, .3, .91}, .2);

        // At .5: .99 + .6 + .91 = 2.5 of 3 links, of 2.8 pairs in all and .2 beyond.
        Point half = at(curve, .5);
        assertThat(half.links()).isCloseTo(3, within(1e-9));
        assertThat(half.precision()).isCloseTo(2.5 / 3, within(1e-9));
        assertThat(half.recall()).isCloseTo(2.5 / 3, within(1e-9));
        assertThat(at(curve, .999)).isEqualTo(new Point(.999, 0, Double.NaN, 0));
        assertThat(curve.measured()).isFalse();
    }

    @Test
    void countedProbabilitiesAreTheSameAsOneByOne() {
        ThresholdCurve counted = ThresholdCurve.expected(
                List.of(new ThresholdCurve.Counted(.75, 3), new ThresholdCurve.Counted(.25, 1)));

        assertThat(counted).isEqualTo(ThresholdCurve.expected(new double[] {.75, .25, .75, .75}));
    }

    @Test
    void labelsAreCountedForThePairsTheyStandFor() {
        ThresholdCurve curve = ThresholdCurve.measured(List.of(
                new Judged(.999, true, 90),
                new Judged(.95, true, 5),
                new Judged(.95, false, 5),
                new Judged(.4, true, 2)));

        assertThat(at(curve, .9)).isEqualTo(new Point(.9, 100, .95, 95.0 / 97));
        assertThat(at(curve, .99)).isEqualTo(new Point(.99, 90, 1, 90.0 / 97));
        assertThat(curve.text()).contains("counted from labels", "0.95000");
        assertThatThrownBy(() -> ThresholdCurve.measured(List.of(new Judged(1.5, true, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bothCurvesStandInOnePicture() throws Exception {
        ThresholdCurve expected = ThresholdCurve.expected(new double[] {.99, .6, .3, .91});
        ThresholdCurve measured = ThresholdCurve.measured(List.of(new Judged(.99, true, 1), new Judged(.6, false, 1)));

        List<String> texts =
                texts(parse(ThresholdCurve.svg(List.of(expected, measured), Look.file(Language.VIETNAMESE))));

        assertThat(texts).contains("độ chính xác", "độ bao phủ", "dự kiến từ xác suất", "đếm từ kết quả kiểm tra");
        assertThat(expected.text()).contains("expected from probabilities");
    }

    @Test
    void numbersAreWrittenAsTheLanguageDoes() {
        Figure vietnamese = new Figure(Look.file(Language.VIETNAMESE));
        Figure english = new Figure(Look.file(Language.ENGLISH));

        Map<Double, String> shares =
                Map.of(.5, "50,0 %", .9999, "99,9900 %", 1.0, "100,0 %", .0002, "1/5.000", 1e-12, "1/1.000 tỷ");
        shares.forEach((share, written) -> assertThat(vietnamese.share(share)).isEqualTo(written));
        assertThat(vietnamese.share(1 - 1e-12)).isEqualTo("99,9999 %");
        assertThat(english.share(1e-8)).isEqualTo("1/100M");
        assertThat(english.bits(-.001)).isEqualTo("0.00");
    }

    @Test
    void chartsAreUtf8Files(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("why.svg");

        Files.writeString(file, WaterfallChart.svg(WATERFALL));

        assertThat(Files.readString(file)).contains("Vì sao cặp này");
    }

    private static Point at(ThresholdCurve curve, double threshold) {
        return curve.points().stream()
                .filter(point -> point.threshold() == threshold)
                .findFirst()
                .orElseThrow();
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> texts(Document svg) {
        NodeList nodes = svg.getElementsByTagName("text");
        return java.util.stream.IntStream.range(0, nodes.getLength())
                .mapToObj(n -> nodes.item(n).getTextContent())
                .toList();
    }
}
