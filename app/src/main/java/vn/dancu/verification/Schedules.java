package vn.dancu.verification;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.audit.AuditLog;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Role;
import vn.dancu.verification.db.ScheduleStore;
import vn.dancu.verification.db.ScheduleStore.Home;
import vn.dancu.verification.db.ScheduleStore.Promise;
import vn.dancu.verification.domain.planning.Place;
import vn.dancu.verification.domain.planning.Plan;
import vn.dancu.verification.domain.planning.Planner;
import vn.dancu.verification.domain.planning.Problem;

/** Calendars of visits: made by the solver, kept, made anew when somebody falls ill; promises are kept whatever happens. */
@Service
public class Schedules {
    public static final int LONGEST_WHY = 300;
    /** A calendar that takes longer to walk than to plan again is none. */
    public static final int MOST_DAYS = 62;

    private final ScheduleStore store;
    private final Teams teams;
    private final WorkCalendar calendar;
    private final OvertimeSheets overtime;
    private final TransactionOperations transactions;
    private final AuditLog audit;
    private final Clock clock;

    Schedules(
            ScheduleStore store,
            Teams teams,
            WorkCalendar calendar,
            OvertimeSheets overtime,
            TransactionOperations transactions,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.teams = teams;
        this.calendar = calendar;
        this.overtime = overtime;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is to be planned.
     *
     * @param waiting forms that wait for a visit
     * @param anew whether the calendar in force is thrown away; otherwise it is mended
     * @param most how long the solver may take
     */
    public record Ask(
            FormSet waiting, LocalDate from, LocalDate to, boolean anew, String why, Duration most, long seed) {
        public Ask {
            if (to.isBefore(from) || from.plusDays(MOST_DAYS).isBefore(to)) {
                throw new IllegalArgumentException("a calendar covers 1 to " + MOST_DAYS + " days");
            }
        }
    }

    @Transactional(readOnly = true)
    public Optional<Schedule> current(Actor actor) {
        return store.current(actor.scope());
    }

    @Transactional(readOnly = true)
    public List<Schedule.Stop> stops(Schedule schedule, LocalDate from, LocalDate to, Actor actor) {
        return store.stops(schedule.id(), from, to, actor.scope());
    }

    @Transactional(readOnly = true)
    public List<Schedule.Left> left(Schedule schedule, Actor actor) {
        return store.left(schedule.id(), actor.scope());
    }

    /** Solves and keeps a calendar; outside any transaction, because solving takes its time. */
    public long plan(Ask ask, Actor actor, Progress progress) {
        if (actor.role() != Role.CITY_TEAM) {
            throw new IllegalArgumentException("only the city team plans visits");
        }
        long begun = clock.millis();
        VisitProblem problem = required(transactions.execute(status -> problem(ask, actor)));
        List<Schedule.Stop> before = ask.anew()
                ? List.of()
                : required(transactions.execute(status -> store.current(actor.scope())
                        .map(schedule -> store.stops(schedule.id(), ask.from(), ask.to(), actor.scope()))
                        .orElse(List.of())));
        Planner planner = new Planner(ask.most(), ask.seed());
        Plan plan = planner.plan(problem.problem(), problem.earlier(before), progress);
        int millis = (int) Math.min(Integer.MAX_VALUE, clock.millis() - begun);
        return required(transactions.execute(status -> keep(ask, problem, plan, millis, actor)));
    }

    private static <T> T required(@org.jspecify.annotations.Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a transaction gave nothing back");
        }
        return value;
    }

    private long keep(Ask ask, VisitProblem problem, Plan plan, int millis, Actor actor) {
        List<Schedule.Stop> stops = problem.stops(plan);
        List<Schedule.Left> left = problem.left(plan);
        Schedule schedule = new Schedule(
                0,
                actor.scope().communes().stream().sorted().toList(),
                ask.from(),
                ask.to(),
                ask.why(),
                stops.size(),
                left.size(),
                plan.rounds().stream().mapToInt(Plan.Round::travel).sum(),
                plan.rounds().stream().mapToInt(Plan.Round::late).sum(),
                millis,
                actor.login(),
                clock.instant());
        long id = store.insert(schedule, ask.seed(), stops, left);
        audit.act(
                actor,
                "PLAN_VISITS",
                "verification-schedule",
                String.valueOf(id),
                ask.why(),
                Map.of("visits", String.valueOf(stops.size()), "left-out", String.valueOf(left.size())));
        return id;
    }

