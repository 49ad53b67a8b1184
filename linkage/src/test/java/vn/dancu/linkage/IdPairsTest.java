package vn.dancu.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.dancu.linkage.model.ModelFile;

/** Pairs that agree on an id tell how often true pairs agree on all else, whatever the model believed. */
class IdPairsTest {

    private static final int ID = 0;
    private static final int NAME = 1;
    private static final int TOWN = 2;

    private static final Model MODEL = ModelFile.parse("""
            columns: {number: number, name: text, town: code}
            comparisons:
              - number
              - column: name
                levels: [{name: exact, when: exact, m: 0.97, u: 0.001}, {name: another, else: true, m: 0.03, u: 0.999}]
              - town
            blocking: [number, name]
            """, "ids");

    private final Random random = new Random(7);
    private final Records.Builder left = Records.builder(MODEL, 16);
    private final Records.Builder right = Records.builder(MODEL, 16);

    private void people(int count, double sameName, int cardsOfOnePerson) {
        for (int i = 0; i < count; i++) {
            String number = "" + (100_000_000 + random.nextInt(800_000_000));
            String name = name();
            String town = "t" + random.nextInt(20);
            left.add("L" + i, number, name, town);
            for (int n = 0; n < cardsOfOnePerson; n++) {
                right.add("R" + i + "." + n, number, random.nextDouble() < sameName ? name : name(), town);
            }
        }
    }

    private String name() {
        return Long.toString(random.nextLong(1L << 40), 36).replaceAll("[0-9]", "x");
    }

    private Joint joint() {
        return new Joint(left.build(), right.build());
    }

    private static IdPairs pairs(Joint joint, Parameters parameters) {
        Survivors candidates = new Scan(joint, LinkOptions.defaults().withThreads(1))
                .run(new Weights(joint, parameters), null, -6, "sample");
        long[] free = new long[candidates.size];
        Arrays.fill(free, -1L);
        double[] sure = new double[candidates.size];
        Arrays.fill(sure, 1);
        return new IdPairs(joint, parameters, candidates, free, sure);
    }

    private static Parameters believed(Joint joint) {
        return new Trainer(joint, LinkOptions.defaults(), java.util.List.of()).believed(.9);
    }

    @Test
    void aNameThatTruePairsSeldomShareIsSeenToBeSo() {
        people(1_000, .4, 1);
        Joint joint = joint();
        Parameters parameters = believed(joint);
        double ofTheId = parameters.m[ID][1];

        int pairs = pairs(joint, parameters).teach(new LevelCounts(joint));

        assertThat(pairs).isEqualTo(1_000);
        assertThat(parameters.m[NAME][1]).isCloseTo(.4, within(.05));
        assertThat(parameters.m[TOWN][1]).isGreaterThan(.97);
        assertThat(parameters.m[ID][1]).as("an id does not teach itself").isEqualTo(ofTheId);
    }

    @Test
    void aFewPairsTeachLessThanBeliefAndAreLeftAside() {
        people(IdPairs.ENOUGH - 1, .4, 1);
        Joint joint = joint();
        Parameters parameters = believed(joint);

        assertThat(pairs(joint, parameters).teach(new LevelCounts(joint))).isZero();
        assertThat(parameters.m[NAME][1]).isEqualTo(believed(joint).m[NAME][1]);
    }

    @Test
    void onlyWhatHardlyTwoPersonsShareIsAnId() {
        people(1_000, .9, 1);
        Joint joint = joint();
        LevelCounts strangers = new LevelCounts(joint);
        strangers.counts[TOWN][1] = 15_000;
        strangers.counts[TOWN][2] = 285_000;

        assertThat(pairs(joint, believed(joint)).ids(strangers)).isEqualTo(1L << ID);
    }

    @Test
    void aNumberThatManyRecordsOfAFileShareIsNone() {
        people(600, .9, 2);
        Joint joint = joint();

        assertThat(pairs(joint, believed(joint)).ids(new LevelCounts(joint)) & 1L << ID)
                .isZero();
    }

    @Test
    void aNumberWhoseHoldersAreOtherwiseTwoIsNone() {
        people(1_000, .9, 1);
        Joint joint = joint();
        Parameters parameters = believed(joint);
        Survivors candidates = new Scan(joint, LinkOptions.defaults().withThreads(1))
                .run(new Weights(joint, parameters), null, -6, "sample");
        double[] doubtful = new double[candidates.size];
        Arrays.fill(doubtful, .5);

        assertThat(new IdPairs(joint, parameters, candidates, new long[candidates.size], doubtful)
                        .ids(new LevelCounts(joint)))
                .isZero();
    }

    @Test
    void whatARuleMadeAgreeIsNotTaughtByIt() {
        people(1_000, .4, 1);
        Joint joint = joint();
        Parameters parameters = believed(joint);
        Survivors candidates = new Scan(joint, LinkOptions.defaults().withThreads(1))
                .run(new Weights(joint, parameters), null, -6, "sample");
        long[] onlyTownIsFree = new long[candidates.size];
        Arrays.fill(onlyTownIsFree, 1L << TOWN);
        double[] sure = new double[candidates.size];
        Arrays.fill(sure, 1);

        new IdPairs(joint, parameters, candidates, onlyTownIsFree, sure).teach(new LevelCounts(joint));

        assertThat(parameters.m[NAME][1]).isEqualTo(believed(joint).m[NAME][1]);
    }

    @Test
    void trainingEndsAtWhatIsTrueThoughBeliefWasFarFromIt() {
        people(2_000, .4, 1);

        Parameters learnt =
                new Linker(MODEL, LinkOptions.defaults()).train(left.build(), right.build(), java.util.List.of());

        assertThat(learnt.m[NAME][1]).isCloseTo(.4, within(.05));
        assertThat(learnt.m[TOWN][1]).isGreaterThan(.95);
    }
}
