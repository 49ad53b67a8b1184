package vn.dancu;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;
import vn.dancu.shared.db.DatabaseAccess;
import vn.dancu.shared.db.Migrations;

/**
 * Starts the application on a database: migrates as the owner, then works as the application role, which can do less.
 * Nothing of the owner's password reaches the running application.
 *
 * <p>Whoever starts it closes it, and then the database: no shutdown hook of its own runs beside.
 */
public final class ApplicationStarter {
    private ApplicationStarter() {}

    /** What is started: the web application, or only the use cases, for a batch or a command. */
    public sealed interface Mode {
        /** @param tls needed as soon as others than this machine are listened to */
        record Serve(int port, String listen, Optional<Tls> tls) implements Mode {}

        /** Beans are made when they are asked for. */
        record Batch() implements Mode {}

        /** @param keyStore PKCS#12 file */
        record Tls(Path keyStore, String password) {
            @Override
            public String toString() {
                return "Tls[" + keyStore + "]";
            }
        }

        static Mode serve(int port) {
            return new Serve(port, "127.0.0.1", Optional.empty());
        }

        static Mode batch() {
            return new Batch();
        }
    }

    /**
     * @throws DanCuException E203 when the database does not fit, E107 when it should listen to others without TLS
     */
    public static ConfigurableApplicationContext start(DatabaseAccess access, Mode mode) {
        return start(access, settings(mode), mode, Optional.empty());
    }

    /** As above, by another clock than the machine's. */
    public static ConfigurableApplicationContext start(DatabaseAccess access, Mode mode, Clock clock) {
        return start(access, settings(mode), mode, Optional.of(clock));
    }

    /**
     * As above.
     *
     * @param jobs where background jobs keep their files from one start to the next
     */
    public static ConfigurableApplicationContext start(DatabaseAccess access, Mode mode, Path jobs) {
        Map<String, Object> settings = settings(mode);
        settings.put("dancu.jobs.folder", jobs.toAbsolutePath().toString());
        return start(access, settings, mode, Optional.empty());
    }

    private static ConfigurableApplicationContext start(
            DatabaseAccess access, Map<String, Object> settings, Mode mode, Optional<Clock> clock) {
        Migrations.migrate(access);
        return new SpringApplicationBuilder(Application.class)
                .web(mode instanceof Mode.Serve ? WebApplicationType.SERVLET : WebApplicationType.NONE)
                .properties(settings)
                .registerShutdownHook(false)
                .initializers(context -> register((GenericApplicationContext) context, access, clock, mode))
                .run();
    }

    private static void register(
            GenericApplicationContext context, DatabaseAccess access, Optional<Clock> clock, Mode mode) {
        clock.ifPresent(given -> context.registerBean("clock", Clock.class, () -> given));
        context.registerBean("dataSource", DataSource.class, () -> applicationPool(access, 16, mode));
    }

    private static Map<String, Object> settings(Mode mode) {
        Map<String, Object> settings = new HashMap<>();
        // It tells of every font that it does without.
        settings.put("logging.level.org.apache.pdfbox", "error");
        if (mode instanceof Mode.Serve serve) {
            settings.put("server.port", serve.port());
            settings.put("server.address", serve.listen());
            if (serve.tls().isPresent()) {
                settings.put(
                        "server.ssl.key-store",
                        serve.tls().get().keyStore().toUri().toString());
                settings.put("server.ssl.key-store-type", "PKCS12");
                settings.put("server.ssl.key-store-password", serve.tls().get().password());
            } else if (!isLoopback(serve.listen())) {
                throw new DanCuException(
                        ErrorCode.E107_LISTENING_WITHOUT_TLS,
                        "Chỉ nghe ngoài máy này khi có TLS / Listens to other machines only with TLS: "
                                + serve.listen());
            }
        } else {
            settings.put("spring.main.lazy-initialization", true);
            // A command tells its failure in one sentence of its own.
            settings.put("logging.level.com.zaxxer.hikari", "off");
            settings.put("logging.level.org.springframework.transaction", "off");
        }
        return settings;
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    static HikariDataSource applicationPool(DatabaseAccess access, int size, Mode mode) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("dancu");
        config.setJdbcUrl(access.url());
        config.setUsername(access.application().user());
        config.setPassword(access.application().password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        config.setMaxLifetime(30 * 60_000L);
        config.addDataSourceProperty("ApplicationName", "dancu");
        if (mode instanceof Mode.Serve) {
            // Many work at once: a question of one of them does not take all processors.
            config.addDataSourceProperty("options", "-c max_parallel_workers_per_gather=0");
        }
        // A refused row's values are a person's data: the server's DETAIL stays out of exceptions and logs.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
    }
}
