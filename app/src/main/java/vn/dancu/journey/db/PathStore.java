package vn.dancu.journey.db;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.journey.FormState;
import vn.dancu.journey.PaperTrack;
import vn.dancu.journey.Refusal;
import vn.dancu.journey.Stage;
import vn.dancu.journey.Step;
import vn.dancu.journey.StepTaken;
import vn.dancu.journey.VerificationTrack;
import vn.dancu.journey.Walk;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.db.ChosenForms;

/** The step log and the state that follows from it. Nothing else writes a stage. */
@Repository
public class PathStore {
    /** Whether a form lies in the actor's area; a form without a readable commune is seen from everywhere only. */
    static final String IN_AREA = """
            coalesce(:everywhere
                or form.commune_code = any(:communes::text[])
                or form.commune_code || '/' || coalesce(form.residential_group, '') = any(:groups::text[]), false)
            """;

    private final JdbcClient jdbc;
    private final ChosenForms chosenForms;

    PathStore(JdbcClient jdbc, ChosenForms chosenForms) {
        this.jdbc = jdbc;
        this.chosenForms = chosenForms;
    }

    /** Forms that have no step yet get their first; the collector on the paper is not the actor who typed it. */
    public FormSet collect(FormSet entered, Actor actor, Instant at) {
        chosenForms.stage(entered);
        return keys(jdbc.sql("""
                        with fresh as (
                            insert into journey.form_state (form_id, stage, since)
                            select form.id, 'COLLECTED', :at
                            from chosen_form chosen join intake.form form on form.id = chosen.id
                            on conflict (form_id) do nothing
                            returning form_id)
                        insert into journey.step (form_id, version, step, stage_to, at, actor, role)
                        select form_id, 1, 'COLLECT', 'COLLECTED', :at, :actor, :role from fresh order by form_id
                        returning form_id
                        """)
                .param("at", Timestamp.from(at))
                .param("actor", actor.login())
                .param("role", actor.role().name())
                .query(Long.class)
                .list());
    }

    public FormSet notCollected() {
        return keys(jdbc.sql("""
                        select form.id from intake.form form
                        where not exists (select from journey.form_state state where state.form_id = form.id)
                        """).query(Long.class).list());
    }

    /** Holds back the forms that may not start this step; the gate is that of the route in force. */
    public Walk begin(Step step, FormSet chosen, Actor actor) {
        Walk walk = new Walk(step, actor, chosen);
        if (!step.by().contains(actor.role())) {
            walk.refuse(Refusal.WRONG_ROLE, chosen);
            return walk;
        }
        chosenForms.stage(chosen);
        Map<Refusal, List<Long>> refused = new EnumMap<>(Refusal.class);
        scoped(jdbc.sql("""
                                select why, array_agg(id) from (
                                    select chosen.id, case
                                        when state.form_id is null or not %s then 'NOT_FOUND'
                                        when state.stage <> all(:from::text[]) then 'WRONG_STAGE'
                                        when gate.step is null and :gated then 'WRONG_STAGE'
                                        when gate.step is not null and state.stage <> all(gate.stages) then 'WRONG_STAGE'
                                        when gate.step is not null and state.hold_since is not null then 'ON_HOLD'
                                        when state.paper <> all(gate.papers) then 'PAPER_NOT_READY'
                                        when state.verification <> all(gate.verifications) then 'NOT_REVERIFIED'
                                        end as why
                                    from chosen_form chosen
                                    left join intake.form form on form.id = chosen.id
                                    left join journey.form_state state on state.form_id = chosen.id
                                    left join journey.gate gate on gate.step = :step and gate.route =
                                        (select route from journey.route_in_force order by id desc limit 1)) judged
                                where why is not null
                                group by why
                                """.formatted(IN_AREA)), actor.scope())
                .param("step", step.name())
                .param("gated", step.isGated())
                .param("from", step.from().stream().map(Stage::name).toArray(String[]::new))
                .query(row -> {
                    refused.put(Refusal.valueOf(row.getString(1)), List.of((Long[])
                            row.getArray(2).getArray()));
                });
        refused.forEach((why, forms) -> walk.refuse(why, keys(forms)));
        return walk;
    }

    /** Writes the step for every form still going: the data moves to the step's stage, or stays where it has none. */
    public void advance(Walk walk, Instant at) {
        advance(walk, walk.going(), null, null, null, null, at);
    }

