package vn.dancu.linkage.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dancu.linkage.BlockingRule;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.Column.Kind;
import vn.dancu.linkage.Comparison;
import vn.dancu.linkage.Deduper;
import vn.dancu.linkage.Level;
import vn.dancu.linkage.LinkOptions;
import vn.dancu.linkage.Linker;
import vn.dancu.linkage.Measure;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.Parameters;
import vn.dancu.linkage.Records;

/** What the plain engine once found the fast one to do otherwise than the manual says, each in its smallest case. */
class FoundDifferencesTest {

    private static vn.dancu.linkage.Test test(Measure measure, double bound) {
        return vn.dancu.linkage.Test.of(measure, bound);
    }

    @ParameterizedTest
    @CsvSource({"EUR 12", "12 EUR", "12.0 each", "about 12", "Preis: 12", "1.2e1", "12 e", "€12"})
    void anELetterIsAnExponentOnlyBetweenDigits(String written) {
        OneColumn price = new OneColumn(Kind.QUANTITY, "value", test(Measure.EXACT, 0));

        assertThat(price.level(written, "12")).isEqualTo("exact");
    }

    @Test
    void setsOfNumbersAreBlockedOnByAnyCommonNumber() {
        OneColumn ids = new OneColumn(Kind.NUMBERS, "value", test(Measure.EXACT, 0));

        assertThat(ids.joined("123456|222", "222;9876", "123456", "333", "")).containsExactly("222;9876", "123456");
    }

    @ParameterizedTest
    @CsvSource({"SEX, Nam", "RELATION, Con", "HOUSEHOLD, H 1", "CODE, A 1"})
    void codesOfEveryKindHaveWords(Kind kind, String written) {
        OneColumn code = new OneColumn(kind, "value:word", test(Measure.EXACT, 0));

        assertThat(code.joined(written, written, "?")).containsExactly(written);
    }

    @Test
    void twoEqualValuesTooShortForAPrefixDoNotAgreeInIt() {
        OneColumn text = new OneColumn(Kind.TEXT, "value", test(Measure.PREFIX, 4), test(Measure.EXACT, 0));

        assertThat(text.level("an", "an")).isEqualTo("exact");
        assertThat(text.level("anna", "anna")).isEqualTo("prefix 4");
    }

    @Test
    void twoEqualValuesOfOneWordHaveNoTwoWordsInCommon() {
        OneColumn text = new OneColumn(Kind.FREE_TEXT, "value", test(Measure.COMMON, 2), test(Measure.JACCARD, 1));

        assertThat(text.level("an", "an")).isEqualTo("jaccard 1");
        assertThat(text.level("an be", "an be")).isEqualTo("common 2");
    }

    @Test
    void twoEqualTextsWithoutALetterDoNotSoundAlike() {
        OneColumn text = new OneColumn(Kind.TEXT, "value", test(Measure.SOUNDEX, 0), test(Measure.EXACT, 0));

        assertThat(text.level("12", "12")).isEqualTo("exact");
    }

    @Test
    void twoEqualYearsAreLessKnownAndNoDayApart() {
        OneColumn date = new OneColumn(
                Kind.DATE, "value", test(Measure.DAYS, 3), test(Measure.LESS_KNOWN, 0), test(Measure.EXACT, 0));

        assertThat(date.level("1988", "1988")).isEqualTo("less-known");
        assertThat(date.level("05/04/1988", "05/04/1988")).isEqualTo("days 3");
    }

    @Test
    void theSameWordsInAnotherOrderHaveACosineOfOne() {
        OneColumn text = new OneColumn(Kind.FREE_TEXT, "value", test(Measure.EXACT, 0), test(Measure.COSINE, 1));

        // Words that two rows hold and words that three hold tell differently; a length is a square root of no round
        // number.
        for (String words : new String[] {"a b", "a b c", "x a y", "b y z x", "a b c d e f g", "p q r s t"}) {
            String turned = new StringBuilder(words).reverse().toString();
            assertThat(text.level(words, turned)).as(words).isEqualTo("cosine 1");
        }
    }

