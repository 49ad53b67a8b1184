package vn.dancu.shared.db;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;

/**
 * A PostgreSQL of 15 or newer that others run, by its address. The user given owns the schemas; the application works
 * as a second role, made here where that user may make roles, else to be named.
 */
public final class OutsideDatabase implements Database {
    private static final int OLDEST = 150_000;

    private final DatabaseAccess access;

    private OutsideDatabase(DatabaseAccess access) {
        this.access = access;
    }

    static OutsideDatabase open(String address, Path dataDir, Map<String, String> environment) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String url = withoutUser(address, parameters);
        DatabaseAccess.Login migrator = new DatabaseAccess.Login(
                environment.getOrDefault("DANCU_DB_USER", parameters.getOrDefault("user", "")),
                environment.getOrDefault("DANCU_DB_PASSWORD", parameters.getOrDefault("password", "")));
        if (migrator.user().isBlank()) {
            throw refused("đặt DANCU_DB_USER và DANCU_DB_PASSWORD / set DANCU_DB_USER and DANCU_DB_PASSWORD", null);
        }
        try (Connection connection = DriverManager.getConnection(url, migrator.user(), migrator.password())) {
            refuseOld(connection);
            if (!is(connection, "select has_database_privilege(current_database(), 'CREATE')")) {
                throw refused(
                        "người dùng không được tạo schema / the user may not create schemas: grant create on database",
                        null);
            }
            DatabaseAccess.Login application = application(connection, migrator, dataDir, environment);
            try (Connection second = DriverManager.getConnection(url, application.user(), application.password())) {
                if (is(second, "select rolsuper from pg_roles where rolname = current_user")) {
                    throw refused(
                            "vai trò ứng dụng không được là superuser / the application role must not be a superuser",
                            null);
                }
            }
            return new OutsideDatabase(new DatabaseAccess(url, migrator, application));
        } catch (SQLException | IOException e) {
            throw refused(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }

    @Override
    public DatabaseAccess access() {
        return access;
    }

    @Override
    public void close() {
        // Others run it.
    }

    private static void refuseOld(Connection connection) throws SQLException {
        int version = Integer.parseInt(text(connection, "show server_version_num"));
        if (version < OLDEST) {
            throw new DanCuException(
                    ErrorCode.E204_DATABASE_TOO_OLD,
                    "Cần PostgreSQL 15 trở lên, máy chủ này là / PostgreSQL 15 or newer is needed, this one is "
                            + version / 10_000);
        }
    }

    private static DatabaseAccess.Login application(
            Connection connection, DatabaseAccess.Login migrator, Path dataDir, Map<String, String> environment)
            throws SQLException, IOException {
        String named = environment.get("DANCU_DB_APP_USER");
        if (named != null) {
            if (named.equals(migrator.user())) {
                throw refused(
                        "DANCU_DB_APP_USER phải khác DANCU_DB_USER / DANCU_DB_APP_USER must be another role", null);
            }
            return new DatabaseAccess.Login(named, environment.getOrDefault("DANCU_DB_APP_PASSWORD", ""));
        }
        String role = "dancu_app_" + text(connection, "select current_database()");
        Files.createDirectories(dataDir);
        Secrets secrets = Secrets.load(dataDir.resolve("outside-database.properties"));
        boolean exists = is(connection, "select exists (select from pg_roles where rolname = ?)", role);
        String kept = secrets.find(role);
        if (exists && kept != null) {
            return new DatabaseAccess.Login(role, kept);
        }
        if (!is(connection, "select rolsuper or rolcreaterole from pg_roles where rolname = current_user")) {
            throw refused(
                    "người dùng không được tạo vai trò, hãy đặt DANCU_DB_APP_USER và DANCU_DB_APP_PASSWORD"
                            + " / the user may not create roles: set DANCU_DB_APP_USER and DANCU_DB_APP_PASSWORD",
                    null);
        }
        String password = secrets.orGenerate(role);
        secrets.save();
        try (Statement statement = connection.createStatement()) {
            statement.execute((exists ? "alter role " : "create role ") + statement.enquoteIdentifier(role, true)
                    + " login password '" + password + "'");
        }
        return new DatabaseAccess.Login(role, password);
    }

    /** Takes user and password out of an address, so that it can be shown; {@code postgresql://user:pw@host/db} too. */
    static String withoutUser(String address, Map<String, String> parameters) {
        String url = address.strip();
        if (url.startsWith("jdbc:")) {
            url = url.substring("jdbc:".length());
        }
        url = url.replaceFirst("^postgres(ql)?://", "");
        int slash = url.indexOf('/');
        int at = url.lastIndexOf('@', slash < 0 ? url.length() : slash);
        if (at >= 0) {
            String[] login = url.substring(0, at).split(":", 2);
            parameters.put("user", URLDecoder.decode(login[0], StandardCharsets.UTF_8));
            if (login.length == 2) {
                parameters.put("password", URLDecoder.decode(login[1], StandardCharsets.UTF_8));
            }
            url = url.substring(at + 1);
        }
        int question = url.indexOf('?');
        String base = question < 0 ? url : url.substring(0, question);
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put("reWriteBatchedInserts", "true");
        kept.put("logServerErrorDetail", "false");
        if (question >= 0) {
            for (String part : url.substring(question + 1).split("&")) {
                String[] pair = part.split("=", 2);
                if (pair[0].equals("user") || pair[0].equals("password")) {
                    parameters.put(pair[0], URLDecoder.decode(pair.length == 2 ? pair[1] : "", StandardCharsets.UTF_8));
                } else if (!part.isBlank()) {
                    kept.put(pair[0], pair.length == 2 ? pair[1] : "");
                }
            }
        }
        StringBuilder whole = new StringBuilder("jdbc:postgresql://").append(base);
        char separator = '?';
        for (Map.Entry<String, String> parameter : kept.entrySet()) {
            whole.append(separator).append(parameter.getKey()).append('=').append(parameter.getValue());
            separator = '&';
        }
        return whole.toString();
    }

    private static boolean is(Connection connection, String query, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            if (!row.next()) {
                throw new SQLException("no answer to: " + query);
            }
            return row.getString(1);
        }
    }

    private static DanCuException refused(String why, @Nullable Exception cause) {
        return new DanCuException(
                ErrorCode.E201_DATABASE_REFUSED,
                "Không dùng được DANCU_DB_URL / DANCU_DB_URL cannot be used: " + why,
                cause);
    }
}
