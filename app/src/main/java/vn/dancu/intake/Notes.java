package vn.dancu.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.intake.db.NoteStore;
import vn.dancu.shared.Actor;

/**
 * Long notes while they are being written (a remark, a comment, a reason), each officer's own: a session that ends in the
 * middle of one loses nothing. A note that is sent is discarded; one that nobody came back to goes after thirty days.
 */
@Service
public class Notes {
    /** Characters. */
    public static final int LONGEST = 20_000;

    private static final int MOST_KEYS = 50;
    private static final Duration FORGOTTEN = Duration.ofDays(30);
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9.:-]{0,99}");

    private final NoteStore store;
    private final Clock clock;

    Notes(NoteStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A note as it was last kept. */
    public record Note(String key, String text, Instant keptAt) {
        /** What is written may name a person: it stays out of logs. */
        @Override
        public String toString() {
            return "Note[" + key + ", " + keptAt + "]";
        }
    }

    /** How keeping ended. */
    public enum Result {
        KEPT,
        /** The note is blank, so there is nothing to keep. */
        EMPTY,
        TOO_LONG,
        KEY_MALFORMED
    }

    /** @param key which note this is, the same when the officer comes back: a-z, 0-9, dot, colon, hyphen */
    @Transactional
    public Result keep(String key, String text, Actor owner) {
        if (!KEY.matcher(key).matches()) {
            return Result.KEY_MALFORMED;
        }
        if (text.length() > LONGEST) {
            return Result.TOO_LONG;
        }
        // PostgreSQL keeps no NUL.
        String kept = text.replace("\0", "");
        if (kept.isBlank()) {
            store.discard(owner.login(), List.of(key));
            return Result.EMPTY;
        }
        Instant now = clock.instant();
        store.keep(owner.login(), key, kept, now);
        store.forget(owner.login(), now.minus(FORGOTTEN));
        return Result.KEPT;
    }

    /** The owner's notes of these keys; those not kept have none. */
    @Transactional(readOnly = true)
    public List<Note> find(Collection<String> keys, Actor owner) {
        return store.find(owner.login(), wellFormed(keys));
    }

    /** What was written is sent, or no longer wanted. */
    @Transactional
    public void discard(Collection<String> keys, Actor owner) {
        store.discard(owner.login(), wellFormed(keys));
    }

    private static List<String> wellFormed(Collection<String> keys) {
        return keys.stream()
                .filter(key -> KEY.matcher(key).matches())
                .limit(MOST_KEYS)
                .toList();
    }
}
