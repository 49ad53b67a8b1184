package vn.dancu.web.db;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.shared.AreaScope;

/** People of the residence book of one place whose names begin as somebody types. */
@Repository
public class BookNameQueries {
    private final JdbcClient jdbc;

    BookNameQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody in the book. */
    public record Entry(
            String entryNo, String fullName, @Nullable String birthDate) {
        /** Without the name. */
        @Override
        public String toString() {
            return "Entry[" + entryNo + "]";
        }
    }

    /**
     * @param folded the beginning of the name, folded; never empty
     * @param residentialGroup empty: the whole commune
     */
    @Transactional(readOnly = true)
    public List<Entry> beginning(
            String folded, String communeCode, String residentialGroup, int most, AreaScope scope) {
        return Area.scoped(jdbc.sql("""
                                select entry.entry_no, entry.full_name, entry.birth_date
                                from sources.residence_entry entry
                                where entry.commune_code = :commune
                                  and (:group = '' or entry.residential_group = :group)
                                  and starts_with(entry.name_folded, :folded)
                                  and entry.full_name is not null
                                  and entry.removed_on is null and entry.removal_reason is null
                                  and
                                """ + Area.of("entry") + " order by entry.sort_key, entry.id limit :most"), scope)
                .param("commune", communeCode)
                .param("group", residentialGroup)
                .param("folded", folded)
                .param("most", most)
                .query((row, at) -> new Entry(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }
}
