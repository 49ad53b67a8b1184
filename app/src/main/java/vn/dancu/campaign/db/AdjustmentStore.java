package vn.dancu.campaign.db;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.campaign.Adjustment;
import vn.dancu.campaign.TargetMove;
import vn.dancu.shared.AreaScope;

/** Births, moves and deaths that move targets, in PostgreSQL. */
@Repository
public class AdjustmentStore {
    private static final String SELECT = """
            select change.id, change.commune_code, change.residential_group, change.kind, change.happened_on,
                   change.persons, change.ground, change.entry_id is not null, change.set_by, change.set_at, gone.reason
            from campaign.adjustment change
            left join campaign.adjustment_withdrawn gone on gone.adjustment_id = change.id
            """;

    private final JdbcClient jdbc;

    AdjustmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Adjustment> of(String commune, AreaScope scope, int limit) {
        return Area.scoped(
                        jdbc.sql(SELECT + " where change.commune_code = :commune and " + Area.of("change")
                                + " order by change.happened_on desc, change.id desc limit :limit"),
                        scope)
                .param("commune", commune)
                .param("limit", limit)
                .query((row, number) -> adjustment(row))
                .list();
    }

    public Optional<Adjustment> find(long id) {
        return jdbc.sql(SELECT + " where change.id = :id")
                .param("id", id)
                .query((row, number) -> adjustment(row))
                .optional();
    }

    public String edition() {
        return jdbc.sql("""
                        select concat_ws('/', (select max(id) from campaign.adjustment),
                            (select count(*) from campaign.adjustment_withdrawn),
                            (select max(id) from campaign.missing_reason), (select max(id) from campaign.reason_rule),
                            (select max(id) from campaign.who_counts))
                        """).query(String.class).single();
    }

    /** By group and day, as known now, oldest day first. */
    public List<TargetMove> moves() {
        return jdbc.sql("""
                        select change.commune_code, change.residential_group, change.happened_on,
                               sum(case when change.kind in ('BIRTH', 'MOVED_IN') then change.persons
                                        else -change.persons end), false
                        from campaign.adjustment change
                        where not exists (select from campaign.adjustment_withdrawn gone
                                          where gone.adjustment_id = change.id)
                        group by 1, 2, 3
                        union all
                        select entry.commune_code, coalesce(entry.residential_group, ''), said.said_on, -count(*), true
                        from campaign.latest_reason said
                        join campaign.reason_in_force rule on rule.reason = said.reason and rule.leaves_denominator
                        join sources.residence_entry entry on entry.id = said.entry_id
                        cross join %s
                        where entry.removed_on is null and entry.removal_reason is null and %s
                          and not exists (select from reconciliation.comparison comparison
                                          where comparison.residence_entry_id = entry.id)
                        group by 1, 2, 3
                        order by 3, 1, 2
                        """.formatted(TargetStore.WHO_NOW, TargetStore.WHO))
                .query((row, number) -> new TargetMove(
                        row.getString(1),
                        row.getString(2),
                        row.getDate(3).toLocalDate(),
                        row.getLong(4),
                        row.getBoolean(5)))
                .list();
    }

    /** False when this request was written already. */
    public boolean insert(Adjustment change, String sent, String login, Instant at) {
        return jdbc.sql("""
                        insert into campaign.adjustment
                            (commune_code, residential_group, kind, happened_on, persons, ground, sent, set_by, set_at)
                        values (:commune, :group, :kind, :on, :persons, :ground, :sent, :by, :at)
                        on conflict (sent) do nothing
                        """)
                        .param("commune", change.commune())
                        .param("group", change.group())
                        .param("kind", change.kind().name())
                        .param("on", Date.valueOf(change.happenedOn()))
                        .param("persons", change.persons())
                        .param("ground", change.ground().strip())
                        .param("sent", sent)
                        .param("by", login)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /**
     * Whoever was registered or struck off after the day of the figure in force: one line an entry, taken once. A birth is
     * somebody born after that day; whoever was registered and struck off since is two lines.
     *
     * @return lines taken now
     */
    public int takeFromBooks(String commune, LocalDate today, String login, Instant at) {
        return jdbc.sql("""
                        with base as (
                            select distinct on (target.residential_group) target.residential_group, target.as_of
                            from campaign.target target
                            where target.commune_code = :commune and target.as_of <= :today
                            order by target.residential_group, target.as_of desc, target.id desc),
                        entry as (
                            select entry.id, coalesce(entry.residential_group, '') as residential_group, entry.entry_no,
                                   entry.birth_packed, entry.removal_reason, base.as_of,
                                   campaign.day_as_written(entry.registered_on) as came,
                                   campaign.day_as_written(entry.removed_on) as went
                            from sources.residence_entry entry
                            join base on base.residential_group = coalesce(entry.residential_group, '')
                            cross join %s
                            where entry.commune_code = :commune and %s),
                        change as (
                            select entry.id, entry.residential_group, entry.entry_no, entry.came as happened_on,
                                   case when entry.birth_packed > to_char(entry.as_of, 'YYYYMMDD')::integer then 'BIRTH'
                                        else 'MOVED_IN' end as kind
                            from entry where entry.came > entry.as_of and entry.came <= :today
                            union all
                            select entry.id, entry.residential_group, entry.entry_no, entry.went,
                                   case when lower(entry.removal_reason) = 'dead' then 'DEATH' else 'MOVED_OUT' end
                            from entry where entry.went > entry.as_of and entry.went <= :today)
                        insert into campaign.adjustment
                            (commune_code, residential_group, kind, happened_on, persons, ground, entry_id, set_by, set_at)
                        select :commune, change.residential_group, change.kind, change.happened_on, 1,
                               'sổ quản lý cư trú, ' || change.entry_no, change.id, :by, :at
                        from change
                        on conflict (entry_id, kind) where entry_id is not null do nothing
                        """.formatted(TargetStore.WHO_NOW, TargetStore.WHO))
                .param("commune", commune)
                .param("today", Date.valueOf(today))
                .param("by", login)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** False when it is withdrawn already. */
    public boolean withdraw(long id, String reason, String login, Instant at) {
        return Withdrawals.ADJUSTMENT.add(jdbc, id, reason, login, at);
    }

    private static Adjustment adjustment(ResultSet row) throws SQLException {
        return new Adjustment(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Adjustment.Kind.valueOf(row.getString(4)),
                row.getDate(5).toLocalDate(),
                row.getInt(6),
                row.getString(7),
                row.getBoolean(8),
                row.getString(9),
                row.getTimestamp(10).toInstant(),
                row.getString(11));
    }
}
