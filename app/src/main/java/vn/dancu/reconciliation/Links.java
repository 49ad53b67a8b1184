package vn.dancu.reconciliation;

import java.util.Map;

/**
 * What linkage found for forms, by the position of their key.
 *
 * @param forms ascending
 * @param clusters duplicates among them, by form
 */
record Links(long[] forms, Side residence, Side archive, Map<Long, InCluster> clusters) {

    /**
     * One source.
     *
     * @param consulted false when the source has no entries
     * @param entries 0 where none is linked
     * @param candidates of forms without a link, best first
     */
    record Side(
            boolean consulted,
            long[] entries,
            double[] weights,
            boolean[] uncertain,
            Map<Long, Candidates> candidates) {

        static Side notConsulted(int forms) {
            return new Side(false, new long[forms], new double[forms], new boolean[forms], Map.of());
        }

        SourceState state(int form) {
            if (!consulted) {
                return SourceState.NOT_CONSULTED;
            }
            return entries[form] == 0 ? SourceState.NOT_FOUND : SourceState.FOUND;
        }
    }

    /** Entries that could be the person. */
    record Candidates(long[] entries, double[] weights) {}

    /**
     * A form that is not the only one of its person.
     *
     * @param cluster the kept form's key
     * @param keeps whether this is the form that is kept
     */
    record InCluster(long cluster, double weight, boolean keeps) {}
}
