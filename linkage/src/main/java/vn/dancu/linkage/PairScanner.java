package vn.dancu.linkage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Visits the pairs of the blocking rules elsewhere: on the machines of a cluster. */
@FunctionalInterface
public interface PairScanner {

    /**
     * @param leftRows the left rows wanted, ascending; null for all
     * @return every kept pair once, in any order, as {@link ScanPart#scan} gives it
     */
    List<PairBatch> scan(ScanPlan plan, int @Nullable [] leftRows);
}
