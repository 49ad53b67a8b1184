package vn.dancu.journey;

import java.time.Instant;
import java.util.Map;

/**
 * Why a form came back to its collector.
 *
 * @param remarks per field, by column name; the empty name is the form as a whole
 */
public record Returned(String by, Instant at, Map<String, String> remarks) {
    public Returned {
        remarks = Map.copyOf(remarks);
    }

    /** What is remarked may name a person: it stays out of logs. */
    @Override
    public String toString() {
        return "Returned[" + by + ", " + at + ", " + remarks.keySet() + "]";
    }
}
