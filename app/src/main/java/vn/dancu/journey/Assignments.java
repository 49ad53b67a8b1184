package vn.dancu.journey;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.access.AccessService;
import vn.dancu.access.Account;
import vn.dancu.audit.AuditLog;
import vn.dancu.journey.db.AssignmentStore;
import vn.dancu.journey.db.AssignmentStore.Given;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Role;

/**
 * Who answers for a form (phân công). Where nobody was named, the collector of the residential group does; a chief or the
 * city team names somebody else, with the reason, and moves everything that a leaving colleague holds.
 */
@Service
public class Assignments {
    public static final int LONGEST_REASON = 500;

    private static final Set<Role> MAY_ASSIGN = EnumSet.of(Role.CHIEF, Role.CITY_TEAM, Role.SYSTEM);
    private static final Set<Role> MAY_HOLD = EnumSet.of(Role.COLLECTOR, Role.CHIEF, Role.CITY_TEAM);
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final AssignmentStore store;
    private final AccessService access;
    private final AuditLog audit;
    private final Clock clock;

    Assignments(AssignmentStore store, AccessService access, AuditLog audit, Clock clock) {
        this.store = store;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A line of the log: from {@code since} on, {@code holder} answers for the form.
     *
     * @param holder a login
     */
    public record Holding(String holder, Instant since, String reason, String assignedBy) {}

    /** An officer who may be given forms, with the area in which. */
    public record Holder(String login, String name, Role role, AreaScope scope) {
        /** Whether forms of this group that nobody was named for are this officer's. */
        public boolean isCollectorOf(String commune, String group) {
            return role == Role.COLLECTOR && scope.covers(commune, group);
        }
    }

    public static boolean mayAssign(Actor actor) {
        return MAY_ASSIGN.contains(actor.role());
    }

    /** Officers whose account is good today and who share some of the actor's area, by login. */
    @Transactional(readOnly = true)
    public List<Holder> holders(Actor actor) {
        return access.list().stream()
                .filter(this::mayHold)
                .filter(account -> touches(account.scope(), actor.scope()))
                .map(Assignments::holder)
                .toList();
    }

    private static Holder holder(Account account) {
        return new Holder(account.login(), account.displayName(), account.role(), account.scope());
    }

    private boolean mayHold(Account account) {
        return MAY_HOLD.contains(account.role())
                && !account.isDisabled()
                && account.isValidOn(LocalDate.ofInstant(clock.instant(), VIETNAM));
    }

    private static boolean touches(AreaScope one, AreaScope other) {
        return one.everywhere() || other.everywhere() || reaches(one, other) || reaches(other, one);
    }

    private static boolean reaches(AreaScope wide, AreaScope narrow) {
        return narrow.communes().stream().anyMatch(wide.communes()::contains)
                || narrow.groups().stream()
                        .anyMatch(group -> wide.groups().contains(group)
                                || wide.communes().contains(group.substring(0, group.indexOf('/'))));
    }

    /** Where forms that nobody was named for are this officer's: a collector's area, of others nothing. */
    @Transactional(readOnly = true)
    public AreaScope defaultArea(String login) {
        return access.find(login)
                .filter(account -> account.role() == Role.COLLECTOR)
                .map(Account::scope)
                .orElse(AreaScope.NOWHERE);
    }

    /** Forms of the actor's area are from now on {@code login}'s; those that are already stay untouched. */
    @Transactional
    public AssignResult assign(FormSet forms, String login, String reason, Actor actor) {
        return judged(login, reason, actor)
                .orElseGet(() -> given(
                        store.assign(forms, scopeOf(login), login, reason.strip(), actor, clock.instant()),
                        "ASSIGN",
                        login,
                        "",
                        actor));
    }

    /**
     * Everything in the actor's area that {@code from} answers for and that is not done (registered or cancelled) is from
     * now on {@code to}'s: what was given to him by name, and as the collector of a group what nobody was named for.
     */
    @Transactional
    public AssignResult moveAll(String from, String to, String reason, Actor actor) {
        if (from.equals(to) || access.find(from).isEmpty()) {
            return new AssignResult.NoSuchHolder();
        }
        return judged(to, reason, actor)
                .orElseGet(() -> given(
                        store.moveAll(from, defaultArea(from), scopeOf(to), to, reason.strip(), actor, clock.instant()),
                        "MOVE_ALL_WORK",
                        to,
                        from,
                        actor));
    }

    private Optional<AssignResult> judged(String login, String reason, Actor actor) {
        if (!mayAssign(actor)) {
            return Optional.of(new AssignResult.NotAllowed());
        }
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            return Optional.of(new AssignResult.ReasonUnusable());
        }
        if (access.find(login).filter(this::mayHold).isEmpty()) {
            return Optional.of(new AssignResult.NoSuchHolder());
        }
        return Optional.empty();
    }

    private AreaScope scopeOf(String login) {
        return access.find(login).map(Account::scope).orElse(AreaScope.NOWHERE);
    }

    private AssignResult given(Given given, String act, String to, String from, Actor actor) {
        if (given.forms() > 0) {
            audit.act(
                    actor,
                    act,
                    "forms",
                    String.valueOf(given.forms()),
                    "",
                    from.isEmpty() ? Map.of("to", to) : Map.of("from", from, "to", to));
        }
        return new AssignResult.Assigned(given.forms(), given.outside());
    }

    /** Who was named for this form; empty when nobody was, or the form is outside the actor's area. */
    @Transactional(readOnly = true)
    public Optional<Holding> of(FormId form, Actor actor) {
        return store.current(form, actor.scope());
    }

    /** Everybody who was ever named, oldest first. */
    @Transactional(readOnly = true)
    public List<Holding> history(FormId form, Actor actor) {
        return store.history(form, actor.scope());
    }
}
