package vn.dancu.access.db;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.access.DataRights.Kind;

/** Rights to take persons' data out, in PostgreSQL. */
@Repository
public class DataRightStore {
    private final JdbcClient jdbc;

    DataRightStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Kind kind, String login, boolean given, String note, String by, Instant at) {
        jdbc.sql("""
                        insert into access.data_right (kind, login, given, note, changed_by, changed_at)
                        values (:kind, :login, :given, :note, :by, :at)
                        """)
                .param("kind", kind.name())
                .param("login", login)
                .param("given", given)
                .param("note", note)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    public boolean has(Kind kind, String login) {
        return jdbc.sql("""
                        select given from access.data_right where kind = :kind and login = :login
                        order by id desc limit 1
                        """)
                .param("kind", kind.name())
                .param("login", login)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    public List<String> holders(Kind kind) {
        return jdbc.sql("""
                        select login from (select distinct on (login) login, given
                                           from access.data_right where kind = :kind order by login, id desc) latest
                        where given order by login
                        """).param("kind", kind.name()).query(String.class).list();
    }
}
