package vn.dancu.paper.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.paper.read.DateJudge.Judgement;
import vn.dancu.paper.read.digits.DigitReading;

class DateJudgeTest {
    private static final PartialDate TODAY = new PartialDate(2020, 11, 1);

    @Test
    void aWholeDateIsReadAsOne() {
        assertThat(judged("21051987").written()).isEqualTo("1987-05-21");
        assertThat(judged("21051987").accepted()).isTrue();
    }

    @Test
    void aMonthOfOneDigitIsAMonth() {
        assertThat(judged("21 51987").written()).isEqualTo("1987-05-21");
    }

    @Test
    void manyKnowTheirYearAlone() {
        assertThat(judged("    1941").written()).isEqualTo("1941");
        assertThat(judged("  071941").written()).isEqualTo("1941-07");
        assertThat(judged("    1941").accepted()).isTrue();
    }

    @Test
    void aDateThatDoesNotExistIsForAPerson() {
        assertThat(judged("31021987").accepted()).isFalse();
        assertThat(judged("31021987").written()).isEqualTo("31021987");
        assertThat(judged("21001987").accepted()).isFalse();
        assertThat(judged("210519 7").accepted()).isFalse();
        assertThat(judged("210519 7").written()).isEqualTo("210519_7");
        assertThat(judged("21  1987").accepted()).isFalse();
    }

    @Test
    void aDateAfterTodayOrBeforeAllWhoLiveIsForAPerson() {
        assertThat(judged("02112020").accepted()).isFalse();
        assertThat(judged("02111787").accepted()).isFalse();
    }

    private static Judgement judged(String boxes) {
        List<@Nullable DigitReading> digits = new ArrayList<>();
        for (char c : boxes.toCharArray()) {
            if (c == ' ') {
                digits.add(null);
            } else {
                double[] probabilities = new double[11];
                Arrays.fill(probabilities, 1e-5);
                probabilities[c - '0'] = 0.9999;
                digits.add(new DigitReading(probabilities, true));
            }
        }
        return DateJudge.judge(digits, 1890, TODAY);
    }
}
