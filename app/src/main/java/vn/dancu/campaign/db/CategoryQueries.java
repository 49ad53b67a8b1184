package vn.dancu.campaign.db;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.campaign.Announcement;
import vn.dancu.campaign.Category;
import vn.dancu.shared.AreaScope;

/** Categories, how many live where, and who they are. */
@Repository
public class CategoryQueries {
    /** Everybody of a unit's books in every category that he is of. */
    private static final String MEMBERS = """
            from sources.residence_entry entry
            join campaign.category_in_force category
                on (category.age_from is null
                    or (entry.birth_packed is not null
                        and extract(year from cast(:day as date))::integer - entry.birth_packed / 10000
                            between category.age_from and category.age_to))
                and (category.newcomer_months is null
                    or campaign.day_as_written(entry.registered_on)
                        > cast(:day as date) - make_interval(months => category.newcomer_months))
            left join reconciliation.missing_entry missing on missing.id = entry.id
            where entry.commune_code = :commune and entry.removed_on is null and entry.removal_reason is null
              and (not category.only_missing or missing.id is not null)
              and
            """;

    private final JdbcClient jdbc;

    CategoryQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Category> all() {
        return jdbc.sql("""
                        select code, age_from, age_to, newcomer_months, only_missing, purposes, papers, note, set_by,
                               set_at
                        from campaign.category_in_force order by ordinal
                        """)
                .query((row, number) -> new Category(
                        row.getString(1),
                        row.getObject(2, Integer.class),
                        row.getObject(3, Integer.class),
                        row.getObject(4, Integer.class),
                        row.getBoolean(5),
                        Stream.of((String[]) row.getArray(6).getArray())
                                .map(Announcement.Purpose::valueOf)
                                .toList(),
                        List.of((String[]) row.getArray(7).getArray()),
                        row.getString(8),
                        row.getString(9),
                        row.getTimestamp(10).toInstant()))
                .list();
    }

    /** Beside every earlier rule of the category. */
    public void insert(Category category, String by, Instant at) {
        jdbc.sql("""
                        insert into campaign.category_rule
                            (category, age_from, age_to, newcomer_months, purposes, papers, note, set_by, set_at)
                        values (:code, :from, :to, :months, :purposes, :papers, :note, :by, :at)
                        """)
                .param("code", category.code())
                .param("from", category.ageFrom())
                .param("to", category.ageTo())
                .param("months", category.newcomerMonths())
                .param("purposes", category.purposes().stream().map(Enum::name).toArray(String[]::new))
                .param("papers", category.papers().toArray(new String[0]))
                .param("note", category.note())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    public List<Category.Count> count(String commune, LocalDate day, AreaScope scope) {
        return Area.scoped(
                        jdbc.sql("select coalesce(entry.residential_group, ''), category.code, count(*) " + MEMBERS
                                + Area.of("entry") + " group by 1, 2 order by 1, 2"),
                        scope)
                .param("commune", commune)
                .param("day", Date.valueOf(day))
                .query((row, number) -> new Category.Count(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    /**
     * Whom an announcement calls.
     *
     * @param household to keep together
     */
    public record Called(long entry, String group, String household, String name, int birthYear, String address) {
        /** Who it is stays out of logs. */
        @Override
        public String toString() {
            return "Called[" + entry + "]";
        }
    }

    /** By group and household, each once. @param groups empty for the whole unit */
    public List<Called> called(
            String commune,
            Collection<String> groups,
            Collection<String> categories,
            LocalDate day,
            AreaScope scope,
            int limit) {
        return Area.scoped(jdbc.sql("""
                                select person.id, coalesce(person.residential_group, ''),
                                       coalesce(person.household_book_no, ''), coalesce(person.full_name, ''),
                                       coalesce(person.birth_packed / 10000, 0), coalesce(person.address, '')
                                from sources.residence_entry person
                                where person.id in (select entry.id """ + " " + MEMBERS + Area.of("entry") + """
                                      and category.code = any(:categories::text[])
                                      and (cardinality(:only::text[]) = 0
                                          or coalesce(entry.residential_group, '') = any(:only::text[])))
                                order by person.residential_group, person.household_book_no, person.id limit :limit
                                """), scope)
                .param("commune", commune)
                .param("day", Date.valueOf(day))
                .param("categories", categories.toArray(new String[0]))
                .param("only", groups.toArray(new String[0]))
                .param("limit", limit)
                .query((row, number) -> new Called(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getString(6)))
                .list();
    }
}
