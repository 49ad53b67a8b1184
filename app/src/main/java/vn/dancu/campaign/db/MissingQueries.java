package vn.dancu.campaign.db;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.campaign.MissingDesk;
import vn.dancu.campaign.MissingEntry;
import vn.dancu.campaign.MissingReasons;
import vn.dancu.shared.AreaScope;

/** Who in the books has no form, counted and listed. */
@Repository
public class MissingQueries {
    static final String COLUMNS = """
            select entry.id, coalesce(entry.commune_code, ''), coalesce(entry.residential_group, ''),
                   coalesce(entry.household_book_no, ''), entry.full_name, entry.birth_date,
                   coalesce(entry.birth_packed / 10000, 0), entry.book_kind, entry.address, entry.relation_to_head,
                   entry.head_name, said.reason, coalesce(rule.leaves_denominator, false), coalesce(said.note, ''),
                   said.said_on, said.said_by, said.said_at, coalesce(said.absences, 0)
            """;

    private static final String FROM = """
            from reconciliation.missing_entry entry
            left join campaign.latest_reason said on said.entry_id = entry.id
            left join campaign.reason_in_force rule on rule.reason = said.reason
            """;

    private static final String WHERE = """
             where (:commune = '' or entry.commune_code = :commune)
              and (:group = '' or entry.residential_group = :group)
              and (:reason = '' or coalesce(said.reason, 'NOT_ASKED') = :reason) and
            """;

    private final JdbcClient jdbc;

    MissingQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<MissingReasons.Line> byReason(AreaScope scope, String commune) {
        return Area.scoped(jdbc.sql("""
                                select coalesce(entry.commune_code, ''), coalesce(said.reason, 'NOT_ASKED'),
                                       coalesce(rule.leaves_denominator, false), count(*), min(rule.ordinal)
                                """ + FROM + """
                                where (:commune = '' or entry.commune_code = :commune) and %s
                                group by 1, 2, 3
                                order by 1, 5 nulls first
                                """.formatted(Area.of("entry"))), scope)
                .param("commune", commune)
                .query((row, number) ->
                        new MissingReasons.Line(row.getString(1), row.getString(2), row.getBoolean(3), row.getLong(4)))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, MissingDesk.Which which, AreaScope scope) {
        return Area.scoped(jdbc.sql(sql), scope)
                .param("commune", which.commune())
                .param("group", which.group())
                .param("reason", which.reason());
    }

    public long count(MissingDesk.Which which, AreaScope scope) {
        return asked("select count(*) " + FROM + WHERE + Area.of("entry"), which, scope)
                .query(Long.class)
                .single();
    }

    public Map<String, Long> byGroup(MissingDesk.Which which, AreaScope scope) {
        Map<String, Long> groups = new LinkedHashMap<>();
        asked(
                        "select coalesce(entry.residential_group, ''), count(*) " + FROM + WHERE + Area.of("entry")
                                + " group by 1 order by 1",
                        which,
                        scope)
                .query(row -> {
                    groups.put(row.getString(1), row.getLong(2));
                });
        return groups;
    }

    /**
     * By group and household, the head first as the book has it.
     *
     * @param groups only these of the unit, "" for entries without: what the page shows, so that a ward is not sorted for it
     */
    public List<MissingEntry> list(
            MissingDesk.Which which, List<String> groups, int offset, int limit, AreaScope scope) {
        return asked(COLUMNS + FROM + WHERE + Area.of("entry") + """
                          and (entry.residential_group = any(:some::text[]) or entry.residential_group is null)
                          and coalesce(entry.residential_group, '') = any(:some::text[])
                        order by entry.commune_code, coalesce(entry.residential_group, ''), entry.household_book_no, entry.id
                        offset :offset limit :limit
                        """, which, scope)
                .param("some", groups.toArray(new String[0]))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> entry(row))
                .list();
    }

    public boolean isMissing(long entry, AreaScope scope) {
        return Area.scoped(
                                jdbc.sql(
                                        "select count(*) from reconciliation.missing_entry entry where entry.id = :id and "
                                                + Area.of("entry")),
                                scope)
                        .param("id", entry)
                        .query(Long.class)
                        .single()
                > 0;
    }

    static MissingEntry entry(ResultSet row) throws SQLException {
        Date on = row.getDate(15);
        Timestamp at = row.getTimestamp(17);
        return new MissingEntry(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getBoolean(13),
                row.getString(14),
                on == null ? null : on.toLocalDate(),
                row.getString(16),
                at == null ? null : at.toInstant(),
                row.getInt(18));
    }
}
