package vn.dancu.paper.read.digits;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads framed pictures of single signs with a few networks, whose scores are averaged, cooled by a temperature and mixed with
 * a floor of doubt, both fitted on digits that no network has learned from. May be shared by threads.
 */
public final class DigitReader {
    private static final String RESOURCE = "digits.weights";
    private static final int MAGIC = 0x44434E31;
    private static final int MOST_NETS = 16;
    private static final int LARGEST = 256;
    private static final int BATCH = 32;

    private final List<DigitNet> nets;
    private final double temperature;
    private final double doubt;
    private final double threshold;

    DigitReader(List<DigitNet> nets, double temperature, double doubt, double threshold) {
        this.nets = List.copyOf(nets);
        this.temperature = temperature;
        this.doubt = doubt;
        this.threshold = threshold;
    }

    private static final class Bundled {
        static final DigitReader READER = load();

        private static DigitReader load() {
            InputStream in = DigitReader.class.getResourceAsStream(RESOURCE);
            if (in == null) {
                throw new IllegalStateException("the weights of the digits are missing in the program");
            }
            try (DataInputStream data = new DataInputStream(new BufferedInputStream(in))) {
                return DigitReader.read(data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** With the project's own weights. */
    public static DigitReader bundled() {
        return Bundled.READER;
    }

    /** The confidence from which a digit is accepted. */
    public double threshold() {
        return threshold;
    }

    /**
     * @param framed pictures as {@link Framing} makes them
     * @return one reading each, in their order
     */
    public List<DigitReading> read(List<float[]> framed) {
        List<DigitReading> readings = new ArrayList<>(framed.size());
        for (int from = 0; from < framed.size(); from += BATCH) {
            List<float[]> some = framed.subList(from, Math.min(from + BATCH, framed.size()));
            for (double[] scores : scores(some)) {
                readings.add(reading(scores));
            }
        }
        return readings;
    }

    /** Mean scores of the networks, per picture. */
    double[][] scores(List<float[]> framed) {
        int batch = framed.size();
        double[][] sums = new double[batch][DigitNet.CLASSES];
        DigitNet.Layers at = new DigitNet.Layers(nets.get(0), batch);
        for (int s = 0; s < batch; s++) {
            float[] picture = framed.get(s);
            for (int p = 0; p < picture.length; p++) {
                at.input[p * batch + s] = picture[p];
            }
        }
        for (DigitNet net : nets) {
            net.forward(at);
            for (int s = 0; s < batch; s++) {
                for (int c = 0; c < DigitNet.CLASSES; c++) {
                    sums[s][c] += at.out[c * batch + s] / nets.size();
                }
            }
        }
        return sums;
    }

    private DigitReading reading(double[] scores) {
        double[] probabilities = probabilities(scores, temperature, doubt);
        DigitReading reading = new DigitReading(probabilities, false);
        return reading.confidence() >= threshold ? new DigitReading(probabilities, true) : reading;
    }

    static double[] probabilities(double[] scores, double temperature, double doubt) {
        double top = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            top = Math.max(top, score);
        }
        double[] shares = new double[scores.length];
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            shares[c] = StrictMath.exp((scores[c] - top) / temperature);
            sum += shares[c];
        }
        for (int c = 0; c < scores.length; c++) {
            shares[c] = shares[c] / sum * (1 - doubt) + doubt / scores.length;
        }
        return shares;
    }

    /** Weights as the upper half of a float: a sixteenth of a megabyte for a network, and nothing lost that is measured. */
    static void round(DigitNet net) {
        for (int i = 0; i < net.weights.length; i++) {
            net.weights[i] = Float.intBitsToFloat(upper(net.weights[i]) << 16);
        }
    }

    private static int upper(float value) {
        return (Float.floatToRawIntBits(value) + 0x8000) >>> 16;
    }

    void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(MAGIC);
        data.writeInt(nets.size());
        DigitNet like = nets.get(0);
        data.writeInt(like.first);
        data.writeInt(like.second);
        data.writeInt(like.hidden);
        data.writeDouble(temperature);
        data.writeDouble(doubt);
        data.writeDouble(threshold);
        for (DigitNet net : nets) {
            for (float weight : net.weights) {
                data.writeShort(upper(weight));
            }
        }
        data.flush();
    }

    static DigitReader read(DataInputStream data) throws IOException {
        if (data.readInt() != MAGIC) {
            throw new IOException("not a file of weights");
        }
        int count = bounded(data.readInt(), MOST_NETS);
        int first = bounded(data.readInt(), LARGEST);
        int second = bounded(data.readInt(), LARGEST);
        int hidden = bounded(data.readInt(), LARGEST);
        double temperature = data.readDouble();
        double doubt = data.readDouble();
        double threshold = data.readDouble();
        List<DigitNet> nets = new ArrayList<>(count);
        for (int n = 0; n < count; n++) {
            DigitNet net = new DigitNet(first, second, hidden);
            for (int i = 0; i < net.weights.length; i++) {
                net.weights[i] = Float.intBitsToFloat(data.readShort() << 16);
            }
            nets.add(net);
        }
        return new DigitReader(nets, temperature, doubt, threshold);
    }

    private static int bounded(int value, int most) throws IOException {
        if (value < 1 || value > most) {
            throw new IOException("not a file of weights");
        }
        return value;
    }
}
