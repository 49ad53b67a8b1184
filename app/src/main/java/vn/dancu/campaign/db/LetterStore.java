package vn.dancu.campaign.db;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.campaign.Letters;

/** Letters and the right to make them, in PostgreSQL. */
@Repository
public class LetterStore {
    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    LetterStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    public void setRight(String login, boolean given, String note, String by, Instant at) {
        jdbc.sql("""
                        insert into campaign.letter_right (login, given, note, changed_by, changed_at)
                        values (:login, :given, :note, :by, :at)
                        """)
                .param("login", login)
                .param("given", given)
                .param("note", note)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    public boolean hasRight(String login) {
        return jdbc.sql("select given from campaign.letter_right where login = :login order by id desc limit 1")
                .param("login", login)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    public List<String> holders() {
        return jdbc.sql("""
                        select login from (select distinct on (login) login, given
                                           from campaign.letter_right order by login, id desc) latest
                        where given order by login
                        """).query(String.class).list();
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
        List<Object[]> lines = new ArrayList<>();
        for (long entry : entries) {
            lines.add(new Object[] {run, lines.size() + 1, entry});
        }
        template.batchUpdate("insert into campaign.letter (run_id, line, entry_id) values (?, ?, ?)", lines);
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
