package vn.dancu.verification.domain.planning;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is to be planned. Shifts on holidays are not in it. */
public record Problem(List<Call> calls, List<Team> teams, List<Shift> shifts) {
    public Problem {
        calls = List.copyOf(calls);
        teams = List.copyOf(teams);
        shifts = List.copyOf(shifts);
        Set<String> names = new HashSet<>();
        for (Team team : teams) {
            if (!names.add(team.name())) {
                throw new IllegalArgumentException("two teams have one name");
            }
        }
        Set<String> ids = new HashSet<>();
        for (Call call : calls) {
            if (!ids.add(call.id())) {
                throw new IllegalArgumentException("two calls have one id");
            }
        }
    }
}
