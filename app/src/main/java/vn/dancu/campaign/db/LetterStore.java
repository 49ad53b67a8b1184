package vn.dancu.campaign.db;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.campaign.Letters;

/** Letters in PostgreSQL. */
@Repository
public class LetterStore {
    private final JdbcClient jdbc;

    LetterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long insert(
            long announcement,
            @Nullable Long day,
            String commune,
            List<Long> entries,
            String purpose,
            String login,
            Instant at) {
        long run = jdbc.sql("""
                        insert into campaign.letter_run
                            (announcement_id, day_id, commune_code, letters, purpose, made_by, made_at)
                        values (:announcement, :day, :commune, :letters, :purpose, :by, :at)
                        returning id
                        """)
                .param("announcement", announcement)
                .param("day", day)
                .param("commune", commune)
                .param("letters", entries.size())
                .param("purpose", purpose)
                .param("by", login)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into campaign.letter (run_id, line, entry_id)
                        select :run, called.line, called.entry
                        from unnest(:entries::bigint[]) with ordinality as called (entry, line)
                        """)
                .param("run", run)
                .param("entries", entries.toArray(new Long[0]))
                .update();
        return run;
    }

    public List<Letters.Run> runs(long announcement, int limit) {
        return jdbc.sql("""
                        select id, letters, purpose, made_by, made_at from campaign.letter_run
                        where announcement_id = :announcement order by id desc limit :limit
                        """)
                .param("announcement", announcement)
                .param("limit", limit)
                .query((row, number) -> new Letters.Run(
                        row.getLong(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant()))
                .list();
    }
}
