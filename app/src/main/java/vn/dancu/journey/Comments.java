package vn.dancu.journey;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.journey.db.CommentStore;
import vn.dancu.journey.db.PathStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;
import vn.dancu.shared.Role;

/** What officers say to each other about a form: append-only, one answer deep. */
@Service
public class Comments {
    /** Characters. */
    public static final int LONGEST = 4_000;

    private static final Set<Role> MAY_SPEAK =
            EnumSet.of(Role.COLLECTOR, Role.CHIEF, Role.CITY_TEAM, Role.PROVINCE_OPERATOR);

    private final CommentStore store;
    private final PathStore path;
    private final AuditLog audit;
    private final Clock clock;

    Comments(CommentStore store, PathStore path, AuditLog audit, Clock clock) {
        this.store = store;
        this.path = path;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param once made with the page that asks, so that a form sent twice says one thing; 1–64 characters */
    @Transactional
    public CommentResult say(FormId form, String text, @Nullable Long replyTo, String once, Actor actor) {
        if (!MAY_SPEAK.contains(actor.role())) {
            return CommentResult.WRONG_ROLE;
        }
        if (path.state(form, actor.scope()).isEmpty()) {
            return CommentResult.NOT_FOUND;
        }
        // PostgreSQL keeps no NUL; a browser counts a line's end as one character and sends two.
        String said = text.replace("\0", "").replace("\r\n", "\n").strip();
        if (said.isEmpty()) {
            return CommentResult.EMPTY;
        }
        if (said.length() > LONGEST) {
            return CommentResult.TOO_LONG;
        }
        if (replyTo != null && !store.begins(form, replyTo)) {
            return CommentResult.NOTHING_TO_ANSWER;
        }
        String key = once.isBlank() || once.length() > 64 ? clock.instant().toString() : once;
        if (!store.insert(form, replyTo, actor, said, key, clock.instant())) {
            return CommentResult.SAID_BEFORE;
        }
        audit.act(actor, "COMMENT", "form", String.valueOf(form.value()), "", Map.of());
        return CommentResult.SAID;
    }

    /** All that was said, oldest first, each answer after what it answers; ask first whether the actor may see the form. */
    @Transactional(readOnly = true)
    public List<Comment> of(FormId form) {
        return store.of(form);
    }
}
