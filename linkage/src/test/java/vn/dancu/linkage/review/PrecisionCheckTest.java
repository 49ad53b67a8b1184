package vn.dancu.linkage.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.dancu.civil.sample.Interval;
import vn.dancu.linkage.LinkageException;
import vn.dancu.linkage.review.PrecisionCheck.Band;
import vn.dancu.linkage.review.PrecisionCheck.Link;
import vn.dancu.linkage.review.PrecisionCheck.Sample;

class PrecisionCheckTest {

    private static List<Link> links(int size, long seed) {
        Random random = new Random(seed);
        List<Link> links = new ArrayList<>();
        for (int n = 0; n < size; n++) {
            double sure = 1 - Math.pow(10, -1 - 5 * random.nextDouble());
            links.add(new Link("L" + n, "R" + n, n % 50 == 0 ? .6 + .3 * random.nextDouble() : sure));
        }
        return links;
    }

    @Test
    void theSampleDependsOnTheSeedAndTheLinksAlone() {
        List<Link> links = links(5000, 1);
        Sample sample = PrecisionCheck.draw(links, 200, 7);
        Collections.shuffle(links, new Random(9));

        assertThat(PrecisionCheck.draw(links, 200, 7)).isEqualTo(sample);
        assertThat(PrecisionCheck.draw(links, 200, 8)).isNotEqualTo(sample);
        assertThat(sample.mixed(7)).hasSize(200).doesNotHaveDuplicates().isEqualTo(sample.mixed(7));
    }

    @Test
    void everyBandGetsItsShareAndDoubtfulOnesMore() {
        Sample sample = PrecisionCheck.draw(links(5000, 2), 300, 7);

        assertThat(sample.bands().stream().mapToLong(Band::links).sum()).isEqualTo(5000);
        assertThat(sample.bands().stream().filter(band -> band.links() > 0))
                .allSatisfy(band -> assertThat(band.drawn().size()).isGreaterThanOrEqualTo(10));
        Band doubtful = sample.bands().get(1);
        Band sure = sample.bands().get(5);
        assertThat(doubtful.drawn().size() / (double) doubtful.links())
                .isGreaterThan(5.0 * sure.drawn().size() / sure.links());
        assertThat(sample.bands())
                .allSatisfy(band -> assertThat(band.drawn())
                        .allMatch(link -> link.probability() >= band.from() && link.probability() <= band.to()));
    }

    @Test
    void fewLinksAreAllDrawn() {
        Sample sample = PrecisionCheck.draw(links(30, 3), 500, 7);

        assertThat(sample.mixed(1)).hasSize(30);
        assertThat(PrecisionCheck.draw(List.of(), 10, 1).mixed(1)).isEmpty();
        assertThat(PrecisionCheck.judge(PrecisionCheck.draw(List.of(), 10, 1), List.of())
                        .precision())
                .isEmpty();
    }

    @Test
    void aDisagreementWaitsForAThird() {
        Sample sample = PrecisionCheck.draw(List.of(new Link("a", "1", .95), new Link("b", "2", .96)), 2, 1);
        List<Keying> keyings = new ArrayList<>(List.of(
                new Keying("a", "1", Answer.SAME, "An"),
                new Keying("a", "1", Answer.SAME, "Bình"),
                new Keying("b", "2", Answer.SAME, "An")));

        assertThat(PrecisionCheck.judge(sample, keyings).toKey()).containsExactly(new Link("b", "2", .96));

        keyings.add(new Keying("b", "2", Answer.NOT_SAME, "Bình"));
        PrecisionReport open = PrecisionCheck.judge(sample, keyings);
        assertThat(open.toSettle()).containsExactly(new Link("b", "2", .96));
        assertThat(open.agreement().observed()).isEqualTo(.5);

        keyings.add(new Keying("b", "2", Answer.NOT_SAME, "Chi"));
        PrecisionReport settled = PrecisionCheck.judge(sample, keyings);
        assertThat(settled.toSettle()).isEmpty();
        assertThat(settled.precision()).contains(new Interval(.5, .5, .5));
        assertThat(settled.text()).contains("precision 0.50000", "kappa");
    }

    @Test
    void whatCannotBeToldIsCountedApart() {
        Sample sample = PrecisionCheck.draw(List.of(new Link("a", "1", .95)), 2, 1);

        PrecisionReport report = PrecisionCheck.judge(
                sample,
                List.of(
                        new Keying("a", "1", Answer.CANNOT_TELL, "An"),
                        new Keying("a", "1", Answer.CANNOT_TELL, "Bình"),
                        new Keying("x", "9", Answer.SAME, "Bình")));

        assertThat(report.cannotTell()).isEqualTo(1);
        assertThat(report.precision()).isEmpty();
    }

    @Test
    void nobodyAnswersTwiceAboutAPair() {
        Sample sample = PrecisionCheck.draw(List.of(new Link("a", "1", .95)), 2, 1);
        List<Keying> keyings =
                List.of(new Keying("a", "1", Answer.SAME, "An"), new Keying("a", "1", Answer.SAME, "An"));

        assertThatThrownBy(() -> PrecisionCheck.judge(sample, keyings))
                .isInstanceOf(LinkageException.class)
                .hasMessageContaining("answered twice");
    }

    @Test
    void kappaIsThatOfTheTextbook() {
        // Both yes 20, only the first 5, only the second 10, both no 15: (.7 - .5) / (1 - .5) = .4.
        List<Agreement.Both> looked = new ArrayList<>();
        add(looked, 20, Answer.SAME, Answer.SAME);
        add(looked, 5, Answer.SAME, Answer.NOT_SAME);
        add(looked, 10, Answer.NOT_SAME, Answer.SAME);
        add(looked, 15, Answer.NOT_SAME, Answer.NOT_SAME);

        Agreement agreement = Agreement.of(looked);

        assertThat(agreement.observed()).isCloseTo(.7, within(1e-12));
        assertThat(agreement.kappa()).isCloseTo(.4, within(1e-12));
        assertThat(Agreement.of(List.of(new Agreement.Both(Answer.SAME, Answer.SAME)))
                        .kappa())
                .isEqualTo(1);
        assertThat(Agreement.of(List.of()).kappa()).isNaN();
    }

    private static void add(List<Agreement.Both> looked, int times, Answer first, Answer second) {
        looked.addAll(Collections.nCopies(times, new Agreement.Both(first, second)));
    }

    @Test
    void theIntervalOfASampleHoldsThePrecisionOfAllLinks() {
        List<Link> links = links(20_000, 4);
        Random random = new Random(4);
        List<Keying> truth = new ArrayList<>();
        int right = 0;
        for (Link link : links) {
            boolean same = random.nextDouble() < link.probability();
            right += same ? 1 : 0;
            Answer answer = same ? Answer.SAME : Answer.NOT_SAME;
            truth.add(new Keying(link.left(), link.right(), answer, "An"));
            truth.add(new Keying(link.left(), link.right(), answer, "Bình"));
        }

        Interval precision = PrecisionCheck.judge(PrecisionCheck.draw(links, 600, 4), truth)
                .precision()
                .orElseThrow();

        assertThat(precision.low()).as("seed 4").isLessThanOrEqualTo(right / 20_000.0);
        assertThat(precision.high()).as("seed 4").isGreaterThanOrEqualTo(right / 20_000.0);
        assertThat(precision.high() - precision.low()).isLessThan(.03);
    }
}
