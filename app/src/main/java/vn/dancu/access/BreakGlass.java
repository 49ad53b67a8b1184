package vn.dancu.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.access.db.AccountStore;
import vn.dancu.audit.AuditLog;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Role;

/** Access beyond one's own area in an emergency (truy cập khẩn cấp): for a reason, for hours, in the audit log. */
@Service
public class BreakGlass {
    static final Duration LONGEST = Duration.ofHours(8);
    private static final int SHORTEST_REASON = 10;

    private final AccountStore store;
    private final AuditLog audit;
    private final Clock clock;

    BreakGlass(AccountStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** How breaking the glass ended. */
    public sealed interface Result {
        record Opened(Instant expiresAt) implements Result {}

        record Refused(Why why) implements Result {}

        /** Why the glass stays whole. */
        enum Why {
            /** Administrators and auditors see no records, also in an emergency. */
            NOT_ALLOWED,
            /** A reason is a sentence, ten characters at least. */
            REASON_TOO_SHORT,
            TOO_LONG,
            NO_AREA
        }
    }

    @Transactional
    public Result open(Actor actor, Set<String> communes, String reason, Duration howLong) {
        if (actor.role() == Role.ADMINISTRATOR || actor.role() == Role.AUDITOR || actor.role() == Role.SYSTEM) {
            return new Result.Refused(Result.Why.NOT_ALLOWED);
        }
        if (reason.strip().length() < SHORTEST_REASON) {
            return new Result.Refused(Result.Why.REASON_TOO_SHORT);
        }
        if (howLong.compareTo(LONGEST) > 0 || howLong.isNegative() || howLong.isZero()) {
            return new Result.Refused(Result.Why.TOO_LONG);
        }
        if (communes.isEmpty()) {
            return new Result.Refused(Result.Why.NO_AREA);
        }
        Instant now = clock.instant();
        Instant expires = now.plus(howLong);
        store.insertGlass(actor.login(), communes, reason.strip(), now, expires);
        audit.act(
                actor,
                "BREAK_GLASS",
                "area",
                String.join(",", new java.util.TreeSet<>(communes)),
                reason.strip(),
                Map.of("until", expires.toString()));
        return new Result.Opened(expires);
    }
}
