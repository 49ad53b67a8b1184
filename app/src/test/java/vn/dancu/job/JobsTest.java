package vn.dancu.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.TestDatabase;
import vn.dancu.access.AccessService;
import vn.dancu.access.NewAccount;
import vn.dancu.audit.AuditLog;
import vn.dancu.job.db.JobStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;
import vn.dancu.shared.Role;

class JobsTest {
    private static final JobKind COUNT = new JobKind("count");
    private static final Actor SYSTEM = Actor.commandLine("test");
    private static final Actor OFFICER = new Actor("doi-qlhc", Role.CITY_TEAM, AreaScope.ofCommunes(Set.of("00691")));
    private static final Actor OTHER = new Actor("truong-tp", Role.CHIEF, AreaScope.ofCommunes(Set.of("00691")));
    private static final Actor ADMINISTRATOR = new Actor("quantri", Role.ADMINISTRATOR, AreaScope.NOWHERE);
    private static final int STEPS = 20;

    /** Counts to twenty, remembers every step, and does none twice. */
    private static final class Counting implements JobWork {
        final AtomicInteger steps = new AtomicInteger();
        final CountDownLatch half = new CountDownLatch(1);
        volatile boolean waitsAtHalf = true;
        volatile boolean fails;

        @Override
        public JobKind kind() {
            return COUNT;
        }

        @Override
        public boolean mayBeStartedBy(Actor actor) {
            return actor.role() != Role.INSPECTOR;
        }

        @Override
        public void run(JobRun run) throws Exception {
            int from = Integer.parseInt(run.memory().getOrDefault("step", "0"));
            run.progress().begin("check", STEPS);
            run.progress().advance(from);
            for (int step = from + 1; step <= STEPS; step++) {
                if (step == STEPS / 2) {
                    half.countDown();
                    while (waitsAtHalf && !run.stopAsked()) {
                        Thread.sleep(10);
                    }
                }
                if (run.stopAsked()) {
                    return;
                }
                if (fails) {
                    throw new DanCuException(ErrorCode.E301_DISK_FULL, "the disk is full");
                }
                steps.incrementAndGet();
                run.remember("step", String.valueOf(step));
                run.progress().advance(1);
            }
            run.result("new", String.valueOf(STEPS));
        }
    }

    private final Counting counting = new Counting();
    private TestDatabase database;
    private JobBoard jobs;
    private final List<JobWorker> servers = new ArrayList<>();

    @BeforeEach
    void open() {
        database = TestDatabase.fresh().with("vn.dancu.job");
        AccessService access = database.get(AccessService.class);
        for (Actor actor : List.of(OFFICER, OTHER)) {
            access.create(
                    new NewAccount(
                            actor.login(), "Cán bộ", actor.role(), actor.scope(), LocalDate.of(2020, 1, 1), null),
                    "mot-mat-khau-dai-9",
                    SYSTEM);
        }
        DefaultListableBeanFactory works = new DefaultListableBeanFactory();
        works.registerSingleton("counting", counting);
        jobs = new JobBoard(
                database.get(JobStore.class),
                database.get(JobFolders.class),
                works.getBeanProvider(JobWork.class),
                database.get(AuditLog.class),
                database.get(TransactionOperations.class),
                database.get(Clock.class));
    }

    @AfterEach
    void close() {
        servers.forEach(JobWorker::stop);
        database.close();
    }

    private JobWorker server() {
        JobWorker worker = new JobWorker(
                database.get(JobStore.class),
                jobs,
                database.get(JobFolders.class),
                database.get(AccessService.class),
                database.get(AuditLog.class),
                database.get(TransactionOperations.class),
                database.get(Clock.class));
        servers.add(worker);
        worker.start();
        return worker;
    }

