package vn.dancu;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Comparator;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.shared.db.DatabaseAccess;
import vn.dancu.shared.db.EmbeddedDatabase;
import vn.dancu.shared.db.Migrations;

/**
 * A fresh, migrated database for a test class, made in a tenth of a second from a template on the one server of this
 * JVM, which goes with the JVM.
 *
 * <p>{@code TestDatabase.fresh()} for SQL by hand; {@code .with("vn.dancu.intake")} for the beans of some modules,
 * without Boot; {@code TestDatabase.application()} for the whole application without web, made once for all classes.
 */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable Server server;
    private static @Nullable ConfigurableApplicationContext application;

    private final DatabaseAccess access;
    private @Nullable AnnotationConfigApplicationContext context;

    private TestDatabase(DatabaseAccess access) {
        this.access = access;
    }

    /** A database of its own, as the program's migrations leave it. */
    public static TestDatabase fresh() {
        return new TestDatabase(copyOfTemplate());
    }

    /** The whole application without web, on a database that all classes share: use form numbers of your own. */
    public static synchronized ConfigurableApplicationContext application() {
        if (application == null) {
            application = ApplicationStarter.start(copyOfTemplate(), ApplicationStarter.Mode.batch());
        }
        return application;
    }

    /** How to reach a new database; for tests that start the application themselves, with web for instance. */
    public static synchronized DatabaseAccess copyOfTemplate() {
        if (server == null) {
            server = Server.start();
        }
        return server.copy("test_" + NUMBER.incrementAndGet());
    }

    public DatabaseAccess access() {
        return access;
    }

    /**
     * The beans of these packages and of the floors below all modules (shared, audit, reference, access), with
     * transactions, as the application role. The clock is a {@link MovableClock}.
     */
    public TestDatabase with(String... packages) {
        AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
        beans.registerBean(DatabaseAccess.class, () -> access);
        beans.register(Beans.class);
        beans.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        beans.scan(Stream.concat(
                        Stream.of("vn.dancu.shared", "vn.dancu.audit", "vn.dancu.reference", "vn.dancu.access"),
                        Stream.of(packages))
                .toArray(String[]::new));
        beans.refresh();
        context = beans;
        return this;
    }

    /** A bean of {@link #with}. */
    public <T> T get(Class<T> type) {
        if (context == null) {
            with();
        }
        return java.util.Objects.requireNonNull(context).getBean(type);
    }

    public JdbcClient jdbc() {
        return get(JdbcClient.class);
    }

    public TransactionTemplate transaction() {
        return get(TransactionTemplate.class);
    }

    public MovableClock clock() {
        return get(MovableClock.class);
    }

    /** A connection as the owner of the schemas. */
    public Connection migrator() throws SQLException {
        return DriverManager.getConnection(
                access.url(), access.migrator().user(), access.migrator().password());
    }

    /** A connection as the role that the application works as. */
    public Connection applicationRole() throws SQLException {
        return DriverManager.getConnection(
                access.url(), access.application().user(), access.application().password());
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }

    @EnableTransactionManagement
    static class Beans {
        @Bean
        DataSource dataSource(DatabaseAccess access) {
            return ApplicationStarter.applicationPool(access, 4, ApplicationStarter.Mode.batch());
        }

        @Bean
        JdbcTemplate jdbcTemplate(DataSource dataSource) {
            return new JdbcTemplate(dataSource);
        }

        @Bean
        JdbcClient jdbcClient(JdbcTemplate template) {
            return JdbcClient.create(template);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }

        @Bean
        TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
            return new TransactionTemplate(manager);
        }

        @Bean
        Clock clock() {
            return new MovableClock();
        }
    }

    /** The one server, whose database "dancu" is the template. */
    private record Server(DatabaseAccess template, String superuser) {
        static Server start() {
            try {
                Path folder = Files.createTempDirectory("dancu-test");
                EmbeddedDatabase database = EmbeddedDatabase.open(folder);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    if (application != null) {
                        application.close();
                    }
                    database.close();
                    delete(folder);
                }));
                Migrations.migrate(database.access());
                Properties secrets = new Properties();
                try (Reader reader = Files.newBufferedReader(folder.resolve("database.properties"))) {
                    secrets.load(reader);
                }
                Server started = new Server(database.access(), secrets.getProperty("superuser"));
                started.hurry();
                return started;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** What is thrown away need not survive a power cut; EmbeddedDatabaseTest looks at a server as it is delivered. */
        private void hurry() {
            execute(
                    "alter system set fsync = off",
                    "alter system set synchronous_commit = off",
                    "alter system set full_page_writes = off",
                    "select pg_reload_conf()");
        }

        private void execute(String... commands) {
            String address = template.url().replace("/dancu?", "/postgres?");
            try (Connection connection = DriverManager.getConnection(address, "postgres", superuser);
                    Statement statement = connection.createStatement()) {
                for (String command : commands) {
                    statement.execute(command);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        DatabaseAccess copy(String name) {
            execute("create database " + name + " template dancu owner dancu_migrator");
            return new DatabaseAccess(
                    template.url().replace("/dancu?", "/" + name + "?"), template.migrator(), template.application());
        }

        private static void delete(Path folder) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException | UncheckedIOException e) {
                // The temporary folder of a test run: what is left over harms nobody.
            }
        }
    }
}
