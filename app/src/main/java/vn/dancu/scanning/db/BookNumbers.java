package vn.dancu.scanning.db;

import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Personal numbers of the residence books, for the reader of scanned numbers. */
@Repository
public class BookNumbers {
    private final JdbcClient jdbc;

    BookNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Twelve digits each, as numbers; in no order. */
    @Transactional(readOnly = true)
    public long[] personalNumbers() {
        try (Stream<Long> numbers = jdbc.sql("""
                        select distinct entry.personal_id_digits::bigint from sources.residence_entry entry
                        where length(entry.personal_id_digits) = 12
                        """).query(Long.class).stream()) {
            return numbers.mapToLong(Long::longValue).toArray();
        }
    }
}