    public void advance(Walk walk, PaperTrack paper, Instant at) {
        advance(walk, walk.going(), paper, null, null, null, at);
    }

    public void advance(Walk walk, FormSet forms, VerificationTrack verification, Instant at) {
        advance(walk, forms, null, verification, null, null, at);
    }

    public void advance(Walk walk, FormSet forms, @Nullable String reason, @Nullable String details, Instant at) {
        advance(walk, forms, null, null, reason, details, at);
    }

    /** As {@link #advance(Walk, Instant)}, each form with details (JSON) of its own. */
    public void advanceEach(Walk walk, Map<FormId, String> details, Instant at) {
        advance(walk, at);
        long[] ids = walk.going().keys();
        jdbc.sql("""
                        insert into journey.step_details (step_id, details)
                        select last.id, said.details::jsonb
                        from unnest(:ids::bigint[], :details::text[]) as said (form_id, details)
                        cross join lateral (select id from journey.step where form_id = said.form_id
                                            order by id desc limit 1) last
                        """)
                .param("ids", ids)
                .param(
                        "details",
                        LongStream.of(ids)
                                .mapToObj(id -> details.get(new FormId(id)))
                                .toArray(String[]::new))
                .update();
    }

    private void advance(
            Walk walk,
            FormSet forms,
            @Nullable PaperTrack paper,
            @Nullable VerificationTrack verification,
            @Nullable String reason,
            @Nullable String details,
            Instant at) {
        if (forms.isEmpty()) {
            return;
        }
        chosenForms.stage(forms);
        @Nullable String stage = walk.step().to().map(Stage::name).orElse(null);
        @Nullable String track = paper != null ? paper.name() : verification == null ? null : verification.name();
        jdbc.sql("""
                        insert into journey.step
                            (form_id, version, step, stage_from, stage_to, track_to, at, actor, role, reason, details)
                        select state.form_id, form.current_version, :step, state.stage, coalesce(:stage, state.stage),
                               :track, :at, :actor, :role, :reason, :details::jsonb
                        from chosen_form chosen
                        join journey.form_state state on state.form_id = chosen.id
                        join intake.form form on form.id = chosen.id
                        """)
                .param("step", walk.step().name())
                .param("stage", stage)
                .param("track", track)
                .param("at", Timestamp.from(at))
                .param("actor", walk.actor().login())
                .param("role", walk.actor().role().name())
                .param("reason", reason)
                .param("details", details)
                .update();
        int moved = jdbc.sql("""
                        update journey.form_state state set
                            stage = coalesce(:stage, state.stage),
                            paper = coalesce(:paper, state.paper),
                            verification = coalesce(:verification, state.verification),
                            since = case when :stage::text is null then state.since else :at end,
                            held = case when :stage::text is null then state.held else interval '0' end
                        from chosen_form chosen
                        where state.form_id = chosen.id and state.stage = any(:from::text[])
                        """)
                .param("stage", stage)
                .param("paper", paper == null ? null : paper.name())
                .param("verification", verification == null ? null : verification.name())
                .param("at", Timestamp.from(at))
                .param("from", walk.step().from().stream().map(Stage::name).toArray(String[]::new))
                .update();
        if (moved != forms.size()) {
            throw new ConcurrentStepException(walk.step().name(), forms.size(), moved);
        }
    }

    /** Forms that this account collected, typed or corrected. */
    public FormSet handledBy(FormSet forms, String login) {
        chosenForms.stage(forms);
        return keys(jdbc.sql("""
                        select chosen.id from chosen_form chosen
                        join intake.form form on form.id = chosen.id
                        where form.collector = :login
                           or exists (select from intake.form_version version
                                      where version.form_id = chosen.id and version.created_by = :login)
                           or exists (select from verification.visit visit
                                      where visit.form_id = chosen.id and visit.visitor = :login)
                        """).param("login", login).query(Long.class).list());
    }

    public FormSet at(Stage stage, AreaScope scope) {
        return keys(scoped(jdbc.sql("""
                                select state.form_id from journey.form_state state
                                join intake.form form on form.id = state.form_id
                                where state.stage = :stage and %s
                                """.formatted(IN_AREA)), scope)
                .param("stage", stage.name())
                .query(Long.class)
                .list());
    }

