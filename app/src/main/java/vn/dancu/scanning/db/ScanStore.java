package vn.dancu.scanning.db;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.scanning.ScanLine;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.db.ChosenForms;

/** Scan lists in PostgreSQL. */
@Repository
public class ScanStore {
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ChosenForms chosenForms;

    ScanStore(JdbcClient jdbc, JdbcTemplate template, ChosenForms chosenForms) {
        this.jdbc = jdbc;
        this.template = template;
        this.chosenForms = chosenForms;
    }

    /** A form that a line may name; texts are empty, never null. */
    public record Known(long id, String communeCode, String residentialGroup, boolean scanned) {}

    public Map<String, Known> known(Collection<String> formNumbers) {
        Map<String, Known> known = new HashMap<>();
        jdbc.sql("""
                        select form.form_no, form.id, coalesce(form.commune_code, ''),
                               coalesce(form.residential_group, ''), scan.form_id is not null
                        from unnest(:numbers::text[]) as wanted (form_no)
                        join intake.form form on form.form_no = wanted.form_no
                        left join scanning.scanned_form scan on scan.form_id = form.id
                        """).param("numbers", formNumbers.toArray(new String[0])).query(row -> {
            known.put(
                    row.getString(1), new Known(row.getLong(2), row.getString(3), row.getString(4), row.getBoolean(5)));
        });
        return known;
    }

    public Set<String> imagesKnown(Collection<String> digests) {
        return new HashSet<>(jdbc.sql("""
                        select image_sha256 from scanning.scanned_form where image_sha256 = any(:digests::text[])
                        """)
                .param("digests", digests.toArray(new String[0]))
                .query(String.class)
                .list());
    }

    public void insert(String name, Map<Long, ScanLine> lines, String login, Instant at) {
        if (lines.isEmpty()) {
            return;
        }
        long list = jdbc.sql("""
                        insert into scanning.scan_list (name, taken_in_by, taken_in_at, lines)
                        values (:name, :login, :at, :lines) returning id
                        """)
                .param("name", name)
                .param("login", login)
                .param("at", Timestamp.from(at))
                .param("lines", lines.size())
                .query(Long.class)
                .single();
        List<Object[]> rows = lines.entrySet().stream()
                .map(entry -> new Object[] {
                    entry.getKey(),
                    list,
                    entry.getValue().pages(),
                    entry.getValue().imageSha256()
                })
                .toList();
        template.batchUpdate(
                "insert into scanning.scanned_form (form_id, scan_list_id, pages, image_sha256) values (?, ?, ?, ?)",
                rows);
    }

    public FormSet scanned(FormSet forms) {
        chosenForms.stage(forms);
        return FormSet.ofKeys(jdbc.sql("""
                                select chosen.id from chosen_form chosen
                                join scanning.scanned_form scan on scan.form_id = chosen.id
                                """).query(Long.class).list().stream()
                .mapToLong(Long::longValue)
                .toArray());
    }
}
