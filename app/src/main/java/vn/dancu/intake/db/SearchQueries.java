package vn.dancu.intake.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.intake.FormSearch;
import vn.dancu.intake.FormSearch.Count;
import vn.dancu.intake.FormSearch.Cursor;
import vn.dancu.intake.FormSummary;
import vn.dancu.shared.AreaScope;

/**
 * Finds forms. Few hits are read by the word index and sorted; of many («nguyen van») the first of each commune are read in
 * the order of the list, until a page is full, which is soon because they are many. So nobody waits for a third of a city.
 */
@Repository
public class SearchQueries {
    private static final int FEW = 2_000;

    /** Forms of a city from which on a name is looked for by walking, as the word index alone takes as long as a page may. */
    private static final int FREQUENT = 4_000;

    /** «More than so many» is enough to be told of a frequent name, where they are found among that many forms. */
    private static final int ENOUGH = 250;

    private static final int SAMPLE = 20_000;
    private static final Pattern ROWS = Pattern.compile("\"Plan Rows\": ([0-9.]+)");

    private static final int MOST_NEAR = 30;

    private static final String WORDS = "string_to_array(form.name_folded, ' ') @> :words::text[]";
    private static final String NEAR = "string_to_array(form.name_folded, ' ') && :near::text[]";
    private static final String NUMBER = """
            (form.form_no = any(:numbers::text[])
             or form.personal_id_digits = any(:numbers::text[])
             or form.old_id_digits = any(:numbers::text[])
             or form.household_key = any(:books::text[])
             or form.id in (select former.form_id from intake.former_number former
                            where former.form_no = any(:numbers::text[])))
            """;

    private final JdbcClient jdbc;
    private final FormQueries queries;

    SearchQueries(JdbcClient jdbc, FormQueries queries) {
        this.jdbc = jdbc;
        this.queries = queries;
    }

    /** What a search asks for, and what its placeholders stand for. */
    private record Asked(String condition, Map<String, Object> values, boolean isByName) {}

