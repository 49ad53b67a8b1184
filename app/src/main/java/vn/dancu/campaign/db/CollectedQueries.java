package vn.dancu.campaign.db;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.campaign.PersonsCollected;
import vn.dancu.campaign.WhoCounts;
import vn.dancu.shared.AreaScope;

/** Persons with a valid form, and papers beside them, by group. */
@Repository
public class CollectedQueries {
    /** The same as every rate's numerator: the rule is a function of the database. */
    private static final String PERSON = "campaign.stands_for_a_person(state.stage, duplicate.keeps)";

    private static final String FROM = """
            from intake.form form
            join journey.form_state state on state.form_id = form.id
            left join reconciliation.duplicate duplicate on duplicate.form_id = form.id
            """;

    /** How somebody lives is what the book says of them, or else what the paper says; who is silent counts. */
    private static final String KIND = """
            left join reconciliation.comparison comparison on comparison.form_id = form.id
            left join sources.residence_entry entry on entry.id = comparison.residence_entry_id
            left join intake.form_version version
                on version.form_id = form.id and version.version = form.current_version
            """;

    private static final String INSIDE = """
            (form.birth_packed is null or form.birth_packed <= :born)
            and (:residence = 'BOTH' or coalesce(lower(entry.book_kind), nullif(lower(version.residence_status), ''),
                    lower(:residence)) = lower(:residence))
            """;

    private final JdbcClient jdbc;

    CollectedQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether there are so many papers that a page does not wait for them to be counted. */
    public boolean areMany() {
        return jdbc.sql("select coalesce(max(id), 0) > 200000 from intake.form")
                .query(Boolean.class)
                .single();
    }

    public List<PersonsCollected.Line> now(WhoCounts who, AreaScope scope) {
        String inside = who.isEverybody() ? "true" : INSIDE;
        JdbcClient.StatementSpec statement = Area.scoped(
                jdbc.sql("""
                        with paper as (
                            select coalesce(form.commune_code, '') as commune,
                                   coalesce(form.residential_group, '') as residential,
                                   count(*) filter (where %1$s and (%2$s)) as persons,
                                   count(*) filter (where %1$s and not (%2$s)) as outside,
                                   count(*) as sheets,
                                   count(*) filter (where state.stage = 'CANCELLED' and exists (
                                       select from journey.step step where step.form_id = form.id
                                         and step.step = 'CANCEL' and step.reason = 'SPOILED')) as spoiled,
                                   count(*) filter (where state.stage = 'CANCELLED') as cancelled,
                                   count(*) filter (where state.stage <> 'CANCELLED'
                                       and not coalesce(duplicate.keeps, true)) as duplicates
                            %3$s where %4$s
                            group by 1, 2),
                        rewritten as (
                            select coalesce(form.commune_code, '') as commune,
                                   coalesce(form.residential_group, '') as residential, count(*) as replaced
                            from intake.former_number former
                            join intake.form form on form.id = former.form_id
                            where %4$s
                            group by 1, 2)
                        select paper.commune, paper.residential, paper.persons, paper.outside,
                               paper.sheets + coalesce(rewritten.replaced, 0), paper.spoiled,
                               paper.cancelled - paper.spoiled, coalesce(rewritten.replaced, 0), paper.duplicates
                        from paper
                        left join rewritten
                            on rewritten.commune = paper.commune and rewritten.residential = paper.residential
                        order by 1, 2
                        """.formatted(PERSON, inside, FROM + (who.isEverybody() ? "" : KIND), Area.of("form"))),
                scope);
        if (!who.isEverybody()) {
            statement = statement
                    .param("born", who.bornUpToPacked())
                    .param("residence", who.residence().name());
        }
        return statement
                .query((row, number) -> new PersonsCollected.Line(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9)))
                .list();
    }
}
