package vn.dancu.reporting.db;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.shared.FormId;
import vn.dancu.shared.Role;

/** In which samples a form stands. */
@Repository
public class SampleQueries {
    private final JdbcClient jdbc;

    SampleQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Order numbers of inspections led by this role whose sample in force has the form, the newest first. */
    public List<String> ordersOf(FormId form, Role ledAs) {
        return jdbc.sql("""
                        select inspection.order_no
                        from reporting.inspection_form sampled
                        join reporting.inspection_draw draw on draw.id = sampled.draw_id
                        join reporting.inspection inspection on inspection.id = draw.inspection_id
                        where sampled.form_id = :form and inspection.led_as = :role
                          and not exists (select from reporting.inspection_draw later
                                          where later.inspection_id = draw.inspection_id
                                            and later.draw_no > draw.draw_no)
                        order by inspection.id desc
                        """)
                .param("form", form.value())
                .param("role", ledAs.name())
                .query(String.class)
                .list();
    }
}
