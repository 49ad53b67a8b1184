package vn.dancu.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.audit.AuditLog;
import vn.dancu.job.db.JobStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Role;

/** {@link Jobs} on the database. */
@Service
class JobBoard implements Jobs {
    private static final int LATEST = 200;

    private final JobStore store;
    private final JobFolders folders;
    private final ObjectProvider<JobWork> works;
    private final AuditLog audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    JobBoard(
            JobStore store,
            JobFolders folders,
            ObjectProvider<JobWork> works,
            AuditLog audit,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.folders = folders;
        this.works = works;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    Map<String, JobWork> works() {
        Map<String, JobWork> byKind = new HashMap<>();
        works.forEach(work -> {
            if (byKind.put(work.kind().code(), work) != null) {
                throw new IllegalStateException("two works of one kind: " + work.kind());
            }
        });
        return byKind;
    }

    @Override
    public JobId start(JobKind kind, Map<String, String> parameters, Actor actor) {
        return start(kind, parameters, folder -> {}, actor);
    }

    @Override
    public JobId start(JobKind kind, Map<String, String> parameters, Filling filling, Actor actor) {
        if (!mayStart(kind, actor)) {
            throw new IllegalArgumentException("not a job that this actor may start: " + kind.code());
        }
        JobId id = new JobId(store.nextNumber());
        try {
            filling.fill(folders.of(id));
            transactions.executeWithoutResult(status -> {
                store.insert(
                        id.value(),
                        kind.code(),
                        parameters,
                        actor.login(),
                        actor.role().name(),
                        clock.instant());
                log(actor, "START_JOB", id, kind.code());
            });
        } catch (IOException e) {
            folders.remove(id);
            throw JobFolders.failure(e);
        } catch (RuntimeException e) {
            folders.remove(id);
            throw e;
        }
        return id;
    }

    @Override
    public boolean mayStart(JobKind kind, Actor actor) {
        JobWork work = works().get(kind.code());
        return work != null && work.mayBeStartedBy(actor);
    }

    @Override
    public List<JobView> list(Actor actor) {
        return store.list(seesAll(actor) ? null : actor.login(), LATEST).stream()
                .map(row -> view(row, actor, false))
                .toList();
    }

    @Override
    public Optional<JobView> find(JobId id, Actor actor) {
        return visible(id, actor).map(row -> view(row, actor, true));
    }

    @Override
    public Optional<Path> file(JobId id, String name, Actor actor) {
        return own(id, actor).flatMap(row -> folders.file(id, name));
    }

    @Override
    public boolean stop(JobId id, Actor actor) {
        Optional<JobStore.Row> job = visible(id, actor);
        return job.isPresent() && change(() -> store.stop(id.value(), clock.instant()), "STOP_JOB", job.get(), actor);
    }

    @Override
    public boolean resume(JobId id, Actor actor) {
        Optional<JobStore.Row> job = own(id, actor);
        return job.isPresent() && change(() -> store.resume(id.value()), "RESUME_JOB", job.get(), actor);
    }

    private boolean change(BooleanSupplier change, String act, JobStore.Row job, Actor actor) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            boolean changed = change.getAsBoolean();
            if (changed) {
                log(actor, act, new JobId(job.id()), job.kind());
            }
            return changed;
        }));
    }

    private static boolean seesAll(Actor actor) {
        return actor.role() == Role.ADMINISTRATOR || actor.role() == Role.SYSTEM;
    }

    private Optional<JobStore.Row> visible(JobId id, Actor actor) {
        return store.find(id.value())
                .filter(row -> seesAll(actor) || row.login().equals(actor.login()));
    }

    private Optional<JobStore.Row> own(JobId id, Actor actor) {
        return store.find(id.value()).filter(row -> row.login().equals(actor.login()));
    }

    private JobView view(JobStore.Row row, Actor actor, boolean withResults) {
        boolean isOwn = row.login().equals(actor.login());
        return new JobView(
                new JobId(row.id()),
                new JobKind(row.kind()),
                JobState.valueOf(row.state()),
                row.login(),
                row.task(),
                row.done(),
                row.total(),
                isOwn ? row.failure() : null,
                row.queuedAt(),
                row.startedAt(),
                row.endedAt(),
                isOwn,
                isOwn ? row.parameters() : Map.of(),
                isOwn && withResults ? store.notes(row.id(), "RESULT") : Map.of());
    }

    /** Folders of jobs that were over for so long, or that no job came of. */
    void tidy(Duration kept) {
        Instant now = clock.instant();
        List<Long> here = folders.numbers(now.minus(Duration.ofDays(1)));
        Set<Long> needed = store.needed(here, now.minus(kept));
        here.stream().filter(number -> !needed.contains(number)).forEach(number -> folders.remove(new JobId(number)));
    }

    private void log(Actor actor, String act, JobId id, String kind) {
        audit.act(actor, act, "job", String.valueOf(id.value()), "", Map.of("kind", kind));
    }
}
