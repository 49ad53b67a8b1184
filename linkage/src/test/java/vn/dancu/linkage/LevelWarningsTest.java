package vn.dancu.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dancu.linkage.Warning.Code;
import vn.dancu.linkage.model.ModelFile;

/** A model is found fault with where counts bear it out, and not where a handful of pairs fell this way or that. */
class LevelWarningsTest {

    private static final Model MODEL = ModelFile.parse("""
            columns: {name: text}
            comparisons:
              - column: name
                levels: [exact, jaro-winkler 0.92, jaro-winkler 0.85, else]
            blocking: [name]
            """, "levels");

    private static Joint joint() {
        Records.Builder records = Records.builder(MODEL, 2);
        records.add("1", "an").add("2", "bình");
        Records built = records.build();
        return new Joint(built, built);
    }

    /** The third level outweighs the second by 2 bits, seen in so many pairs of either kind. */
    private static List<Warning> warnings(double matches, double strangers) {
        Joint joint = joint();
        Parameters parameters = new Parameters(MODEL);
        LevelCounts ofMatches = new LevelCounts(joint);
        LevelCounts ofStrangers = new LevelCounts(joint);
        double[] m = {0, .8, .05, .1, .05};
        double[] u = {0, .001, .01, .005, .984};
        for (int v = 1; v < m.length; v++) {
            parameters.m[0][v] = m[v];
            parameters.u[0][v] = u[v];
            ofMatches.counts[0][v] = m[v] * matches;
            ofStrangers.counts[0][v] = u[v] * strangers;
        }
        return new LevelWarnings(joint, parameters, ofMatches, ofStrangers).all();
    }

    @Test
    void aLevelThatOutweighsAStricterOneInThousandsOfPairsIsTold() {
        assertThat(warnings(5_000, 300_000))
                .containsExactly(Warning.of(
                        Code.LEVELS_CROSS, "name", MODEL.comparisons().get(0).levelName(3)));
    }

    @Test
    void inAFewPairsItIsChanceAndNotTold() {
        assertThat(warnings(30, 300_000)).isEmpty();
        assertThat(warnings(5_000, 200)).isEmpty();
        assertThat(warnings(0, 0)).isEmpty();
    }
}
