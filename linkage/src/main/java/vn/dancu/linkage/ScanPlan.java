package vn.dancu.linkage;

import java.io.Serializable;
import java.util.BitSet;
import java.util.List;

/**
 * All that another machine must know to visit the pairs of some blocks as this one would: what was learnt, what can be
 * compared, which blocks are split or left out, and what to keep. Holds no record.
 */
public final class ScanPlan implements Serializable {

    private static final long serialVersionUID = 2L;

    final String parameters;
    final boolean[] comparable;
    final boolean householdsComparable;
    final boolean within;
    final int mask;
    /** By rule: whether it can be used, and the slots of each split. */
    final boolean[] usable;

    final long[][][] splits;
    final double bound;
    private final String phase;

    ScanPlan(Joint joint, Parameters parameters, List<RuleKeys> rules, int mask, double bound, String phase) {
        this.phase = phase;
        this.parameters = parameters.write();
        this.comparable = joint.comparable;
        this.householdsComparable = joint.householdsComparable;
        this.within = joint.within();
        this.mask = mask;
        this.bound = bound;
        this.usable = new boolean[rules.size()];
        this.splits = new long[rules.size()][][];
        for (int r = 0; r < splits.length; r++) {
            usable[r] = rules.get(r).usable;
            splits[r] = rules.get(r).splits().stream().map(BitSet::toLongArray).toArray(long[][]::new);
        }
    }

    /** What the scan is for, as {@link Progress} is told: "scan" or "sample". */
    public String phase() {
        return phase;
    }

    /** Whether a file is compared with itself. */
    public boolean within() {
        return within;
    }
}
