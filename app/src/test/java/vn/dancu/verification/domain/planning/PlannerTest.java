package vn.dancu.verification.domain.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.dancu.shared.Progress;

class PlannerTest {
    private static Planner planner() {
        return new Planner(Duration.ofSeconds(2), 1);
    }

    @Test
    void aPlanKeepsEveryRuleAndVisitsWhomItCan() {
        Problem problem = InventedTown.of(120, 4, 14, 11);

        Plan plan = planner().plan(problem, Progress.NONE);

        assertThat(plan.broken(problem)).isEmpty();
        assertThat(plan.leftOut()).isEmpty();
        assertThat(plan.rounds()).allSatisfy(round -> assertThat(round.stops()).isNotEmpty());
    }

    @Test
    void whoFallsIllIsReplacedAndWhatWasPromisedStays() {
        Problem problem = InventedTown.of(120, 4, 14, 12);
        Plan before = planner().plan(problem, Progress.NONE);
        Plan.Round kept = before.rounds().stream()
                .filter(round -> !round.team().name().equals("Tổ công tác 1"))
                .findFirst()
                .orElseThrow();
        Plan.Stop promised = kept.stops().get(0);
        List<Call> calls = new ArrayList<>(problem.calls());
        calls.replaceAll(call -> call.id().equals(promised.call().id())
                ? new Call(
                        call.id(),
                        call.group(),
                        call.place(),
                        call.minutes(),
                        call.priority(),
                        call.earliest(),
                        call.latest(),
                        call.shifts(),
                        call.barred(),
                        new Call.Fixed(kept.team().name(), kept.shift(), promised.arrival()))
                : call);
        List<Team> teams = new ArrayList<>(problem.teams());
        Team ill = teams.get(0);
        teams.set(0, new Team(ill.name(), ill.officers(), ill.base(), ill.mostMinutes(), Set.copyOf(problem.shifts())));
        Problem after = new Problem(calls, teams, problem.shifts());

        Plan plan = planner().plan(after, before, Progress.NONE);

        assertThat(plan.broken(after)).isEmpty();
        assertThat(plan.rounds()).noneMatch(round -> round.team().name().equals(ill.name()));
        assertThat(placeOf(plan))
                .containsEntry(promised.call().id(), kept.team().name() + kept.shift() + promised.arrival());
    }

    private static Map<String, String> placeOf(Plan plan) {
        Map<String, String> places = new HashMap<>();
        for (Plan.Round round : plan.rounds()) {
            for (Plan.Stop stop : round.stops()) {
                places.put(stop.call().id(), round.team().name() + round.shift() + stop.arrival());
            }
        }
        return places;
    }

    @Test
    void whatDoesNotFitIsLeftOutFromTheLeastImportant() {
        Problem many = InventedTown.of(60, 1, 2, 13);

        Plan plan = planner().plan(many, Progress.NONE);

        assertThat(plan.broken(many)).isEmpty();
        assertThat(plan.leftOut()).isNotEmpty();
        double visited = plan.rounds().stream()
                .flatMap(round -> round.stops().stream())
                .mapToInt(stop -> stop.call().priority())
                .average()
                .orElseThrow();
        double leftOut =
                plan.leftOut().stream().mapToInt(Call::priority).average().orElseThrow();
        assertThat(visited).isGreaterThan(leftOut);
    }

    @Test
    void whoCollectedAFormDoesNotJudgeIt() {
        Problem problem = InventedTown.of(1, 1, 3, 14);
        Call call = problem.calls().get(0);
        Call barred = new Call(call.id(), call.group(), call.place(), 15, 1, 0, 1440, Set.of(), Set.of("cb-0"), null);

        Plan plan = planner().plan(new Problem(List.of(barred), problem.teams(), problem.shifts()), Progress.NONE);

        assertThat(plan.leftOut()).containsExactly(barred);
    }

    @Test
    void nothingToPlanIsAnEmptyPlan() {
        Problem problem = InventedTown.of(5, 1, 3, 15);

        assertThat(planner()
                        .plan(new Problem(List.of(), problem.teams(), problem.shifts()), Progress.NONE)
                        .rounds())
                .isEmpty();
        assertThat(planner()
                        .plan(new Problem(problem.calls(), List.of(), problem.shifts()), Progress.NONE)
                        .leftOut())
                .hasSize(5);
        assertThat(planner()
                        .plan(new Problem(problem.calls(), problem.teams(), List.of()), Progress.NONE)
                        .leftOut())
                .hasSize(5);
    }
}
