package vn.dancu.campaign.db;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.campaign.PersonsToCount;
import vn.dancu.campaign.PersonsToCount.Origin;
import vn.dancu.campaign.Target;
import vn.dancu.campaign.TargetFigure;
import vn.dancu.campaign.UnitTotal;
import vn.dancu.shared.AreaScope;

/** Targets in PostgreSQL: every figure ever set, and those in force on a day. */
@Repository
public class TargetStore {
    /** Whether an entry is of the residence and age that {@code campaign.who_counts} names. */
    static final String WHO = """
            (entry.birth_packed is null or coalesce(entry.birth_packed <= to_char(who.born_up_to, 'YYYYMMDD')::integer, true))
            and (who.residence = 'BOTH'
                or (coalesce(lower(entry.book_kind), '') = 'temporary') = (who.residence = 'TEMPORARY'))
            """;

    static final String WHO_NOW =
            "(select residence, born_up_to from campaign.who_counts order by id desc limit 1) who";

    /**
     * Whoever stands in a book of permanent residents too, here or elsewhere, is one person and counted there: the same name, day
     * of birth and old number. Without a number nobody is taken for somebody else.
     */
    private static final String AT_HOME = """
            exists (select from sources.residence_entry home
                    where home.old_id_digits = entry.old_id_digits and home.name_folded = entry.name_folded
                      and home.birth_packed is not distinct from entry.birth_packed
                      and coalesce(lower(home.book_kind), '') <> 'temporary'
                      and home.removed_on is null and home.removal_reason is null)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private volatile @Nullable Known known;

    TargetStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    public void save(Collection<TargetFigure> figures, Origin origin, String login, Instant at) {
        template.batchUpdate(
                """
                insert into campaign.target
                    (commune_code, residential_group, persons, permanent, temporary, as_of, source, origin, set_by, set_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                figures.stream()
                        .map(figure -> new @Nullable Object[] {
                            figure.commune(),
                            figure.group(),
                            figure.persons(),
                            figure.permanent(),
                            figure.temporary(),
                            Date.valueOf(figure.asOf()),
                            figure.source(),
                            origin.name(),
                            login,
                            Timestamp.from(at)
                        })
                        .toList());
    }

    /** For each group the newest figure not later than the day, with what has moved it since. */
    public List<PersonsToCount.Line> inForce(LocalDate day, AreaScope scope) {
        return Area.scoped(jdbc.sql("""
                                with base as (
                                    select distinct on (target.commune_code, target.residential_group)
                                           target.commune_code, target.residential_group, target.persons,
                                           target.permanent, target.temporary, target.as_of, target.source,
                                           target.origin, target.set_by
                                    from campaign.target target
                                    where target.as_of <= :day and %s
                                    order by target.commune_code, target.residential_group, target.as_of desc,
                                             target.id desc),
                                moved as (
                                    select change.commune_code, change.residential_group,
                                           sum(case when change.kind in ('BIRTH', 'MOVED_IN') then change.persons
                                                    else -change.persons end) as persons
                                    from campaign.adjustment change
                                    join base on base.commune_code = change.commune_code
                                        and base.residential_group = change.residential_group
                                    where change.happened_on > base.as_of and change.happened_on <= :day
                                      and not exists (select from campaign.adjustment_withdrawn gone
                                                      where gone.adjustment_id = change.id)
                                    group by 1, 2),
                                said as (
                                    select distinct on (reason.entry_id) reason.entry_id, reason.reason
                                    from campaign.missing_reason reason where reason.said_on <= :day
                                    order by reason.entry_id, reason.id desc),
                                leaving as (
                                    select entry.commune_code, coalesce(entry.residential_group, '') as residential_group,
                                           count(*) as persons
                                    from said
                                    join campaign.reason_in_force rule
                                        on rule.reason = said.reason and rule.leaves_denominator
                                    join sources.residence_entry entry on entry.id = said.entry_id
                                    cross join %s
                                    where entry.removed_on is null and entry.removal_reason is null and %s
                                      and not exists (
                                          select from reconciliation.comparison comparison
                                          join intake.form form on form.id = comparison.form_id
                                          where comparison.residence_entry_id = entry.id
                                            and coalesce(form.collected_on <= :day, true))
                                    group by 1, 2)
                                select base.commune_code, base.residential_group, base.persons, base.permanent,
                                       base.temporary, base.as_of, base.source, base.origin, base.set_by,
                                       coalesce(moved.persons, 0), coalesce(leaving.persons, 0)
                                from base
                                left join moved on moved.commune_code = base.commune_code
                                    and moved.residential_group = base.residential_group
                                left join leaving on leaving.commune_code = base.commune_code
                                    and leaving.residential_group = base.residential_group
                                order by 1, 2
                                """.formatted(Area.of("target"), WHO_NOW, WHO)), scope)
                .param("day", Date.valueOf(day))
                .query((row, number) -> new PersonsToCount.Line(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getObject(4, Integer.class),
                        row.getObject(5, Integer.class),
                        row.getDate(6).toLocalDate(),
                        row.getString(7),
                        Origin.valueOf(row.getString(8)),
                        row.getString(9),
                        row.getLong(10),
                        row.getLong(11)))
                .list();
    }

    /**
     * The last figure of each group and day, oldest day first. Every page of progress asks; what is in memory is told while
     * the rows are the same, as the numbers of the transactions that wrote them say.
     */
    public List<Target> all() {
        String edition = jdbc.sql("select count(*) || '/' || coalesce(sum(xmin::text::bigint), 0) from campaign.target")
                .query(String.class)
                .single();
        Known before = known;
        if (before != null && before.edition().equals(edition)) {
            return before.targets();
        }
        List<Target> targets = List.copyOf(jdbc.sql("""
                        select commune_code, residential_group, persons, as_of, source
                        from (select distinct on (commune_code, residential_group, as_of)
                                     commune_code, residential_group, persons, as_of, source
                              from campaign.target
                              order by commune_code, residential_group, as_of, id desc) latest
                        order by as_of, commune_code, residential_group
                        """)
                .query((row, number) -> new Target(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getDate(4).toLocalDate(),
                        row.getString(5)))
                .list());
        known = new Known(edition, targets);
        return targets;
    }

    private record Known(String edition, List<Target> targets) {}

    /** Every figure ever set in a unit, newest first: what was said before, too. */
    public List<TargetFigure.Version> versions(String commune, AreaScope scope, int limit) {
        return Area.scoped(jdbc.sql("""
                                select target.commune_code, target.residential_group, target.persons, target.permanent,
                                       target.temporary, target.as_of, target.source, target.origin, target.set_by,
                                       target.set_at
                                from campaign.target target
                                where target.commune_code = :commune and %s
                                order by target.id desc limit :limit
                                """.formatted(Area.of("target"))), scope)
                .param("commune", commune)
                .param("limit", limit)
                .query((row, number) -> new TargetFigure.Version(
                        new TargetFigure(
                                row.getString(1),
                                row.getString(2),
                                row.getInt(3),
                                row.getObject(4, Integer.class),
                                row.getObject(5, Integer.class),
                                row.getDate(6).toLocalDate(),
                                row.getString(7)),
                        Origin.valueOf(row.getString(8)),
                        row.getString(9),
                        row.getTimestamp(10).toInstant()))
                .list();
    }

    /** Of books too large to be counted for a page: changes when the head count of the day may have changed; else empty. */
    public Optional<String> editionOfLargeBooks(LocalDate day) {
        return jdbc.sql("""
                        select cast(:day as date) || '/' || (select count(*) from sources.import_run where finished_at is not null)
                               || '/' || (select coalesce(max(id), 0) from campaign.who_counts)
                        where (select max(id) from sources.residence_entry) > 200000
                        """).param("day", Date.valueOf(day)).query(String.class).optional();
    }

    /**
     * Who stands in the books on a day, of those who must be counted, by group: one pass over the books; none where all live there
     * who need not be. A written day is read once, however many entries bear it.
     */
    public List<TargetFigure.HeadCount> headCount(LocalDate day, AreaScope scope) {
        return Area.scoped(jdbc.sql("""
                                with later as (
                                    select written.day from (
                                        select distinct entry.registered_on as day from sources.residence_entry entry) written
                                    where campaign.day_as_written(written.day) > :day)
                                select entry.commune_code, coalesce(entry.residential_group, ''),
                                       count(*) filter (
                                           where coalesce(lower(entry.book_kind), '') <> 'temporary' and %1$s),
                                       count(*) filter (
                                           where coalesce(lower(entry.book_kind), '') = 'temporary' and %1$s
                                             and (who.residence <> 'BOTH' or entry.old_id_digits is null
                                                 or not %4$s))
                                from sources.residence_entry entry
                                cross join %2$s
                                where entry.commune_code is not null and %3$s
                                  and case when entry.removed_on is null and entry.removal_reason is null then true
                                           else coalesce(campaign.day_as_written(entry.removed_on) > :day, false) end
                                  and (entry.registered_on is null
                                       or entry.registered_on not in (select later.day from later where later.day is not null))
                                group by 1, 2 order by 1, 2
                                """.formatted(WHO, WHO_NOW, Area.of("entry"), AT_HOME)), scope)
                .param("day", Date.valueOf(day))
                .query((row, number) ->
                        new TargetFigure.HeadCount(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4)))
                .list();
    }

    public void saveTotal(UnitTotal total, String login, Instant at) {
        jdbc.sql("""
                        insert into campaign.unit_total (commune_code, persons, as_of, source, set_by, set_at)
                        values (:commune, :persons, :asOf, :source, :by, :at)
                        """)
                .param("commune", total.commune())
                .param("persons", total.persons())
                .param("asOf", Date.valueOf(total.asOf()))
                .param("source", total.source())
                .param("by", login)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** What units say of themselves as a whole, the newest not later than the day. */
    public List<UnitTotal> totals(LocalDate day) {
        return jdbc.sql("""
                        select distinct on (commune_code) commune_code, persons, as_of, source
                        from campaign.unit_total where as_of <= :day
                        order by commune_code, as_of desc, id desc
                        """)
                .param("day", Date.valueOf(day))
                .query((row, number) -> total(row))
                .list();
    }

    private static UnitTotal total(ResultSet row) throws SQLException {
        return new UnitTotal(row.getString(1), row.getInt(2), row.getDate(3).toLocalDate(), row.getString(4));
    }

    /** The day of the newest figure not later than that day; empty before the first. */
    public Optional<LocalDate> newestDay(LocalDate day) {
        return jdbc.sql("select max(as_of) from campaign.target where as_of <= :day")
                .param("day", Date.valueOf(day))
                .query((row, number) -> Optional.ofNullable(row.getDate(1)).map(Date::toLocalDate))
                .single();
    }
}
