package vn.dancu.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records of one file that stand for one person. Clusters have two members or more and are numbered by their first. */
public final class Clusters {

    /** A member's cluster when it has none. */
    public static final int ALONE = -1;

    private final int[] cluster;
    private final double[] weight;
    private final int size;
    private final @Nullable Parameters parameters;

    Clusters(int[] cluster, double[] weight, @Nullable Parameters parameters) {
        this.parameters = parameters;
        this.cluster = cluster;
        this.weight = weight;
        this.size = Arrays.stream(cluster).max().orElse(ALONE) + 1;
    }

    /**
     * Clusters that the caller judged by rules of his own.
     *
     * @param cluster of each record: numbered from 0 without gaps by first member, or {@link #ALONE}
     * @param weight of each record
     */
    public static Clusters of(int[] cluster, double[] weight) {
        if (cluster.length != weight.length) {
            throw new IllegalArgumentException("one cluster and one weight for each record");
        }
        return new Clusters(cluster.clone(), weight.clone(), null);
    }

    /** What they rest on; empty where the caller made the clusters. */
    public Optional<Parameters> parameters() {
        return Optional.ofNullable(parameters);
    }

    private List<Warning> warnings = List.of();

    private List<LinkResult.RuleReport> rules = List.of();

    Clusters with(List<LinkResult.RuleReport> reports, List<Warning> told) {
        rules = List.copyOf(reports);
        warnings = List.copyOf(told);
        return this;
    }

    /** The pairs of each blocking rule; empty where the caller made the clusters. */
    public List<LinkResult.RuleReport> rules() {
        return rules;
    }

    /** Weak training, blocks left out. */
    public List<Warning> warnings() {
        return warnings;
    }

    public int size() {
        return size;
    }

    /** The cluster of a record, or {@link #ALONE}. */
    public int clusterOf(int row) {
        return cluster[row];
    }

    /** How strongly the record belongs: the match weight (log2 odds) of its best pair inside the cluster; 0 when alone. */
    public double weight(int row) {
        return weight[row];
    }

    /** The members of every cluster, ascending. */
    public List<int[]> members() {
        List<List<Integer>> lists = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            lists.add(new ArrayList<>());
        }
        for (int row = 0; row < cluster.length; row++) {
            if (cluster[row] >= 0) {
                lists.get(cluster[row]).add(row);
            }
        }
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }
}
