package vn.dancu.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dancu.job.JobKind;
import vn.dancu.job.JobRun;
import vn.dancu.job.JobWork;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Role;
import vn.dancu.verification.Schedules;
import vn.dancu.web.db.VerificationQueries;

/** Makes a calendar of visits in the background. Begun again after a restart, it plans what waits then. */
@Component
class PlanVisitsWork implements JobWork {
    static final JobKind KIND = new JobKind("plan-visits");
    static final String FROM = "from";
    static final String TO = "to";
    static final String ANEW = "anew";
    static final String WHY = "why";
    static final String SECONDS = "seconds";
    static final int MOST_SECONDS = 600;

    private final Schedules schedules;
    private final VerificationQueries queries;
    private final Clock clock;

    PlanVisitsWork(Schedules schedules, VerificationQueries queries, Clock clock) {
        this.schedules = schedules;
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public JobKind kind() {
        return KIND;
    }

    @Override
    public boolean mayBeStartedBy(Actor actor) {
        return actor.role() == Role.CITY_TEAM;
    }

    @Override
    public void run(JobRun run) {
        Map<String, String> asked = run.parameters();
        Schedules.Ask ask = new Schedules.Ask(
                queries.waiting(run.actor().scope()),
                LocalDate.parse(asked.getOrDefault(FROM, today().toString())),
                LocalDate.parse(asked.getOrDefault(TO, today().plusDays(13).toString())),
                asked.containsKey(ANEW),
                asked.getOrDefault(WHY, ""),
                Duration.ofSeconds(Integer.parseInt(asked.getOrDefault(SECONDS, "20"))),
                1);
        schedules.plan(ask, run.actor(), run.progress());
        schedules.current(run.actor()).ifPresent(schedule -> {
            run.result("visits", String.valueOf(schedule.visits()));
            run.result("left-out", String.valueOf(schedule.leftOut()));
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Say.VIETNAM);
    }
}
