package vn.dancu.keying.db;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.keying.KeyingFigure;
import vn.dancu.shared.AreaScope;

/** Counted from the entries when somebody asks, one pass over a stretch of days. */
@Repository
public class KeyingFigures {
    private static final String COUNTED = """
            select %1$s, count(*),
                   coalesce(sum(entry.keystrokes) filter (where entry.millis > 0), 0),
                   coalesce(sum(entry.millis) filter (where entry.millis > 0), 0),
                   count(*) filter (where item.passes = 2 and paper.state in ('READY', 'DONE')),
                   count(*) filter (where item.passes = 2 and paper.state in ('READY', 'DONE')
                       and settled.value is not null and lower(settled.value) <> lower(entry.value))
            from keying.entry entry
            join keying.item item on item.paper_id = entry.paper_id and item.field = entry.field
            join keying.paper paper on paper.id = entry.paper_id
            left join keying.entry settled
              on settled.paper_id = entry.paper_id and settled.field = entry.field and settled.pass = 3
            where entry.pass < 3 and entry.at >= :from and entry.at < :to and
            """;

    private final JdbcClient jdbc;

    KeyingFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<KeyingFigure> byOperator(Instant from, Instant to, AreaScope scope) {
        return ask("entry.operator", from, to, scope);
    }

    public List<KeyingFigure> byField(Instant from, Instant to, AreaScope scope) {
        return ask("entry.field", from, to, scope);
    }

    private List<KeyingFigure> ask(String by, Instant from, Instant to, AreaScope scope) {
        return Area.scoped(jdbc.sql(COUNTED.formatted(by) + Area.CLAUSE + " group by " + by + " order by " + by), scope)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, at) -> new KeyingFigure(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)))
                .list();
    }
}
