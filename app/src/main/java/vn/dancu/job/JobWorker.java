package vn.dancu.job;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.access.AccessService;
import vn.dancu.audit.AuditLog;
import vn.dancu.job.db.JobStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.Role;

/**
 * Does the jobs, one after the other on one thread, so that officers at their desks keep the machine. Only where the web
 * application runs: a command does its own work. When the server goes down the job is given back and the next one goes on
 * with it; after a crash it is taken up once its heartbeat has been silent for 15 seconds.
 */
@Component
@ConditionalOnWebApplication
class JobWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
    private static final Duration FOLDERS_KEPT = Duration.ofDays(30);
    private static final int MOST_STARTS = 5;
    private static final long LOOK_EVERY_MILLIS = 500;
    private static final long STOP_MILLIS = 2_500;

    private final JobStore store;
    private final JobBoard board;
    private final JobFolders folders;
    private final AccessService access;
    private final AuditLog audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    private final String instance = UUID.randomUUID().toString();
    private final Object nap = new Object();
    private volatile boolean running;
    private volatile @Nullable RunningJob current;
    private @Nullable Thread thread;
    private @Nullable ScheduledExecutorService heart;

    JobWorker(
            JobStore store,
            JobBoard board,
            JobFolders folders,
            AccessService access,
            AuditLog audit,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.board = board;
        this.folders = folders;
        this.access = access;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        ScheduledExecutorService beats =
                Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "dancu-job-heart"));
        beats.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
        heart = beats;
        Thread worker = daemon(this::work, "dancu-job");
        worker.start();
        thread = worker;
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public synchronized void stop() {
        running = false;
        RunningJob job = current;
        if (job != null) {
            job.close();
        }
        synchronized (nap) {
            nap.notifyAll();
        }
        Thread worker = thread;
        ScheduledExecutorService beats = heart;
        try {
            if (worker != null) {
                worker.join(STOP_MILLIS);
                worker.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (beats != null) {
            beats.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void beat() {
        RunningJob job = current;
        if (job != null) {
            try {
                job.beat();
            } catch (RuntimeException e) {
                LOG.warn(
                        "the heartbeat of job {} did not reach the database",
                        job.id().value());
            }
        }
    }

    private void work() {
        Map<String, JobWork> works = board.works();
        tidy();
        while (running) {
            try {
                Optional<JobStore.Row> next = store.claim(instance, works.keySet(), clock.instant());
                if (next.isEmpty()) {
                    sleep(LOOK_EVERY_MILLIS);
                } else {
                    run(next.get(), works);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.warn("jobs cannot be taken up now", e);
                    sleepOrEnd();
                }
            }
        }
    }

    private void sleep(long millis) throws InterruptedException {
        synchronized (nap) {
            if (running) {
                nap.wait(millis);
            }
        }
    }

    private void sleepOrEnd() {
        try {
            sleep(5_000);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    private void tidy() {
        try {
            board.tidy(FOLDERS_KEPT);
        } catch (RuntimeException e) {
            LOG.warn("old folders of jobs could not be removed", e);
        }
    }

    private void run(JobStore.Row row, Map<String, JobWork> works) {
        Optional<Actor> actor = actor(row);
        Actor named = actor.orElseGet(() -> new Actor(row.login(), Role.valueOf(row.role()), AreaScope.NOWHERE));
        RunningJob job = new RunningJob(row, named, folders.of(new JobId(row.id())), instance, store);
        if (actor.isEmpty()) {
            end(job, JobState.FAILED, "job.failure.actor");
            return;
        }
        if (row.starts() > MOST_STARTS) {
            end(job, JobState.FAILED, "job.failure.starts");
            return;
        }
        JobWork work = works.get(row.kind());
        if (work == null) {
            throw new IllegalStateException("claimed a job that nothing here does: " + row.kind());
        }
        current = job;
        if (!running) {
            job.close();
        }
        try {
            work.run(job);
            ended(job, null);
        } catch (Exception e) {
            ended(job, e);
        } finally {
            current = null;
        }
    }

    /** The account as it is now; nobody works on in a role that he no longer has. */
    private Optional<Actor> actor(JobStore.Row row) {
        if (row.role().equals(Role.SYSTEM.name())) {
            return Optional.of(new Actor(row.login(), Role.SYSTEM, AreaScope.EVERYWHERE));
        }
        return access.actorOf(row.login()).filter(actor -> actor.role().name().equals(row.role()));
    }

    private void ended(RunningJob job, @Nullable Exception failure) {
        if (job.isLost()) {
            LOG.warn("job {} went on elsewhere", job.id().value());
        } else if (failure == null && !job.hasHeard()) {
            end(job, JobState.DONE, null);
        } else if (!running) {
            giveBack(job);
        } else if (job.hasHeard() && job.isStopAsked()) {
            end(job, JobState.STOPPED, null);
        } else if (failure != null) {
            fail(job, failure);
        }
    }

    private void fail(RunningJob job, Exception failure) {
        if (failure instanceof DanCuException told) {
            LOG.warn("job {} failed: {}", job.id().value(), told.code());
            end(job, JobState.FAILED, told.getMessage());
        } else {
            LOG.error("job {} failed", job.id().value(), failure);
            end(job, JobState.FAILED, "job.failure");
        }
    }

    /** Where even that fails, the silence of its heart gives the job back. */
    private void giveBack(RunningJob job) {
        try {
            store.release(job.id().value(), instance, clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("job {} waits for its heartbeat to run out", job.id().value());
        }
    }

    private void end(RunningJob job, JobState state, @Nullable String failure) {
        transactions.executeWithoutResult(status -> {
            if (store.end(job.id().value(), instance, state.name(), job.far(), failure, clock.instant())) {
                audit.act(
                        job.actor(),
                        "END_JOB",
                        "job",
                        String.valueOf(job.id().value()),
                        "",
                        Map.of("state", state.name()));
            }
        });
    }
}
