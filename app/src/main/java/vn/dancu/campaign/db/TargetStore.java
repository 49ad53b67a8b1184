package vn.dancu.campaign.db;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.campaign.Target;

/** Targets in PostgreSQL. */
@Repository
public class TargetStore {
    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    TargetStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    public void save(Collection<Target> targets, String login, Instant at) {
        template.batchUpdate(
                """
                insert into campaign.target
                    (commune_code, residential_group, persons, as_of, source, set_by, set_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (commune_code, residential_group, as_of) do update set
                    persons = excluded.persons, source = excluded.source,
                    set_by = excluded.set_by, set_at = excluded.set_at
                """,
                targets.stream()
                        .map(target -> new Object[] {
                            target.communeCode(),
                            target.residentialGroup(),
                            target.persons(),
                            Date.valueOf(target.asOf()),
                            target.source(),
                            login,
                            Timestamp.from(at)
                        })
                        .toList());
    }

    public List<Target> asOf(LocalDate day) {
        return jdbc.sql("""
                        select distinct on (commune_code, residential_group)
                               commune_code, residential_group, persons, as_of, source
                        from campaign.target
                        where as_of <= :day
                        order by commune_code, residential_group, as_of desc
                        """)
                .param("day", Date.valueOf(day))
                .query((row, number) -> target(row))
                .list();
    }

    private static Target target(ResultSet row) throws SQLException {
        return new Target(
                row.getString("commune_code"),
                row.getString("residential_group"),
                row.getInt("persons"),
                row.getDate("as_of").toLocalDate(),
                row.getString("source"));
    }

    public List<Target> all() {
        return jdbc.sql("""
                        select commune_code, residential_group, persons, as_of, source
                        from campaign.target order by as_of, commune_code, residential_group
                        """).query((row, number) -> target(row)).list();
    }
}
