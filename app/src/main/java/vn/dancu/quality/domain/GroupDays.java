package vn.dancu.quality.domain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How often each day of the year is a birthday in one residential group. Days of the year are counted as month × 32 + day.
 */
public final class GroupDays {
    static final int DAYS = 13 * 32;
    /** Fewer than this may meet by chance in any group. */
    private static final int LEAST = 10;
    /** A day is the village's own when so many would meet by chance less than once in a billion groups and days. */
    private static final double CHANCE = 1e-9;

    private final int[] counts;
    private final boolean given;
    private int people;
    private boolean @Nullable [] shared;

    GroupDays() {
        this.counts = new int[DAYS];
        this.given = false;
    }

    private GroupDays(int[] counts, int people) {
        this.counts = counts;
        this.people = people;
        this.given = true;
    }

    /** Counts from elsewhere, which the forms that are read now do not add to. */
    static GroupDays given(int[] counts) {
        return new GroupDays(counts.clone(), Arrays.stream(counts).sum());
    }

    static int day(int month, int day) {
        return month * 32 + day;
    }

    void add(int day) {
        if (!given) {
            counts[day]++;
            people++;
        }
    }

    int count(int day) {
        return counts[day];
    }

    int people() {
        return people;
    }

    /** Whether more people were born on that day than chance allows. */
    boolean isShared(int day) {
        boolean[] known = shared;
        if (known == null) {
            int from = leastShared(people);
            known = new boolean[DAYS];
            for (int i = 0; i < DAYS; i++) {
                known[i] = counts[i] >= from;
            }
            shared = known;
        }
        return known[day];
    }

    /** The smallest count whose tail of the Poisson distribution with mean people / 365 is below the chance. */
    static int leastShared(int people) {
        double mean = people / 365.0;
        double term = Math.exp(-mean);
        double below = term;
        int count = 0;
        while (1 - below > CHANCE && count < people) {
            count++;
            term *= mean / count;
            below += term;
        }
        return Math.max(LEAST, count + 1);
    }
}
