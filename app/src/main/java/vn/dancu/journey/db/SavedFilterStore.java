package vn.dancu.journey.db;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.journey.Queue;
import vn.dancu.journey.QueueFilter;
import vn.dancu.journey.SavedFilters.Saved;

/** Saved filters, by owner. */
@Repository
public class SavedFilterStore {
    private final JdbcClient jdbc;

    SavedFilterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Saved> of(String owner) {
        return jdbc.sql("""
                        select id, name, queue, commune_code, residential_group, holder, days, words, view, sort,
                               archive_state
                        from journey.saved_filter where owner = :owner order by name, id
                        """)
                .param("owner", owner)
                .query((row, number) -> new Saved(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3).equals(WaitingStore.ALL) ? null : Queue.valueOf(row.getString(3)),
                        new QueueFilter(
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getInt(7),
                                row.getString(8),
                                row.getString(11)),
                        row.getString(9),
                        row.getString(10)))
                .list();
    }

    public void keep(
            String owner,
            String name,
            @Nullable Queue queue,
            QueueFilter filter,
            String view,
            String sort,
            Instant at) {
        jdbc.sql("""
                        insert into journey.saved_filter
                            (owner, name, queue, commune_code, residential_group, holder, days, words, view, sort,
                             archive_state, created_at)
                        values (:owner, :name, :queue, :commune, :group, :holder, :days, :words, :view, :sort,
                                :archive, :at)
                        on conflict on constraint one_filter_of_a_name do update set queue = excluded.queue,
                            commune_code = excluded.commune_code, residential_group = excluded.residential_group,
                            holder = excluded.holder, days = excluded.days, words = excluded.words,
                            archive_state = excluded.archive_state, view = excluded.view, sort = excluded.sort, created_at = excluded.created_at
                        """)
                .param("owner", owner)
                .param("name", name)
                .param("queue", queue == null ? WaitingStore.ALL : queue.name())
                .param("commune", filter.commune())
                .param("group", filter.group())
                .param("holder", filter.holder())
                .param("days", filter.days())
                .param("words", filter.words())
                .param("archive", filter.archive())
                .param("view", view)
                .param("sort", sort)
                .param("at", Timestamp.from(at))
                .update();
    }

    public boolean drop(long id, String owner) {
        return jdbc.sql("delete from journey.saved_filter where id = :id and owner = :owner")
                        .param("id", id)
                        .param("owner", owner)
                        .update()
                == 1;
    }
}
