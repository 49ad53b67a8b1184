package vn.dancu.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dancu.reporting.db.CampaignQueries;

/** What the campaign adds to a report: persons to be counted, outreach, and why persons are missing. */
@Component
class CampaignShare {
    private final CampaignQueries queries;

    CampaignShare(CampaignQueries queries) {
        this.queries = queries;
    }

    /** Figures of one group of a commune; outreach that is of no group stands under the empty one. */
    record Share(String commune, String group, Map<Figure, Long> counts) {}

    /**
     * Cumulative figures as they stood at the end of a day.
     *
     * @param communes only these; null for everywhere
     * @param known what had been recorded by then
     */
    List<Share> until(LocalDate day, @Nullable Set<String> communes, Instant known) {
        List<Share> shares = new ArrayList<>();
        for (CampaignQueries.Must must : queries.must(day, communes, known)) {
            shares.add(new Share(
                    must.commune(),
                    must.group(),
                    Map.of(
                            Figure.MUST, must.persons(),
                            Figure.MUST_PERMANENT, must.permanent(),
                            Figure.MUST_TEMPORARY, must.temporary())));
        }
        for (CampaignQueries.Reached reached : queries.reached(day, communes, known)) {
            shares.add(new Share(
                    reached.commune(),
                    reached.group(),
                    Map.of(
                            Figure.BROADCASTS, reached.broadcasts(),
                            Figure.MEETINGS, reached.meetings(),
                            Figure.ATTENDANCES, reached.attendances())));
        }
        return shares;
    }

    /** Persons that remain, by row and reason, at the end of a day; those nobody was asked about are not in it. */
    List<Counted.Remaining> reasons(LocalDate day, @Nullable Set<String> communes, boolean byGroup, Instant known) {
        Map<List<String>, Long> sums = new LinkedHashMap<>();
        for (CampaignQueries.Reason reason : queries.reasons(day, communes, known)) {
            sums.merge(
                    List.of(byGroup ? reason.group() : reason.commune(), reason.code()), reason.persons(), Long::sum);
        }
        List<Counted.Remaining> remaining = new ArrayList<>();
        sums.forEach((row, persons) -> remaining.add(new Counted.Remaining(row.get(0), row.get(1), persons)));
        return remaining;
    }
}
