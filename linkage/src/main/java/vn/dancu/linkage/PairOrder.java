package vn.dancu.linkage;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Goes through pairs by weight, the heaviest first, and of equals the first. Where they lie in files, only a part of the order
 * is in memory at a time; for the next one, all weights are looked at once more.
 */
final class PairOrder {

    /** Bytes of a place in the order while it is sorted. */
    private static final int BYTES = 64;
    /** Parts of the memory for pairs: enough for a long order, and little beside what the rows take. */
    private static final int SHARE = 4;

    private final Survivors pairs;
    private final int room;
    private final Comparator<Integer> order;
    private Integer[] part = {};
    private int at;
    private int given;

    PairOrder(Survivors pairs, LinkOptions options) {
        this(
                pairs,
                pairs.isSpilled()
                        ? (int) Math.min(Integer.MAX_VALUE / 4, TooManyPairs.bytes(options) / SHARE / BYTES)
                        : pairs.size);
    }

    /** @param room how many places of the order may be in memory */
    PairOrder(Survivors pairs, int room) {
        this.pairs = pairs;
        this.room = Math.max(1, Math.min(room, pairs.size));
        this.order =
                Comparator.<Integer>comparingDouble(e -> -pairs.weight(e)).thenComparing(Comparator.naturalOrder());
    }

    /** The next pair, or -1. */
    int next() {
        if (at == part.length) {
            if (given == pairs.size) {
                return -1;
            }
            part = part.length == 0 ? heaviest(-1) : heaviest(part[part.length - 1]);
            at = 0;
        }
        given++;
        return part[at++];
    }

    /** Those that come next behind one; a part twice as long as it needs to be is sorted and cut now and then. */
    private Integer[] heaviest(int behind) {
        Integer[] found = new Integer[(int) Math.min(pairs.size, 2L * room)];
        int count = 0;
        boolean cut = false;
        for (int e = 0; e < pairs.size; e++) {
            boolean later = behind < 0 || order.compare(e, behind) > 0;
            if (!later || (cut && order.compare(e, found[room - 1]) > 0)) {
                continue;
            }
            if (count == found.length) {
                Arrays.sort(found, order);
                count = room;
                cut = true;
                if (order.compare(e, found[room - 1]) > 0) {
                    continue;
                }
            }
            found[count++] = e;
        }
        Arrays.sort(found, 0, count, order);
        return Arrays.copyOf(found, Math.min(count, room));
    }
}
