package vn.dancu.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.verification.db.ScheduleStore.Home;
import vn.dancu.verification.db.ScheduleStore.Promise;
import vn.dancu.verification.domain.Availability;
import vn.dancu.verification.domain.planning.Call;
import vn.dancu.verification.domain.planning.Place;
import vn.dancu.verification.domain.planning.Plan;
import vn.dancu.verification.domain.planning.Problem;
import vn.dancu.verification.domain.planning.Shift;

/** Homes, teams and days as the solver's problem, and the solver's plan as a calendar again. */
final class VisitProblem {
    /** A home without a place of its own lies somewhere in its group, at most so many kilometres off its centre. */
    private static final double WITHIN_A_GROUP = .15;

    private final Problem problem;
    private final Map<String, Home> homes = new HashMap<>();
    private final Map<SheetId, Schedule.Why> unplannable = new HashMap<>();
    private final Set<SheetId> promised = new HashSet<>();

    /**
     * @param rules by day
     */
    VisitProblem(
            List<Home> waiting,
            List<TeamAtWork> teams,
            List<Promise> promises,
            Map<LocalDate, WorkRules> rules,
            Holidays holidays) {
        List<Shift> shifts = rules.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(day -> day.getValue().shiftsOn(day.getKey(), holidays).stream())
                .toList();
        List<vn.dancu.verification.domain.planning.Team> crew = teams.stream()
                .map(team -> new vn.dancu.verification.domain.planning.Team(
                        String.valueOf(team.team().id().value()),
                        team.team().members().stream().map(Team.Member::login).collect(Collectors.toSet()),
                        team.base(),
                        team.minutes(),
                        shifts.stream()
                                .filter(shift -> team.away().contains(shift.date()))
                                .collect(Collectors.toSet())))
                .toList();
        Map<SheetId, Promise> kept =
                promises.stream().collect(Collectors.toMap(Promise::sheet, promise -> promise, (one, other) -> one));
        List<Call> calls = new ArrayList<>();
        for (Home home : waiting) {
            Promise promise = kept.get(home.sheet());
            WorkRules usual = rules.values().iterator().next();
            Call call = promise == null
                    ? call(home, shifts, crew, usual, holidays)
                    : promised(home, promise, shifts, usual);
            if (call != null) {
                calls.add(call);
                homes.put(call.id(), home);
            }
        }
        this.problem = new Problem(calls, crew, shifts);
    }

    /**
     * A team with what the days allow it.
     *
     * @param minutes of work out of hours that are left to whoever of them has the fewest
     * @param away days on which too few of them are there
     */
    record TeamAtWork(Team team, Place base, int minutes, Set<LocalDate> away) {}

    private @Nullable Call call(
            Home home,
            List<Shift> shifts,
            List<vn.dancu.verification.domain.planning.Team> crew,
            WorkRules rules,
            Holidays holidays) {
        Availability at = Availability.read(home.availability());
        if (crew.isEmpty()) {
            return leave(home, Schedule.Why.NO_TEAM);
        }
        if (at.isAway()) {
            return leave(home, Schedule.Why.SAYS_AWAY);
        }
        if (crew.stream().allMatch(team -> home.barred().stream().anyMatch(team.officers()::contains))) {
            return leave(home, Schedule.Why.ALL_COLLECTED_IT);
        }
        Set<Shift> suiting =
                shifts.stream().filter(shift -> at.suits(shift, holidays)).collect(Collectors.toSet());
        LocalDate again = home.againOn();
        if (again != null) {
            Set<Shift> then =
                    suiting.stream().filter(shift -> shift.date().equals(again)).collect(Collectors.toSet());
            suiting = then.isEmpty() ? suiting : then;
        }
        if (suiting.isEmpty() || at.earliest() > at.latest()) {
            return leave(home, Schedule.Why.NO_TIME);
        }
        return new Call(
                String.valueOf(home.sheet().value()),
                home.unit() + "/" + home.group(),
                place(home),
                minutes(home, rules),
                1 + (home.contradictory() ? 2 : 0) + Math.min(2, home.attempts()),
                at.earliest(),
                at.latest(),
                suiting.size() == shifts.size() ? Set.of() : suiting,
                home.barred(),
                null);
    }

