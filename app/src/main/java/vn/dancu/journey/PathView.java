package vn.dancu.journey;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.journey.db.PathStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;

/** Where one form stands and how it got there, for who may see it. */
@Service
public class PathView {
    private final PathStore path;

    PathView(PathStore path) {
        this.path = path;
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
}
