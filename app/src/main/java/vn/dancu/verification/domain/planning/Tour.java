package vn.dancu.verification.domain.planning;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.PlanningListVariable;
import java.util.ArrayList;
import java.util.List;

/** What the solver fills: the calls of one team in one shift, in their order. */
@PlanningEntity
public class Tour {
    @PlanningId
    private int id;

    private Team team;
    private Shift shift;

    @PlanningListVariable(allowsUnassignedValues = true)
    private List<Call> calls = new ArrayList<>();

    /** For the solver, which copies tours. */
    @SuppressWarnings("NullAway.Init")
    public Tour() {}

    @SuppressWarnings("NullAway.Init")
    Tour(int id, Team team, Shift shift) {
        this.id = id;
        this.team = team;
        this.shift = shift;
    }

    public int getId() {
        return id;
    }

    public Team getTeam() {
        return team;
    }

    public Shift getShift() {
        return shift;
    }

    public List<Call> getCalls() {
        return calls;
    }

    public void setCalls(List<Call> calls) {
        this.calls = calls;
    }

    boolean isUsed() {
        return !calls.isEmpty();
    }

    Plan.Round round() {
        return Plan.Round.of(team, shift, calls);
    }

    /** Minutes beyond what a rule allows, and calls where they may not be, each as an hour. */
    static int breaks(Plan.Round round) {
        int breaks = Math.max(0, round.back() - round.shift().to());
        for (Plan.Stop stop : round.stops()) {
            if (!stop.call().fits(round.team(), round.shift())) {
                breaks += 60;
            }
            Call.Fixed fixed = stop.call().fixed();
            if (fixed != null) {
                breaks += stop.arrival() - fixed.minute();
            }
        }
        return breaks;
    }

    static int importance(Plan.Round round) {
        int importance = 0;
        for (Plan.Stop stop : round.stops()) {
            importance += stop.call().fixed() == null ? stop.call().priority() : 1_000;
        }
        return importance;
    }
}
