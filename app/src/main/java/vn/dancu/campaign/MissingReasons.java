package vn.dancu.campaign;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.campaign.db.MissingQueries;
import vn.dancu.shared.AreaScope;

/** How many in the books have no form, by the reason that officers named last. */
@Service
public class MissingReasons {
    /** Nobody has named a reason yet. */
    public static final String NOT_ASKED = "NOT_ASKED";

    private final MissingQueries queries;

    MissingReasons(MissingQueries queries) {
        this.queries = queries;
    }

    /**
     * One reason in one unit.
     *
     * @param reason code of the catalogue, or {@link #NOT_ASKED}; its text is {@code missing-reason.<code>}
     * @param leavesDenominator such a person need not be counted
     */
    public record Line(String commune, String reason, boolean leavesDenominator, long persons) {}

    /**
     * As it stands now, in the order of the catalogue.
     *
     * @param commune empty for all of the area
     */
    @Transactional(readOnly = true)
    public List<Line> remaining(AreaScope scope, String commune) {
        return queries.byReason(scope, commune);
    }
}
