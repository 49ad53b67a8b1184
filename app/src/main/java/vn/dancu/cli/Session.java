package vn.dancu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import vn.dancu.ApplicationStarter;
import vn.dancu.shared.Actor;
import vn.dancu.shared.db.Database;
import vn.dancu.shared.db.Databases;

/**
 * A database and the application on it, for the time of one command. SIGTERM and Ctrl+C ask long work to stop at its next
 * safe point, then close both in order.
 */
final class Session implements AutoCloseable {
    private static final long STOP_WORK_SECONDS = 4;

    private final Database database;
    private final ConfigurableApplicationContext context;
    private final @Nullable Path thrownAway;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Session(
            Database database, ConfigurableApplicationContext context, @Nullable Path thrownAway, Console console) {
        this.thrownAway = thrownAway;
        this.database = database;
        this.context = context;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(console), "dancu-stop"));
    }

    /** Without the web. */
    static Session batch(Path data, Console console) {
        return open(Databases.open(data, System.getenv()), ApplicationStarter.Mode.batch(), null, console);
    }

    /** Without the web, on a database that is open already; it is closed with the session. */
    static Session on(Database database, Console console) {
        return open(database, ApplicationStarter.Mode.batch(), null, console);
    }

    /** Without the web, on a database of its own that is thrown away with the folder. */
    static Session temporary(Path folder, Console console) {
        try {
            return open(Databases.temporary(folder), ApplicationStarter.Mode.batch(), folder, console);
        } catch (RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    static Session serve(Path data, ApplicationStarter.Mode mode, Console console) {
        Database database = Databases.open(data, System.getenv());
        try {
            return new Session(
                    database, ApplicationStarter.start(database.access(), mode, data.resolve("jobs")), null, console);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Session open(
            Database database, ApplicationStarter.Mode mode, @Nullable Path thrownAway, Console console) {
        try {
            return new Session(database, ApplicationStarter.start(database.access(), mode), thrownAway, console);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** The account that the audit log names for acts from the command line. */
    static Actor commandLine() {
        return Actor.commandLine(System.getProperty("user.name", "unknown"));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Waits until the process is told to stop. */
    void awaitStop() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(Console console) {
        console.requestStop();
        try {
            // A command that works closes its session by itself; one that serves has nothing to wait for.
            if (closed.getCount() > 0 && !isServing()) {
                closed.await(STOP_WORK_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    private boolean isServing() {
        return context.getEnvironment().getProperty("local.server.port") != null;
    }

    @Override
    public synchronized void close() {
        if (closed.getCount() > 0) {
            try {
                context.close();
            } finally {
                database.close();
                if (thrownAway != null) {
                    delete(thrownAway);
                }
                closed.countDown();
            }
        }
    }

    /** Also after a signal: the folder held personal data. */
    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw Failures.writing(folder, e);
        }
    }
}
