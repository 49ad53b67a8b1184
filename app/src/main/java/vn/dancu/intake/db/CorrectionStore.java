package vn.dancu.intake.db;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.StoredVersion;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.db.ChosenForms;
import vn.dancu.shared.db.CopyIn;

/** Further versions of forms, a set at a time. */
@Repository
public class CorrectionStore {
    private static final List<String> VERSION_COLUMNS = Stream.concat(
                    Stream.of("form_id", "version", "origin", "created_at", "created_by"),
                    FormStore.ITEM_COLUMNS.stream())
            .toList();
    private static final String UPDATE = "update intake.form set "
            + FormKeys.COLUMNS.stream().map(column -> column + " = ?").collect(Collectors.joining(", "))
            + ", form_no = ?, current_version = ? where id = ?";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ChosenForms chosenForms;
    private final CopyIn copyIn;

    CorrectionStore(JdbcClient jdbc, JdbcTemplate template, ChosenForms chosenForms, CopyIn copyIn) {
        this.jdbc = jdbc;
        this.template = template;
        this.chosenForms = chosenForms;
        this.copyIn = copyIn;
    }

    /** The current version and where the form lies. */
    public record Locked(
            int version,
            String formNo,
            @Nullable String communeCode,
            @Nullable String residentialGroup) {}

    /** Locks the forms, in the order of their keys, until the transaction ends. */
    public Map<Long, Locked> lock(FormSet forms) {
        chosenForms.stage(forms);
        Map<Long, Locked> locked = new HashMap<>();
        jdbc.sql("""
                        select form.id, form.current_version, form.form_no, form.commune_code, form.residential_group
                        from chosen_form chosen
                        join intake.form form on form.id = chosen.id
                        order by form.id for update of form
                        """).query(row -> {
            locked.put(row.getLong(1), new Locked(row.getInt(2), row.getString(3), row.getString(4), row.getString(5)));
        });
        return locked;
    }

    /** Those of these numbers that a form has or had. */
    public Set<String> taken(Collection<String> formNumbers) {
        return new HashSet<>(jdbc.sql("""
                        select form_no from intake.form where form_no = any(:numbers::text[])
                        union select form_no from intake.former_number where form_no = any(:numbers::text[])
                        """)
                .param("numbers", formNumbers.toArray(new String[0]))
                .query(String.class)
                .list());
    }

    /** @param formerNo the number that the form gave up; null when it keeps its number */
    public record Written(
            FormId form, int version, @Nullable String formerNo, CollectionForm changed) {}

    /** Each further version becomes the current one; numbers that were given up are remembered. */
    public void write(List<Written> corrections, String login, Instant at) {
        if (corrections.isEmpty()) {
            return;
        }
        String origin = StoredVersion.Origin.CORRECTION.name().toLowerCase(Locale.ROOT);
        copyIn.into("intake.form_version", VERSION_COLUMNS, rows -> {
            for (Written written : corrections) {
                List<@Nullable Object> values =
                        new ArrayList<>(List.of(written.form().value(), written.version(), origin, at, login));
                values.addAll(Arrays.asList(written.changed().items()));
                rows.add(values.toArray());
            }
        });
        template.batchUpdate(
                UPDATE, corrections.stream().map(CorrectionStore::update).toList());
        template.batchUpdate(
                "insert into intake.former_number (form_no, form_id) values (?, ?) on conflict do nothing",
                corrections.stream()
                        .filter(written -> written.formerNo() != null)
                        .map(written ->
                                new Object[] {written.formerNo(), written.form().value()})
                        .toList());
    }

    private static @Nullable Object[] update(Written written) {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(FormKeys.of(written.changed())));
        values.add(written.changed().formNo());
        values.add(written.version());
        values.add(written.form().value());
        return values.toArray();
    }
}
