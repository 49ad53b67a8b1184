package vn.dancu.shared;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.LongStream;

/**
 * A set of forms, by key: distinct and ascending. One form at a desk is a set of one, a whole city a set of a million
 * (8 MB), so every step of the path takes the same argument.
 */
public final class FormSet {
    private final long[] ids;

    private FormSet(long[] ids) {
        this.ids = ids;
    }

    public static FormSet of(FormId id) {
        return new FormSet(new long[] {id.value()});
    }

    public static FormSet of(Collection<FormId> ids) {
        return ofKeys(ids.stream().mapToLong(FormId::value).toArray());
    }

    /** Takes keys in any order, with repetitions; the array is not kept. */
    public static FormSet ofKeys(long... keys) {
        return new FormSet(LongStream.of(keys).sorted().distinct().toArray());
    }

    public int size() {
        return ids.length;
    }

    public boolean isEmpty() {
        return ids.length == 0;
    }

    public boolean contains(FormId id) {
        return Arrays.binarySearch(ids, id.value()) >= 0;
    }

    /** Those of this set that are in the other, too. */
    public FormSet and(FormSet other) {
        return new FormSet(LongStream.of(ids)
                .filter(key -> Arrays.binarySearch(other.ids, key) >= 0)
                .toArray());
    }

    /** Those of this set that are not in the other. */
    public FormSet without(FormSet other) {
        return other.isEmpty()
                ? this
                : new FormSet(LongStream.of(ids)
                        .filter(key -> Arrays.binarySearch(other.ids, key) < 0)
                        .toArray());
    }

    /** A copy of the keys, ascending. */
    public long[] keys() {
        return ids.clone();
    }

    /** Forms number {@code from} (inclusive) to {@code to} (exclusive) of this set. */
    public FormSet slice(int from, int to) {
        return new FormSet(Arrays.copyOfRange(ids, from, to));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FormSet set && Arrays.equals(ids, set.ids);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ids);
    }

    @Override
    public String toString() {
        return "FormSet[" + ids.length + "]";
    }
}
