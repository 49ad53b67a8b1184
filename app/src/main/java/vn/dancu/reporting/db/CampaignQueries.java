package vn.dancu.reporting.db;

import java.sql.Array;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the campaign had set, done and found out by a day, as it was known at a cut-off. The rules are those of
 * {@code campaign.PersonsToCount}, {@code OutreachTotals} and {@code MissingReasons}, which tell them as known now; a test
 * holds the two together.
 */
@Repository
public class CampaignQueries {
    private static final String OF_UNITS = " and (:everywhere or %s.commune_code = any(:communes::text[]))";

    /**
     * Which form answers for an entry with a reason, as it was known at the cut-off; where nothing was ever noted of the entry,
     * as it is compared now.
     */
    private static final String ANSWERED = """
            answered as (
                select noted.entry_id, noted.form_id
                from (select distinct on (entry_id) entry_id, form_id, answered
                      from campaign.answered_entry where at <= :known order by entry_id, id desc) noted
                where noted.answered
                union all
                select comparison.residence_entry_id, comparison.form_id
                from reconciliation.comparison comparison
                join said on said.entry_id = comparison.residence_entry_id
                where not exists (select from campaign.answered_entry noted
                                  where noted.entry_id = comparison.residence_entry_id)),
            """;

    /** The last reason that was named for each entry, of those still in the books that no form had come for. */
    private static final String MISSING = """
            said as (
                select distinct on (reason.entry_id) reason.entry_id, reason.reason
                from campaign.missing_reason reason
                where reason.said_on <= :day and reason.said_at <= :known
                order by reason.entry_id, reason.id desc),
            """ + ANSWERED + """
            rule as (
                select distinct on (rule.reason) rule.reason, rule.leaves_denominator, ordinal.ordinal
                from campaign.reason_rule rule
                join campaign.reason ordinal on ordinal.code = rule.reason
                where rule.set_at <= :known
                order by rule.reason, rule.id desc),
            missing as (
                select entry.commune_code, coalesce(entry.residential_group, '') as residential_group,
                       said.reason, rule.leaves_denominator, rule.ordinal
                from said
                join rule on rule.reason = said.reason
                join sources.residence_entry entry on entry.id = said.entry_id
                cross join (select residence, born_up_to from campaign.who_counts
                            where set_at <= :known order by id desc limit 1) who
                where entry.removed_on is null and entry.removal_reason is null
                  and (entry.birth_packed is null
                       or coalesce(entry.birth_packed <= to_char(who.born_up_to, 'YYYYMMDD')::integer, true))
                  and (who.residence = 'BOTH'
                       or (coalesce(lower(entry.book_kind), '') = 'temporary') = (who.residence = 'TEMPORARY'))
                  and not exists (
                      select from answered
                      join intake.form form on form.id = answered.form_id
                      join journey.step step on step.form_id = form.id and step.step = 'COLLECT'
                      where answered.entry_id = entry.id and step.at <= :known
                        and coalesce(form.collected_on <= :day, true))""" + OF_UNITS.formatted("entry") + ")";

    private static final String MUST = """
            with base as (
                select distinct on (target.commune_code, target.residential_group)
                       target.commune_code, target.residential_group, target.persons, target.permanent,
                       target.temporary, target.as_of
                from campaign.target target
                where target.as_of <= :day and target.set_at <= :known""" + OF_UNITS.formatted("target") + """

                order by target.commune_code, target.residential_group, target.as_of desc, target.id desc),
            moved as (
                select change.commune_code, change.residential_group,
                       sum(case when change.kind in ('BIRTH', 'MOVED_IN') then change.persons
                                else -change.persons end) as persons
                from campaign.adjustment change
                join base on base.commune_code = change.commune_code
                    and base.residential_group = change.residential_group
                where change.happened_on > base.as_of and change.happened_on <= :day and change.set_at <= :known
                  and not exists (select from campaign.adjustment_withdrawn gone
                                  where gone.adjustment_id = change.id and gone.withdrawn_at <= :known)
                group by 1, 2),
            """ + MISSING + """
            , leaving as (
                select commune_code, residential_group, count(*) as persons
                from missing where leaves_denominator group by 1, 2)
            select base.commune_code, base.residential_group,
                   greatest(0, base.persons + coalesce(moved.persons, 0) - coalesce(leaving.persons, 0)),
                   coalesce(base.permanent, 0), coalesce(base.temporary, 0)
            from base
            left join moved on moved.commune_code = base.commune_code
                and moved.residential_group = base.residential_group
            left join leaving on leaving.commune_code = base.commune_code
                and leaving.residential_group = base.residential_group
            """;

