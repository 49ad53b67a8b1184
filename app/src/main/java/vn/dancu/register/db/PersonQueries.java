package vn.dancu.register.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.register.RegisteredPerson;
import vn.dancu.shared.AreaScope;

/** Finds persons of the register by the residence that holds today. */
@Repository
public class PersonQueries {
    private static final String NUMBER = """
            (person.personal_id = any(:numbers::text[]) or person.old_id = any(:numbers::text[])
             or person.source_no = any(:numbers::text[]))
            """;
    private static final String WORDS = "string_to_array(person.name_folded, ' ') @> :words::text[]";

    private final JdbcClient jdbc;

    PersonQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<RegisteredPerson> byNumber(
            String[] numbers, @Nullable Integer year, @Nullable String commune, AreaScope scope, int limit) {
        return found(jdbc.sql(select(NUMBER)).param("numbers", numbers), year, commune, scope, limit);
    }

    public List<RegisteredPerson> byWords(
            String[] words, @Nullable Integer year, @Nullable String commune, AreaScope scope, int limit) {
        return found(jdbc.sql(select(WORDS)).param("words", words), year, commune, scope, limit);
    }

    /** Persons that were entered from these papers. */
    public List<RegisteredPerson> ofPapers(String[] numbers, AreaScope scope, int limit) {
        return found(
                jdbc.sql(select("person.source_no = any(:numbers::text[])")).param("numbers", numbers),
                null,
                null,
                scope,
                limit);
    }

    private static String select(String condition) {
        return """
                select person.id, person.personal_id, person.full_name, person.birth_packed, person.sex,
                       home.commune_code, home.residential_group, person.source_kind, person.source_no,
                       cast(person.entered_at as date) as entered_on
                from register.person person
                left join lateral (
                    select residence.commune_code, residence.residential_group
                    from register.residence residence
                    where residence.person_id = person.id and residence.valid_to is null
                    order by residence.kind, residence.valid_from desc limit 1) home on true
                where %s
                  and (cast(:year as integer) is null
                       or person.birth_packed between :year * 10000 and :year * 10000 + 9999)
                  and (cast(:commune as text) is null or home.commune_code = :commune)
                  and (:everywhere or home.commune_code = any(:communes::text[])
                       or home.commune_code || '/' || home.residential_group = any(:groups::text[]))
                order by person.sort_key, person.id
                limit :limit
                """.formatted(condition);
    }

    private static List<RegisteredPerson> found(
            JdbcClient.StatementSpec statement,
            @Nullable Integer year,
            @Nullable String commune,
            AreaScope scope,
            int limit) {
        return statement
                .param("year", year)
                .param("commune", commune)
                .param("everywhere", scope.everywhere())
                .param("communes", scope.communes().toArray(new String[0]))
                .param("groups", scope.groups().toArray(new String[0]))
                .param("limit", limit)
                .query((row, number) -> person(row))
                .list();
    }

    private static RegisteredPerson person(ResultSet row) throws SQLException {
        return new RegisteredPerson(
                row.getLong("id"),
                row.getString("personal_id"),
                row.getString("full_name"),
                row.getInt("birth_packed"),
                row.getString("sex"),
                row.getString("commune_code"),
                row.getString("residential_group"),
                row.getString("source_kind"),
                row.getString("source_no"),
                row.getObject("entered_on", LocalDate.class));
    }
}
