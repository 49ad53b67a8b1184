package vn.dancu.linkage;

/** Takes pairs of rows one after the other. */
@FunctionalInterface
public interface PairSink {

    /**
     * @param weight log2 odds including the prior
     * @param probability posterior; under one-to-one, exact within a component
     */
    void pair(int left, int right, double weight, double probability);
}
