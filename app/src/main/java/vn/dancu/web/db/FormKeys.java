package vn.dancu.web.db;

import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The key of a form by its number, which is all that somebody has who may not see the form itself. */
@Repository
public class FormKeys {
    private final JdbcClient jdbc;

    FormKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param number as it is printed, or as it was before a correction; letters large or small */
    @Transactional(readOnly = true)
    public Optional<Long> byNumber(String number) {
        return jdbc.sql("""
                        select id from (
                            select form.id, 0 as rank from intake.form form where form.form_no = :number
                            union all
                            select former.form_id, 1 from intake.former_number former where former.form_no = :number) found
                        order by rank limit 1
                        """)
                .param("number", number.strip().toUpperCase(Locale.ROOT))
                .query(Long.class)
                .optional();
    }
}
