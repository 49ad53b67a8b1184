package vn.dancu.campaign;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.campaign.db.OutreachQueries;
import vn.dancu.shared.AreaScope;

/** What was done to reach people, as the police report it: how many broadcasts, meetings and attendances, in which units. */
@Service
public class OutreachTotals {
    private final OutreachQueries queries;

    OutreachTotals(OutreachQueries queries) {
        this.queries = queries;
    }

    /**
     * One unit in a period.
     *
     * @param broadcasts times, not days
     * @param attendances at meetings
     * @param leaflets handed out
     * @param messages telephones reached
     * @param minutes of broadcasts and meetings together
     */
    public record Line(
            String commune,
            long broadcasts,
            long meetings,
            long attendances,
            long leaflets,
            long homeVisits,
            long messages,
            long minutes) {
        public Line plus(Line other) {
            return new Line(
                    commune,
                    broadcasts + other.broadcasts,
                    meetings + other.meetings,
                    attendances + other.attendances,
                    leaflets + other.leaflets,
                    homeVisits + other.homeVisits,
                    messages + other.messages,
                    minutes + other.minutes);
        }

        public static Line none(String commune) {
            return new Line(commune, 0, 0, 0, 0, 0, 0, 0);
        }
    }

    /**
     * By unit, withdrawn lines left out; units without any are not in it.
     *
     * @param commune empty for all of the area
     * @param to included
     */
    @Transactional(readOnly = true)
    public List<Line> of(AreaScope scope, String commune, LocalDate from, LocalDate to) {
        return queries.totals(scope, commune, from, to);
    }

    /** All units together. */
    public static Line sum(List<Line> lines) {
        return lines.stream().reduce(Line.none(""), Line::plus);
    }
}
