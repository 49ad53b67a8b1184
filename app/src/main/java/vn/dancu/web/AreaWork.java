package vn.dancu.web;

import java.util.Set;
import vn.dancu.job.JobKind;
import vn.dancu.job.JobRun;
import vn.dancu.job.JobWork;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;

/** Does something with all forms of the actor's area, or of one commune in it. */
abstract class AreaWork implements JobWork {
    static final String COMMUNE = "commune";

    private final JobKind kind;

    AreaWork(JobKind kind) {
        this.kind = kind;
    }

    @Override
    public JobKind kind() {
        return kind;
    }

    @Override
    public boolean mayBeStartedBy(Actor actor) {
        return Menu.OFFICERS.contains(actor.role());
    }

    @Override
    public void run(JobRun run) {
        String commune = run.parameters().getOrDefault(COMMUNE, "");
        Actor actor = run.actor();
        if (!commune.isEmpty()) {
            if (!isWhole(actor, commune)) {
                throw new DanCuException(
                        ErrorCode.E105_UNKNOWN_OPTION_VALUE,
                        "Đơn vị này không còn thuộc địa bàn / This unit is no longer of the area: " + commune);
            }
            actor = new Actor(actor.login(), actor.role(), AreaScope.ofCommunes(Set.of(commune)));
        }
        run(run, actor);
    }

    /** Whether the commune as a whole is the actor's. */
    static boolean isWhole(Actor actor, String commune) {
        return actor.scope().everywhere() || actor.scope().communes().contains(commune);
    }

    /** @param actor as far as the asked area goes */
    abstract void run(JobRun run, Actor actor);
}
