package vn.dancu.paper.read.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GradientsTest {
    private static final int BATCH = 3;
    private static final float STEP = 1e-3f;
    private static final int[] LABELS = {4, 0, DigitNet.NONE};

    private final Dice dice = new Dice(7);
    private final DigitNet net = DigitNet.born(2, 4, 8, dice);
    private final DigitNet.Layers at = new DigitNet.Layers(net, BATCH);

    @Test
    void theSlopeOfEveryLayerIsWhatASmallStepShows() {
        for (int i = 0; i < at.input.length; i++) {
            at.input[i] = (float) dice.unit();
        }
        Gradients gradients = new Gradients(net, BATCH);
        net.forward(at);
        gradients.of(at, LABELS, 1);
        float[] slope = gradients.slope.clone();

        int[] some = {
            net.w1 + 7, net.b1 + 1, net.w2 + 33, net.b2 + 2, net.w3 + 101, net.b3 + 5, net.w4 + 20, net.b4 + 10
        };
        for (int weight : some) {
            double measured = (lossWith(weight, STEP) - lossWith(weight, -STEP)) / (2 * STEP);
            assertThat(slope[weight]).as("weight %d", weight).isCloseTo((float) measured, within(0.02f));
        }
    }

    private double lossWith(int weight, float step) {
        float kept = net.weights[weight];
        net.weights[weight] = kept + step;
        net.forward(at);
        net.weights[weight] = kept;
        double loss = 0;
        for (int s = 0; s < BATCH; s++) {
            double sum = 0;
            for (int c = 0; c < DigitNet.CLASSES; c++) {
                sum += Math.exp(at.out[c * BATCH + s]);
            }
            loss += (Math.log(sum) - at.out[LABELS[s] * BATCH + s]) / BATCH;
        }
        return loss;
    }
}
