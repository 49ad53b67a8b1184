package vn.dancu.bench.planning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.ApplicationStarter;
import vn.dancu.access.AccessService;
import vn.dancu.access.Account;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Role;
import vn.dancu.shared.db.Database;
import vn.dancu.shared.db.Databases;
import vn.dancu.verification.Schedules;
import vn.dancu.verification.domain.planning.Call;
import vn.dancu.verification.domain.planning.Plan;
import vn.dancu.verification.domain.planning.Planner;
import vn.dancu.verification.domain.planning.Problem;
import vn.dancu.verification.domain.planning.Shift;
import vn.dancu.verification.domain.planning.Team;

/** {@code ./dancu bench planning}: the demo city's plan of visits, the re-plan when somebody falls ill, the acceptance rule. */
public final class PlanningBench {
    private static final double BELOW_LOCAL_SEARCH = .10;
    private static final double BELOW_THE_LIST = .25;
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 9, 14);

    private final List<String> lines = new ArrayList<>();
    private final Duration most;

    private PlanningBench(Duration most) {
        this.most = most;
    }

    /** @return whether every bar was reached */
    public static boolean run(Path work, int people, long seed, int seconds, Clock clock)
            throws IOException, InterruptedException {
        PlanningBench bench = new PlanningBench(Duration.ofSeconds(seconds));
        Files.createDirectories(work);
        Path data = work.toAbsolutePath().normalize().resolve("planning-" + people + "-" + seed);
        make(data, people, seed);
        LocalDate today = LocalDate.now(clock);
        bench.line("# Visits: the solver, a local search, the list; re-planning; the acceptance rule");
        bench.line("");
        bench.line("`./dancu bench planning --people " + people + " --seconds " + seconds + "`, " + today + "; "
                + Runtime.getRuntime().availableProcessors() + " cores, JDK " + System.getProperty("java.version")
                + ".");
        boolean reached;
        try (Database database = Databases.open(data, Map.of());
                ConfigurableApplicationContext context =
                        ApplicationStarter.start(database.access(), ApplicationStarter.Mode.batch())) {
            Problem problem = problem(context);
            reached = bench.compare(problem);
            reached &= bench.replan(problem);
        }
        reached &= new AcceptanceTrial(bench::line)
                .run(data.resolve("city-" + people + "-" + seed).resolve("forms.csv"));
        Path results = Files.isDirectory(Path.of("bench/results")) ? Path.of("bench/results") : Path.of("results");
        Files.createDirectories(results);
        Files.write(results.resolve("planning-" + today + ".md"), bench.lines);
        return reached;
    }

    private void line(String text) {
        System.out.println(text);
        lines.add(text);
    }

    private void line(String format, Object... values) {
        line(String.format(Locale.ROOT, format, values));
    }

    private static void make(Path data, int people, long seed) throws IOException, InterruptedException {
        if (Files.exists(data.resolve("city-" + people + "-" + seed).resolve("finished"))) {
            return;
        }
        List<String> command = List.of(
                System.getenv().getOrDefault("DANCU_COMMAND", "./dancu"),
                "demo",
                "--no-serve",
                "--people",
                String.valueOf(people),
                "--seed",
                String.valueOf(seed),
                "--data",
                data.toString());
        System.err.println("$ " + String.join(" ", command));
        int status = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("the demo ended with " + status);
        }
    }

    /** The homes of every ward's sample, as their calendar would have been made before the first visit. */
    private static Problem problem(ConfigurableApplicationContext context) {
        Set<String> communes = new HashSet<>();
        for (Account account : context.getBean(AccessService.class).list()) {
            if (account.role() == Role.CITY_TEAM) {
                communes.addAll(account.scope().communes());
            }
        }
        Actor team = new Actor("doi-qlhc", Role.CITY_TEAM, AreaScope.ofCommunes(communes));
        long[] forms = context.getBean(JdbcClient.class).sql("""
            select drawn.form_id from verification.drawn_form drawn
            join verification.draw draw on draw.id = drawn.draw_id and draw.draw_no = 1
            join verification.round round on round.id = draw.round_id and round.kind = 'SAMPLE'
            """).query(Long.class).list().stream()
                .mapToLong(Long::longValue)
                .toArray();
        return context.getBean(Schedules.class)
                .measured(
                        new Schedules.Ask(
                                FormSet.ofKeys(forms),
                                FIRST_DAY,
                                FIRST_DAY.plusDays(41),
                                true,
                                "",
                                Duration.ofSeconds(1),
                                1),
                        team);
    }

    private boolean compare(Problem problem) {
        line("");
        line("## One plan");
        line("");
        line(
                "%d homes in %d groups, %d teams, %d shifts in six weeks from %s. Cost: minutes on the way + 3 ×"
                        + " minutes late.",
                problem.calls().size(),
                problem.calls().stream().map(Call::group).distinct().count(),
                problem.teams().size(),
                problem.shifts().size(),
                FIRST_DAY);
        line("");
        line("| way | cost | on the way | late | left out | rounds | rules broken | s |");
        line("|---|--:|--:|--:|--:|--:|--:|--:|");
        Plan list = told("group by group, in the list's order", problem, () -> InListOrder.plan(problem));
        Plan descent = told(
                "local search: cheapest insertion, four neighbourhoods to a local optimum",
                problem,
                () -> LocalSearch.plan(problem, most));
        told(
                "Timefold's local search alone, from cheapest insertion",
                problem,
                () -> new Planner(most, 1, 0).plan(problem, Progress.NONE));
        long worst = 0;
        boolean keeps = true;
        for (int seed = 1; seed <= 3; seed++) {
            int now = seed;
            Plan plan = told(
                    "the product: ruin and recreate, then Timefold (seed " + seed + ")",
                    problem,
                    () -> new Planner(most, now).plan(problem, Progress.NONE));
            worst = Math.max(worst, plan.cost());
            keeps &= plan.broken(problem).isEmpty()
                    && plan.leftOut().size()
                            <= Math.min(list.leftOut().size(), descent.leftOut().size());
        }
        double againstDescent = 1 - (double) worst / descent.cost();
        double againstList = 1 - (double) worst / list.cost();
        line("");
        line(
                "Worst of three seeds: %.1f %% below the local search (bar %.0f %%) %s, %.1f %% below the list (bar"
                        + " %.0f %%) %s; every hard rule kept: %s.",
                100 * againstDescent,
                100 * BELOW_LOCAL_SEARCH,
                againstDescent >= BELOW_LOCAL_SEARCH ? "✓" : "✗",
                100 * againstList,
                100 * BELOW_THE_LIST,
                againstList >= BELOW_THE_LIST ? "✓" : "✗",
                keeps ? "yes" : "no");
        return keeps && againstDescent >= BELOW_LOCAL_SEARCH && againstList >= BELOW_THE_LIST;
    }

    private Plan told(String way, Problem problem, Supplier<Plan> plan) {
        long begun = System.nanoTime();
        Plan made = plan.get();
        line(
                "| %s | %d | %d | %d | %d | %d | %d | %.1f |",
                way,
                made.cost(),
                made.rounds().stream().mapToInt(Plan.Round::travel).sum(),
                made.rounds().stream().mapToInt(Plan.Round::late).sum(),
                made.leftOut().size(),
                made.rounds().size(),
                made.broken(problem).size(),
                (System.nanoTime() - begun) / 1e9);
        return made;
    }

    /** 500 visits, 10 teams; every tenth home was told when; the first team falls ill on the third day. */
    private boolean replan(Problem whole) {
        List<Call> calls = new ArrayList<>(
                whole.calls().subList(0, Math.min(500, whole.calls().size())));
        List<Team> teams = whole.teams().subList(0, Math.min(10, whole.teams().size()));
        List<Shift> shifts = whole.shifts();
        Problem before = new Problem(calls, teams, shifts);
        Plan first = new Planner(Duration.ofSeconds(10), 1).plan(before, Progress.NONE);
        String ill = teams.get(0).name();
        int promised = 0;
        int number = 0;
        for (Plan.Round round : first.rounds()) {
            for (Plan.Stop stop : round.stops()) {
                if (!round.team().name().equals(ill) && number++ % 10 == 0) {
                    promised++;
                    calls.replaceAll(call -> call.id().equals(stop.call().id()) ? promised(call, round, stop) : call);
                }
            }
        }
        LocalDate from = shifts.get(Math.min(2, shifts.size() - 1)).date();
        List<Team> after = new ArrayList<>(teams);
        Team first0 = teams.get(0);
        Set<Shift> away = new HashSet<>(first0.away());
        shifts.stream().filter(shift -> !shift.date().isBefore(from)).forEach(away::add);
        after.set(0, new Team(first0.name(), first0.officers(), first0.base(), first0.mostMinutes(), away));
        Problem then = new Problem(calls, after, shifts);
        long begun = System.nanoTime();
        Plan second = new Planner(Duration.ofSeconds(8), 1).plan(then, first, Progress.NONE);
        double seconds = (System.nanoTime() - begun) / 1e9;
        long kept = second.rounds().stream()
                .flatMap(round -> round.stops().stream())
                .filter(stop -> stop.call().fixed() != null
                        && stop.arrival() == stop.call().fixed().minute())
                .count();
        List<String> broken = second.broken(then);
        line("");
        line("## Somebody falls ill");
        line("");
        line(
                "%d visits, %d teams, %d of them promised; one team away from %s. Planned anew in %.1f s (bar 10 s)"
                        + " %s; promises where they were: %d of %d; rules broken: %d; left out before %d, after %d; cost"
                        + " before %d, after %d.",
                calls.size(),
                teams.size(),
                promised,
                from,
                seconds,
                seconds <= 10 ? "✓" : "✗",
                kept,
                promised,
                broken.size(),
                first.leftOut().size(),
                second.leftOut().size(),
                first.cost(),
                second.cost());
        return seconds <= 10 && kept == promised && broken.isEmpty();
    }

    private static Call promised(Call call, Plan.Round round, Plan.Stop stop) {
        return new Call(
                call.id(),
                call.group(),
                call.place(),
                call.minutes(),
                call.priority(),
                call.earliest(),
                call.latest(),
                call.shifts(),
                call.barred(),
                new Call.Fixed(round.team().name(), round.shift(), stop.arrival()));
    }
}
