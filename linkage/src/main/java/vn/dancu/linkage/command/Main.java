package vn.dancu.linkage.command;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.LinkageException;

/** {@code link} and {@code dedupe} as a program of its own. */
public final class Main {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    /** As a shell has it for Ctrl-C. */
    static final int INTERRUPTED = 130;

    private Main() {}

    public static void main(String[] arguments) {
        start(null, arguments);
    }

    /** Runs a command line with one more engine, and ends the program. */
    public static void start(@Nullable Engine engine, String... arguments) {
        Run run = new Run(Console.system(), engine);
        Runtime.getRuntime().addShutdownHook(new Thread(run::interrupt, "interrupt"));
        System.exit(execute(run, arguments));
    }

    /** Runs a command line with one more engine; answers the exit status. */
    public static int execute(@Nullable Engine engine, String... arguments) {
        return execute(new Run(Console.system(), engine), arguments);
    }

    /** Runs a command line; answers the exit status. */
    static int execute(Run run, String... arguments) {
        try {
            command(run, arguments);
            return OK;
        } catch (UsageException e) {
            run.console.say("✗ " + e.getMessage());
            run.console.say("  ./dancu link --help · ./dancu dedupe --help");
            return USAGE;
        } catch (LinkageException e) {
            return failed(run, e.vietnamese(), e.english(), e);
        } catch (CancellationException e) {
            return INTERRUPTED;
        } catch (OutOfMemoryError e) {
            return failed(
                    run,
                    "không đủ bộ nhớ (" + megabytes()
                            + " MB). Hãy tăng --memory, hoặc chạy trên máy có nhiều bộ nhớ hơn.",
                    "out of memory (" + megabytes() + " MB). Give more with --memory, or use a larger machine.",
                    e);
        } catch (RuntimeException e) {
            return failed(
                    run,
                    "lỗi trong chương trình: " + kind(e) + " (DANCU_DEBUG=1 để xem chi tiết)",
                    "an error in the program: " + kind(e) + " (DANCU_DEBUG=1 shows more)",
                    e);
        } finally {
            run.end();
        }
    }

    private static void command(Run run, String[] arguments) {
        String name = arguments.length == 0 ? "--help" : arguments[0];
        boolean isHelp = Arrays.asList(arguments).contains("--help")
                || Arrays.asList(arguments).contains("-h");
        switch (name) {
            case "link" -> {
                if (isHelp) {
                    run.console.print(Help.LINK);
                } else {
                    LinkCommand.run(run, arguments);
                }
            }
            case "dedupe" -> {
                if (isHelp) {
                    run.console.print(Help.DEDUPE);
                } else {
                    DedupeCommand.run(run, arguments);
                }
            }
            case "--help", "-h" -> {
                run.console.print(Help.LINK);
                run.console.print(Help.DEDUPE);
            }
            default -> throw new UsageException("không có lệnh / no such command: " + name);
        }
    }

    private static int failed(Run run, String vietnamese, String english, Throwable cause) {
        if (run.isStopped()) {
            return INTERRUPTED;
        }
        run.console.say("✗ " + vietnamese);
        run.console.say("✗ " + english);
        if (System.getenv("DANCU_DEBUG") != null) {
            cause.printStackTrace();
        }
        return FAILED;
    }

    private static long megabytes() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }

    /** The text of an unexpected failure may hold data, its kind does not. */
    private static String kind(Throwable failure) {
        StringBuilder chain = new StringBuilder(failure.getClass().getSimpleName());
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            chain.append(" ← ").append(cause.getClass().getSimpleName());
        }
        return chain.toString();
    }
}
