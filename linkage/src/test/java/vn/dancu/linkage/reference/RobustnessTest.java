package vn.dancu.linkage.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.linkage.BlockingRule;
import vn.dancu.linkage.Clusters;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.Column.Kind;
import vn.dancu.linkage.Comparison;
import vn.dancu.linkage.Deduper;
import vn.dancu.linkage.Level;
import vn.dancu.linkage.LinkOptions;
import vn.dancu.linkage.LinkResult;
import vn.dancu.linkage.Linker;
import vn.dancu.linkage.MatchIndex;
import vn.dancu.linkage.Measure;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.Parameters;
import vn.dancu.linkage.Records;

/** Odd values and odd files through the public face. */
class RobustnessTest {

    private static final LinkOptions OPTIONS = LinkOptions.defaults().withThreads(2);

    private static OneColumn column(Kind kind) {
        return new OneColumn(kind, "value", exact());
    }

    private static vn.dancu.linkage.Test exact() {
        return vn.dancu.linkage.Test.of(Measure.EXACT);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void nothingAndBlanksTellNothing(Kind kind) {
        String something = kind == Kind.SEX ? "Nam" : "12/03/1977";

        for (@Nullable String nothing : new @Nullable String[] {null, "", " ", "\t \n", "\u00a0", "\u200b", "|;,"}) {
            assertThat(column(kind).level(nothing, something)).isEqualTo("cannot tell");
            assertThat(column(kind).level(nothing, nothing)).isEqualTo("cannot tell");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void anyValueEqualsItselfOrIsNotKnown(Kind kind) {
        List<String> odd = List.of(
                "😀",
                "a😀b",
                "\ud83d",
                "שלום עולם",
                "مرحبا",
                "李雷",
                "\u0000\u0001",
                "a\u0000b",
                "a\u202eb",
                "\u2028",
                "ß",
                "İ",
                "-",
                "'",
                "\"",
                "NaN",
                "1e400",
                "-1e-400",
                "31/02/1990",
                "1234567890123456",
                "99999999999999999999",
                "9223372036854775808",
                "1,2,3;4|5",
                "\ufeffx",
                "e",
                "+",
                "1e",
                "..",
                "0",
                "-0",
                "00");
        for (String value : odd) {
            assertThat(column(kind).level(value, value)).as(value).isIn("exact", "cannot tell");
            assertThat(column(kind).joined(value, value, "other")).as(value).isSubsetOf(value);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, שלום, שלום, exact", "TEXT, 李雷, 李雷, exact", "TEXT, مرحبا, مرحبا, exact", "TEXT, 李雷, 李明, else",
        "TEXT, 😀, 😀, exact", "TEXT, 😀, 😁, else", "CODE, 李雷, 李明, else", "PERSON_NAME, 李 雷, 李 明, else"
    })
    void lettersOfAnyScriptAreText(Kind kind, String a, String b, String level) {
        assertThat(column(kind).level(a, b)).isEqualTo(level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890123456", "12a", "99999", "0000000", "x", "１２３"})
    void whatIsNoNumberOfAtMostFifteenDigitsIsNotKnown(String written) {
        assertThat(column(Kind.NUMBER).level(written, written)).isEqualTo("cannot tell");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"31/02/1990", "30/02/2000", "29/02/1900", "00/00/0000", "13/13/1990", "yesterday", "1990-02-31"})
    void whatIsNoDateIsNotKnown(String written) {
        assertThat(column(Kind.DATE).level(written, written)).isEqualTo("cannot tell");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "NaN", "Infinity", "1.2.3", "--1", "none", "€", "1e99999999999"})
    void whatIsNoFiniteQuantityIsNotKnown(String written) {
        assertThat(column(Kind.QUANTITY).level(written, written)).isEqualTo("cannot tell");
    }

    @Test
    void idsComeBackAsTheyWereGiven() {
        OneColumn text = column(Kind.TEXT);
        List<String> ids = List.of("", " ", "a\"b", "a\nb", "😀", "x".repeat(5_000_000), "");
        Records.Builder builder = Records.builder(text.model, 0);
        ids.forEach(id -> builder.add(id, "value"));

        Records records = builder.build();

        assertThat(IntStream.range(0, records.size()).mapToObj(records::id)).isEqualTo(ids);
    }

    @Test
    void filesOfNoRowsHaveNoLinks() {
        OneColumn text = column(Kind.TEXT);
        Linker linker = new Linker(text.model, OPTIONS);

        assertThat(linker.link(text.file(), text.file()).size()).isZero();
        assertThat(linker.link(text.file(), text.file("a")).size()).isZero();
        assertThat(linker.link(text.file("a"), text.file()).state(0)).isEqualTo(LinkResult.State.NONE);
        assertThat(new Deduper(text.model, OPTIONS).dedupe(text.file()).size()).isZero();
        assertThat(new Deduper(text.model, OPTIONS).dedupe(text.file("a")).clusterOf(0))
                .isEqualTo(Clusters.ALONE);
        assertThat(linker.estimate(text.file(), text.file("a")).get(0).pairs()).isZero();
    }

    @Test
    void theBuiltInModelTakesRowsOfNothing() {
        Records none = Records.builder(Model.personVi(), 0).build();
        Records blank = Records.builder(Model.personVi(), 1)
                .add("1", new @Nullable String[16])
                .build();

        assertThat(new Linker(Model.personVi(), OPTIONS).link(none, none).size())
                .isZero();
        assertThat(new Linker(Model.personVi(), OPTIONS).link(blank, blank).size())
                .isEqualTo(1);
        assertThat(new Linker(Model.personVi(), OPTIONS).link(blank, none).state(0))
                .isEqualTo(LinkResult.State.NONE);
        assertThat(new Deduper(Model.personVi(), OPTIONS).dedupe(blank).size()).isZero();
    }

    @Test
    void anIndexOfNothingFindsNothing() {
        OneColumn text = column(Kind.TEXT);
        Parameters parameters = new Linker(text.model, OPTIONS).train(text.file(), text.file(), List.of());
        MatchIndex index = MatchIndex.of(text.file(), parameters);

        assertThat(index.find(.1, "a")).isEmpty();
        assertThat(index.find(.1, new @Nullable String[] {null})).isEmpty();
        assertThatThrownBy(() -> index.find(.1, "a", "b")).hasMessage("expected 1 values, got 2");
    }

    /** Four million pairs of one block, of which the heaviest 256 of a row are kept. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void twoThousandEqualRowsAreATieAndEnd(boolean oneToOne) {
        Model model = strong(oneToOne);
        String[] rows = new String[2_000];
        Arrays.fill(rows, "Nguyễn Văn An");

        LinkResult links = new Linker(model, OPTIONS.withOneToOne(oneToOne)).link(file(model, rows), file(model, rows));

        assertThat(links.state(0)).isEqualTo(oneToOne ? LinkResult.State.UNCERTAIN : LinkResult.State.LINKED);
        assertThat(links.candidates(1_999)).hasSizeBetween(256, 2_000);
    }

    @Test
    void twoThousandEqualRowsAreClustersOfTheLargestSize() {
        Model model = strong(true);
        String[] rows = new String[2_000];
        Arrays.fill(rows, "Nguyễn Văn An");

        Clusters clusters = new Deduper(model, OPTIONS).dedupe(file(model, rows));

        assertThat(clusters.members()).allMatch(members -> members.length <= 50);
        assertThat(clusters.size()).isEqualTo(40);
    }

    private static Model strong(boolean oneToOne) {
        return new Model(
                "strong",
                List.of(new Column("value", Kind.TEXT)),
                List.of(new Comparison(
                        "value",
                        Comparison.Kind.LEVELS,
                        List.of("value"),
                        List.of(
                                new Level("exact", List.of(exact()), .9, 1e-6, .1, -9, 30),
                                new Level("else", .1, .99, .9, -9, 9)),
                        false)),
                List.of(BlockingRule.of("value", "")),
                new Model.Settings("id", oneToOne, .9, 50, List.of(), false, 30));
    }

    private static Records file(Model model, String... cells) {
        Records.Builder builder = Records.builder(model, cells.length);
        for (String cell : cells) {
            builder.add("id", cell);
        }
        return builder.build();
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, value:letters",
        "FREE_TEXT, value:two-words",
        "SET, value:member",
        "ADDRESS, value:sorted",
        "NUMBERS, value",
        "FINGERPRINT, value",
        "PERSON_NAME, value:folded-name",
        "CODE, value",
        "QUANTITY, value:round-1"
    })
    void aCellOfTenMegabytesIsTakenWhatever(Kind kind, String rule) {
        OneColumn column = new OneColumn(kind, rule, exact());
        String huge = "word 12345; ".repeat(10 * 1024 * 1024 / 12);

        LinkResult links = new Linker(column.model, OPTIONS).link(column.file(huge, "b"), column.file(huge, "b", "c"));

        assertThat(links.size()).isEqualTo(2);
    }

    @Test
    void aColumnOfNothingIsLeftOutOfComparingAndOfBlocking() {
        Model model = new Model(
                "two",
                List.of(new Column("name", Kind.TEXT), new Column("empty", Kind.TEXT)),
                List.of(compared("name"), compared("empty")),
                List.of(
                        BlockingRule.of("empty", ""),
                        BlockingRule.of("name + empty", ""),
                        BlockingRule.of("name", "")));
        Records.Builder left = Records.builder(model, 30);
        Records.Builder right = Records.builder(model, 30);
        for (int i = 0; i < 30; i++) {
            left.add("l" + i, "name " + i, null);
            right.add("r" + i, "name " + i, i % 2 == 0 ? null : "x");
        }

        LinkResult links = new Linker(model, OPTIONS).link(left.build(), right.build());

        assertThat(links.rules()).extracting(report -> report.pairs() > 0).containsExactly(false, false, true);
        assertThat(IntStream.range(0, 30).map(links::match))
                .containsExactlyElementsOf(IntStream.range(0, 30).boxed().toList());
    }

    private static Comparison compared(String column) {
        return new Comparison(
                column,
                Comparison.Kind.LEVELS,
                List.of(column),
                List.of(
                        new Level("exact", List.of(exact()), .9, .01, .1, 0, 12),
                        new Level("else", .1, .99, .9, -9, 0)));
    }
}
