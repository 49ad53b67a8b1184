package vn.dancu.custody.db;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Printed numbers in PostgreSQL. */
@Repository
public class PrintSeriesStore {
    private final JdbcClient jdbc;

    PrintSeriesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The lowest number of the series above all that were printed or that a form bears; its row is locked. */
    public long next(String series) {
        jdbc.sql("insert into custody.print_series (series, next_no) values (:series, 1) on conflict do nothing")
                .param("series", series)
                .update();
        long printed = jdbc.sql("select next_no from custody.print_series where series = :series for update")
                .param("series", series)
                .query(Long.class)
                .single();
        long borne = jdbc.sql("""
                        select coalesce(max(substr(borne.form_no, length(:series) + 1)::bigint), 0)
                        from (select form_no from intake.form where form_no like :series || '%'
                              union all
                              select form_no from intake.former_number where form_no like :series || '%') borne
                        where borne.form_no ~ ('^' || :series || '[0-9]{7}$')
                        """).param("series", series).query(Long.class).single();
        return Math.max(printed, borne + 1);
    }

    public void take(String series, long first, long last, String formVersion, String login, Instant at) {
        jdbc.sql("update custody.print_series set next_no = :next where series = :series")
                .param("next", last + 1)
                .param("series", series)
                .update();
        jdbc.sql("""
                        insert into custody.print_run (series, first_no, last_no, form_version, printed_by, printed_at)
                        values (:series, :first, :last, :formVersion, :login, :at)
                        """)
                .param("series", series)
                .param("first", first)
                .param("last", last)
                .param("formVersion", formVersion)
                .param("login", login)
                .param("at", Timestamp.from(at))
                .update();
    }
}
