package vn.dancu.bench.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.dancu.verification.domain.planning.Call;
import vn.dancu.verification.domain.planning.Plan;
import vn.dancu.verification.domain.planning.Problem;
import vn.dancu.verification.domain.planning.Shift;
import vn.dancu.verification.domain.planning.Team;

/**
 * As it is done by hand: group by group in the order of the list, home by home within it, each to the first team and shift, in
 * the order of the days, at whose end there is still room.
 */
final class InListOrder {
    private InListOrder() {}

    static Plan plan(Problem problem) {
        Map<String, List<Call>> groups = new TreeMap<>();
        for (Call call : problem.calls()) {
            groups.computeIfAbsent(call.group(), group -> new ArrayList<>()).add(call);
        }
        List<Slot> slots = new ArrayList<>();
        List<Shift> shifts = new ArrayList<>(problem.shifts());
        shifts.sort(Comparator.comparing(Shift::date).thenComparing(Shift::from));
        for (Shift shift : shifts) {
            for (Team team : problem.teams()) {
                if (!team.away().contains(shift)) {
                    slots.add(new Slot(team, shift));
                }
            }
        }
        Map<String, Integer> worked = new HashMap<>();
        List<Call> leftOut = new ArrayList<>();
        for (List<Call> group : groups.values()) {
            for (Call call : group) {
                if (slots.stream().noneMatch(slot -> slot.takes(call, worked))) {
                    leftOut.add(call);
                }
            }
        }
        return new Plan(
                slots.stream()
                        .map(slot -> slot.round)
                        .filter(round -> !round.stops().isEmpty())
                        .toList(),
                leftOut);
    }

    /** One shift of one team, filled from its beginning. */
    private static final class Slot {
        private final Team team;
        private final Shift shift;
        private final List<Call> calls = new ArrayList<>();
        private Plan.Round round;

        Slot(Team team, Shift shift) {
            this.team = team;
            this.shift = shift;
            this.round = Plan.Round.of(team, shift, calls);
        }

        boolean takes(Call call, Map<String, Integer> worked) {
            if (!call.fits(team, shift)) {
                return false;
            }
            calls.add(call);
            Plan.Round tried = Plan.Round.of(team, shift, calls);
            int more = tried.minutesWorked() - round.minutesWorked();
            int before = worked.getOrDefault(team.name(), 0);
            if (tried.back() > shift.to() || tried.late() > round.late() || before + more > team.mostMinutes()) {
                calls.remove(calls.size() - 1);
                return false;
            }
            worked.put(team.name(), before + more);
            round = tried;
            return true;
        }
    }
}
