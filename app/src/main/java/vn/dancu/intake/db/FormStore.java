package vn.dancu.intake.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.intake.StoredForm;
import vn.dancu.intake.StoredVersion;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;

/** Forms and their versions in PostgreSQL. */
@Repository
public class FormStore {
    static final List<String> ITEM_COLUMNS =
            Stream.of(FormField.values()).map(FormField::column).toList();

    static final String IN_AREA = """
            (:everywhere
             or form.commune_code = any(:communes::text[])
             or form.commune_code || '/' || coalesce(form.residential_group, '') = any(:groups::text[]))
            """;

    private static final String ITEMS =
            ITEM_COLUMNS.stream().map(column -> "version." + column).collect(Collectors.joining(", "));
    private static final String CURRENT = """
            from intake.form form
            join intake.form_version version on version.form_id = form.id and version.version = form.current_version
            """;
    private static final int KEYS_AT_ONCE = 50_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    FormStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    public FormSet all() {
        return FormSet.ofKeys(keys("select id from intake.form"));
    }

    /** Keys of the set, households together: by household key, forms without one last. */
    @Transactional
    public long[] byHousehold(FormSet forms) {
        if (forms.size() > KEYS_AT_ONCE) {
            long[] all = keys("select id from intake.form order by household_key nulls last, id");
            return java.util.Arrays.stream(all)
                    .filter(key -> forms.contains(new FormId(key)))
                    .toArray();
        }
        return jdbc
                .sql("select id from intake.form where id = any(:keys) order by household_key nulls last, id")
                .param("keys", forms.keys())
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    private long[] keys(String query) {
        LongList keys = new LongList();
        template.query(query, row -> {
            keys.add(row.getLong(1));
        });
        return keys.toArray();
    }

    /** The current versions of these forms, in the order of the keys; a form that is gone is left out. */
    public List<StoredForm> load(long[] keys) {
        return jdbc.sql("select form.id, form.current_version, " + ITEMS + "\n" + CURRENT + """
                        join unnest(:keys::bigint[]) with ordinality chosen (id, place) on chosen.id = form.id
                        order by chosen.place
                        """)
                .param("keys", keys)
                .query((row, number) -> stored(row))
                .list();
    }

    public Optional<StoredForm> find(FormId form, AreaScope scope) {
        return scoped(
                        jdbc.sql("select form.id, form.current_version, " + ITEMS + "\n" + CURRENT
                                + "where form.id = :form and " + IN_AREA),
                        scope)
                .param("form", form.value())
                .query((row, number) -> stored(row))
                .optional();
    }

    /** Forms of one household in the area, in the order they came in. */
    public List<StoredForm> household(String householdKey, AreaScope scope) {
        return scoped(
                        jdbc.sql("select form.id, form.current_version, " + ITEMS + "\n" + CURRENT
                                + "where form.household_key = :household and " + IN_AREA + " order by form.id"),
                        scope)
                .param("household", householdKey)
                .query((row, number) -> stored(row))
                .list();
    }

    /** One version without its changes, oldest first. */
    public List<StoredVersion> versions(FormId form) {
        return jdbc.sql("""
                        select version.form_id, version.version, %s,
                               version.origin, version.created_at, version.created_by, version.copied_fields
                        from intake.form_version version
                        where version.form_id = :form order by version.version
                        """.formatted(ITEMS))
                .param("form", form.value())
                .query((row, number) -> new StoredVersion(
                        row.getInt("version"),
                        StoredVersion.Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)),
                        row.getTimestamp("created_at").toInstant(),
                        row.getString("created_by"),
                        fields((String[]) row.getArray("copied_fields").getArray()),
                        stored(row).form(),
                        List.of()))
                .list();
    }

    /** Whether a form has or had this number. */
    public boolean numberTaken(String formNo) {
        return jdbc.sql("""
                        select exists (select from intake.form where form_no = :formNo)
                            or exists (select from intake.former_number where form_no = :formNo)
                        """).param("formNo", formNo).query(Boolean.class).single();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the number was taken a moment ago */
    public FormId insert(CollectionForm form, Set<FormField> copied, String login, Instant at) {
        String columns = String.join(", ", FormKeys.COLUMNS);
        String marks = "?, ".repeat(FormKeys.COLUMNS.size());
        List<@Nullable Object> values = new ArrayList<>(java.util.Arrays.asList(FormKeys.of(form)));
        values.add(form.formNo());
        Long id = template.queryForObject(
                "insert into intake.form (" + columns + ", form_no) values (" + marks + "?) returning id",
                Long.class,
                values.toArray());
        FormId entered = new FormId(java.util.Objects.requireNonNull(id));
        addFirstVersion(entered, form, copied, login, at);
        return entered;
    }

    private void addFirstVersion(FormId id, CollectionForm form, Set<FormField> copied, String login, Instant at) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(id.value());
        values.add(1);
        values.add(StoredVersion.Origin.DESK.name().toLowerCase(Locale.ROOT));
        values.add(Timestamp.from(at));
        values.add(login);
        values.add(copied.stream().map(FormField::column).sorted().toArray(String[]::new));
        values.addAll(java.util.Arrays.asList(form.items()));
        template.update(
                "insert into intake.form_version (form_id, version, origin, created_at, created_by, copied_fields, "
                        + String.join(", ", ITEM_COLUMNS) + ") values (" + "?, ".repeat(values.size() - 1) + "?)",
                values.toArray());
    }

    static JdbcClient.StatementSpec scoped(JdbcClient.StatementSpec statement, AreaScope scope) {
        return statement
                .param("everywhere", scope.everywhere())
                .param("communes", scope.communes().toArray(new String[0]))
                .param("groups", scope.groups().toArray(new String[0]));
    }

    static Set<FormField> fields(String[] columns) {
        Set<FormField> fields = EnumSet.noneOf(FormField.class);
        for (String column : columns) {
            FormField.byColumn(column).ifPresent(fields::add);
        }
        return fields;
    }

    /** Key and version number in the first two columns, then the items. */
    private static StoredForm stored(ResultSet row) throws SQLException {
        @Nullable String[] items = new @Nullable String[ITEM_COLUMNS.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = row.getString(i + 3);
        }
        return new StoredForm(new FormId(row.getLong(1)), row.getInt(2), CollectionForm.of(items));
    }

    /** Keys as they come, without a box each. */
    private static final class LongList {
        private long[] values = new long[1024];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = java.util.Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        long[] toArray() {
            return java.util.Arrays.copyOf(values, size);
        }
    }
}
