package vn.dancu.journey.db;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.journey.CivilStatusLine;
import vn.dancu.journey.Returned;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Json;
import vn.dancu.shared.db.ChosenForms;

/** What an approver must have opened, who else could approve, what was remarked, and whom the civil-status office helps. */
@Repository
public class SigningQueries {
    private final JdbcClient jdbc;
    private final ChosenForms chosenForms;

    SigningQueries(JdbcClient jdbc, ChosenForms chosenForms) {
        this.jdbc = jdbc;
        this.chosenForms = chosenForms;
    }

    /**
     * Forms that do not plainly agree with the books, and that this account has not opened since their current version
     * was written. Opened is one form on a page of its own: whoever saw its line in a queue, a list or a search has not.
     */
    public FormSet unopened(FormSet forms, String login) {
        chosenForms.stage(forms);
        return keys(jdbc.sql("""
                        select chosen.id from chosen_form chosen
                        join intake.form form on form.id = chosen.id
                        left join reconciliation.comparison comparison
                            on comparison.form_id = form.id and comparison.version = form.current_version
                        where coalesce(comparison.outcome, '') not in ('AGREES', 'EXPLAINED')
                          and not exists (
                              select from audit.entry seen
                              where seen.object_kind = 'form' and seen.object_id = chosen.id::text
                                and seen.kind = 'VIEW' and seen.actor = :login
                                and seen.act in ('form', 'comparison', 'form-sheet')
                                and seen.at >= (select version.created_at from intake.form_version version
                                                where version.form_id = form.id
                                                  and version.version = form.current_version))
                        """).param("login", login).query(Long.class).list());
    }

    /**
     * By the kept queues, and beginning with the few who sign: what they had a hand in is little, what waits is a third of a
     * city. Reconciled forms in the area that no chief of their own commune may approve, because each collected, typed,
     * corrected or visited them, or because there is none in office: the level above has to.
     */
    public FormSet withoutOtherEyes(AreaScope scope, LocalDate day) {
        return keys(jdbc.sql("""
                        with signing as materialized (
                            select account.login, area.commune_code, area.residential_group, account.everywhere
                            from access.account account
                            left join access.account_area area on area.login = account.login
                            where account.role = 'CHIEF' and account.disabled_at is null
                              and account.valid_from <= cast(:day as date)
                              and coalesce(account.valid_to, 'infinity') >= cast(:day as date)
                            union
                            select delegation.deputy, area.commune_code, area.residential_group, chief.everywhere
                            from access.delegation delegation
                            join access.account chief on chief.login = delegation.chief and chief.disabled_at is null
                            join access.account deputy on deputy.login = delegation.deputy
                                and deputy.disabled_at is null
                            left join access.account_area area on area.login = delegation.chief
                            where cast(:day as date) between delegation.valid_from and delegation.valid_to),
                        logins as materialized (select distinct login from signing),
                        touched as materialized (
                            select hand.form_id, logins.login from logins
                            cross join lateral (
                                select form.id as form_id from intake.form form
                                where form.collector = logins.login
                                union all
                                select version.form_id from intake.form_version version
                                where version.created_by = logins.login
                                union all
                                select visit.form_id from verification.visit visit
                                where visit.visitor = logins.login
                                offset 0) hand),
                        place as materialized (
                            select distinct form.commune_code, form.residential_group, signing.login
                            from (select distinct commune_code, residential_group from journey.waiting_count
                                  where queue in ('TO_APPROVE', 'TO_VERIFY') and forms > 0) form
                            left join signing on signing.everywhere
                                or signing.commune_code = form.commune_code
                                    and signing.residential_group in ('', form.residential_group)
                            where %s),
                        unseen as (
                            select waiting.form_id from place
                            join journey.waiting waiting on waiting.queue in ('TO_APPROVE', 'TO_VERIFY')
                                and waiting.commune_code = place.commune_code
                                and waiting.residential_group = place.residential_group
                            where place.login is null
                            union
                            select hand.form_id from touched hand
                            cross join lateral (
                                select waiting.commune_code, waiting.residential_group from journey.waiting waiting
                                where waiting.form_id = hand.form_id and waiting.queue in ('TO_APPROVE', 'TO_VERIFY')
                                offset 0) stands
                            join place on place.commune_code = stands.commune_code
                                and place.residential_group = stands.residential_group and place.login = hand.login
                            join (select commune_code, residential_group, count(*) as signers from place
                                  group by commune_code, residential_group) office
                                on office.commune_code = stands.commune_code
                                and office.residential_group = stands.residential_group
                            group by hand.form_id, office.signers
                            having count(distinct hand.login) = office.signers)
                        select state.form_id from unseen
                        join journey.form_state state on state.form_id = unseen.form_id
                        where state.stage = 'RECONCILED' and state.hold_since is null
                        order by state.form_id
                        """.formatted(PathStore.IN_AREA))
                .param("day", day)
                .param("everywhere", scope.everywhere())
                .param("communes", scope.communes().toArray(new String[0]))
                .param("groups", scope.groups().toArray(new String[0]))
                .query(Long.class)
                .list());
    }

