package vn.dancu.reporting;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.access.DataRights;
import vn.dancu.audit.AuditLog;
import vn.dancu.reporting.db.ExportStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Role;

/** How many rows whoever has the right ({@link DataRights}) takes out without the word of another. */
@Service
public class ExportRights {
    public static final Set<Role> ROLES = DataRights.Kind.EXPORT.roles();

    public static final int HIGHEST_LIMIT = 1_000_000;

    private final ExportStore store;
    private final DataRights rights;
    private final AuditLog audit;

    ExportRights(ExportStore store, DataRights rights, AuditLog audit) {
        this.store = store;
        this.rights = rights;
        this.audit = audit;
    }

    /** How a change of a limit ended. */
    public enum Result {
        DONE,
        NOT_ALLOWED,
        /** Its role may not take persons' data out. */
        WRONG_ROLE,
        NO_NOTE,
        /** A limit is 0 to {@value #HIGHEST_LIMIT} rows. */
        NO_NUMBER
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
        if (note.isBlank() || note.length() > DataRights.LONGEST_NOTE) {
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

    /** Rows that this actor takes without the word of another; empty without the right. */
    @Transactional(readOnly = true)
    public OptionalInt limit(Actor actor) {
        return rights.has(DataRights.Kind.EXPORT, actor) ? store.limit(actor.role()) : OptionalInt.empty();
    }
}
