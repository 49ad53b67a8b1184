package vn.dancu.linkage.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.dancu.linkage.review.ReviewQueue.Item;
import vn.dancu.linkage.review.ReviewQueue.Reason;

class ReviewQueueTest {

    private static final ReviewQueue QUEUE = ReviewQueue.betweenFiles(.5);

    private static List<Candidate> candidates(double... leftRightWeight) {
        int size = leftRightWeight.length / 3;
        int[] left = new int[size];
        int[] right = new int[size];
        double[] weight = new double[size];
        for (int e = 0; e < size; e++) {
            left[e] = (int) leftRightWeight[3 * e];
            right[e] = (int) leftRightWeight[3 * e + 1];
            weight[e] = leftRightWeight[3 * e + 2];
        }
        return Candidate.connected(left, right, weight, false);
    }

    @Test
    void candidatesThatShareARecordHangTogether() {
        List<Candidate> candidates = candidates(0, 0, 1, 1, 1, 1, 1, 0, 1, 2, 2, 1);

        assertThat(candidates).extracting(Candidate::component).containsExactly(0, 0, 0, 1);
    }

    @Test
    void tiesComeFirstThenWhatIsNearTheThreshold() {
        List<Candidate> candidates = candidates(0, 0, 9, 1, 1, .1, 2, 2, 3, 3, 3, 20, 3, 4, 20.5);

        List<Item> items = QUEUE.order(candidates);

        assertThat(items)
                .extracting(Item::reason)
                .containsExactly(
                        Reason.TIE, Reason.TIE, Reason.NEAR_THRESHOLD, Reason.NEAR_THRESHOLD, Reason.NEAR_THRESHOLD);
        assertThat(items).extracting(item -> item.candidate().left()).containsExactly(3, 3, 1, 2, 0);
        // Against each other: 2^20 / (1 + 2^20 + 2^20.5) = 1 / (1 + 2^.5) = .4142; three records hang on it.
        assertThat(items.get(0).probability()).isCloseTo(1 - .4142, within(1e-4));
        assertThat(items.get(0).records()).isEqualTo(3);
        // 4 * .4142 * .5858 * 3
        assertThat(items.get(0).value()).isCloseTo(2.911, within(1e-3));
    }

    @Test
    void amongEquallyDoubtfulOnesTheLargerGroupComesFirst() {
        List<Candidate> candidates = candidates(0, 0, 1, 1, 1, 1, 1, 2, -9, 2, 2, -9);

        List<Item> items = QUEUE.order(candidates);

        assertThat(items.get(0).candidate().left()).isEqualTo(1);
        assertThat(items.get(0).records()).isEqualTo(4);
    }

    @Test
    void theThresholdMovesWhatIsNear() {
        List<Candidate> candidates = candidates(0, 0, 0, 1, 1, 6.6);

        // At .99 a weight of log2(99) = 6.63 is the nearest there is.
        assertThat(ReviewQueue.betweenFiles(.99)
                        .order(candidates)
                        .get(0)
                        .candidate()
                        .left())
                .isEqualTo(1);
        assertThat(QUEUE.order(candidates).get(0).candidate().left()).isZero();
    }

    @Test
    void theOrderDoesNotDependOnTheOrderOfTheCandidates() {
        Random random = new Random(5);
        List<Candidate> candidates = new ArrayList<>(
                candidates(random.ints(300, 0, 40).mapToDouble(n -> n).toArray()));
        List<Candidate> distinct = new ArrayList<>(new java.util.LinkedHashSet<>(candidates));
        List<Item> before = QUEUE.order(distinct);

        Collections.shuffle(distinct, random);

        assertThat(QUEUE.order(distinct))
                .extracting(item -> item.candidate())
                .containsExactlyElementsOf(before.stream().map(Item::candidate).toList());
    }

    @Test
    void anAnswerSameLinksAndFreesTheOthers() {
        List<Candidate> candidates = candidates(0, 0, 5, 0, 1, 5, 1, 0, 5, 1, 2, 1, 2, 1, 3);

        Decided decided = QUEUE.apply(candidates, List.of(new Answered(0, 0, Answer.SAME)));

        assertThat(decided.same()).containsExactly(candidates.get(0));
        assertThat(decided.notSame()).containsExactly(candidates.get(1), candidates.get(2));
        assertThat(decided.open()).containsExactly(candidates.get(3), candidates.get(4));
        assertThat(decided.contradictions()).isEmpty();
    }

    @Test
    void anAnswerNotTheSameForbidsAndCannotTellStaysOpenToTheEnd() {
        List<Candidate> candidates = candidates(0, 0, 0, 1, 1, 1, 2, 2, 8);

        Decided decided = QUEUE.apply(
                candidates, List.of(new Answered(1, 1, Answer.NOT_SAME), new Answered(0, 0, Answer.CANNOT_TELL)));

        assertThat(decided.notSame()).containsExactly(candidates.get(1));
        assertThat(QUEUE.order(decided))
                .extracting(Item::candidate)
                .containsExactly(candidates.get(2), candidates.get(0));
        assertThat(QUEUE.order(decided).get(1).reason()).isEqualTo(Reason.LEFT_OPEN);
    }

    @Test
    void answersThatCannotBothHoldSettleNothing() {
        List<Candidate> candidates = candidates(0, 0, 5, 0, 1, 5, 1, 1, 2, 3, 3, 1);
        List<Answered> answers = List.of(
                new Answered(0, 0, Answer.SAME),
                new Answered(0, 1, Answer.SAME),
                new Answered(3, 3, Answer.SAME),
                new Answered(3, 3, Answer.NOT_SAME));

        Decided decided = QUEUE.apply(candidates, answers);

        assertThat(decided.contradictions()).containsExactlyElementsOf(answers);
        assertThat(decided.same()).isEmpty();
        assertThat(decided.open()).hasSize(4);
    }

    @Test
    void inOneFileSameJoinsAndNotTheSameKeepsApart() {
        ReviewQueue queue = ReviewQueue.withinOneFile(.5);
        List<Candidate> candidates = Candidate.connected(
                new int[] {0, 1, 0, 2, 0}, new int[] {1, 2, 2, 3, 3}, new double[] {5, 5, 1, 2, 3}, true);

        Decided decided = queue.apply(
                candidates,
                List.of(
                        new Answered(0, 1, Answer.SAME),
                        new Answered(1, 2, Answer.SAME),
                        new Answered(2, 3, Answer.NOT_SAME)));

        // 0, 1 and 2 are one; then 3 is neither 2 nor 0.
        assertThat(decided.same()).containsExactly(candidates.get(0), candidates.get(1), candidates.get(2));
        assertThat(decided.notSame()).containsExactly(candidates.get(3), candidates.get(4));
        assertThat(decided.open()).isEmpty();
    }

    @Test
    void inOneFileARingThatContradictsItselfIsLeftOpen() {
        ReviewQueue queue = ReviewQueue.withinOneFile(.5);
        List<Candidate> candidates =
                Candidate.connected(new int[] {0, 1, 0}, new int[] {1, 2, 2}, new double[] {5, 5, 1}, true);
        List<Answered> answers = List.of(
                new Answered(0, 1, Answer.SAME), new Answered(1, 2, Answer.SAME), new Answered(0, 2, Answer.NOT_SAME));

        Decided decided = queue.apply(candidates, answers);

        assertThat(decided.contradictions()).containsExactlyElementsOf(answers);
        assertThat(decided.open()).hasSize(3);
    }
}
