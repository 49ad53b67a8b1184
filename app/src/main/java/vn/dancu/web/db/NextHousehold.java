package vn.dancu.web.db;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.journey.Queue;
import vn.dancu.journey.WorkQueues;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;

/** Where an officer goes on who is done with a household. */
@Repository
public class NextHousehold {
    private final JdbcClient jdbc;
    private final WorkQueues queues;

    NextHousehold(JdbcClient jdbc, WorkQueues queues) {
        this.queues = queues;
        this.jdbc = jdbc;
    }

    /** The first form of the queue in a household after this form's, in the order of the list; empty at the end. */
    @Transactional
    public Optional<FormId> after(Queue queue, AreaScope scope, FormId form) {
        queues.bringUpToDate();
        return Area.scoped(jdbc.sql("""
                        select form.form_id
                        from journey.waiting form
                        where form.queue = :queue and
                        """ + Area.CLAUSE + """
                          and (form.commune_code, form.residential_group, form.household_key)
                            > (select coalesce(this.commune_code, ''), coalesce(this.residential_group, ''),
                                      coalesce(this.household_key, '')
                               from intake.form this where this.id = :form)
                        order by form.commune_code, form.residential_group, form.household_key, form.form_id
                        limit 1
                        """), scope)
                .param("queue", queue.name())
                .param("form", form.value())
                .query((row, number) -> new FormId(row.getLong(1)))
                .optional();
    }
}
