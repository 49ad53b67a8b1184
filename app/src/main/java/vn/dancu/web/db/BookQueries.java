package vn.dancu.web.db;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.civil.text.VietnameseText;
import vn.dancu.shared.AreaScope;

/** People whom only the residence book knows, for whoever searches and finds no form. */
@Repository
public class BookQueries {
    private final JdbcClient jdbc;

    BookQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line of a residence book that no form is linked to. */
    public record BookLine(
            long id,
            String entryNo,
            @Nullable String fullName,
            @Nullable String birthDate,
            @Nullable String sex,
            @Nullable String commune,
            @Nullable String group,
            @Nullable String bookNo) {
        /** The number of the line only. */
        @Override
        public String toString() {
            return "BookLine[" + entryNo + "]";
        }
    }

    /**
     * Lines that stand (not struck off) in the area, by number or by name, at most {@code limit}.
     *
     * @param year of birth; null for any
     */
    @Transactional(readOnly = true)
    public List<BookLine> withoutForm(
            String text, @Nullable Integer year, @Nullable String commune, AreaScope scope, int limit) {
        boolean number = text.chars().anyMatch(Character::isDigit);
        String joined = text.replaceAll("[\\s.]", "");
        String condition = number ? """
                (entry.personal_id_digits = :number or entry.old_id_digits = :number
                 or left(entry.household_book_no, 100) = :number or entry.entry_no = :number)
                """ : """
                string_to_array(entry.name_folded, ' ') @> :words::text[]
                and (cast(:year as integer) is null
                     or entry.birth_packed between :year * 10000 and :year * 10000 + 9999)
                """;
        // Whether the names or the area leave fewer lines depends on these very words, and this very area.
        jdbc.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)")
                .query(row -> {});
        String each = """
                select entry.id, entry.entry_no, entry.full_name, entry.birth_date, entry.sex, entry.commune_code,
                       entry.residential_group, entry.household_book_no
                from sources.residence_entry entry
                where entry.removed_on is null and entry.removal_reason is null
                  and (select comparison.form_id from reconciliation.comparison comparison
                       where comparison.residence_entry_id = entry.id limit 1) is null
                  and %s and %s limit %d
                """;
        String sql = scope.everywhere() && commune == null
                ? each.formatted(condition, "true", limit)
                : """
                select found.* from unnest(:communes::text[]) place (commune)
                cross join lateral (%s) found
                union all
                select found.* from unnest(:cellCommunes::text[], :cellGroups::text[]) place (commune, grp)
                cross join lateral (%s) found
                limit %d
                """.formatted(
                                each.formatted(condition, "entry.commune_code = place.commune", limit),
                                each.formatted(
                                        condition,
                                        "entry.commune_code = place.commune and entry.residential_group = place.grp",
                                        limit),
                                limit);
        JdbcClient.StatementSpec statement = jdbc.sql(sql).params(places(scope, commune));
        statement = number
                ? statement.param("number", joined)
                : statement
                        .param(
                                "words",
                                Arrays.stream(VietnameseText.fold(text).split(" "))
                                        .distinct()
                                        .toArray(String[]::new))
                        .param("year", year);
        return statement
                .query((row, at) -> new BookLine(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)))
                .list();
    }

    /** Whole communes and single groups, each list at the same places. */
    private static Map<String, String[]> places(AreaScope scope, @Nullable String commune) {
        List<String> communes = scope.communes().stream()
                .filter(code -> commune == null || commune.equals(code))
                .toList();
        if (scope.everywhere()) {
            communes = commune == null ? List.of() : List.of(commune);
        }
        List<String> cellCommunes = new ArrayList<>();
        List<String> cellGroups = new ArrayList<>();
        for (String group : new TreeSet<>(scope.groups())) {
            String code = group.substring(0, group.indexOf('/'));
            if (!scope.everywhere() && !communes.contains(code) && (commune == null || commune.equals(code))) {
                cellCommunes.add(code);
                cellGroups.add(group.substring(code.length() + 1));
            }
        }
        return Map.of(
                "communes", communes.toArray(new String[0]),
                "cellCommunes", cellCommunes.toArray(new String[0]),
                "cellGroups", cellGroups.toArray(new String[0]));
    }

    /** Keys of forms in the area by the number of their paper; those of other areas are left out. */
    @Transactional(readOnly = true)
    public Map<String, Long> formsByNumber(Collection<String> numbers, AreaScope scope) {
        Map<String, Long> forms = new HashMap<>();
        Area.scoped(jdbc.sql("""
                                select form.form_no, form.id from intake.form form
                                where form.form_no = any(:numbers::text[]) and
                                """ + Area.CLAUSE), scope)
                .param("numbers", numbers.toArray(new String[0]))
                .query(row -> {
                    forms.put(row.getString(1), row.getLong(2));
                });
        return forms;
    }
}
