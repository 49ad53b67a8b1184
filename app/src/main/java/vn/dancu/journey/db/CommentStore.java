package vn.dancu.journey.db;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.journey.Comment;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;

/** Comments on forms; never changed. */
@Repository
public class CommentStore {
    private final JdbcClient jdbc;

    CommentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this comment of the form may be answered. */
    public boolean begins(FormId form, long comment) {
        return jdbc.sql("""
                        select exists (select from journey.comment
                                       where id = :comment and form_id = :form and reply_to is null)
                        """)
                .param("comment", comment)
                .param("form", form.value())
                .query(Boolean.class)
                .single();
    }

    /** @return false when the author said the same before */
    public boolean insert(FormId form, @Nullable Long replyTo, Actor author, String text, String once, Instant at) {
        return jdbc.sql("""
                        insert into journey.comment (form_id, version, reply_to, author, role, at, content, once)
                        select form.id, form.current_version, :replyTo, :author, :role, :at, :text, :once
                        from intake.form form where form.id = :form
                        on conflict on constraint comment_is_said_once do nothing
                        """)
                        .param("form", form.value())
                        .param("replyTo", replyTo)
                        .param("author", author.login())
                        .param("role", author.role().name())
                        .param("at", Timestamp.from(at))
                        .param("text", text)
                        .param("once", once)
                        .update()
                == 1;
    }

    public List<Comment> of(FormId form) {
        return jdbc.sql("""
                        select id, version, reply_to, author, role, at, content
                        from journey.comment where form_id = :form
                        order by coalesce(reply_to, id), id
                        """)
                .param("form", form.value())
                .query((row, number) -> new Comment(
                        row.getLong("id"),
                        row.getInt("version"),
                        row.getObject("reply_to", Long.class),
                        row.getString("author"),
                        row.getString("role"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("content")))
                .list();
    }
}