    /** The solver's problem as it would be planned now; for measurements. */
    @Transactional
    public Problem measured(Ask ask, Actor actor) {
        return problem(ask, actor).problem();
    }

    private VisitProblem problem(Ask ask, Actor actor) {
        Map<LocalDate, WorkRules> rules = new HashMap<>();
        for (LocalDate day = ask.from(); !day.isAfter(ask.to()); day = day.plusDays(1)) {
            rules.put(day, calendar.rules(day));
        }
        Holidays holidays = calendar.holidays(ask.from(), ask.to());
        List<Home> homes = store.homes(ask.waiting(), actor.scope());
        List<Team> working = teams.list(actor).stream().filter(Team::isWorking).toList();
        List<Teams.Absence> absences = teams.absences(ask.from(), ask.to(), actor);
        Map<String, Integer> left = overtime.left(
                ask.from(),
                ask.to(),
                working.stream()
                        .flatMap(team -> team.members().stream())
                        .map(Team.Member::login)
                        .toList(),
                actor);
        Map<String, Place> bases = new HashMap<>();
        List<VisitProblem.TeamAtWork> atWork = new ArrayList<>();
        for (Team team : working) {
            Set<LocalDate> away = new HashSet<>();
            rules.keySet().stream()
                    .filter(day -> !Teams.goesOn(day, team, absences))
                    .forEach(away::add);
            int minutes = team.members().stream()
                    .mapToInt(member -> left.getOrDefault(member.login(), 0))
                    .min()
                    .orElse(0);
            Place base = bases.computeIfAbsent(
                    team.baseUnit(), unit -> store.centre(unit).orElse(new Place(0, 0)));
            atWork.add(new VisitProblem.TeamAtWork(team, base, minutes, away));
        }
        return new VisitProblem(homes, atWork, store.promises(), rules, holidays);
    }

    /**
     * The household was told when to expect the team: every later calendar keeps to it.
     *
     * @return false when the home is not on the calendar in force
     */
    @Transactional
    public boolean promise(SheetId sheet, Actor actor) {
        Schedule.Stop stop = stopOf(sheet, actor).orElse(null);
        if (actor.role() != Role.CITY_TEAM || stop == null) {
            return false;
        }
        store.promise(new Promise(sheet, stop.team(), stop.day(), stop.arrival()), actor.login(), clock.instant());
        audit.act(actor, "PROMISE_VISIT", "verification-sheet", String.valueOf(sheet.value()), "", Map.of());
        return true;
    }

    /** @return false when nothing was promised to a home of the actor's calendar */
    @Transactional
    public boolean release(SheetId sheet, Actor actor) {
        if (actor.role() != Role.CITY_TEAM
                || stopOf(sheet, actor).isEmpty()
                || !store.release(sheet, actor.login(), clock.instant())) {
            return false;
        }
        audit.act(actor, "RELEASE_VISIT", "verification-sheet", String.valueOf(sheet.value()), "", Map.of());
        return true;
    }

    /** Where the home stands on the calendar in force. */
    @Transactional(readOnly = true)
    public Optional<Schedule.Stop> stopOf(SheetId sheet, Actor actor) {
        return current(actor)
                .flatMap(schedule -> store.stops(schedule.id(), schedule.from(), schedule.to(), actor.scope()).stream()
                        .filter(stop -> stop.sheet().equals(sheet))
                        .findFirst());
    }

    /** Where groups and homes lie; what is set again is replaced. */
    @Transactional
    public void place(List<Placed> places, Actor actor) {
        store.setPlaces(places);
        audit.act(actor, "SET_PLACES", "places", String.valueOf(places.size()), "", Map.of());
    }

    /** How many units and groups of the area have a place. */
    @Transactional(readOnly = true)
    public int places(Actor actor) {
        return store.countPlaces(actor.scope());
    }
}