    /** The remarks with which returned forms last came back; others have none. */
    public Map<FormId, Returned> remarks(FormSet forms) {
        chosenForms.stage(forms);
        Map<FormId, Returned> remarks = new HashMap<>();
        jdbc.sql("""
                        select chosen.id, last.actor, last.at, last.details
                        from chosen_form chosen
                        join journey.form_state state on state.form_id = chosen.id and state.stage = 'RETURNED'
                        cross join lateral (
                            select step.actor, step.at, coalesce(step.details, said.details) as details
                            from journey.step step left join journey.step_details said on said.step_id = step.id
                            where step.form_id = chosen.id and step.step = 'RETURN'
                            order by step.id desc limit 1) last
                        """).query(row -> {
            String details = row.getString(4);
            remarks.put(
                    new FormId(row.getLong(1)),
                    new Returned(
                            row.getString(2),
                            row.getTimestamp(3).toInstant(),
                            details == null ? Map.of() : Json.read(details)));
        });
        return remarks;
    }

    /** Forms of a commune that wait for the civil-status office, by name. */
    public List<CivilStatusLine> civilStatus(String commune, AreaScope scope, int limit) {
        return jdbc.sql("""
                        select form.id, form.form_no, form.residential_group, version.full_name, version.birth_date,
                               version.sex, coalesce(version.permanent_address, version.present_address) as address,
                               jsonb_strip_nulls(jsonb_build_object(
                                   'full_name', version.full_name, 'birth_date', version.birth_date,
                                   'sex', version.sex, 'ethnicity', version.ethnicity,
                                   'birth_registration_place', version.birth_registration_place,
                                   'hometown', version.hometown, 'father_name', version.father_name,
                                   'mother_name', version.mother_name))::text as written,
                               state.hold_reason, state.hold_since, state.hold_until, last.details::text as details
                        from journey.form_state state
                        join intake.form form on form.id = state.form_id
                        join intake.form_version version
                            on version.form_id = form.id and version.version = form.current_version
                        left join lateral (
                            select coalesce(step.details, said.details) as details
                            from journey.step step left join journey.step_details said on said.step_id = step.id
                            where step.form_id = form.id and step.step = 'HOLD'
                            order by step.id desc limit 1) last on true
                        where state.hold_since is not null and state.hold_waiting_for = 'CIVIL_STATUS_CORRECTION'
                          and form.commune_code = :commune
                          and %s
                        order by form.sort_key, form.id
                        limit :limit
                        """.formatted(PathStore.IN_AREA))
                .param("everywhere", scope.everywhere())
                .param("communes", scope.communes().toArray(new String[0]))
                .param("groups", scope.groups().toArray(new String[0]))
                .param("commune", commune)
                .param("limit", limit)
                .query((row, number) -> new CivilStatusLine(
                        new FormId(row.getLong("id")),
                        row.getString("form_no"),
                        row.getString("residential_group"),
                        row.getString("full_name"),
                        row.getString("birth_date"),
                        row.getString("sex"),
                        row.getString("address"),
                        Json.read(row.getString("written")),
                        row.getString("hold_reason"),
                        row.getTimestamp("hold_since").toInstant(),
                        row.getDate("hold_until") == null
                                ? null
                                : row.getDate("hold_until").toLocalDate(),
                        row.getString("details") == null ? Map.of() : Json.read(row.getString("details"))))
                .list();
    }

    private static FormSet keys(List<Long> keys) {
        return FormSet.ofKeys(keys.stream().flatMapToLong(LongStream::of).toArray());
    }
}
