package vn.dancu.reporting.db;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.journey.Stage;
import vn.dancu.reporting.BehindFigure;
import vn.dancu.reporting.FormBehind;
import vn.dancu.reporting.Measure;
import vn.dancu.shared.AreaScope;

/** The forms behind a figure. */
@Repository
public class CountQueries {
    private final JdbcClient jdbc;

    CountQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Forms behind a figure in the order of their keys, after the one of that key. */
    @Transactional(readOnly = true)
    public List<FormBehind> behind(BehindFigure which, AreaScope scope, long afterId, int limit, Instant now) {
        return jdbc.sql("select form.id, form.form_no, coalesce(form.commune_code, ''),"
                        + " coalesce(form.residential_group, ''), coalesce(form.collector, ''), state.stage,"
                        + " state.since, comparison.outcome, state.hold_since " + MeasureSql.FROM + " where "
                        + MeasureSql.condition(which.measure()) + " and " + MeasureSql.IN_AREA + """
                         and (:commune = '' or form.commune_code = :commune)
                         and (:group = '' or form.residential_group = :group)
                         and (:collector = '' or form.collector = :collector)
                         and form.id > :after and (cast(:weekAgo as timestamptz) is not null)
                        order by form.id limit :limit
                        """)
                .param("everywhere", scope.everywhere())
                .param("communes", scope.communes().toArray(new String[0]))
                .param("groups", scope.groups().toArray(new String[0]))
                .param("commune", which.commune())
                .param("group", which.group())
                .param("collector", which.collector())
                .param("after", afterId)
                .param("weekAgo", weekAgo(now))
                .param("limit", limit)
                .query((row, number) -> new FormBehind(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        Stage.valueOf(row.getString(6)),
                        row.getTimestamp(7).toInstant(),
                        row.getString(8),
                        row.getTimestamp(9) == null ? null : row.getTimestamp(9).toInstant()))
                .list();
    }

    private static Timestamp weekAgo(Instant now) {
        return Timestamp.from(now.minus(Duration.ofDays(Measure.STANDING_DAYS)));
    }
}
