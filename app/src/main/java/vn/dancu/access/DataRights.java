package vn.dancu.access;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.access.db.DataRightStore;
import vn.dancu.audit.AuditLog;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Role;

/** Rights to take persons' data out: of some roles only, and given to an account by the administrator on a written order. */
@Service
public class DataRights {
    public static final int LONGEST_NOTE = 500;

    private final DataRightStore store;
    private final AccessService access;
    private final AuditLog audit;
    private final Clock clock;

    DataRights(DataRightStore store, AccessService access, AuditLog audit, Clock clock) {
        this.store = store;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** What may be taken out. */
    public enum Kind {
        /** Files of forms. */
        EXPORT("EXPORT", EnumSet.of(Role.CHIEF, Role.CITY_TEAM, Role.PROVINCE_OPERATOR)),
        /** Invitation letters, which bear names and addresses. */
        LETTERS("LETTER", EnumSet.of(Role.CHIEF, Role.CITY_TEAM));

        private final String act;
        private final Set<Role> roles;

        Kind(String act, Set<Role> roles) {
            this.act = act;
            this.roles = Set.copyOf(roles);
        }

        /** Roles that may be given it. */
        public Set<Role> roles() {
            return roles;
        }
    }

    /** How a change of the right ended. */
    public enum Result {
        DONE,
        NOT_ALLOWED,
        NO_SUCH_ACCOUNT,
        /** Its role may not take such data out. */
        WRONG_ROLE,
        NO_NOTE
    }

    /** Gives or takes back; the note says on whose order. */
    @Transactional
    public Result set(Kind kind, String login, boolean given, String note, Actor administrator) {
        if (!AccessService.mayManage(administrator)) {
            return Result.NOT_ALLOWED;
        }
        Optional<Account> account = access.find(login);
        if (account.isEmpty()) {
            return Result.NO_SUCH_ACCOUNT;
        }
        if (given && !kind.roles().contains(account.get().role())) {
            return Result.WRONG_ROLE;
        }
        if (note.isBlank() || note.length() > LONGEST_NOTE) {
            return Result.NO_NOTE;
        }
        store.insert(kind, login, given, note.strip(), administrator.login(), clock.instant());
        audit.act(
                administrator,
                (given ? "GIVE_" : "TAKE_") + kind.act + "_RIGHT",
                "account",
                login,
                note.strip(),
                Map.of());
        return Result.DONE;
    }

    /** Logins that have it now. */
    @Transactional(readOnly = true)
    public List<String> holders(Kind kind) {
        return store.holders(kind);
    }

    @Transactional(readOnly = true)
    public boolean has(Kind kind, Actor actor) {
        return kind.roles().contains(actor.role()) && store.has(kind, actor.login());
    }
}
