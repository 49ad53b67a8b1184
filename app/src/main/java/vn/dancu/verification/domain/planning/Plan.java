package vn.dancu.verification.domain.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rounds of teams, and what could not be fitted in.
 *
 * @param rounds those with at least one stop
 * @param leftOut calls that no round holds
 */
public record Plan(List<Round> rounds, List<Call> leftOut) {
    public Plan {
        rounds = List.copyOf(rounds);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * One shift of one team.
     *
     * @param back minutes after midnight
     */
    public record Round(Team team, Shift shift, List<Stop> stops, int travel, int late, int back) {
        public Round {
            stops = List.copyOf(stops);
        }

        /** The round with these calls in this order. */
        public static Round of(Team team, Shift shift, List<Call> calls) {
            List<Stop> stops = new ArrayList<>(calls.size());
            Place at = team.base();
            int clock = shift.from();
            int travel = 0;
            int late = 0;
            for (Call call : calls) {
                int way = at.minutesTo(call.place());
                travel += way;
                int arrival = Math.max(clock + way, call.opens());
                stops.add(new Stop(call, arrival));
                late += Math.max(0, arrival - call.promised());
                clock = arrival + call.minutes();
                at = call.place();
            }
            int home = calls.isEmpty() ? 0 : at.minutesTo(team.base());
            return new Round(team, shift, stops, travel + home, late, clock + home);
        }

        public int minutesWorked() {
            return stops.isEmpty() ? 0 : back - shift.from();
        }
    }

    /**
     * @param arrival minutes after midnight when the call begins
     */
    public record Stop(Call call, int arrival) {}

    /** Minutes travelled and three times the minutes late. */
    public long cost() {
        return rounds.stream()
                .mapToLong(round -> round.travel() + 3L * round.late())
                .sum();
    }

    /** What the plan breaks of the rules that must hold, in words for a test; empty for a plan that may be carried out. */
    public List<String> broken(Problem problem) {
        List<String> broken = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Map<String, Integer> worked = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Round round : rounds) {
            worked.merge(round.team().name(), round.minutesWorked(), Integer::sum);
            if (!taken.add(round.team().name() + round.shift())) {
                broken.add("two rounds of " + round.team().name() + " on " + round.shift());
            }
            if (round.team().away().contains(round.shift())) {
                broken.add(round.team().name() + " is away on " + round.shift());
            }
            if (round.back() > round.shift().to()) {
                broken.add(round.team().name() + " is back too late on " + round.shift());
            }
            for (Stop stop : round.stops()) {
                if (!seen.add(stop.call().id())) {
                    broken.add(stop.call().id() + " is visited twice");
                }
                if (!stop.call().fits(round.team(), round.shift())) {
                    broken.add(stop.call().id() + " cannot be visited by "
                            + round.team().name() + " on " + round.shift());
                }
                Call.Fixed fixed = stop.call().fixed();
                if (fixed != null && stop.arrival() != fixed.minute()) {
                    broken.add(stop.call().id() + " was promised another time");
                }
            }
        }
        for (Team team : problem.teams()) {
            if (worked.getOrDefault(team.name(), 0) > team.mostMinutes()) {
                broken.add(team.name() + " works too long");
            }
        }
        leftOut.forEach(call -> seen.add(call.id()));
        if (seen.size() != problem.calls().size()) {
            broken.add(seen.size() + " of " + problem.calls().size() + " calls are in the plan");
        }
        return broken;
    }
}
