package vn.dancu.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: the web application. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Chạy ứng dụng web. / Runs the web application.")
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--port", defaultValue = "8080", description = "cổng / port (${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--data",
            defaultValue = "./data",
            paramLabel = "DIR",
            description = "thư mục dữ liệu / data folder")
    private Path data = Path.of("data");

    @Override
    public Integer call() {
        Console console = Console.system();
        try (Session session = Session.serve(data, port, console)) {
            console.print("Dân Cư: http://localhost:" + port);
            console.print("Ctrl+C để dừng / to stop");
            session.awaitStop();
        }
        return RootCommand.OK;
    }
}
