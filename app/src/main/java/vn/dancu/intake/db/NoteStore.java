package vn.dancu.intake.db;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.intake.Notes.Note;

/** Notes being written, one row an officer and key. */
@Repository
public class NoteStore {
    private final JdbcClient jdbc;

    NoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(String owner, String key, String text, Instant at) {
        jdbc.sql("""
                        insert into intake.note_draft (owner, key, content, kept_at)
                        values (:owner, :key, :text, :at)
                        on conflict (owner, key) do update set content = excluded.content, kept_at = excluded.kept_at
                        """)
                .param("owner", owner)
                .param("key", key)
                .param("text", text)
                .param("at", Timestamp.from(at))
                .update();
    }

    public List<Note> find(String owner, List<String> keys) {
        return jdbc.sql("""
                        select key, content, kept_at from intake.note_draft
                        where owner = :owner and key = any(:keys::text[]) order by key
                        """)
                .param("owner", owner)
                .param("keys", keys.toArray(new String[0]))
                .query((row, number) -> new Note(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .list();
    }

    public void discard(String owner, List<String> keys) {
        jdbc.sql("delete from intake.note_draft where owner = :owner and key = any(:keys::text[])")
                .param("owner", owner)
                .param("keys", keys.toArray(new String[0]))
                .update();
    }

    public void forget(String owner, Instant before) {
        jdbc.sql("delete from intake.note_draft where owner = :owner and kept_at < :before")
                .param("owner", owner)
                .param("before", Timestamp.from(before))
                .update();
    }
}
