package vn.dancu.reporting;

import java.util.Arrays;

/** A figure for every {@link Measure}; immutable. */
public final class Counts {
    public static final Counts NONE = new Counts(new long[Measure.values().length]);

    private final long[] values;

    private Counts(long[] values) {
        this.values = values;
    }

    /** @param values in the order of {@link Measure}; taken as they are */
    public static Counts of(long[] values) {
        if (values.length != Measure.values().length) {
            throw new IllegalArgumentException("one figure for each measure, not " + values.length);
        }
        return new Counts(values.clone());
    }

    public long of(Measure measure) {
        return values[measure.ordinal()];
    }

    public Counts plus(Counts other) {
        long[] sum = values.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.values[i];
        }
        return new Counts(sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counts counts && Arrays.equals(values, counts.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Counts[");
        for (Measure measure : Measure.values()) {
            if (of(measure) != 0) {
                text.append(measure).append('=').append(of(measure)).append(' ');
            }
        }
        return text.append(']').toString();
    }
}
