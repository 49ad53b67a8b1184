package vn.dancu.verification.domain.planning;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The problem as the solver works on it. */
@PlanningSolution
public class Tours {
    @ProblemFactCollectionProperty
    @ValueRangeProvider
    private List<Call> calls;

    @PlanningEntityCollectionProperty
    private List<Tour> tours;

    @PlanningScore
    private @Nullable HardMediumSoftLongScore score;

    /** For the solver. */
    public Tours() {
        this(List.of(), List.of());
    }

    Tours(List<Call> calls, List<Tour> tours) {
        this.calls = calls;
        this.tours = tours;
    }

    public List<Call> getCalls() {
        return calls;
    }

    public List<Tour> getTours() {
        return tours;
    }

    public @Nullable HardMediumSoftLongScore getScore() {
        return score;
    }

    public void setScore(@Nullable HardMediumSoftLongScore score) {
        this.score = score;
    }
}
