package vn.dancu.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.shared.AreaScope;
import vn.dancu.verification.db.TotalsQueries;

/**
 * What re-verification came to, unit by unit. A figure speaks of the day of the visit (Vietnamese time), and of what had been
 * recorded by a moment: the same question with the same moment is answered alike for ever.
 */
@Service
public class VerificationFigures {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final TotalsQueries queries;

    VerificationFigures(TotalsQueries queries) {
        this.queries = queries;
    }

    /**
     * From one day to another, both included.
     *
     * @param knownAt only what was recorded until then counts
     * @return units in which anything was planned or visited in the span, by code
     */
    @Transactional(readOnly = true)
    public List<VerificationTotals> inPeriod(LocalDate from, LocalDate to, Instant knownAt, AreaScope scope) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period ends after it begins: " + from + " to " + to);
        }
        return queries.totals(begin(from), begin(to.plusDays(1)), knownAt, scope);
    }

    /** Everything up to the end of a day. */
    @Transactional(readOnly = true)
    public List<VerificationTotals> asOf(LocalDate day, Instant knownAt, AreaScope scope) {
        return queries.totals(Instant.EPOCH, begin(day.plusDays(1)), knownAt, scope);
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(VIETNAM).toInstant();
    }
}
