package vn.dancu.paper.read.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DigitReaderTest {
    private static final int PIXELS = DigitSet.SIDE * DigitSet.SIDE;

    @Test
    void digitsOfHandsNeverSeenAreReadWithFewRejected() {
        Optional<DigitSet> digits = found();
        assumeTrue(digits.isPresent(), "no handwritten digits beside the project: see CONTRIBUTING.md");

        Accuracy accuracy =
                new Accuracy(DigitReader.bundled(), digits.orElseThrow().heldBack());

        assertThat(accuracy.acceptedRight()).isGreaterThanOrEqualTo(0.99);
        assertThat(accuracy.rejected()).isLessThanOrEqualTo(0.03);
    }

    @Test
    void aDigitStruckOutIsNoDigit() {
        Optional<DigitSet> digits = found();
        assumeTrue(digits.isPresent(), "no handwritten digits beside the project: see CONTRIBUTING.md");
        DigitSet held = digits.orElseThrow().heldBack();
        Distortion distortion = new Distortion();
        Dice dice = new Dice(11);
        List<float[]> spoiled = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            float[] to = new float[PIXELS];
            distortion.spoil(held.ink(i), held.ink(i + 400), dice, to);
            spoiled.add(Framing.frame(to, DigitSet.SIDE, DigitSet.SIDE));
        }

        long taken = DigitReader.bundled().read(spoiled).stream()
                .filter(DigitReading::accepted)
                .count();

        assertThat(taken).as("of 400").isLessThanOrEqualTo(8);
    }

    @Test
    void theSameSeedGivesTheSameWeightsOnAnyNumberOfThreads() throws Exception {
        DigitSet digits = scribbles(640);

        assertThat(weights(digits, 5, 1)).isEqualTo(weights(digits, 5, 2)).isNotEqualTo(weights(digits, 6, 1));
    }

    @Test
    void weightsSurviveTheirFile() throws Exception {
        DigitSet digits = scribbles(640);
        DigitReader reader = TrainDigits.train(digits, 5, 1, 1, 1, silent());
        List<float[]> pictures = List.of(digits.ink(3), digits.ink(4));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        reader.write(file);

        DigitReader again = DigitReader.read(new DataInputStream(new ByteArrayInputStream(file.toByteArray())));

        assertThat(again.scores(pictures)).isDeepEqualTo(reader.scores(pictures));
        assertThat(again.threshold()).isEqualTo(reader.threshold());
    }

    @Test
    void theBundledWeightsAreSmall() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DigitReader.bundled().write(file);

        assertThat(file.size()).isLessThan(1_000_000);
    }

    @Test
    void theProbabilitiesOfAPictureAddUpToOne() {
        DigitReading reading =
                DigitReader.bundled().read(List.of(new float[PIXELS])).get(0);

        double sum = 0;
        for (double probability : reading.probabilities()) {
            sum += probability;
        }
        assertThat(sum).isBetween(1 - 1e-9, 1 + 1e-9);
    }

    private static byte[] weights(DigitSet digits, long seed, int threads) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        TrainDigits.train(digits, seed, 1, 2, threads, silent()).write(file);
        return file.toByteArray();
    }

    private static PrintStream silent() {
        return new PrintStream(new ByteArrayOutputStream());
    }

    /** Ten kinds of blots, each in a place of its own, somewhat shaken. */
    private static DigitSet scribbles(int count) {
        Dice dice = new Dice(3);
        List<byte[]> images = new ArrayList<>();
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % 10;
            byte[] image = new byte[PIXELS];
            int left = 4 + labels[i] % 4 * 4 + dice.below(2);
            int top = 4 + labels[i] / 4 * 6 + dice.below(2);
            for (int y = top; y < top + 7; y++) {
                for (int x = left; x < left + 4; x++) {
                    image[y * DigitSet.SIDE + x] = (byte) 255;
                }
            }
            images.add(image);
        }
        return DigitSet.of(images, labels);
    }

    private static Optional<DigitSet> found() {
        return Stream.of("../shared/data/digits", "../../shared/data/digits")
                .flatMap(folder -> DigitSet.in(Path.of(folder)).stream())
                .findFirst();
    }
}