    public FormSearch.Page byNumber(String[] numbers, FormSearch search, AreaScope scope) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("numbers", numbers);
        values.put("books", Arrays.stream(numbers).map(number -> "B:" + number).toArray(String[]::new));
        return page(new Asked(NUMBER, values, false), search, scope);
    }

    public FormSearch.Page byWords(String[] words, FormSearch search, AreaScope scope) {
        return page(asked(WORDS, words, search.birthYear(), 0), search, scope);
    }

    private static Asked asked(String condition, String[] words, @Nullable Integer year, int slack) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("words", words);
        if (year == null) {
            return new Asked(condition, values, true);
        }
        values.put("fromBirth", (year - slack) * 10_000);
        values.put("toBirth", (year + slack) * 10_000 + 9_999);
        return new Asked(condition + " and form.birth_packed between :fromBirth and :toBirth", values, true);
    }

    private FormSearch.Page page(Asked asked, FormSearch search, AreaScope scope) {
        // The plan depends on how frequent these very words are.
        jdbc.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)")
                .query(row -> {});
        Places places = Places.of(scope, search.commune(), this::communes);
        Found few = isFrequent(asked) ? null : few(asked, search, places);
        Found found = few != null ? few : many(asked, search, places);
        List<Hit> hits = found.hits();
        boolean more = hits.size() > search.limit();
        List<Hit> shown = more ? hits.subList(0, search.limit()) : hits;
        Hit last = more ? shown.get(shown.size() - 1) : null;
        return new FormSearch.Page(
                summaries(shown),
                List.of(),
                found.inside(),
                found.hidden(),
                last == null ? null : new Cursor(last.sortKey(), last.id()));
    }

    private record Hit(long id, String sortKey) {}

    /** @param hits of the page, and one more where there are more */
    private record Found(Count inside, Count hidden, List<Hit> hits) {}

    /** As the database knows its names: it reads no form for that. A wrong guess costs time, and no hit. */
    private boolean isFrequent(Asked asked) {
        if (!asked.isByName()) {
            return false;
        }
        String plan = jdbc.sql("explain (format json) select form.id from intake.form form where " + asked.condition())
                .params(asked.values())
                .query(String.class)
                .single();
        Matcher rows = ROWS.matcher(plan);
        return rows.find() && Double.parseDouble(rows.group(1)) > FREQUENT;
    }

    /** All of it in one look at the word index; null when there are many. */
    private @Nullable Found few(Asked asked, FormSearch search, Places places) {
        long[] counted = new long[2];
        List<Hit> hits = new ArrayList<>();
        after(bound(jdbc.sql("""
                        with hit as materialized (
                            select form.id, form.sort_key, %s as inside from intake.form form where %s limit %d),
                        counted as (
                            select count(*) filter (where hit.inside) as inside,
                                   count(*) filter (where not hit.inside) as outside from hit)
                        select counted.inside, counted.outside, page.id, page.sort_key
                        from counted left join lateral (
                            select hit.id, hit.sort_key from hit
                            where hit.inside and (cast(:afterKey as text) is null
                                                  or (hit.sort_key, hit.id) > (:afterKey, :afterId))
                            order by hit.sort_key, hit.id limit :limit) page on true
                        order by page.sort_key, page.id
                        """.formatted(Places.CLAUSE, asked.condition(), FEW + 1)), asked, places), search)
                .query(row -> {
                    counted[0] = row.getLong(1);
                    counted[1] = row.getLong(2);
                    if (row.getString("sort_key") != null) {
                        hits.add(hit(row, hits.size()));
                    }
                });
        return counted[0] + counted[1] > FEW ? null : new Found(Count.of(counted[0]), Count.of(counted[1]), hits);
    }

    private Found many(Asked asked, FormSearch search, Places places) {
        return new Found(
                countInside(asked, places),
                places.isEverywhere() ? Count.NONE : countOutside(asked, places),
                manyHits(asked, search, places));
    }

    /** Groups hold some hundred forms and are counted; of communes enough are seen in the first forms that come, or all. */
    private Count countInside(Asked asked, Places places) {
        if (!places.communes().isEmpty()
                && isMoreThanEnough(asked, "form.commune_code = any(:communes::text[])", places)) {
            return new Count(ENOUGH, true);
        }
        return Count.of(bound(
                        jdbc.sql("select count(*) from (" + some(asked, FormSearch.MOST_COUNTED + 1) + ") hit"),
                        asked,
                        places)
                .query(Long.class)
                .single());
    }

    private Count countOutside(Asked asked, Places places) {
        if (isMoreThanEnough(asked, "not " + Places.CLAUSE, places)) {
            return new Count(ENOUGH, true);
        }
        return Count.of(bound(
                        jdbc.sql("""
                        select count(*) from (select from intake.form form where %s and not %s limit %d) hit
                        """.formatted(asked.condition(), Places.CLAUSE, FormSearch.MOST_COUNTED + 1)),
                        asked,
                        places)
                .query(Long.class)
                .single());
    }

    /** Among the first forms that the database comes upon there. */
    private boolean isMoreThanEnough(Asked asked, String where, Places places) {
        return bound(jdbc.sql("""
                        select count(*) > %1$d from (
                            select from (
                                select form.name_folded, form.birth_packed from intake.form form
                                where %2$s limit %3$d) form
                            where %4$s limit %1$d + 1) hit
                        """.formatted(ENOUGH, where, SAMPLE, asked.condition())), asked, places)
                .query(Boolean.class)
                .single();
    }

    /** Any few hits of the area, place by place: the index has place and name, so that no other row is looked at. */
    private static String some(Asked asked, int limit) {
        String each = """
                cross join lateral (
                    select form.id, form.sort_key from intake.form form where %s and %s limit %d) hit
                """;
        return """
                select hit.id, hit.sort_key from unnest(:communes::text[]) place (commune) %s
                union all
                select hit.id, hit.sort_key
                from unnest(:cellCommunes::text[], :cellGroups::text[]) place (commune, grp) %s
                limit %d
                """.formatted(
                        each.formatted("form.commune_code = place.commune", asked.condition(), limit),
                        each.formatted(
                                "form.commune_code = place.commune and form.residential_group = place.grp",
                                asked.condition(),
                                limit),
                        limit);
    }

    private List<Hit> manyHits(Asked asked, FormSearch search, Places places) {
        String each = """
                cross join lateral (
                    select form.id, form.sort_key from intake.form form
                    where %s and %s and (form.sort_key, form.id) > (coalesce(:afterKey, ''), :afterId)
                    order by form.sort_key, form.id limit :limit) hit
                """;
        return after(
                        bound(
                                jdbc.sql("""
                                        select hit.id, hit.sort_key from unnest(:communes::text[]) place (commune) %s
                                        union all
                                        select hit.id, hit.sort_key
                                        from unnest(:cellCommunes::text[], :cellGroups::text[]) place (commune, grp) %s
                                        order by sort_key, id limit :limit
                                        """.formatted(
                                                each.formatted("form.commune_code = place.commune", asked.condition()),
                                                each.formatted(
                                                        "form.commune_code = place.commune"
                                                                + " and form.residential_group = place.grp",
                                                        asked.condition()))),
                                asked,
                                places),
                        search)
                .query(SearchQueries::hit)
                .list();
    }

    private static Hit hit(ResultSet row, int number) throws SQLException {
        return new Hit(row.getLong("id"), row.getString("sort_key"));
    }

    /**
     * Forms whose name has all words but one, and in its place one of those near it; or, of three words and more, all but
     * one.
     *
     * @param near by word of {@code words}, at the same place
     * @param slack years that the year of birth may be off by
     */
    public List<FormSummary> near(
            String[] words, List<List<String>> near, FormSearch search, int slack, AreaScope scope) {
        Places places = Places.of(scope, search.commune(), this::communes);
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            String[] others = without(words, i);
            if (!near.get(i).isEmpty()) {
                Asked asked =
                        asked(others.length == 0 ? NEAR : WORDS + " and " + NEAR, others, search.birthYear(), slack);
                asked.values().put("near", near.get(i).toArray(new String[0]));
                hits.addAll(someHits(asked, places));
            }
            if (others.length >= 2) {
                hits.addAll(someHits(asked(WORDS, others, search.birthYear(), slack), places));
            }
        }
        return summaries(hits.stream().distinct().limit(MOST_NEAR).toList());
    }

    private static String[] without(String[] words, int place) {
        List<String> others = new ArrayList<>(List.of(words));
        others.remove(place);
        return others.toArray(new String[0]);
    }

    private List<Hit> someHits(Asked asked, Places places) {
        return bound(jdbc.sql(some(asked, MOST_NEAR)), asked, places)
                .query(SearchQueries::hit)
                .list();
    }

    private static JdbcClient.StatementSpec after(JdbcClient.StatementSpec statement, FormSearch search) {
        Cursor after = search.after();
        return statement
                .param("afterKey", after == null ? null : after.sortKey())
                .param("afterId", after == null ? 0L : after.id())
                .param("limit", search.limit() + 1);
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Asked asked, Places places) {
        return statement.params(asked.values()).params(places.values());
    }

    private List<FormSummary> summaries(List<Hit> hits) {
        return queries.summaries(hits.stream().mapToLong(Hit::id).toArray());
    }

    /** Codes of all communes that forms name, by hops through their index. */
    private List<String> communes() {
        return new ArrayList<>(new TreeSet<>(jdbc.sql("""
                        with recursive hop as (
                            (select commune_code from intake.form where commune_code is not null
                             order by commune_code limit 1)
                            union all
                            select (select form.commune_code from intake.form form
                                    where form.commune_code > hop.commune_code order by form.commune_code limit 1)
                            from hop where hop.commune_code is not null)
                        select commune_code from hop where commune_code is not null
                        """).query(String.class).list()));
    }
}
