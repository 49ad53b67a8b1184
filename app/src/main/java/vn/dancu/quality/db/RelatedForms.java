package vn.dancu.quality.db;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.db.ChosenForms;

/** Which other forms speak about a few: their households, and whoever shares a number, a name or a birthday. */
@Repository
public class RelatedForms {
    private static final int DAYS = 13 * 32;

    private static final String CHOSEN = """
            select form.id, form.household_key, form.personal_id_digits, form.old_id_digits,
                   form.name_folded, form.birth_packed
            from chosen_form chosen join intake.form form on form.id = chosen.id
            """;

    private static final String TYPED = """
            select cast(-1 as bigint) as id, cast(:household as text) as household_key,
                   cast(:personal as text) as personal_id_digits, cast(:old as text) as old_id_digits,
                   cast(:name as text) as name_folded, cast(:birth as integer) as birth_packed
            """;

    private static final String HOUSEHOLD = """
            with looked_at as materialized (%s)
            select form.id from looked_at join intake.form form on form.id = looked_at.id
            union
            select form.id from looked_at join intake.form form on form.household_key = looked_at.household_key
            """;

    private static final String EVIDENCE = """
            with looked_at as materialized (%s)
            select form.id from looked_at
            join intake.form form on form.personal_id_digits = looked_at.personal_id_digits
            union
            select form.id from looked_at
            cross join generate_series(-4, 4) as step
            join intake.form form
                on form.personal_id_digits = lpad((looked_at.personal_id_digits::bigint + step)::text, 12, '0')
            where looked_at.personal_id_digits is not null
            union
            select form.id from looked_at
            join intake.form form on form.old_id_digits = looked_at.old_id_digits
            union
            select form.id from looked_at
            join intake.form form on string_to_array(form.name_folded, ' ') @> string_to_array(looked_at.name_folded, ' ')
                and form.name_folded = looked_at.name_folded
                and form.birth_packed = looked_at.birth_packed
            """;

    private final JdbcClient jdbc;
    private final ChosenForms chosenForms;

    RelatedForms(JdbcClient jdbc, ChosenForms chosenForms) {
        this.jdbc = jdbc;
        this.chosenForms = chosenForms;
    }

    /**
     * @param household the forms themselves and their households
     * @param evidence other forms with a number, or a name and birth date, of theirs
     */
    public record Keys(FormSet household, FormSet evidence) {}

    public Keys of(FormSet chosen) {
        chosenForms.stage(chosen);
        return keys(CHOSEN, Map.of(), FormSet.ofKeys());
    }

    /** For a paper half typed; an earlier version of the same paper is not looked at. */
    public Keys of(CollectionForm typed) {
        Map<String, @Nullable Object> values = new HashMap<>();
        PartialDate birth = typed.birthDate().date();
        values.put("household", typed.householdKey());
        values.put(
                "personal",
                typed.personalId() == null ? null : typed.personalId().digits());
        values.put("old", typed.oldId() == null ? null : typed.oldId().digits());
        values.put("name", typed.fullName().folded());
        values.put("birth", birth == null ? null : birth.packed());
        FormSet itself =
                FormSet.ofKeys(ids("select id from intake.form where form_no = :no", Map.of("no", typed.formNo())));
        return keys(TYPED, values, itself);
    }

    private Keys keys(String lookedAt, Map<String, ?> values, FormSet itself) {
        FormSet household = FormSet.ofKeys(LongStream.of(ids(HOUSEHOLD.formatted(lookedAt), values))
                .filter(id -> Arrays.binarySearch(itself.keys(), id) < 0)
                .toArray());
        long[] members = household.keys();
        long[] evidence = LongStream.of(ids(EVIDENCE.formatted(lookedAt), values))
                .filter(id -> Arrays.binarySearch(members, id) < 0 && Arrays.binarySearch(itself.keys(), id) < 0)
                .toArray();
        return new Keys(household, FormSet.ofKeys(evidence));
    }

    private long[] ids(String query, Map<String, ?> values) {
        return jdbc.sql(query).params(values).query(Long.class).list().stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    /** Takes the birthdays of one residential group, by month × 32 + day. */
    public interface GroupSink {
        void take(String commune, String group, int[] countsByDay);
    }

    /** Birthdays in every residential group that the forms name. */
    public void birthdays(List<CollectionForm> forms, GroupSink sink) {
        Map<List<String>, int[]> groups = new LinkedHashMap<>();
        for (CollectionForm form : forms) {
            String commune = form.written(FormField.COMMUNE_CODE);
            String group = form.written(FormField.RESIDENTIAL_GROUP);
            if (commune != null && group != null) {
                groups.putIfAbsent(List.of(commune.strip(), group.strip()), new int[DAYS]);
            }
        }
        jdbc.sql("""
                        select form.commune_code, form.residential_group, form.birth_packed % 10000, count(*)
                        from unnest(:communes::text[], :groups::text[]) as named (commune_code, residential_group)
                        join intake.form form on form.commune_code = named.commune_code
                            and form.residential_group = named.residential_group
                        where form.birth_packed % 100 > 0
                        group by 1, 2, 3
                        """)
                .param(
                        "communes",
                        groups.keySet().stream().map(key -> key.get(0)).toArray(String[]::new))
                .param("groups", groups.keySet().stream().map(key -> key.get(1)).toArray(String[]::new))
                .query(row -> {
                    int[] counts = groups.get(List.of(row.getString(1), row.getString(2)));
                    int day = row.getInt(3);
                    if (counts != null) {
                        counts[day / 100 * 32 + day % 100] = row.getInt(4);
                    }
                });
        groups.forEach((key, counts) -> sink.take(key.get(0), key.get(1), counts));
    }

    /** How many forms a collector filled in within a commune on a day. */
    public int load(String commune, String collector, LocalDate day) {
        return jdbc.sql("""
                        select count(*) from intake.form
                        where commune_code = :commune and collector = :collector and collected_on = :day
                        """)
                .param("commune", commune.strip())
                .param("collector", collector.strip())
                .param("day", day)
                .query(Integer.class)
                .single();
    }
}
