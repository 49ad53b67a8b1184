package vn.dancu.linkage.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.linkage.Label;
import vn.dancu.linkage.ModelSummary;
import vn.dancu.linkage.ModelSummary.ComparisonSummary;
import vn.dancu.linkage.ModelSummary.LevelSummary;

class LearningTest {

    private static final int RECORDS = 300;
    private static final double[][] M = {{.9, .07, .03}, {.85, .15}, {.7, .3}};
    private static final double[][] U = {{.01, .09, .9}, {.02, .98}, {.3, .7}};

    /** Every left record with every right one; the same number is the same person. */
    private record Invented(byte[][] levels) implements PatternSource {

        static Invented of(long seed) {
            Random random = new Random(seed);
            byte[][] levels = new byte[RECORDS * RECORDS][M.length];
            for (int e = 0; e < levels.length; e++) {
                boolean same = e / RECORDS == e % RECORDS;
                for (int k = 0; k < M.length; k++) {
                    levels[e][k] = draw(same ? M[k] : U[k], random);
                }
            }
            return new Invented(levels);
        }

        private static byte draw(double[] shares, Random random) {
            double rest = random.nextDouble();
            byte level = 1;
            while (level < shares.length && rest >= shares[level - 1]) {
                rest -= shares[level - 1];
                level++;
            }
            return level;
        }

        @Override
        public int pairs() {
            return levels.length;
        }

        @Override
        public int left(int pair) {
            return pair / RECORDS;
        }

        @Override
        public int right(int pair) {
            return pair % RECORDS;
        }

        @Override
        public int level(int pair, int comparison) {
            return levels[pair][comparison];
        }

        @Override
        public double added(int pair) {
            return 0;
        }

        double shareAmongSame(int comparison, int level) {
            double count = 0;
            for (int i = 0; i < RECORDS; i++) {
                count += levels[i * RECORDS + i][comparison] == level ? 1 : 0;
            }
            return count / RECORDS;
        }
    }

    private static ModelSummary believing(double[][] m) {
        List<ComparisonSummary> comparisons = new ArrayList<>();
        for (int k = 0; k < m.length; k++) {
            List<LevelSummary> levels = new ArrayList<>();
            for (int v = 0; v < m[k].length; v++) {
                levels.add(new LevelSummary("L" + v, m[k][v], U[k][v], Math.log(m[k][v] / U[k][v]) / Math.log(2)));
            }
            comparisons.add(new ComparisonSummary("C" + k, levels));
        }
        return new ModelSummary(-8, comparisons);
    }

    private static final double[][] WRONG = {{.5, .3, .2}, {.5, .5}, {.5, .5}};

    private static double m(ModelSummary model, int comparison, int level) {
        return model.comparisons().get(comparison).levels().get(level - 1).m();
    }

    @Test
    void withEveryPairLabelledTheLevelsAreCounted() {
        Invented pairs = Invented.of(1);
        List<Label> labels = new ArrayList<>();
        for (int e = 0; e < pairs.pairs(); e++) {
            labels.add(new Label(pairs.left(e), pairs.right(e), pairs.left(e) == pairs.right(e)));
        }

        ModelSummary learnt = new Learning(true, 1e-9, 1, 1).learn(believing(WRONG), pairs, labels, RECORDS, RECORDS);

        for (int k = 0; k < M.length; k++) {
            for (int v = 1; v <= M[k].length; v++) {
                assertThat(m(learnt, k, v)).isCloseTo(pairs.shareAmongSame(k, v), within(1e-6));
            }
        }
        // 300 of 90,000 pairs: log2(1 / 299).
        assertThat(learnt.prior()).isCloseTo(-Math.log(299) / Math.log(2), within(1e-9));
    }

    @Test
    void withoutLabelsItIsExpectationMaximisation() {
        Invented pairs = Invented.of(2);

        ModelSummary learnt = Learning.USUAL.learn(believing(WRONG), pairs, List.of(), RECORDS, RECORDS);

        assertThat(m(learnt, 0, 1)).as("seed 2").isCloseTo(.9, within(.12));
        assertThat(m(learnt, 1, 1)).as("seed 2").isCloseTo(.85, within(.15));
    }

    /** The belief is wrong here, so it counts for one pair only: at more, it hides what the answers bring. */
    @ParameterizedTest
    @ValueSource(longs = {100, 101, 102, 103, 104})
    void answersBringTheLevelsNearerToTheTruth(long seed) {
        Invented pairs = Invented.of(seed);
        Learning learning = new Learning(true, 1, 1, 20);
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            labels.add(new Label(i, i, true));
        }

        ModelSummary without = learning.learn(believing(WRONG), pairs, List.of(), RECORDS, RECORDS);
        ModelSummary with = learning.learn(believing(WRONG), pairs, labels, RECORDS, RECORDS);

        assertThat(distance(with, pairs)).as("seed %d", seed).isLessThan(.6 * distance(without, pairs));
    }

    private static double distance(ModelSummary model, Invented pairs) {
        double distance = 0;
        for (int k = 0; k < M.length; k++) {
            for (int v = 1; v <= M[k].length; v++) {
                distance += Math.abs(m(model, k, v) - pairs.shareAmongSame(k, v));
            }
        }
        return distance;
    }

    @Test
    void uStaysAndWeightsFollowM() {
        ModelSummary learnt = Learning.USUAL.learn(believing(WRONG), Invented.of(4), List.of(), RECORDS, RECORDS);

        for (int k = 0; k < M.length; k++) {
            for (int v = 1; v <= M[k].length; v++) {
                LevelSummary level = learnt.comparisons().get(k).levels().get(v - 1);
                assertThat(level.u()).isEqualTo(U[k][v - 1]);
                assertThat(level.weight()).isCloseTo(Math.log(level.m() / level.u()) / Math.log(2), within(1e-9));
            }
        }
    }

    @Test
    void aPairLabelledBothWaysIsRefused() {
        List<Label> labels = List.of(new Label(1, 1, true), new Label(1, 1, false));

        assertThatThrownBy(() -> Learning.USUAL.learn(believing(WRONG), Invented.of(5), labels, 1, 1))
                .hasMessageContaining("labelled both ways");
    }
}
