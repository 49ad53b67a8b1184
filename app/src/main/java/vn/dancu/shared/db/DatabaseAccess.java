package vn.dancu.shared.db;

/**
 * How to reach the database as each of its two roles. Never printed whole: it holds passwords.
 *
 * @param url JDBC address, without user or password
 * @param migrator owns the schemas and migrates them
 * @param application works in them: DML only, and no more than INSERT and SELECT on the logs
 */
public record DatabaseAccess(String url, Login migrator, Login application) {
    /** One role of the database. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }
}
