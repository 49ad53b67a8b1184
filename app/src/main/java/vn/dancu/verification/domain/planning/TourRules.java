package vn.dancu.verification.domain.planning;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;

/** What must hold, what matters, and what a plan costs: the same as {@link Plan#broken}, {@link Call#priority} and {@link Plan#cost}. */
public class TourRules implements ConstraintProvider {
    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            factory.forEach(Tour.class)
                    .filter(Tour::isUsed)
                    .map(Tour::round)
                    .filter(round -> Tour.breaks(round) > 0)
                    .penalizeLong(HardMediumSoftLongScore.ONE_HARD, Tour::breaks)
                    .asConstraint("a round keeps to its shift, its team and its promises"),
            factory.forEach(Tour.class)
                    .filter(Tour::isUsed)
                    .map(Tour::round)
                    .groupBy(Plan.Round::team, ConstraintCollectors.sum(Plan.Round::minutesWorked))
                    .filter((team, minutes) -> minutes > team.mostMinutes())
                    .penalizeLong(HardMediumSoftLongScore.ONE_HARD, (team, minutes) -> minutes - team.mostMinutes())
                    .asConstraint("a team works no longer than it may"),
            factory.forEach(Tour.class)
                    .filter(Tour::isUsed)
                    .map(Tour::round)
                    .rewardLong(HardMediumSoftLongScore.ONE_MEDIUM, Tour::importance)
                    .asConstraint("what matters most is visited"),
            factory.forEach(Tour.class)
                    .filter(Tour::isUsed)
                    .map(Tour::round)
                    .penalizeLong(HardMediumSoftLongScore.ONE_SOFT, round -> round.travel() + 3L * round.late())
                    .asConstraint("minutes travelled and three times the minutes late")
        };
    }
}
