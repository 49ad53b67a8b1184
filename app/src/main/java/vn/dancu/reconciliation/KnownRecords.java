package vn.dancu.reconciliation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.MatchIndex;
import vn.dancu.linkage.Parameters;

/** The records of one file in memory, found by what they say and known by their keys. Thread-safe. */
final class KnownRecords {
    private static final int NOWHERE = -1;

    private final MatchIndex index;
    private final PersonValues coding = new PersonValues();
    private final long[] first;
    private final Map<Long, Integer> later = new HashMap<>();
    private final List<Long> laterIds = new ArrayList<>();
    private long lastId;

    KnownRecords(PersonFile file, Parameters learnt) {
        first = file.ids();
        lastId = first.length == 0 ? 0 : first[first.length - 1];
        index = MatchIndex.of(file.records(), learnt);
    }

    /** A record that may be the one asked for. */
    record Hit(long id, double probability) {}

    synchronized int size() {
        return index.size();
    }

    /** The highest key that came in. */
    synchronized long lastId() {
        return lastId;
    }

    /** Those that are not here. */
    synchronized long[] missing(long[] ids) {
        return LongStream.of(ids).filter(id -> row(id) == NOWHERE).toArray();
    }

    private int row(long id) {
        Integer row = later.get(id);
        if (row != null) {
            return row;
        }
        int at = Arrays.binarySearch(first, id);
        return at < 0 ? NOWHERE : at;
    }

    /** Takes a record in; what it said before is forgotten. */
    synchronized void put(long id, @Nullable String[] values) {
        remove(id);
        coding.code(values);
        later.put(id, index.add("", values));
        laterIds.add(id);
        lastId = Math.max(lastId, id);
    }

    synchronized void remove(long id) {
        int row = row(id);
        if (row != NOWHERE) {
            index.remove(row);
        }
    }

    /**
     * Best first.
     *
     * @param coded by {@link PersonValues}
     */
    synchronized List<Hit> find(double least, int most, @Nullable String[] coded) {
        return index.find(least, coded).stream()
                .limit(most)
                .map(found -> new Hit(
                        found.row() < first.length ? first[found.row()] : laterIds.get(found.row() - first.length),
                        found.probability()))
                .toList();
    }
}
