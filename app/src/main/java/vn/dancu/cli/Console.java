package vn.dancu.cli;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Texts;

/**
 * What the command line shows: results to standard output, what goes on to standard error; a bar on a terminal, plain
 * lines otherwise.
 */
final class Console implements Progress {
    private static final Duration LINE_EVERY = Duration.ofSeconds(5);

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private volatile boolean stopRequested;
    private @Nullable ProgressBar bar;
    private String task = "";
    private long total;
    private long done;
    private long lastLine;

    Console(PrintStream out, PrintStream err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    static Console system() {
        return new Console(System.out, System.err, System.console() != null && isTerminal());
    }

    /** From Java 22 on there is a console without a terminal too, so the variable every terminal sets is asked as well. */
    private static boolean isTerminal() {
        String term = System.getenv("TERM");
        return term != null && !term.equals("dumb") && System.getenv("CI") == null;
    }

    /** A result. */
    void print(String line) {
        finish();
        out.println(line);
        out.flush();
    }

    /** What goes on. */
    void say(String line) {
        finish();
        err.println(line);
        err.flush();
    }

    @Override
    public void begin(String name, long units) {
        finish();
        task = title(name);
        total = units;
        done = 0;
        lastLine = System.nanoTime();
        if (terminal) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(units)
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .setUpdateIntervalMillis(200)
                    .showSpeed()
                    .build();
        } else {
            err.println("… " + task + (units > 0 ? " (" + Figures.count(units) + ")" : ""));
        }
    }

    /** Long work names its task by a key of the message bundles. */
    private static String title(String key) {
        Texts texts = Texts.of(Texts.VIETNAMESE);
        return texts.find("progress." + key).or(() -> texts.find(key)).orElse(key);
    }

    @Override
    public void advance(long units) {
        done += units;
        ProgressBar shown = bar;
        if (shown != null) {
            shown.stepBy(units);
        } else if (!terminal && System.nanoTime() - lastLine > LINE_EVERY.toNanos()) {
            lastLine = System.nanoTime();
            err.println("  " + task + ": " + Figures.count(done) + (total > 0 ? " / " + Figures.count(total) : ""));
        }
    }

    @Override
    public boolean stopRequested() {
        return stopRequested;
    }

    /** Long work shall stop at its next safe point. */
    void requestStop() {
        stopRequested = true;
    }

    void finish() {
        ProgressBar shown = bar;
        if (shown != null) {
            bar = null;
            shown.close();
        }
    }
}
