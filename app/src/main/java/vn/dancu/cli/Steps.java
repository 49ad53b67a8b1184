package vn.dancu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** What a run did, step by step: how many forms, how long. */
final class Steps {
    /** @param nanos wall time of the step */
    record Timed(String name, long forms, long nanos) {}

    private final List<Timed> done = new ArrayList<>();
    private final Console console;
    private final long started = System.nanoTime();

    Steps(Console console) {
        this.console = console;
    }

    /** Runs a step that answers how many forms it moved. */
    long run(String name, LongSupplier step) {
        long from = System.nanoTime();
        long forms = step.getAsLong();
        Timed timed = new Timed(name, forms, System.nanoTime() - from);
        done.add(timed);
        console.say(
                String.format("✓ %-34s %9s phiếu %8s s", name, Figures.count(forms), Figures.seconds(timed.nanos())));
        return forms;
    }

    List<Timed> done() {
        return List.copyOf(done);
    }

    long nanos() {
        return System.nanoTime() - started;
    }
}
