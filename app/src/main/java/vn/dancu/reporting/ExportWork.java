package vn.dancu.reporting;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dancu.job.JobKind;
import vn.dancu.job.JobRun;
import vn.dancu.job.JobWork;
import vn.dancu.shared.Actor;

/** The making of an export as a job: with a progress bar, to be stopped, and begun again after a restart. */
@Component
class ExportWork implements JobWork {
    static final JobKind KIND = new JobKind("export");
    private static final String EXPORT = "export";

    private final ExportRun run;

    ExportWork(ExportRun run) {
        this.run = run;
    }

    static Map<String, String> parameters(Export export) {
        return Map.of(EXPORT, String.valueOf(export.id()));
    }

    @Override
    public JobKind kind() {
        return KIND;
    }

    @Override
    public boolean mayBeStartedBy(Actor actor) {
        return ExportRights.ROLES.contains(actor.role());
    }

    @Override
    public void run(JobRun job) {
        run.make(Long.parseLong(job.parameters().getOrDefault(EXPORT, "0")), job.progress());
    }
}