    private final JdbcClient jdbc;

    CampaignQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Persons to be counted in one group.
     *
     * @param permanent of those that were set, as far as they were told apart; so is {@code temporary}
     */
    public record Must(String commune, String group, long persons, long permanent, long temporary) {}

    /** Outreach of one unit or group, since it began. */
    public record Reached(String commune, String group, long broadcasts, long meetings, long attendances) {}

    private JdbcClient.StatementSpec asked(String sql, LocalDate day, @Nullable Set<String> communes, Instant known) {
        return jdbc.sql(sql)
                .param("day", Date.valueOf(day))
                .param("known", Timestamp.from(known))
                .param("everywhere", communes == null)
                .param("communes", communes == null ? new String[0] : communes.toArray(new String[0]));
    }

    /** @param communes null for everywhere */
    public List<Must> must(LocalDate day, @Nullable Set<String> communes, Instant known) {
        return asked(MUST, day, communes, known)
                .query((row, number) ->
                        new Must(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .list();
    }

    /** All that was held up to the day and not withdrawn by the cut-off. */
    public List<Reached> reached(LocalDate day, @Nullable Set<String> communes, Instant known) {
        return asked("""
                                select line.commune_code, line.residential_group,
                                       coalesce(sum(line.times) filter (where line.kind = 'BROADCAST'), 0),
                                       coalesce(sum(line.times) filter (where line.kind = 'MEETING'), 0),
                                       coalesce(sum(line.attendance) filter (where line.kind = 'MEETING'), 0)
                                from campaign.outreach line
                                where line.held_on <= :day and line.entered_at <= :known
                                  and not exists (select from campaign.outreach_withdrawn gone
                                                  where gone.outreach_id = line.id and gone.withdrawn_at <= :known)
                                """ + OF_UNITS.formatted("line") + " group by 1, 2", day, communes, known)
                .query((row, number) ->
                        new Reached(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .list();
    }

    /** Persons still missing who must be counted, by the reason named last; those nobody was asked about are not in it. */
    public List<Reason> reasons(LocalDate day, @Nullable Set<String> communes, Instant known) {
        return asked("with " + MISSING + """
                                select commune_code, residential_group, reason, count(*)
                                from missing where not leaves_denominator
                                group by commune_code, residential_group, reason, ordinal
                                order by ordinal, commune_code, residential_group
                                """, day, communes, known)
                .query((row, number) ->
                        new Reason(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)))
                .list();
    }

    /** Persons of one group that remain for one reason. */
    public record Reason(String commune, String group, String code, long persons) {}

    /** The newest day not later than that one of which figures were set; empty before the first. */
    public Optional<LocalDate> targetDay(LocalDate day) {
        return jdbc.sql("select max(as_of) from campaign.target where as_of <= :day")
                .param("day", Date.valueOf(day))
                .query((row, number) -> Optional.ofNullable(row.getDate(1)).map(Date::toLocalDate))
                .single();
    }

    /** Communes of which figures were ever set up to that day. */
    public List<String> targeted(LocalDate day) {
        return jdbc.sql("select array_agg(distinct commune_code) from campaign.target where as_of <= :day")
                .param("day", Date.valueOf(day))
                .query((row, number) -> {
                    @Nullable Array communes = row.getArray(1);
                    return communes == null ? List.<String>of() : List.of((String[]) communes.getArray());
                })
                .single();
    }
}
