package vn.dancu.verification;

import java.util.Collection;
import java.util.List;

/**
 * What became of recorded visits.
 *
 * @param kept how many were written
 */
public record VisitReport(int kept, List<Refused> refused) {
    public VisitReport {
        refused = List.copyOf(refused);
    }

    static VisitReport allRefused(Collection<Visit> visits, Why why) {
        return new VisitReport(
                0, visits.stream().map(visit -> new Refused(visit, why)).toList());
    }

    /** One visit that was not written. */
    public record Refused(Visit visit, Why why) {}

    /** Why a visit was not written. */
    public enum Why {
        NOT_FOUND,
        WRONG_ROLE,
        VISITOR_COLLECTED_IT,
        STALE_VERSION,
        IN_THE_FUTURE
    }
}
