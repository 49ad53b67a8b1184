package vn.dancu.journey.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.journey.Assignments.Holding;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.db.ChosenForms;

/** Who was named for a form: the log, and its last line per form. */
@Repository
public class AssignmentStore {
    private static final String IN_HOLDERS_AREA = area("holder");

    private static final String GIVE = """
            , taken as (
                insert into journey.assignment (form_id, holder, reason, assigned_by, at)
                select id, :holder, :reason, :by, :at from fitting where inside
                returning form_id),
            current as (
                insert into journey.form_holder (form_id, holder, reason, assigned_by, since)
                select form_id, :holder, :reason, :by, :at from taken
                on conflict (form_id) do update set holder = excluded.holder, reason = excluded.reason,
                    assigned_by = excluded.assigned_by, since = excluded.since
                returning form_id)
            select (select count(*) from current), (select count(*) from fitting where not inside)
            """;

    private final JdbcClient jdbc;
    private final ChosenForms chosenForms;

    AssignmentStore(JdbcClient jdbc, ChosenForms chosenForms) {
        this.jdbc = jdbc;
        this.chosenForms = chosenForms;
    }

    /** @param outside forms that lie outside the holder's area, left as they were */
    public record Given(int forms, int outside) {}

    public Given assign(FormSet forms, AreaScope holders, String holder, String reason, Actor actor, Instant at) {
        chosenForms.stage(forms);
        return give(
                jdbc.sql("""
                        with fitting as (
                            select form.id, %s as inside
                            from chosen_form chosen
                            join intake.form form on form.id = chosen.id
                            join journey.form_state state on state.form_id = form.id
                            left join journey.form_holder held on held.form_id = form.id
                            where %s and held.holder is distinct from :holder)
                        """.formatted(IN_HOLDERS_AREA, PathStore.IN_AREA) + GIVE), holders, holder, reason, actor, at);
    }

    /** @param byDefault where forms are {@code from}'s although nobody was named for them */
    public Given moveAll(
            String from,
            AreaScope byDefault,
            AreaScope holders,
            String holder,
            String reason,
            Actor actor,
            Instant at) {
        return give(
                scoped(
                                jdbc.sql("""
                        with fitting as (
                            select form.id, %s as inside
                            from intake.form form
                            join journey.form_state state on state.form_id = form.id
                            left join journey.form_holder held on held.form_id = form.id
                            where %s and state.stage not in ('REGISTERED', 'CANCELLED')
                              and (held.holder = :from or (held.holder is null and %s)))
                        """.formatted(IN_HOLDERS_AREA, PathStore.IN_AREA, area("default")) + GIVE),
                                byDefault,
                                "default")
                        .param("from", from),
                holders,
                holder,
                reason,
                actor,
                at);
    }

    private static Given give(
            JdbcClient.StatementSpec statement,
            AreaScope holders,
            String holder,
            String reason,
            Actor actor,
            Instant at) {
        return PathStore.scoped(scoped(statement, holders, "holder"), actor.scope())
                .param("holder", holder)
                .param("reason", reason)
                .param("by", actor.login())
                .param("at", Timestamp.from(at))
                .query((row, number) -> new Given(row.getInt(1), row.getInt(2)))
                .single();
    }

    /** The area clause on parameters of another name. */
    private static String area(String whose) {
        return PathStore.IN_AREA
                .replace(":everywhere", ":" + whose + "Everywhere")
                .replace(":communes", ":" + whose + "Communes")
                .replace(":groups", ":" + whose + "Groups");
    }

    private static JdbcClient.StatementSpec scoped(JdbcClient.StatementSpec statement, AreaScope scope, String whose) {
        return statement
                .param(whose + "Everywhere", scope.everywhere())
                .param(whose + "Communes", scope.communes().toArray(new String[0]))
                .param(whose + "Groups", scope.groups().toArray(new String[0]));
    }

    public Optional<Holding> current(FormId form, AreaScope scope) {
        return PathStore.scoped(jdbc.sql("""
                        select held.holder, held.since, held.reason, held.assigned_by
                        from journey.form_holder held join intake.form form on form.id = held.form_id
                        where held.form_id = :form and %s
                        """.formatted(PathStore.IN_AREA)), scope)
                .param("form", form.value())
                .query(AssignmentStore::holding)
                .optional();
    }

    public List<Holding> history(FormId form, AreaScope scope) {
        return PathStore.scoped(jdbc.sql("""
                        select assigned.holder, assigned.at, assigned.reason, assigned.assigned_by
                        from journey.assignment assigned join intake.form form on form.id = assigned.form_id
                        where assigned.form_id = :form and %s
                        order by assigned.id
                        """.formatted(PathStore.IN_AREA)), scope)
                .param("form", form.value())
                .query(AssignmentStore::holding)
                .list();
    }

    private static Holding holding(ResultSet row, int number) throws SQLException {
        return new Holding(row.getString(1), row.getTimestamp(2).toInstant(), row.getString(3), row.getString(4));
    }
}
