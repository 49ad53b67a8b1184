package vn.dancu.verification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.access.AccessService;
import vn.dancu.access.Account;
import vn.dancu.audit.AuditLog;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Role;
import vn.dancu.verification.TeamResult.Done;
import vn.dancu.verification.TeamResult.Refused;
import vn.dancu.verification.TeamResult.Why;
import vn.dancu.verification.db.TeamStore;

/** Teams that re-verify, and who of them cannot go when. */
@Service
public class Teams {
    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_MEMBERS = 2_000;
    private static final int MOST_MEMBERS = 20;

    /** {@code login Họ tên}, with or without a dash between; of somebody with an account the login is enough. */
    private static final Pattern MEMBER =
            Pattern.compile("([a-z0-9][a-z0-9._-]{1,63})(?:(?:\\s*[–—-]\\s+|\\s+)(.{1,100}))?");

    private static final Set<Role> OFFICERS =
            Set.of(Role.COLLECTOR, Role.CHIEF, Role.CITY_TEAM, Role.PROVINCE_OPERATOR);
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final TeamStore store;
    private final AccessService access;
    private final AuditLog audit;
    private final Clock clock;

    Teams(TeamStore store, AccessService access, AuditLog audit, Clock clock) {
        this.store = store;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** An officer who cannot go, from one day to another. */
    public record Absence(long id, String login, LocalDate from, LocalDate to, String reason, String toldBy) {
        public boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /**
     * A team as it is typed.
     *
     * @param members one a line, the login first: {@code cskv-a Nguyễn Văn An}; of somebody with an account the account's name counts
     * @param units where it goes; empty for the planner's whole area
     */
    public record NewTeam(String name, String baseUnit, List<String> units, int fewest, String members) {}

    /** Working ones first. */
    @Transactional(readOnly = true)
    public List<Team> list(Actor actor) {
        return store.list(actor.scope());
    }

    @Transactional(readOnly = true)
    public Optional<Team> find(TeamId id, Actor actor) {
        return list(actor).stream().filter(team -> team.id().equals(id)).findFirst();
    }

    @Transactional
    public TeamResult make(NewTeam typed, Actor actor) {
        if (actor.role() != Role.CITY_TEAM) {
            return new Refused(Why.WRONG_ROLE, "");
        }
        String name = typed.name().strip();
        if (name.isEmpty()) {
            return new Refused(Why.NO_NAME, "");
        }
        if (name.length() > LONGEST_NAME || typed.members().length() > LONGEST_MEMBERS) {
            return new Refused(Why.TOO_LONG, "");
        }
        List<Team.Member> members = new ArrayList<>();
        Set<String> logins = new LinkedHashSet<>();
        for (String line : typed.members().lines().map(String::strip).toList()) {
            if (line.isEmpty()) {
                continue;
            }
            Matcher member = MEMBER.matcher(line);
            if (!member.matches()) {
                return new Refused(Why.MEMBER_UNREADABLE, line);
            }
            if (!logins.add(member.group(1))) {
                return new Refused(Why.MEMBER_TWICE, member.group(1));
            }
            Optional<Account> account = access.find(member.group(1));
            Optional<Why> unfit = account.flatMap(this::unfit);
            if (unfit.isPresent()) {
                return new Refused(unfit.get(), member.group(1));
            }
            String written = member.group(2);
            if (account.isEmpty() && written == null) {
                return new Refused(Why.MEMBER_UNREADABLE, line);
            }
            members.add(new Team.Member(
                    member.group(1),
                    account.map(Account::displayName).orElseGet(() -> written == null ? "" : written.strip())));
        }
        if (members.isEmpty()) {
            return new Refused(Why.NO_MEMBERS, "");
        }
        if (members.size() > MOST_MEMBERS) {
            return new Refused(Why.TOO_LONG, "");
        }
        if (typed.fewest() < 1 || typed.fewest() > members.size()) {
            return new Refused(Why.FEWEST_WRONG, "");
        }
        List<String> units = typed.units().isEmpty()
                ? actor.scope().communes().stream().sorted().toList()
                : typed.units();
        boolean inArea = actor.scope().everywhere()
                || (actor.scope().communes().containsAll(units)
                        && (typed.baseUnit().isEmpty()
                                || actor.scope().communes().contains(typed.baseUnit())));
        if (!inArea) {
            return new Refused(Why.OUTSIDE_AREA, "");
        }
        for (Team other : store.list(vn.dancu.shared.AreaScope.EVERYWHERE)) {
            for (Team.Member member : other.members()) {
                if (other.isWorking() && logins.contains(member.login())) {
                    return new Refused(Why.MEMBER_ELSEWHERE, member.login() + " (" + other.name() + ")");
                }
            }
        }
        Optional<TeamId> made =
                store.insert(name, typed.baseUnit(), units, typed.fewest(), members, actor.login(), clock.instant());
        if (made.isEmpty()) {
            return new Refused(Why.NAME_TAKEN, "");
        }
        log(actor, "MAKE_TEAM", made.get(), Map.of("members", String.join(" ", logins)));
        return new Done();
    }

    private Optional<Why> unfit(Account account) {
        if (account.isDisabled() || !account.isValidOn(LocalDate.ofInstant(clock.instant(), VIETNAM))) {
            return Optional.of(Why.MEMBER_LEFT);
        }
        return OFFICERS.contains(account.role()) ? Optional.empty() : Optional.of(Why.MEMBER_NO_OFFICER);
    }

    /**
     * Members of working teams whom the program knows by no account: whether they collected a form is known only as far as their
     * login stands on it.
     */
    @Transactional(readOnly = true)
    public Set<String> withoutAccount(Actor actor) {
        Set<String> known = access.list().stream().map(Account::login).collect(Collectors.toSet());
        return list(actor).stream()
                .filter(Team::isWorking)
                .flatMap(team -> team.members().stream())
                .map(Team.Member::login)
                .filter(login -> !known.contains(login))
                .collect(Collectors.toSet());
    }

    @Transactional
    public TeamResult end(TeamId id, Actor actor) {
        if (actor.role() != Role.CITY_TEAM) {
            return new Refused(Why.WRONG_ROLE, "");
        }
        if (find(id, actor).isEmpty() || !store.end(id, actor.login(), clock.instant())) {
            return new Refused(Why.NO_SUCH_TEAM, "");
        }
        log(actor, "END_TEAM", id, Map.of());
        return new Done();
    }

    /** @param reason as ốm, nghỉ phép; may be empty */
    @Transactional
    public TeamResult away(String login, LocalDate from, LocalDate to, String reason, Actor actor) {
        if (actor.role() != Role.CITY_TEAM) {
            return new Refused(Why.WRONG_ROLE, "");
        }
        if (to.isBefore(from) || to.isAfter(from.plusYears(1))) {
            return new Refused(Why.DATES_WRONG, "");
        }
        if (reason.length() > LONGEST_NAME) {
            return new Refused(Why.TOO_LONG, "");
        }
        if (!membersOf(list(actor)).contains(login)) {
            return new Refused(Why.NO_SUCH_OFFICER, login);
        }
        store.insertAbsence(login, from, to, reason.strip(), actor.login(), clock.instant());
        audit.act(actor, "NOTE_ABSENCE", "account", login, "", Map.of("from", from.toString(), "to", to.toString()));
        return new Done();
    }

    /** The officer can go after all. */
    @Transactional
    public TeamResult back(long absence, Actor actor) {
        boolean own = actor.role() == Role.CITY_TEAM
                && absences(LocalDate.EPOCH, LocalDate.of(9999, 1, 1), actor).stream()
                        .anyMatch(known -> known.id() == absence);
        if (!own || !store.removeAbsence(absence)) {
            return new Refused(Why.NO_SUCH_OFFICER, "");
        }
        audit.act(actor, "END_ABSENCE", "absence", String.valueOf(absence), "", Map.of());
        return new Done();
    }

    /** Of the actor's own teams. */
    @Transactional(readOnly = true)
    public List<Absence> absences(LocalDate from, LocalDate to, Actor actor) {
        Set<String> own = membersOf(list(actor));
        return store.absences(from, to).stream()
                .filter(absence -> own.contains(absence.login()))
                .toList();
    }

    private static Set<String> membersOf(List<Team> teams) {
        return teams.stream()
                .flatMap(team -> team.members().stream())
                .map(Team.Member::login)
                .collect(Collectors.toSet());
    }

    /** Whether enough of the team are there that day. */
    static boolean goesOn(LocalDate day, Team team, List<Absence> absences) {
        long there = team.members().stream()
                .filter(member -> absences.stream()
                        .noneMatch(absence -> absence.login().equals(member.login()) && absence.covers(day)))
                .count();
        return there >= team.fewest();
    }

    private void log(Actor actor, String act, TeamId id, Map<String, String> details) {
        audit.act(actor, act, "verification-team", String.valueOf(id.value()), "", details);
    }
}
