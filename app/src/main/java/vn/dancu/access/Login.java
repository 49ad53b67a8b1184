package vn.dancu.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
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
    private final TransactionTemplate transactions;
    private final Clock clock;

    Login(
            AccountStore store,
            AccessService access,
            Passwords passwords,
            AuditLog audit,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        this.store = store;
        this.access = access;
        this.passwords = passwords;
        this.audit = audit;
        this.transactions = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    /** The password is hashed between two transactions: when two hundred log in at once, none holds a connection for it. */
    public LoginResult authenticate(String login, String password) {
        Optional<String> hash = store.find(login).map(account -> store.passwordHash(login));
        if (hash.isEmpty()) {
            passwords.matchNobody(password);
            return new LoginResult.Refused(Reason.WRONG);
        }
        boolean matches = passwords.matches(password, hash.get());
        String renewed = matches && passwords.isOutdated(hash.get()) ? passwords.encode(password) : null;
        return Objects.requireNonNull(
                transactions.execute(status -> settle(login, password, hash.get(), matches, renewed)));
    }

    /** What became of the account meanwhile counts: it is read anew. */
    private LoginResult settle(String login, String password, String hash, boolean matches, @Nullable String renewed) {
        Account account = store.find(login).orElseThrow();
        Instant now = clock.instant();
        boolean right = matches && hash.equals(store.passwordHash(login));
        Reason refused = judge(account, right, password, now);
        if (refused != null) {
            if (refused == Reason.WRONG) {
                store.countFailure(login, FAILURES, now.plus(LOCKED_FOR));
            }
            audit.act(as(account), "LOGIN_REFUSED", "account", login, "", Map.of("reason", refused.name()));
            return new LoginResult.Refused(refused);
        }
        store.forgetFailures(login);
        if (renewed != null) {
            store.rehash(login, renewed);
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
