package vn.dancu.reporting;

import java.util.Set;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Role;

/** Who reports for a unit, and who reads what it has signed. */
final class ReportRights {
    private static final Set<Role> READERS = Set.of(Role.PROVINCE_OPERATOR, Role.INSPECTOR);

    private ReportRights() {}

    static boolean mayWrite(String unit, ReportUnits.Names names, Actor actor) {
        if (names.isCommune(unit)) {
            return actor.role() == Role.CHIEF && actor.scope().covers(unit, "");
        }
        return actor.role() == Role.CITY_TEAM
                && (actor.scope().everywhere()
                        || names.communes(unit).stream().anyMatch(actor.scope().communes()::contains));
    }

    static boolean maySee(OfficialReport report, ReportUnits.Names names, Actor actor) {
        if (mayWrite(report.unit(), names, actor)) {
            return true;
        }
        boolean reads = READERS.contains(actor.role())
                ? actor.scope().everywhere()
                : actor.role() == Role.CITY_TEAM && actor.scope().covers(report.unit(), "");
        return reads && report.isSigned();
    }
}
