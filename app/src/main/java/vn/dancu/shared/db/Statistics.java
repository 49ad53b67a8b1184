package vn.dancu.shared.db;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Planner statistics after a bulk load: ANALYZE is the owner's right, so the application asks a function of the owner. */
@Component
public class Statistics {
    private final JdbcClient jdbc;

    Statistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param tables names with schema */
    public void refresh(String... tables) {
        for (String table : tables) {
            jdbc.sql("select shared.refresh_statistics(cast(:table as regclass))")
                    .param("table", table)
                    .query((row, number) -> table)
                    .single();
        }
    }
}
