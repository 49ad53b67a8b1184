package vn.dancu.verification.domain.planning;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import vn.dancu.shared.Progress;

/**
 * Lays calls into rounds: {@link RuinAndRecreate} for most of the time, then the solver (Timefold) by its local search from
 * there, which also judges whether every rule holds.
 *
 * <p>With the same seed the same moves are tried in the same order; how many, depends on the machine.
 */
public final class Planner {
    /** Share of the time that goes to taking apart and putting together; the solver hardly ever finds more after it. */
    private static final double RECREATING = .95;

    private final Duration most;
    private final long seed;
    private final double recreating;

    /**
     * @param most how long both may take in all
     */
    public Planner(Duration most, long seed) {
        this(most, seed, RECREATING);
    }

    /**
     * @param recreating share of the time before the solver's local search; for measurements
     */
    public Planner(Duration most, long seed, double recreating) {
        this.most = most;
        this.seed = seed;
        this.recreating = recreating;
    }

    /** A plan from nothing. */
    public Plan plan(Problem problem, Progress progress) {
        return plan(problem, new Plan(List.of(), problem.calls()), progress);
    }

    /**
     * A plan from an earlier one: what still fits stays where it is to begin with, promised calls stay for good. A call whose promise
     * cannot be kept (its team is away) is left out and told.
     */
    public Plan plan(Problem problem, Plan earlier, Progress progress) {
        List<Tour> tours = tours(problem, earlier);
        if (tours.isEmpty() || problem.calls().isEmpty()) {
            return new Plan(List.of(), problem.calls());
        }
        long begun = System.nanoTime();
        long nanos = most.toNanos();
        progress.begin("verification.planning", Math.max(1, most.toSeconds()));
        Watch watch = new Watch(progress, begun);
        new RuinAndRecreate(problem.calls(), tours, seed).run((long) (nanos * recreating), watch);
        Duration rest = Duration.ofMillis(Math.max(1, (nanos - (System.nanoTime() - begun)) / 1_000_000));
        SolverConfig config = new SolverConfig()
                .withSolutionClass(Tours.class)
                .withEntityClasses(Tour.class)
                .withConstraintProviderClass(TourRules.class)
                .withRandomSeed(seed)
                .withPhases(new LocalSearchPhaseConfig())
                .withTerminationConfig(new TerminationConfig().withSpentLimit(rest));
        SolverFactory<Tours> factory = SolverFactory.create(config);
        Solver<Tours> solver = factory.buildSolver();
        solver.addEventListener(event -> {
            if (watch.getAsBoolean()) {
                solver.terminateEarly();
            }
        });
        Tours solved = watch.getAsBoolean()
                ? new Tours(problem.calls(), tours)
                : solver.solve(new Tours(problem.calls(), tours));
        return read(problem, solved);
    }

    /** Tells how many seconds went by, and whether to stop. */
    private static final class Watch implements BooleanSupplier {
        private final Progress progress;
        private final long begun;
        private long told;

        Watch(Progress progress, long begun) {
            this.progress = progress;
            this.begun = begun;
        }

        @Override
        public boolean getAsBoolean() {
            long seconds = (System.nanoTime() - begun) / 1_000_000_000;
            if (seconds > told) {
                progress.advance(seconds - told);
                told = seconds;
            }
            return progress.stopRequested();
        }
    }

    private static List<Tour> tours(Problem problem, Plan earlier) {
        Map<String, Call> calls = new HashMap<>();
        problem.calls().forEach(call -> calls.put(call.id(), call));
        Map<String, List<Call>> before = new HashMap<>();
        for (Plan.Round round : earlier.rounds()) {
            List<Call> there = before.computeIfAbsent(key(round.team(), round.shift()), key -> new ArrayList<>());
            for (Plan.Stop stop : round.stops()) {
                Call call = calls.get(stop.call().id());
                if (call != null && call.fits(round.team(), round.shift())) {
                    there.add(call);
                }
            }
        }
        List<Tour> tours = new ArrayList<>();
        for (Team team : problem.teams()) {
            for (Shift shift : problem.shifts()) {
                if (!team.away().contains(shift)) {
                    Tour tour = new Tour(tours.size(), team, shift);
                    tour.setCalls(new ArrayList<>(before.getOrDefault(key(team, shift), List.of())));
                    tours.add(tour);
                }
            }
        }
        return tours;
    }

    private static String key(Team team, Shift shift) {
        return team.name() + "/" + shift;
    }

    /** What the solver left, made to keep the rules: from a round that breaks one, what matters least is taken out. */
    private static Plan read(Problem problem, Tours solved) {
        List<Plan.Round> rounds = new ArrayList<>();
        Map<String, Integer> left = new HashMap<>();
        problem.teams().forEach(team -> left.put(team.name(), team.mostMinutes()));
        for (Tour tour : solved.getTours()) {
            Plan.Round round = tour.round();
            while (!round.stops().isEmpty()
                    && (Tour.breaks(round) > 0
                            || round.minutesWorked()
                                    > left.getOrDefault(round.team().name(), 0))) {
                round = withoutTheLeast(round);
            }
            if (!round.stops().isEmpty()) {
                left.merge(round.team().name(), -round.minutesWorked(), Integer::sum);
                rounds.add(round);
            }
        }
        Set<String> visited = new HashSet<>();
        rounds.forEach(
                round -> round.stops().forEach(stop -> visited.add(stop.call().id())));
        List<Call> leftOut = new ArrayList<>(problem.calls());
        leftOut.removeIf(call -> visited.contains(call.id()));
        return new Plan(rounds, leftOut);
    }

    private static Plan.Round withoutTheLeast(Plan.Round round) {
        List<Call> calls = new ArrayList<>();
        round.stops().forEach(stop -> calls.add(stop.call()));
        Call least = calls.get(calls.size() - 1);
        for (Call call : calls) {
            boolean unfit = !call.fits(round.team(), round.shift());
            if (unfit || (call.fixed() == null && (least.fixed() != null || call.priority() < least.priority()))) {
                least = call;
            }
            if (unfit) {
                break;
            }
        }
        calls.remove(least);
        return Plan.Round.of(round.team(), round.shift(), calls);
    }
}
