package vn.dancu.shared.db;

/** A database that is open for use; closing it stops a server that this process started, and nothing else. */
public interface Database extends AutoCloseable {
    DatabaseAccess access();

    /** Does nothing the second time. */
    @Override
    void close();
}
