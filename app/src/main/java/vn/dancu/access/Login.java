package vn.dancu.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.access.LoginResult.Reason;
import vn.dancu.access.db.AccountStore;
import vn.dancu.audit.AuditLog;
import vn.dancu.shared.Actor;

/**
 * Judges a login. Five wrong passwords in a row lock an account for a quarter of an hour; a locked account refuses the
 * right one too. Every attempt on an account is in the audit log.
 */
@Service
public class Login {
    static final int FAILURES = 5;
    static final Duration LOCKED_FOR = Duration.ofMinutes(15);

    private final AccountStore store;
    private final AccessService access;
    private final Passwords passwords;
    private final AuditLog audit;
    private final Clock clock;

    Login(AccountStore store, AccessService access, Passwords passwords, AuditLog audit, Clock clock) {
        this.store = store;
        this.access = access;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public LoginResult authenticate(String login, String password) {
        Optional<Account> found = store.find(login);
        if (found.isEmpty()) {
            passwords.matchNobody(password);
            return new LoginResult.Refused(Reason.WRONG);
        }
        Account account = found.get();
        Instant now = clock.instant();
        String hash = store.passwordHash(login);
        boolean right = passwords.matches(password, hash);
        Reason refused = judge(account, right, password, now);
        if (refused != null) {
            if (refused == Reason.WRONG) {
                store.countFailure(login, FAILURES, now.plus(LOCKED_FOR));
            }
            audit.act(as(account), "LOGIN_REFUSED", "account", login, "", Map.of("reason", refused.name()));
            return new LoginResult.Refused(refused);
        }
        store.forgetFailures(login);
        if (passwords.isOutdated(hash)) {
            store.rehash(login, passwords.encode(password));
        }
        Actor actor = access.actorOf(login).orElseGet(() -> as(account));
        audit.act(actor, "LOGIN", "account", login, "", Map.of());
        return new LoginResult.LoggedIn(actor, account.displayName());
    }

    private @Nullable Reason judge(Account account, boolean right, String password, Instant now) {
        if (account.lockedUntil() != null && now.isBefore(account.lockedUntil())) {
            return Reason.LOCKED;
        }
        if (!right) {
            return Reason.WRONG;
        }
        if (account.isDisabled()) {
            return Reason.DISABLED;
        }
        if (!account.isValidOn(Today.by(clock))) {
            return Reason.OUT_OF_VALIDITY;
        }
        boolean demo = account.isDemo() || password.equals(Passwords.DEMO);
        return demo && !store.isDemo() ? Reason.DEMO_PASSWORD : null;
    }

    private static Actor as(Account account) {
        return new Actor(account.login(), account.role(), account.scope());
    }
}
