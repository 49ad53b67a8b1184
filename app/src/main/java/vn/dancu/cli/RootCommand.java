package vn.dancu.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.dancu.shared.DanCuException;

/** {@code ./dancu}: says what there is to do. */
@Command(
        name = "./dancu",
        mixinStandardHelpOptions = true,
        version = "Dân Cư 0.1.0",
        description = {
            "Dân Cư: thu thập, rà soát, đối chiếu, phúc tra và nhập dữ liệu dân cư.",
            "Collects, checks, reconciles, re-verifies and registers a population's data."
        },
        footer = {
            "",
            "  link            nối hồ sơ của hai tệp CSV / link the records of two CSV files",
            "  dedupe          tìm hồ sơ trùng trong một tệp CSV / find the duplicates of one CSV file",
            "  test [--full]   chạy các bài kiểm thử / run the tests",
            "  bench [NAME]    đo tốc độ và bộ nhớ / measure speed and memory",
            "",
            "Bắt đầu / start here:  ./dancu demo"
        },
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            ProcessCommand.class,
            ImportCommand.class,
            SimulateCommand.class,
            ReportCommand.class,
            FormCommand.class,
            ScanCommand.class,
            PaperCommand.class,
            UsersCommand.class
        })
public final class RootCommand implements Runnable {
    /** Ended well; refused by what was typed or given; failed. */
    static final int OK = 0;

    static final int FAILED = 1;
    static final int USAGE = 2;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandLine commands = Objects.requireNonNull(spec, "picocli sets it").commandLine();
        commands.usage(System.err);
        throw new CommandLine.ParameterException(commands, "Thiếu lệnh / a command is missing");
    }

    /** Runs a command line; answers the exit status. */
    public static int execute(String... arguments) {
        CommandLine commands = new CommandLine(new RootCommand());
        commands.setExecutionExceptionHandler((exception, command, parsed) -> {
            Console.system().say("✗ " + explain(exception));
            return FAILED;
        });
        return commands.execute(arguments);
    }

    /** Our own failures speak for themselves; others are told by their kind, since their text may hold data. */
    private static String explain(Exception exception) {
        if (exception instanceof DanCuException failure) {
            return failure.code() + ": " + failure.getMessage();
        }
        if (System.getenv("DANCU_DEBUG") != null) {
            exception.printStackTrace();
        }
        StringBuilder chain = new StringBuilder("E901_INTERNAL: ");
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            chain.append(cause == exception ? "" : " ← ")
                    .append(cause.getClass().getSimpleName());
        }
        return chain.append(" (DANCU_DEBUG=1 ./dancu … để xem chi tiết / to see more)")
                .toString();
    }
}
