package vn.dancu.shared.db;

import java.nio.file.Path;
import java.util.Map;
import vn.dancu.shared.DanCuException;

/** The one way to a database: the embedded one of a data folder, or the one that {@code DANCU_DB_URL} names. */
public final class Databases {
    static final String URL = "DANCU_DB_URL";

    private Databases() {}

    /** As the environment of this process says. */
    public static Database open(Path dataDir) {
        return open(dataDir, System.getenv());
    }

    /** An embedded one in a folder that the caller throws away, whatever the environment says; not durable. */
    public static Database temporary(Path folder) {
        return EmbeddedDatabase.temporary(folder);
    }

    /**
     * @param environment {@code DANCU_DB_URL} with the migrator in it or in {@code DANCU_DB_USER} and {@code
     *     DANCU_DB_PASSWORD}; optionally {@code DANCU_DB_APP_USER} and {@code DANCU_DB_APP_PASSWORD}
     * @param dataDir holds the embedded server, and the generated password of an outside database's application role
     * @throws DanCuException E201, E202 or E204; the message says what to do
     */
    public static Database open(Path dataDir, Map<String, String> environment) {
        String url = environment.getOrDefault(URL, "");
        return url.isBlank() ? EmbeddedDatabase.open(dataDir) : OutsideDatabase.open(url, dataDir, environment);
    }
}
