package vn.dancu.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.dancu.ApplicationStarter.Mode;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;

/** {@code serve}: the web application, for this machine alone unless it speaks TLS. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Chạy ứng dụng web. / Runs the web application.")
final class ServeCommand implements Callable<Integer> {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String PASSWORD = "DANCU_KEY_STORE_PASSWORD";

    @Option(names = "--port", defaultValue = "8080", description = "cổng / port (${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--listen",
            defaultValue = LOOPBACK,
            paramLabel = "ADDRESS",
            description =
                    "địa chỉ mạng để nghe (${DEFAULT-VALUE}); ngoài máy này phải có --key-store / address to listen"
                            + " on; beyond this machine only with --key-store")
    private String listen = LOOPBACK;

    @Option(
            names = "--key-store",
            paramLabel = "FILE",
            description = "chứng thư TLS, PKCS#12; mật khẩu ở " + PASSWORD
                    + " / TLS certificate; its password is in that" + " variable")
    private @Nullable Path keyStore;

    @Mixin
    private DataFolder data = new DataFolder();

    @Override
    public Integer call() {
        Console console = Console.system();
        Optional<Mode.Tls> tls = tls();
        try (Session session = Session.serve(data.path(), new Mode.Serve(port, listen, tls), console)) {
            String host = listen.equals(LOOPBACK) ? "localhost" : listen;
            console.print("Dân Cư: " + (tls.isPresent() ? "https" : "http") + "://" + host + ":" + port);
            console.print("Ctrl+C để dừng / to stop");
            session.awaitStop();
        }
        return RootCommand.OK;
    }

    private Optional<Mode.Tls> tls() {
        Path file = keyStore;
        if (file == null) {
            return Optional.empty();
        }
        if (!Files.isReadable(file)) {
            throw new DanCuException(
                    ErrorCode.E101_FILE_NOT_READABLE, "không đọc được tệp / cannot read the file: " + file);
        }
        return Optional.of(new Mode.Tls(file, System.getenv().getOrDefault(PASSWORD, "")));
    }
}
