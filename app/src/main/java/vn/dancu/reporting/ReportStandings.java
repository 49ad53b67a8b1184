package vn.dancu.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.reporting.db.ReportStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Role;

/** Which units have reported for a period, and which have not. */
@Service
public class ReportStandings {
    private final ReportStore store;
    private final ReportPeriods periods;
    private final ReportUnits units;

    ReportStandings(ReportStore store, ReportPeriods periods, ReportUnits units) {
        this.store = store;
        this.periods = periods;
        this.units = units;
    }

    /**
     * A unit and what it has reported.
     *
     * @param report null where the unit has not begun, or the asker may not see its draft
     * @param begun somebody works on it
     */
    public record Standing(
            String unit,
            boolean city,
            boolean begun,
            @Nullable OfficialReport report,
            boolean late,
            boolean own) {
        public boolean isSigned() {
            return report != null && report.isSigned();
        }
    }

    /** The units that an actor reports for or watches, those above first, with their reports for exactly these days. */
    @Transactional(readOnly = true)
    public List<Standing> of(ReportPeriod period, Actor actor) {
        ReportUnits.Names names = units.on(period.to());
        List<OfficialReport> made = store.of(period.from(), period.to());
        LocalDate due = periods.due(period);
        boolean late = periods.today().isAfter(due);
        List<Standing> standings = new ArrayList<>();
        for (String unit : watched(names, made, actor)) {
            OfficialReport report = made.stream()
                    .filter(one -> one.unit().equals(unit))
                    .findFirst()
                    .orElse(null);
            standings.add(new Standing(
                    unit,
                    !names.isCommune(unit),
                    report != null,
                    report != null && ReportRights.maySee(report, names, actor) ? report : null,
                    late && (report == null || !report.isSigned()),
                    ReportRights.mayWrite(unit, names, actor)));
        }
        return standings;
    }

    private static List<String> watched(ReportUnits.Names names, List<OfficialReport> made, Actor actor) {
        Set<String> communes = new TreeSet<>(actor.scope().communes());
        Set<String> above = new TreeSet<>();
        if (actor.scope().everywhere()) {
            for (OfficialReport report : made) {
                (names.isCommune(report.unit()) ? communes : above).add(report.unit());
            }
        } else if (actor.role() == Role.CITY_TEAM) {
            communes.forEach(commune -> above.add(names.above(commune)));
        }
        above.remove("");
        List<String> all = new ArrayList<>(above);
        all.addAll(communes);
        return all;
    }
}