    @Test
    void shortTextsDoNotShareAKeyByChance() {
        assertThat(column(Kind.CODE).joined("c1", "ao", "c1")).containsExactly("c1");
        assertThat(column(Kind.FINGERPRINT).level("c1", "ao")).isEqualTo("else");
    }

    private static OneColumn column(Kind kind) {
        return new OneColumn(kind, "value", test(Measure.EXACT, 0));
    }

    @Test
    void theHeaviestCandidateOfABlockIsKeptWhereverItStands() {
        OneColumn text = new OneColumn(Kind.TEXT, "value:first-1", test(Measure.EXACT, 0), test(Measure.PREFIX, 1));
        String[] others = new String[400];
        Arrays.setAll(others, j -> j == 399 ? "ab" : "a" + j);

        assertThat(text.joined("ab", others)).hasSize(256).contains("ab");
    }

    @Test
    void parametersAreReadBackWhateverTheNamesAndTheValues() {
        OneColumn text = new OneColumn(
                new Column("Mã số 100%", Kind.FREE_TEXT),
                "Mã số 100%",
                test(Measure.EXACT, 0),
                test(Measure.COSINE, .5));
        Records records = text.file("a\u0085b c", "a\u0085b c", "a\u000bb", "a\u2028b", "x y", "x y");

        Parameters learnt = new Linker(text.model, LinkOptions.defaults()).train(records, records, List.of());

        assertThat(Parameters.read(text.model, learnt.write()).write()).isEqualTo(learnt.write());
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"DATE", "NUMBER", "QUANTITY", "PERSON_NAME", "FINGERPRINT"})
    void aSwapWithAColumnThatIsNoTextIsRefused(Kind other) {
        OneColumn text = new OneColumn(Kind.TEXT, "value", test(Measure.EXACT, 0));
        Level level =
                new Level("swapped", List.of(new vn.dancu.linkage.Test(Measure.SWAPPED, 0, "other")), .4, .1, .1, 0, 9);
        Comparison comparison = new Comparison(
                "k", Comparison.Kind.LEVELS, List.of("value"), List.of(level, new Level("else", .6, .9, .9, -9, 0)));

        assertThatThrownBy(() -> new Model(
                        "m",
                        List.of(text.model.columns().get(0), new Column("other", other)),
                        List.of(comparison),
                        List.of()))
                .hasMessage("k: swapped other needs a column of texts or codes of that name");
        assertThatThrownBy(() ->
                        new Model("m", text.model.columns(), List.of(), List.of(BlockingRule.of("value", "nowhere"))))
                .hasMessage("value blocks on a column that the model lacks");
    }

    @Test
    void hugeQuantitiesAreNotAllInOneBucket() {
        OneColumn price = new OneColumn(Kind.QUANTITY, "value:round-1", test(Measure.RATIO, .9));

        assertThat(price.joined("1e30", "3e30", "1e30", "-1e30")).containsExactly("1e30");
        assertThat(price.joined("0", "-0.5", "0.9", "1.5", "2.1")).containsExactly("-0.5", "0.9", "1.5");
    }

    @Test
    void recordsThatDifferInAColumnThatCannotLinkAreNotOne() {
        OneColumn text = new OneColumn(Kind.TEXT, "value:first-2", test(Measure.PREFIX, 2));

        assertThat(clusters(text.model, List.of())).isEqualTo(1);
        assertThat(clusters(text.model, List.of("value"))).isZero();
    }

    private static int clusters(Model model, List<String> cannotLink) {
        Model forbidding = new Model(
                model.name(),
                model.columns(),
                model.comparisons(),
                model.rules(),
                new Model.Settings("id", true, .5, 50, cannotLink, false, 30));
        Records records =
                Records.builder(forbidding, 2).add("1", "ab 1").add("2", "ab 2").build();
        return new Deduper(forbidding, LinkOptions.defaults()).dedupe(records).size();
    }
}
