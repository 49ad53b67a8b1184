package vn.dancu.paper.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.dancu.civil.list.Sex;
import vn.dancu.paper.read.NumberJudge.Judgement;
import vn.dancu.paper.read.digits.DigitReading;

class NumberJudgeTest {
    /** Invented: Hà Giang, a woman, 1987. */
    private static final String NUMBER = "002187000001";

    private static final NumberFacts WOMAN_OF_1987 = new NumberFacts(Sex.FEMALE, 0.99, 1987, 0.99, null);

    @Test
    void aNumberThatIsReadSurelyStandsAlone() {
        assertThat(NumberJudge.judge(read(NUMBER, 0.9995), NumberFacts.NONE, Books.NONE)
                        .accepted())
                .isTrue();
    }

    @Test
    void anUnsureRandomDigitIsForAPerson() {
        List<DigitReading> digits = read(NUMBER, 0.9995);
        digits.set(8, digit(0, 0.9));

        assertThat(NumberJudge.judge(digits, WOMAN_OF_1987, Books.NONE).accepted())
                .isFalse();
    }

    @Test
    void anUnsureDigitThatTheFormRepeatsIsMadeSureByIt() {
        List<DigitReading> digits = read(NUMBER, 0.9995);
        digits.set(5, digit(7, 0.8));

        Judgement alone = NumberJudge.judge(digits, NumberFacts.NONE, Books.NONE);
        Judgement together = NumberJudge.judge(digits, WOMAN_OF_1987, Books.NONE);

        assertThat(alone.accepted()).isFalse();
        assertThat(together.accepted()).isTrue();
        assertThat(together.confidence()).isGreaterThan(alone.confidence());
    }

    @Test
    void whatTheFormContradictsIsForAPersonHoweverClearItIsWritten() {
        NumberFacts man = new NumberFacts(Sex.MALE, 0.99, 1987, 0.99, null);
        NumberFacts older = new NumberFacts(Sex.FEMALE, 0.99, 1978, 0.99, null);
        NumberFacts elsewhere = new NumberFacts(Sex.FEMALE, 0.99, 1987, 0.99, "08");

        assertThat(NumberJudge.judge(read(NUMBER, 0.999), man, Books.NONE).accepted())
                .isFalse();
        assertThat(NumberJudge.judge(read(NUMBER, 0.999), older, Books.NONE).accepted())
                .isFalse();
        assertThat(NumberJudge.judge(read(NUMBER, 0.999), elsewhere, Books.NONE).accepted())
                .isFalse();
    }

    @Test
    void aPlaceThatNoProvinceHasIsDoubted() {
        assertThat(NumberJudge.judge(read("003187000001", 0.999), NumberFacts.NONE, Books.NONE)
                        .accepted())
                .isFalse();
    }

    @Test
    void aNumberOfTheBooksNeedsLess() {
        List<DigitReading> digits = read(NUMBER, 0.999);
        digits.set(8, digit(0, 0.9));
        Books books = new Books() {
            @Override
            public boolean has(String number) {
                return number.equals(NUMBER);
            }

            @Override
            public Optional<String> provinceOf(String communeCode) {
                return Optional.empty();
            }
        };

        assertThat(NumberJudge.judge(digits, WOMAN_OF_1987, books).accepted()).isTrue();
        digits.set(8, digit(1, 0.9));
        assertThat(NumberJudge.judge(digits, WOMAN_OF_1987, books).accepted()).isFalse();
    }

    private static List<DigitReading> read(String number, double confidence) {
        List<DigitReading> digits = new ArrayList<>();
        for (char c : number.toCharArray()) {
            digits.add(digit(c - '0', confidence));
        }
        return digits;
    }

    /** The rest is spread over the other digits and none. */
    private static DigitReading digit(int digit, double confidence) {
        double[] probabilities = new double[11];
        Arrays.fill(probabilities, (1 - confidence) / 10);
        probabilities[digit] = confidence;
        return new DigitReading(probabilities, confidence > 0.9);
    }
}
