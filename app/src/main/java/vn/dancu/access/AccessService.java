package vn.dancu.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.access.db.AccountDeskStore;
import vn.dancu.access.db.AccountStore;
import vn.dancu.audit.AuditLog;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Role;

/** Accounts, and the actor that an account is at this moment. */
@Service
public class AccessService {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");

    private final AccountStore store;
    private final AccountDeskStore requests;
    private final Passwords passwords;
    private final AuditLog audit;
    private final Clock clock;

    AccessService(AccountStore store, AccountDeskStore requests, Passwords passwords, AuditLog audit, Clock clock) {
        this.store = store;
        this.requests = requests;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The actor behind a login today; empty when there is none, or it is disabled or out of validity. A deputy with a
     * delegation in force acts in the role of whoever delegated, in that area and her own; broken glass widens the area
     * until it expires.
     */
    @Transactional(readOnly = true)
    public Optional<Actor> actorOf(String login) {
        LocalDate today = Today.by(clock);
        return store.find(login)
                .filter(account -> !account.isDisabled() && account.isValidOn(today))
                .map(account -> actor(account, today));
    }

    private Actor actor(Account account, LocalDate today) {
        Role role = account.role();
        AreaScope scope = account.scope();
        Optional<Account> chief = store.chiefOfDeputy(account.login(), today)
                .flatMap(store::find)
                .filter(other -> !other.isDisabled() && other.isValidOn(today));
        if (chief.isPresent()) {
            role = chief.get().role();
            scope = union(scope, chief.get().scope());
        }
        Set<String> emergency = store.openGlass(account.login(), clock.instant());
        if (!emergency.isEmpty()) {
            scope = union(scope, AreaScope.ofCommunes(emergency));
        }
        return new Actor(account.login(), role, scope);
    }

    private static AreaScope union(AreaScope one, AreaScope other) {
        Set<String> communes = new HashSet<>(one.communes());
        communes.addAll(other.communes());
        Set<String> groups = new HashSet<>(one.groups());
        groups.addAll(other.groups());
        return new AreaScope(one.everywhere() || other.everywhere(), communes, groups);
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(String login) {
        return store.find(login);
    }

    /** All accounts, by login. */
    @Transactional(readOnly = true)
    public List<Account> list() {
        return store.list();
    }

    @Transactional
    public AccountResult create(NewAccount account, String password, Actor actor) {
        if (!mayManage(actor)) {
            return AccountResult.NOT_ALLOWED;
        }
        AccountResult judged = judge(account);
        if (judged != AccountResult.DONE) {
            return judged;
        }
        if (passwords.isWeak(password, account.login())) {
            return AccountResult.WEAK_PASSWORD;
        }
        if (!store.insert(account, passwords.encode(password), false, actor.login(), clock.instant())) {
            return AccountResult.LOGIN_TAKEN;
        }
        log(actor, "CREATE_ACCOUNT", account.login());
        if (AccountDesk.needsSecond(account.role()) && actor.role() != Role.SYSTEM) {
            store.disable(account.login(), actor.login(), clock.instant());
            requests.ask(account.login(), account.role(), true, actor.login(), clock.instant());
            return AccountResult.WAITS_FOR_SECOND;
        }
        return AccountResult.DONE;
    }

    /** Says that the demo made this database. Only on one that has no accounts yet. */
    @Transactional
    public AccountResult markAsDemo(Actor actor) {
        if (!mayManage(actor)) {
            return AccountResult.NOT_ALLOWED;
        }
        if (store.isDemo()) {
            return AccountResult.DONE;
        }
        if (store.hasAccounts()) {
            return AccountResult.NOT_A_DEMO_DATABASE;
        }
        store.insertDemo(actor.login(), clock.instant());
        log(actor, "MARK_AS_DEMO", "");
        return AccountResult.DONE;
    }

    @Transactional(readOnly = true)
    public boolean isDemo() {
        return store.isDemo();
    }

    /** Accounts with the printed demo password, known ones left as they are. The password is hashed once for all. */
    @Transactional
    public AccountResult createDemo(Collection<NewAccount> accounts, Actor actor) {
        if (!mayManage(actor)) {
            return AccountResult.NOT_ALLOWED;
        }
        if (!store.isDemo()) {
            return AccountResult.NOT_A_DEMO_DATABASE;
        }
        for (NewAccount account : accounts) {
            AccountResult judged = judge(account);
            if (judged != AccountResult.DONE) {
                return judged;
            }
        }
        String hash = passwords.encode(Passwords.DEMO);
        int created = 0;
        for (NewAccount account : accounts) {
            if (store.insert(account, hash, true, actor.login(), clock.instant())) {
                created++;
            }
        }
        audit.act(actor, "CREATE_DEMO_ACCOUNTS", "account", "", "", Map.of("created", String.valueOf(created)));
        return AccountResult.DONE;
    }

    /** From now on the account opens nothing; what it did stays under its name. */
    @Transactional
    public AccountResult disable(String login, Actor actor) {
        if (!mayManage(actor)) {
            return AccountResult.NOT_ALLOWED;
        }
        if (!store.disable(login, actor.login(), clock.instant())) {
            return AccountResult.NO_SUCH_ACCOUNT;
        }
        log(actor, "DISABLE_ACCOUNT", login);
        return AccountResult.DONE;
    }

    /**
     * A new password, set by an administrator; also unlocks. Not of another administrator or of an auditor: whoever knows
     * his password is he.
     */
    @Transactional
    public AccountResult setPassword(String login, String password, Actor actor) {
        if (!mayManage(actor)) {
            return AccountResult.NOT_ALLOWED;
        }
        if (passwords.isWeak(password, login)) {
            return AccountResult.WEAK_PASSWORD;
        }
        Optional<Account> known = store.find(login);
        if (known.isPresent()
                && AccountDesk.needsSecond(known.get().role())
                && actor.role() != Role.SYSTEM
                && !login.equals(actor.login())) {
            return AccountResult.ONLY_BY_COMMAND;
        }
        if (!store.setPassword(login, passwords.encode(password))) {
            return AccountResult.NO_SUCH_ACCOUNT;
        }
        log(actor, "SET_PASSWORD", login);
        return AccountResult.DONE;
    }

    static AccountResult judge(NewAccount account) {
        if (!LOGIN.matcher(account.login()).matches()) {
            return AccountResult.LOGIN_MALFORMED;
        }
        LocalDate end = account.validTo();
        return account.role() == Role.SYSTEM
                        || account.displayName().isBlank()
                        || (end != null && end.isBefore(account.validFrom()))
                ? AccountResult.ACCOUNT_MALFORMED
                : AccountResult.DONE;
    }

    static boolean mayManage(Actor actor) {
        return actor.role() == Role.ADMINISTRATOR || actor.role() == Role.SYSTEM;
    }

    private void log(Actor actor, String act, String login) {
        audit.act(actor, act, "account", login, "", Map.of());
    }
}
