package vn.dancu.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.access.db.AccountDeskStore;
import vn.dancu.access.db.AccountStore;
import vn.dancu.audit.AuditLog;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Role;

/**
 * The administrator's work on accounts: find, change, enable. Who shall be administrator or auditor needs a second
 * administrator, because the one sets everything and the other watches over it; nobody changes his own role. The command
 * line on the machine itself (an office with one administrator) needs no second.
 */
@Service
public class AccountDesk {
    private final AccountStore accounts;
    private final AccountDeskStore store;
    private final AuditLog audit;
    private final Clock clock;

    AccountDesk(AccountStore accounts, AccountDeskStore store, AuditLog audit, Clock clock) {
        this.accounts = accounts;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** By login; one more than the limit tells that there are more. */
    @Transactional(readOnly = true)
    public List<Account> page(AccountSearch search) {
        return store.page(search, Today.by(clock), clock.instant());
    }

    /** How many accounts a search finds in all. */
    @Transactional(readOnly = true)
    public long count(AccountSearch search) {
        return store.count(search, Today.by(clock), clock.instant());
    }

    /** Administrator and auditor: four eyes. */
    public static boolean needsSecond(Role role) {
        return role == Role.ADMINISTRATOR || role == Role.AUDITOR;
    }

    /** Name, role, area and validity anew; the login stays. Area and validity count from the next request on. */
    @Transactional
    public AccountResult change(NewAccount wanted, Actor actor) {
        if (!AccessService.mayManage(actor)) {
            return AccountResult.NOT_ALLOWED;
        }
        Optional<Account> known = accounts.find(wanted.login());
        if (known.isEmpty()) {
            return AccountResult.NO_SUCH_ACCOUNT;
        }
        AccountResult judged = AccessService.judge(wanted);
        if (judged != AccountResult.DONE) {
            return judged;
        }
        Account before = known.get();
        boolean otherRole = before.role() != wanted.role();
        if (otherRole && before.login().equals(actor.login())) {
            return AccountResult.NOT_ON_ONESELF;
        }
        boolean asks = otherRole && needsSecond(wanted.role()) && actor.role() != Role.SYSTEM;
        Role now = asks ? before.role() : wanted.role();
        if (asks && !store.ask(wanted.login(), wanted.role(), false, actor.login(), clock.instant())) {
            return AccountResult.ASKED_ALREADY;
        }
        store.update(wanted, now);
        audit.act(
                actor,
                "CHANGE_ACCOUNT",
                "account",
                wanted.login(),
                "",
                Map.of(
                        "role",
                        before.role() + (asks || otherRole ? " → " + wanted.role() : ""),
                        "area",
                        area(before.scope()) + " → " + area(wanted.scope()),
                        "validity",
                        before.validFrom() + "/" + before.validTo() + " → " + wanted.validFrom() + "/"
                                + wanted.validTo(),
                        "waitsForSecond",
                        String.valueOf(asks)));
        return asks ? AccountResult.WAITS_FOR_SECOND : AccountResult.DONE;
    }

    private static String area(AreaScope scope) {
        TreeSet<String> parts = new TreeSet<>(scope.communes());
        parts.addAll(scope.groups());
        return scope.everywhere() ? "*" : String.join(" ", parts);
    }

    /** A disabled account opens the door again; one that needs four eyes does so only by the command line. */
    @Transactional
    public AccountResult enable(String login, Actor actor) {
        if (!AccessService.mayManage(actor)) {
            return AccountResult.NOT_ALLOWED;
        }
        Optional<Account> known = accounts.find(login);
        if (known.isEmpty() || !known.get().isDisabled()) {
            return AccountResult.NO_SUCH_ACCOUNT;
        }
        if (needsSecond(known.get().role()) && actor.role() != Role.SYSTEM) {
            Instant now = clock.instant();
            if (!store.ask(login, known.get().role(), true, actor.login(), now)) {
                return AccountResult.ASKED_ALREADY;
            }
            audit.act(
                    actor,
                    "ASK_FOR_ROLE",
                    "account",
                    login,
                    "",
                    Map.of("role", known.get().role().name()));
            return AccountResult.WAITS_FOR_SECOND;
        }
        store.enable(login);
        store.settle(login, actor.login(), clock.instant());
        audit.act(actor, "ENABLE_ACCOUNT", "account", login, "", Map.of());
        return AccountResult.DONE;
    }

    /** What waits for a second administrator, oldest first. */
    @Transactional(readOnly = true)
    public List<RoleRequest> requests() {
        return store.requests();
    }

    /** A second administrator says yes, or anybody of them no. */
    @Transactional
    public AccountResult decide(long request, boolean yes, Actor actor) {
        if (!AccessService.mayManage(actor)) {
            return AccountResult.NOT_ALLOWED;
        }
        Optional<RoleRequest> asked =
                requests().stream().filter(open -> open.id() == request).findFirst();
        if (asked.isEmpty()) {
            return AccountResult.NO_SUCH_ACCOUNT;
        }
        RoleRequest open = asked.get();
        if (yes && (open.askedBy().equals(actor.login()) || open.login().equals(actor.login()))) {
            return AccountResult.NEEDS_ANOTHER;
        }
        if (!store.decide(request, yes, actor.login(), clock.instant())) {
            return AccountResult.NO_SUCH_ACCOUNT;
        }
        if (yes) {
            store.grant(open.login(), open.role());
        }
        audit.act(
                actor,
                yes ? "CONFIRM_ROLE" : "REFUSE_ROLE",
                "account",
                open.login(),
                "",
                Map.of("role", open.role().name(), "askedBy", open.askedBy()));
        return AccountResult.DONE;
    }

    /** All delegations, those to come and in force first. */
    @Transactional(readOnly = true)
    public List<Delegation> delegations() {
        return accounts.delegations();
    }

    /** Whether a delegation is in force, for the one who shows it. */
    public LocalDate today() {
        return Today.by(clock);
    }
}