    private @Nullable Call promised(Home home, Promise promise, List<Shift> shifts, WorkRules rules) {
        Shift shift = shifts.stream()
                .filter(one -> one.date().equals(promise.day())
                        && one.from() <= promise.minute()
                        && promise.minute() < one.to())
                .findFirst()
                .orElse(null);
        if (shift == null) {
            return leave(home, Schedule.Why.PROMISE_BROKEN);
        }
        promised.add(home.sheet());
        return new Call(
                String.valueOf(home.sheet().value()),
                home.unit() + "/" + home.group(),
                place(home),
                minutes(home, rules),
                10,
                0,
                24 * 60,
                Set.of(),
                home.barred(),
                new Call.Fixed(String.valueOf(promise.team().value()), shift, promise.minute()));
    }

    private @Nullable Call leave(Home home, Schedule.Why why) {
        unplannable.put(home.sheet(), why);
        homes.put(String.valueOf(home.sheet().value()), home);
        return null;
    }

    private static int minutes(Home home, WorkRules rules) {
        return rules.minutesFirst() + rules.minutesEach() * (home.persons() - 1);
    }

    private static Place place(Home home) {
        Place place = home.place();
        if (place != null && home.isPlaceItsOwn()) {
            return place;
        }
        int hash = home.household().hashCode() * 0x9E3779B1;
        double angle = (hash & 0xFFFF) / 65_536.0 * 2 * Math.PI;
        double away = Math.sqrt((hash >>> 16) / 65_536.0) * WITHIN_A_GROUP;
        Place centre = place == null ? new Place(0, 0) : place;
        return new Place(centre.east() + away * Math.cos(angle), centre.north() + away * Math.sin(angle));
    }

    Problem problem() {
        return problem;
    }

    /** An earlier calendar as the solver's plan: what it held of calls that are still to be made. */
    Plan earlier(List<Schedule.Stop> stops) {
        Map<String, Call> calls = problem.calls().stream().collect(Collectors.toMap(Call::id, call -> call));
        Map<String, List<Call>> rounds = new HashMap<>();
        List<Plan.Round> before = new ArrayList<>();
        for (Schedule.Stop stop : stops) {
            Call call = calls.get(String.valueOf(stop.sheet().value()));
            if (call != null) {
                rounds.computeIfAbsent(
                                stop.team().value() + "/" + stop.day() + "/" + stop.shiftFrom(),
                                key -> new ArrayList<>())
                        .add(call);
            }
        }
        for (vn.dancu.verification.domain.planning.Team team : problem.teams()) {
            for (Shift shift : problem.shifts()) {
                List<Call> there = rounds.get(team.name() + "/" + shift.date() + "/" + shift.from());
                if (there != null) {
                    before.add(Plan.Round.of(team, shift, there));
                }
            }
        }
        return new Plan(before, List.of());
    }

    List<Schedule.Stop> stops(Plan plan) {
        List<Schedule.Stop> stops = new ArrayList<>();
        for (Plan.Round round : plan.rounds()) {
            for (Plan.Stop stop : round.stops()) {
                Home home = home(stop.call().id());
                stops.add(new Schedule.Stop(
                        home.sheet(),
                        "",
                        home.unit(),
                        home.group(),
                        home.persons(),
                        new TeamId(Long.parseLong(round.team().name())),
                        round.shift().date(),
                        round.shift().from(),
                        round.shift().to(),
                        stop.arrival(),
                        stop.call().minutes(),
                        promised.contains(home.sheet()),
                        false));
            }
        }
        return stops;
    }

    List<Schedule.Left> left(Plan plan) {
        List<Schedule.Left> left = new ArrayList<>();
        unplannable.forEach((sheet, why) -> left.add(new Schedule.Left(sheet, "", "", "", why)));
        for (Call call : plan.leftOut()) {
            Home home = home(call.id());
            left.add(new Schedule.Left(
                    home.sheet(),
                    "",
                    home.unit(),
                    home.group(),
                    call.fixed() == null ? Schedule.Why.NO_ROOM : Schedule.Why.PROMISE_BROKEN));
        }
        return left;
    }

    private Home home(String id) {
        Home home = homes.get(id);
        if (home == null) {
            throw new IllegalStateException("the solver made up a call");
        }
        return home;
    }
}
