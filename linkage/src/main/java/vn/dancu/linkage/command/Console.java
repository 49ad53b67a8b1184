package vn.dancu.linkage.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import vn.dancu.linkage.LinkResult;
import vn.dancu.linkage.Progress;

/**
 * What the commands show: results and figures to standard output, what goes on to standard error; a bar on a terminal, plain
 * lines otherwise. Thread-safe.
 */
final class Console implements Progress {

    private static final long BAR_EVERY = 100_000_000L;
    private static final long LINE_EVERY = 5_000_000_000L;
    private static final int BAR = 30;
    private static final int LINE = 79;

    private static final Map<String, String> TITLES = Map.of(
            "read", "đọc / reading",
            "index", "lập chỉ mục / indexing",
            "count", "đếm cặp / counting pairs",
            "train", "học / training",
            "sample", "thử trên một mẫu / trying a sample",
            "scan", "so sánh / comparing",
            "assign", "ghép / assigning",
            "write", "ghi / writing");

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private String phase = "";
    private boolean barShown;
    private volatile long next = Long.MIN_VALUE;

    Console(PrintStream out, PrintStream err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** The launcher knows whether there is a terminal; Java, from 22 on, does not. */
    static Console system() {
        return new Console(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Boolean.getBoolean("dancu.terminal"));
    }

    /** A result. */
    synchronized void print(String line) {
        clear();
        out.println(line);
    }

    /** What goes on. */
    synchronized void say(String line) {
        clear();
        err.println(line);
    }

    /** What the rules cost, before any pair is looked at. */
    @Override
    public void rules(List<LinkResult.RuleReport> rules) {
        if (rules.isEmpty()) {
            return;
        }
        print("quy tắc chặn: số cặp, ước lượng / blocking rules: pairs, about");
        for (LinkResult.RuleReport rule : rules) {
            print("  " + rule.rule() + ": " + rule.pairs()
                    + (rule.refused() > 0 ? ", bỏ qua / left out " + rule.refused() : ""));
        }
    }

    @Override
    public void at(String now, long done, long all) {
        long time = System.nanoTime();
        if (time < next && now.equals(phase)) {
            return;
        }
        show(now, done, all, time);
    }

    private synchronized void show(String now, long done, long all, long time) {
        boolean isNew = !now.equals(phase);
        phase = now;
        String title = TITLES.getOrDefault(now, now);
        if (terminal) {
            err.print("\r" + padded(title + "  " + bar(done, all)));
            err.flush();
            barShown = true;
        } else if (isNew) {
            err.println("… " + title);
        } else {
            err.println("  " + title + ": " + share(done, all));
        }
        next = time + (terminal ? BAR_EVERY : LINE_EVERY);
    }

    private static String bar(long done, long all) {
        int full = all <= 0 ? 0 : (int) Math.max(0, Math.min(BAR, done * (double) BAR / all));
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + share(done, all);
    }

    private static String share(long done, long all) {
        return all <= 0 ? String.valueOf(done) : Math.min(100, (long) (100.0 * done / all)) + " %";
    }

    private static String padded(String line) {
        return line + " ".repeat(Math.max(0, LINE - line.length()));
    }

    private void clear() {
        if (barShown) {
            err.print("\r" + " ".repeat(LINE) + "\r");
            err.flush();
            barShown = false;
        }
    }
}