    public void hold(Walk walk, String reason, String waitingFor, @Nullable LocalDate until, Instant at) {
        chosenForms.stage(walk.going());
        jdbc.sql("""
                        update journey.form_state state set hold_since = coalesce(state.hold_since, :at),
                            hold_reason = :reason, hold_waiting_for = :waitingFor, hold_until = :until, hold_by = :by
                        from chosen_form chosen where state.form_id = chosen.id
                        """)
                .param("at", Timestamp.from(at))
                .param("reason", reason)
                .param("waitingFor", waitingFor)
                .param("until", until)
                .param("by", walk.actor().login())
                .update();
    }

    /** The time on hold, as far as it fell into this stage, is kept apart: it does not count. */
    public void resume(Walk walk, Instant at) {
        chosenForms.stage(walk.going());
        jdbc.sql("""
                        update journey.form_state state set
                            held = state.held + coalesce(:at - greatest(state.hold_since, state.since), interval '0'),
                            hold_since = null, hold_reason = null, hold_waiting_for = null, hold_until = null,
                            hold_by = null
                        from chosen_form chosen where state.form_id = chosen.id
                        """).param("at", Timestamp.from(at)).update();
    }

    /** From now on this route's gates hold. */
    public void setRoute(String route, String login, Instant at) {
        jdbc.sql("insert into journey.route_in_force (route, since, set_by) values (:route, :at, :login)")
                .param("route", route)
                .param("at", Timestamp.from(at))
                .param("login", login)
                .update();
    }

    public String routeInForce() {
        return jdbc.sql("select route from journey.route_in_force order by id desc limit 1")
                .query(String.class)
                .single();
    }

    public List<String> routes() {
        return jdbc.sql("select distinct route from journey.gate order by route")
                .query(String.class)
                .list();
    }

    /** Where one form stands; empty when it is outside the area. */
    public Optional<FormState> state(FormId form, AreaScope scope) {
        return scoped(jdbc.sql("""
                                select state.stage, state.paper, state.verification, state.since, state.hold_reason,
                                       state.hold_waiting_for, state.hold_since, state.hold_until
                                from journey.form_state state
                                join intake.form form on form.id = state.form_id
                                where state.form_id = :form and %s
                                """.formatted(IN_AREA)), scope)
                .param("form", form.value())
                .query((row, number) -> new FormState(
                        Stage.valueOf(row.getString("stage")),
                        PaperTrack.valueOf(row.getString("paper")),
                        VerificationTrack.valueOf(row.getString("verification")),
                        row.getTimestamp("since").toInstant(),
                        row.getString("hold_reason"),
                        row.getString("hold_waiting_for"),
                        row.getTimestamp("hold_since") == null
                                ? null
                                : row.getTimestamp("hold_since").toInstant(),
                        row.getDate("hold_until") == null
                                ? null
                                : row.getDate("hold_until").toLocalDate()))
                .optional();
    }

    /** The step log of one form, oldest first. */
    public List<StepTaken> steps(FormId form) {
        return jdbc.sql("""
                        select step.id, step, version, stage_from, stage_to, track_to, at, device_at, actor, role, reason,
                               coalesce(step.details, said.details) as details
                        from journey.step step
                        left join journey.step_details said on said.step_id = step.id
                        where form_id = :form order by step.id
                        """)
                .param("form", form.value())
                .query((row, number) -> new StepTaken(
                        row.getLong("id"),
                        Step.valueOf(row.getString("step")),
                        row.getInt("version"),
                        row.getString("stage_from") == null ? null : Stage.valueOf(row.getString("stage_from")),
                        Stage.valueOf(row.getString("stage_to")),
                        row.getString("track_to"),
                        row.getTimestamp("at").toInstant(),
                        row.getTimestamp("device_at") == null
                                ? null
                                : row.getTimestamp("device_at").toInstant(),
                        row.getString("actor"),
                        row.getString("role"),
                        row.getString("reason"),
                        row.getString("details")))
                .list();
    }

    static JdbcClient.StatementSpec scoped(JdbcClient.StatementSpec statement, AreaScope scope) {
        return statement
                .param("everywhere", scope.everywhere())
                .param("communes", scope.communes().toArray(new String[0]))
                .param("groups", scope.groups().toArray(new String[0]));
    }

    private static FormSet keys(List<Long> keys) {
        return FormSet.ofKeys(keys.stream().flatMapToLong(LongStream::of).toArray());
    }
}
