package vn.dancu.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people say of pairs teaches the model, beside what it sees without them. */
class LabelsTest {

    private static final int RELATION_OTHER = 2;

    private final InventedCity city =
            new InventedCity(2_000, 31, InventedCity.Right.BOOKS, new InventedCity.Noise(1, false));
    private final Linker linker = new Linker(Model.personVi(), LinkOptions.defaults());

    @Test
    void pairsThatNoRuleFindsTeachWhenSomebodySaysTheyAreOne() {
        int relation = comparison("relation");
        double without = linker.train(city.left, city.right, List.of()).m[relation][RELATION_OTHER];

        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < 1_900 && labels.size() < 400; i++) {
            int stranger = (i * 7 + 13) % city.right.size();
            if (stranger != city.truth[i]) {
                labels.add(new Label(i, stranger, true));
            }
        }
        double with = linker.train(city.left, city.right, labels).m[relation][RELATION_OTHER];

        assertThat(with).isGreaterThan(without * 2);
    }

    @Test
    void whoeverIsSaidToBeTwoNoLongerCountsAsAMatch() {
        double without = linker.train(city.left, city.right, List.of()).matchShare;

        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < city.left.size(); i += 3) {
            if (city.truth[i] >= 0) {
                labels.add(new Label(i, city.truth[i], false));
            }
        }
        double with = linker.train(city.left, city.right, labels).matchShare;

        assertThat(with).isBetween(without * .55, without * .8);
    }

    @Test
    void trueAnswersLeaveAGoodModelWhereItIs() {
        Parameters without = linker.train(city.left, city.right, List.of());
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < city.left.size(); i += 10) {
            if (city.truth[i] >= 0) {
                labels.add(new Label(i, city.truth[i], true));
            }
        }
        Parameters with = linker.train(city.left, city.right, labels);

        for (int k = 0; k < with.m.length; k++) {
            assertThat(with.m[k][1]).isBetween(without.m[k][1] - .03, without.m[k][1] + .03);
        }
    }

    private static int comparison(String name) {
        List<Comparison> comparisons = Model.personVi().comparisons();
        for (int k = 0; k < comparisons.size(); k++) {
            if (comparisons.get(k).name().equals(name)) {
                return k;
            }
        }
        throw new IllegalArgumentException(name);
    }
}
