package vn.dancu.journey;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.journey.db.PathStore;
import vn.dancu.journey.db.SigningQueries;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;

/** Where one form stands and how it got there, for who may see it. */
@Service
public class PathView {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final PathStore path;
    private final SigningQueries desk;
    private final WorkQueues queues;
    private final Clock clock;

    PathView(PathStore path, SigningQueries desk, WorkQueues queues, Clock clock) {
        this.path = path;
        this.desk = desk;
        this.queues = queues;
        this.clock = clock;
    }

    /** Empty when there is no such form in the actor's area. */
    @Transactional(readOnly = true)
    public Optional<FormState> state(FormId form, Actor actor) {
        return path.state(form, actor.scope());
    }

    /** The step log, oldest first; ask {@link #state} first whether the actor may see the form. */
    @Transactional(readOnly = true)
    public List<StepTaken> steps(FormId form) {
        return path.steps(form);
    }

    /**
     * Forms that the actor must open before approving them: they do not plainly agree with the books, and nobody of this
     * account has seen what they say now.
     */
    @Transactional
    public FormSet unopened(FormSet forms, Actor actor) {
        return desk.unopened(forms, actor.login());
    }

    /** The remarks with which returned forms last came back; forms at another stage have none. */
    @Transactional
    public Map<FormId, Returned> remarks(FormSet forms) {
        return desk.remarks(forms);
    }

    /**
     * Reconciled forms in the actor's area that no chief of their own commune may approve, since every one of them had a
     * hand in them: the level above approves.
     */
    public FormSet withoutOtherEyes(Actor actor) {
        queues.bringUpToDate();
        return desk.withoutOtherEyes(actor.scope(), LocalDate.ofInstant(clock.instant(), VIETNAM));
    }

    /** Forms of a commune, in the actor's area, that wait for the civil-status office; by name, the first {@code limit}. */
    @Transactional(readOnly = true)
    public List<CivilStatusLine> civilStatus(String commune, Actor actor, int limit) {
        return desk.civilStatus(commune, actor.scope(), limit);
    }
}
