package vn.dancu.shared;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Something that the server does again and again beside its requests, from its start on: one thread, one round after the
 * other, stopped with the server. A round that fails is told in the log, and the next one tries again.
 */
public abstract class Recurring implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Recurring.class);

    private final String name;
    private volatile boolean running;
    private @Nullable ScheduledExecutorService timer;

    /** @param name of the thread, and in the log */
    protected Recurring(String name) {
        this.name = name;
    }

    /** @param untilStopped asks to stop when the server does */
    protected abstract void round(Progress untilStopped);

    /** From the end of a round to the next. */
    protected abstract Duration pause();

    @Override
    public synchronized void start() {
        running = true;
        timer = Executors.newSingleThreadScheduledExecutor(this::thread);
        timer.execute(this::again);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private void again() {
        try {
            round(untilStopped);
        } catch (RuntimeException e) {
            // A server that stops has closed its connections.
            LOG.warn("{}: {}", name, e.getClass().getSimpleName());
        }
        next();
    }

    private synchronized void next() {
        if (running && timer != null) {
            timer.schedule(this::again, pause().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private final Progress untilStopped = new Progress() {
        @Override
        public void begin(String task, long total) {}

        @Override
        public void advance(long done) {}

        @Override
        public boolean stopRequested() {
            return !running;
        }
    };

    @Override
    public synchronized void stop() {
        running = false;
        if (timer != null) {
            timer.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
