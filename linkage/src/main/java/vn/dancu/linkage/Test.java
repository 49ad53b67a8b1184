package vn.dancu.linkage;

import org.jspecify.annotations.Nullable;

/**
 * What two values must fulfil for a level.
 *
 * @param bound of the measure; 0 where it has none
 * @param column the other column of {@link Measure#SWAPPED}, otherwise null
 */
public record Test(Measure measure, double bound, @Nullable String column) {

    public Test {
        if ((measure.bound() == Measure.Bound.COLUMN) != (column != null)) {
            throw new IllegalArgumentException(measure.written() + " and a column do not go together");
        }
    }

    public static Test of(Measure measure) {
        return new Test(measure, 0, null);
    }

    public static Test of(Measure measure, double bound) {
        return new Test(measure, bound, null);
    }

    /** As a model file writes it: {@code jaro-winkler 0.92}. */
    @Override
    public String toString() {
        return switch (measure.bound()) {
            case NONE -> measure.written();
            case COLUMN -> measure.written() + " " + column;
            case LEAST, MOST ->
                measure.written() + " "
                        + (bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound));
        };
    }
}