    private JobView awaitEnd(JobId id) throws InterruptedException {
        for (int look = 0; look < 600; look++) {
            JobView job = jobs.find(id, OFFICER).orElseThrow();
            if (job.state().isOver()) {
                return job;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the job does not end: " + jobs.find(id, OFFICER));
    }

    @Test
    void aServerThatGoesDownInTheMiddleLeavesTheJobToTheNextOneAndNothingIsDoneTwice() throws Exception {
        JobId id = jobs.start(COUNT, Map.of("what", "x"), OFFICER);
        JobWorker first = server();
        assertThat(counting.half.await(20, TimeUnit.SECONDS)).isTrue();
        first.stop();
        assertThat(jobs.find(id, OFFICER).orElseThrow().state()).isEqualTo(JobState.QUEUED);

        counting.waitsAtHalf = false;
        JobWorker second = server();
        JobView done = awaitEnd(id);
        second.stop();

        assertThat(done.state()).isEqualTo(JobState.DONE);
        assertThat(done.results()).containsExactly(Map.entry("new", "20"));
        assertThat(counting.steps).hasValue(STEPS);
        assertThat(done.percent()).isEqualTo(100);
    }

    @Test
    void aServerThatWasKilledLosesItsJobOnceItsHeartHasBeenSilent() {
        JobStore store = database.get(JobStore.class);
        JobId id = jobs.start(COUNT, Map.of(), OFFICER);
        assertThat(store.claim("killed", Set.of("count"), database.clock().instant()))
                .isPresent();
        assertThat(store.claim("next", Set.of("count"), database.clock().instant()))
                .as("its heart beats still")
                .isEmpty();

        database.jdbc()
                .sql("update job.job set heartbeat_at = clock_timestamp() - interval '16 seconds'")
                .update();

        assertThat(store.claim("next", Set.of("count"), database.clock().instant()))
                .map(JobStore.Row::id)
                .contains(id.value());
        assertThat(store.note(id.value(), "killed", "MEMORY", "step", "7"))
                .as("who lost a job writes nothing of it")
                .isFalse();
        assertThat(store.beat(id.value(), "killed", new JobStore.Far("", 0, -1)))
                .isEmpty();
    }

    @Test
    void aJobIsStoppedAtASafePointAndResumedFromThere() throws Exception {
        JobId id = jobs.start(COUNT, Map.of(), OFFICER);
        JobWorker worker = server();
        assertThat(counting.half.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(jobs.stop(id, OFFICER)).isTrue();
        JobView stopped = awaitEnd(id);
        counting.waitsAtHalf = false;
        boolean resumed = jobs.resume(id, OFFICER);
        JobView done = awaitEnd(id);
        worker.stop();

        assertThat(stopped.state()).isEqualTo(JobState.STOPPED);
        assertThat(resumed).isTrue();
        assertThat(done.state()).isEqualTo(JobState.DONE);
        assertThat(counting.steps).hasValue(STEPS);
        assertThat(jobs.stop(id, OFFICER)).as("it is over").isFalse();
        assertThat(jobs.resume(id, OFFICER)).as("it is done").isFalse();
    }

    @Test
    void aFailureIsToldToTheOwnerAndTheJobMayBeTriedAgain() throws Exception {
        counting.waitsAtHalf = false;
        counting.fails = true;
        JobId id = jobs.start(COUNT, Map.of(), OFFICER);
        JobWorker worker = server();
        JobView failed = awaitEnd(id);

        counting.fails = false;
        jobs.resume(id, OFFICER);
        JobView done = awaitEnd(id);
        worker.stop();

        assertThat(failed.state()).isEqualTo(JobState.FAILED);
        assertThat(failed.failure()).isEqualTo("the disk is full");
        assertThat(done.state()).isEqualTo(JobState.DONE);
    }

    @Test
    void whoseAccountWasDisabledHasNothingDoneInHisName() throws Exception {
        JobId id = jobs.start(COUNT, Map.of(), OFFICER);
        database.get(AccessService.class).disable(OFFICER.login(), SYSTEM);

        JobWorker worker = server();
        JobView failed = awaitEnd(id);
        worker.stop();

        assertThat(failed.failure()).isEqualTo("job.failure.actor");
        assertThat(counting.steps).hasValue(0);
    }

    @Test
    void aJobIsItsOwnersAndAnAdministratorSeesHowFarItIsButNoResult() throws Exception {
        JobId id = jobs.start(
                COUNT,
                Map.of("file", "phieu.csv"),
                folder -> Files.writeString(folder.resolve("ket-qua.csv"), "x"),
                OFFICER);

        assertThat(jobs.find(id, OTHER)).isEmpty();
        assertThat(jobs.list(OTHER)).isEmpty();
        assertThat(jobs.stop(id, OTHER)).isFalse();
        assertThat(jobs.file(id, "ket-qua.csv", OTHER)).isEmpty();
        assertThat(jobs.file(id, "ket-qua.csv", ADMINISTRATOR)).isEmpty();
        assertThat(jobs.list(ADMINISTRATOR)).singleElement().satisfies(job -> {
            assertThat(job.owner()).isEqualTo(OFFICER.login());
            assertThat(job.parameters()).isEmpty();
            assertThat(job.isOwn()).isFalse();
        });
        Path file = jobs.file(id, "ket-qua.csv", OFFICER).orElseThrow();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        assertThat(jobs.file(id, "../" + id.value() + "/ket-qua.csv", OFFICER)).isPresent();
        assertThat(jobs.file(id, "../../etc/passwd", OFFICER)).isEmpty();
        assertThat(jobs.stop(id, ADMINISTRATOR))
                .as("an administrator may stop it")
                .isTrue();
        assertThat(jobs.resume(id, ADMINISTRATOR))
                .as("but not work in another's name")
                .isFalse();
    }

    @Test
    void whoMayNotStartAKindStartsNoneAndLeavesNoFolder() {
        Actor inspector = new Actor("c06", Role.INSPECTOR, AreaScope.EVERYWHERE);

        assertThatThrownBy(() -> jobs.start(COUNT, Map.of(), inspector)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> jobs.start(new JobKind("unknown"), Map.of(), OFFICER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(jobs.list(ADMINISTRATOR)).isEmpty();
    }

    @Test
    void everyActOnAJobIsLogged() throws Exception {
        counting.waitsAtHalf = false;
        JobId id = jobs.start(COUNT, Map.of(), OFFICER);
        JobWorker worker = server();
        awaitEnd(id);
        worker.stop();

        assertThat(database.jdbc()
                        .sql("select actor || ' ' || act from audit.entry where object_kind = 'job' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("doi-qlhc START_JOB", "doi-qlhc END_JOB");
    }
}
