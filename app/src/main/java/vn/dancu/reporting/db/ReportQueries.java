package vn.dancu.reporting.db;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.reporting.Figure;
import vn.dancu.reporting.ReportLine;

/** Figures of the official report, from the logs. */
@Repository
public class ReportQueries {
    private final JdbcClient jdbc;

    ReportQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Three moments, each the first that no longer counts, and what is known. */
    public record Moments(Instant earlier, Instant before, Instant now, Instant known) {}

    /** Counts of one residential group. */
    public record Place(String commune, String group, ReportLine counts) {}

    /** Who must be counted: until which birth (yyyyMMdd), of which residence. */
    private record Who(String residence, int born) {
        boolean isEverybody() {
            return residence.equals("BOTH") && born == Integer.MAX_VALUE;
        }
    }

    private Who who(Instant known) {
        return jdbc.sql("""
                        select residence, coalesce(to_char(born_up_to, 'YYYYMMDD')::integer, 2147483647)
                        from campaign.who_counts where set_at <= :known order by id desc limit 1
                        """)
                .param("known", Timestamp.from(known))
                .query((row, number) -> new Who(row.getString(1), row.getInt(2)))
                .optional()
                .orElse(new Who("BOTH", Integer.MAX_VALUE));
    }

    /**
     * What forms count for, by commune and residential group; figures of the campaign are 0 here.
     *
     * @param communes only these; null for everywhere
     */
    @Transactional
    public List<Place> counts(Moments moments, @org.jspecify.annotations.Nullable Set<String> communes) {
        // One row of memory for each form: of a million, more than a query is usually given.
        jdbc.sql("select set_config('work_mem', '256MB', true)")
                .query(String.class)
                .single();
        Who who = who(moments.known());
        JdbcClient.StatementSpec statement = jdbc.sql(ReportSql.counts(communes == null, who.isEverybody()))
                .param("t0", Timestamp.from(moments.earlier()))
                .param("t1", Timestamp.from(moments.before()))
                .param("t2", Timestamp.from(moments.now()))
                .param("known", Timestamp.from(moments.known()));
        if (!who.isEverybody()) {
            statement = statement.param("born", who.born()).param("residence", who.residence());
        }
        if (communes != null) {
            statement = statement.param("communes", communes.toArray(new String[0]));
        }
        int figures = ReportSql.FIGURES.size();
        return statement
                .query((row, number) -> {
                    List<List<Long>> moment = new ArrayList<>();
                    for (int i = 0; i < 3; i++) {
                        Long[] counts = new Long[Figure.values().length];
                        java.util.Arrays.fill(counts, 0L);
                        for (int j = 0; j < figures; j++) {
                            counts[ReportSql.FIGURES.get(j).ordinal()] = row.getLong(3 + i * figures + j);
                        }
                        moment.add(List.of(counts));
                    }
                    String group = row.getString(2);
                    return new Place(
                            row.getString(1),
                            group,
                            new ReportLine(group, moment.get(0), moment.get(1), moment.get(2)));
                })
                .list();
    }
}
