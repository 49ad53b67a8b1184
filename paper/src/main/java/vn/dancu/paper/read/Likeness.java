package vn.dancu.paper.read;

/** Where a small picture is most like a part of a larger one: normalised cross-correlation, to parts of a pixel. */
final class Likeness {
    private Likeness() {}

    /**
     * @param x of the corner of the part that is most alike
     * @param likeness 1 the same, 0 unrelated
     */
    record Place(double x, double y, double likeness) {}

    /** How much the values of a picture differ from their mean. */
    static double spread(Grey picture) {
        double sum = 0;
        double squares = 0;
        for (byte value : picture.values()) {
            int grey = value & 0xFF;
            sum += grey;
            squares += (double) grey * grey;
        }
        double mean = sum / picture.values().length;
        return Math.sqrt(Math.max(0, squares / picture.values().length - mean * mean));
    }

    static Place find(Grey part, Grey within) {
        int wide = within.width() - part.width() + 1;
        int high = within.height() - part.height() + 1;
        float[] wanted = centred(part);
        double[] scores = new double[wide * high];
        int best = 0;
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                scores[y * wide + x] = likeness(wanted, part.width(), part.height(), within, x, y);
                best = scores[y * wide + x] > scores[best] ? y * wide + x : best;
            }
        }
        int x = best % wide;
        int y = best / wide;
        double right = x > 0 && x < wide - 1 ? vertex(scores[best - 1], scores[best], scores[best + 1]) : 0;
        double down = y > 0 && y < high - 1 ? vertex(scores[best - wide], scores[best], scores[best + wide]) : 0;
        return new Place(x + right, y + down, scores[best]);
    }

    private static double vertex(double before, double at, double after) {
        double bend = before - 2 * at + after;
        return bend >= -1e-9 ? 0 : Math.max(-0.5, Math.min(0.5, 0.5 * (before - after) / bend));
    }

    private static float[] centred(Grey part) {
        float[] values = new float[part.values().length];
        float sum = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = part.values()[i] & 0xFF;
            sum += values[i];
        }
        float mean = sum / values.length;
        double squares = 1e-6;
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean;
            squares += values[i] * values[i];
        }
        float norm = (float) Math.sqrt(squares);
        for (int i = 0; i < values.length; i++) {
            values[i] /= norm;
        }
        return values;
    }

    private static double likeness(float[] wanted, int width, int height, Grey within, int left, int top) {
        float sum = 0;
        float squares = 0;
        float product = 0;
        byte[] values = within.values();
        for (int y = 0; y < height; y++) {
            int row = (top + y) * within.width() + left;
            for (int x = 0; x < width; x++) {
                float value = values[row + x] & 0xFF;
                sum += value;
                squares += value * value;
                product += value * wanted[y * width + x];
            }
        }
        double count = wanted.length;
        double spread = squares - sum / count * sum;
        return spread < count * 20 ? 0 : product / Math.sqrt(spread);
    }
}
