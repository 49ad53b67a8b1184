package vn.dancu.journey.db;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.journey.Routes.Chosen;
import vn.dancu.journey.Routes.Gate;

/** Routes as a page shows them. */
@Repository
public class RouteQueries {
    private final JdbcClient jdbc;

    RouteQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first; the preset holds since ever, which is no time. */
    public List<Chosen> history() {
        return jdbc.sql("""
                        select route, nullif(since, '-infinity') as since, set_by from journey.route_in_force
                        order by id desc limit 200
                        """)
                .query((row, number) ->
                        new Chosen(row.getString("route"), instant(row.getTimestamp("since")), row.getString("set_by")))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    public List<Gate> gates() {
        return jdbc.sql("""
                        select route, step, stages, papers, verifications from journey.gate
                        order by route, array_position(array['COLLECTED', 'CHECKED', 'RECONCILED', 'APPROVED'],
                            stages[1]), step
                        """)
                .query((row, number) -> new Gate(
                        row.getString("route"),
                        row.getString("step"),
                        texts(row, "stages"),
                        texts(row, "papers"),
                        texts(row, "verifications")))
                .list();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
