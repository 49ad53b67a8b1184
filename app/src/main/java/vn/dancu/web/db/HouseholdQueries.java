package vn.dancu.web.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormSet;

/** Households as the desk sees them: members with a form, and members whom only the residence book knows. */
@Repository
public class HouseholdQueries {
    private static final int MOST_MEMBERS = 2_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    HouseholdQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A member with a form.
     *
     * @param outcome of the comparison; null before it
     * @param differing columns that differ and are not decided
     * @param days counted since the stage began, without holds
     * @param heldDays since the hold began; null when it is not on hold
     * @param isSurplus whether the household's book was compared with and does not have this person
     */
    public record Member(
            long id,
            String formNo,
            @Nullable String fullName,
            @Nullable String birthDate,
            @Nullable String relation,
            @Nullable String headName,
            @Nullable String address,
            String stage,
            String verification,
            boolean onHold,
            @Nullable String outcome,
            List<String> differing,
            int blocking,
            int unexplained,
            long days,
            @Nullable Long heldDays,
            boolean isSurplus) {}

    /**
     * A person in the book without a form.
     *
     * @param items what the book says, by column of the form; blank ones have no entry
     */
    public record Missing(
            long entryId,
            String entryNo,
            @Nullable String fullName,
            @Nullable String birthDate,
            @Nullable String relation,
            Map<String, String> items) {}

    /** Columns that book and form call alike. */
    private static final List<String> SHARED = List.of(
            "full_name",
            "other_name",
            "birth_date",
            "sex",
            "ethnicity",
            "religion",
            "nationality",
            "hometown",
            "personal_id",
            "old_id",
            "relation_to_head",
            "head_name");

    private static final String MEMBERS = """
            select form.household_key, form.id, form.form_no, version.full_name, version.birth_date,
                   version.relation_to_head, version.head_name,
                   coalesce(version.permanent_address, version.present_address) as address,
                   state.stage, state.verification, state.hold_since is not null as on_hold, comparison.outcome,
                   array(select verdict.field from reconciliation.field_verdict verdict
                         where verdict.form_id = form.id and verdict.verdict = 'differs'
                           and comparison.form_id is not null
                           and not exists (select from reconciliation.decision decision
                                           where decision.form_id = form.id and decision.field = verdict.field
                                             and decision.version = form.current_version
                                             and decision.undone_by is null)
                         order by verdict.field) as differing,
                   (select count(*) from quality.finding finding where finding.form_id = form.id
                      and finding.version = form.current_version and finding.severity = 'BLOCKING'
                      and finding.lifted_by is null) as blocking,
                   (select count(*) from quality.finding finding where finding.form_id = form.id
                      and finding.version = form.current_version and finding.severity = 'EXPLAIN'
                      and finding.lifted_by is null) as unexplained,
                   %s as days, %s as held_days,
                   comparison.form_id is not null and form.household_key like 'B:%%'
                       and exists (select from sources.residence_entry known
                                   where left(known.household_book_no, 100) = substr(form.household_key, 3, 100))
                       and not exists (select from sources.residence_entry entry
                                       where entry.id = comparison.residence_entry_id and entry.removed_on is null
                                         and entry.removal_reason is null
                                         and 'B:' || entry.household_book_no = form.household_key) as surplus
            from intake.form form
            join intake.form_version version
                on version.form_id = form.id and version.version = form.current_version
            join journey.form_state state on state.form_id = form.id
            left join reconciliation.comparison comparison
                on comparison.form_id = form.id and comparison.version = form.current_version
            where %s and state.stage <> 'CANCELLED' and %s
            order by form.household_key, form.id limit %d
            """;

    /** Members with a form, by household key. */
    @Transactional(readOnly = true)
    public Map<String, List<Member>> members(Collection<String> keys, AreaScope scope) {
        Map<String, List<Member>> members = new HashMap<>();
        members("form.household_key = any(:keys::text[])", scope)
                .param("keys", keys.toArray(new String[0]))
                .query(row -> {
                    members.computeIfAbsent(row.getString("household_key"), key -> new ArrayList<>())
                            .add(member(row));
                });
        return members;
    }

    /** These forms as members, in the order of their keys; for forms that name no household. */
    @Transactional(readOnly = true)
    public List<Member> members(FormSet forms, AreaScope scope) {
        return members("form.id = any(:forms::bigint[])", scope)
                .param("forms", forms.keys())
                .query((row, number) -> member(row))
                .list();
    }

    private JdbcClient.StatementSpec members(String condition, AreaScope scope) {
        return Area.scoped(
                        jdbc.sql(MEMBERS.formatted(
                                CountedDays.DAYS, CountedDays.HELD_DAYS, condition, Area.CLAUSE, MOST_MEMBERS)),
                        scope)
                .param("now", Timestamp.from(clock.instant()));
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getLong("id"),
                row.getString("form_no"),
                row.getString("full_name"),
                row.getString("birth_date"),
                row.getString("relation_to_head"),
                row.getString("head_name"),
                row.getString("address"),
                row.getString("stage"),
                row.getString("verification"),
                row.getBoolean("on_hold"),
                row.getString("outcome"),
                List.of((String[]) row.getArray("differing").getArray()),
                row.getInt("blocking"),
                row.getInt("unexplained"),
                row.getLong("days"),
                row.getObject("held_days", Long.class),
                row.getBoolean("surplus"));
    }

    /**
     * Persons in the book of these households, not struck off, of whom there is no form: none is linked, and none of the
     * household's forms bears the name. Asked entry by entry: they are few, and the planner, who does not know that, would
     * read every comparison.
     */
    @Transactional(readOnly = true)
    public Map<String, List<Missing>> missing(Collection<String> bookNos, AreaScope scope) {
        Map<String, List<Missing>> missing = new HashMap<>();
        Area.scoped(
                        jdbc.sql("""
                select entry.household_book_no, entry.id, entry.entry_no, entry.commune_code, entry.address,
                       entry.full_name, entry.other_name, entry.birth_date, entry.sex, entry.ethnicity, entry.religion,
                       entry.nationality, entry.hometown, entry.personal_id, entry.old_id, entry.relation_to_head,
                       entry.head_name
                from sources.residence_entry entry
                where left(entry.household_book_no, 100) = any(:books::text[])
                  and entry.removed_on is null and entry.removal_reason is null
                  and (select comparison.form_id from reconciliation.comparison comparison
                       where comparison.residence_entry_id = entry.id limit 1) is null
                  and not exists (select from reconciliation.candidate candidate
                                  where candidate.source = 'residence-book' and candidate.entry_id = entry.id)
                  and (select form.id from intake.form form
                       where form.household_key = 'B:' || entry.household_book_no
                         and form.name_folded = entry.name_folded limit 1) is null
                  and
                """ + Area.of("entry") + "order by entry.household_book_no, entry.id limit "
                                + MOST_MEMBERS),
                        scope)
                .param("books", bookNos.toArray(new String[0]))
                .query(row -> {
                    missing.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                            .add(missing(row));
                });
        return missing;
    }

    private static Missing missing(ResultSet row) throws SQLException {
        Map<String, String> items = new HashMap<>();
        for (String column : SHARED) {
            put(items, column, row.getString(column));
        }
        put(items, "permanent_code", row.getString("commune_code"));
        put(items, "permanent_address", row.getString("address"));
        return new Missing(
                row.getLong("id"),
                row.getString("entry_no"),
                row.getString("full_name"),
                row.getString("birth_date"),
                row.getString("relation_to_head"),
                Map.copyOf(items));
    }

    private static void put(Map<String, String> items, String column, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            items.put(column, value);
        }
    }
}
