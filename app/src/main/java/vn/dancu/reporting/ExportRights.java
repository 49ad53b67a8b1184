package vn.dancu.reporting;

import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.access.AccessService;
import vn.dancu.access.Account;
import vn.dancu.audit.AuditLog;
import vn.dancu.reporting.db.ExportStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Role;

/** The right to take persons' data out: of some roles only, and given to an account by the administrator. */
@Service
public class ExportRights {
    /** Roles that may be given it. */
    public static final Set<Role> ROLES = Set.copyOf(EnumSet.of(Role.CHIEF, Role.CITY_TEAM, Role.PROVINCE_OPERATOR));

    public static final int HIGHEST_LIMIT = 1_000_000;

    private static final int LONGEST_NOTE = 500;

    private final ExportStore store;
    private final AccessService access;
    private final AuditLog audit;
    private final Clock clock;

    ExportRights(ExportStore store, AccessService access, AuditLog audit, Clock clock) {
        this.store = store;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** How a change of the right ended. */
    public enum Result {
        DONE,
        NOT_ALLOWED,
        NO_SUCH_ACCOUNT,
        /** Its role may not take persons' data out. */
        WRONG_ROLE,
        NO_NOTE,
        /** A limit is 0 to {@value #HIGHEST_LIMIT} rows. */
        NO_NUMBER
    }

    /** Gives or takes back; the note says on whose order. */
    @Transactional
    public Result set(String login, boolean given, String note, Actor administrator) {
        if (administrator.role() != Role.ADMINISTRATOR && administrator.role() != Role.SYSTEM) {
            return Result.NOT_ALLOWED;
        }
        Optional<Account> account = access.find(login);
        if (account.isEmpty()) {
            return Result.NO_SUCH_ACCOUNT;
        }
        if (given && !ROLES.contains(account.get().role())) {
            return Result.WRONG_ROLE;
        }
        if (note.isBlank() || note.length() > LONGEST_NOTE) {
            return Result.NO_NOTE;
        }
        store.setRight(login, given, note.strip(), administrator.login(), clock.instant());
        audit.act(
                administrator,
                given ? "GIVE_EXPORT_RIGHT" : "TAKE_EXPORT_RIGHT",
                "account",
                login,
                note.strip(),
                Map.of());
        return Result.DONE;
    }

    /** Rows that each role may take without the word of another. */
    @Transactional(readOnly = true)
    public Map<Role, Integer> limits() {
        Map<Role, Integer> limits = new EnumMap<>(Role.class);
        for (Role role : ROLES) {
            limits.put(role, store.limit(role).orElse(0));
        }
        return limits;
    }

    /** Changes such a limit; what was asked for before keeps the limit of its day. */
    @Transactional
    public Result setLimit(Role role, int mostRows, String note, Actor administrator) {
        if (administrator.role() != Role.ADMINISTRATOR && administrator.role() != Role.SYSTEM) {
            return Result.NOT_ALLOWED;
        }
        if (!ROLES.contains(role)) {
            return Result.WRONG_ROLE;
        }
        if (mostRows < 0 || mostRows > HIGHEST_LIMIT) {
            return Result.NO_NUMBER;
        }
        if (note.isBlank() || note.length() > LONGEST_NOTE) {
            return Result.NO_NOTE;
        }
        int before = store.limit(role).orElse(0);
        store.setLimit(role, mostRows);
        audit.act(
                administrator,
                "SET_EXPORT_LIMIT",
                "role",
                role.name(),
                note.strip(),
                Map.of("before", String.valueOf(before), "after", String.valueOf(mostRows)));
        return Result.DONE;
    }

    /** Logins that have it now. */
    @Transactional(readOnly = true)
    public List<String> holders() {
        return store.holders();
    }

    /** Rows that this actor takes without the word of another; empty without the right. */
    @Transactional(readOnly = true)
    public OptionalInt limit(Actor actor) {
        return ROLES.contains(actor.role()) && store.hasRight(actor.login())
                ? store.limit(actor.role())
                : OptionalInt.empty();
    }
}
