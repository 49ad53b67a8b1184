package vn.dancu.verification.db;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.shared.AreaScope;
import vn.dancu.verification.Team;
import vn.dancu.verification.TeamId;
import vn.dancu.verification.Teams.Absence;

/** Teams, their members and absences in PostgreSQL. */
@Repository
public class TeamStore {
    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    TeamStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Working ones first; of the area are those that go to any of its units. */
    public List<Team> list(AreaScope scope) {
        Map<Long, List<Team.Member>> members = new HashMap<>();
        jdbc.sql("select team_id, login, name from verification.team_member order by team_id, login")
                .query(row -> {
                    members.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add(new Team.Member(row.getString(2), row.getString(3)));
                });
        return jdbc.sql("""
                        select id, name, base_unit, units, fewest, made_by, made_at, ended_at from verification.team
                        where :everywhere or units && :communes::text[]
                        order by ended_at is not null, ended_at desc, id
                        """)
                .param("everywhere", scope.everywhere())
                .param("communes", scope.communes().toArray(new String[0]))
                .query((row, number) -> new Team(
                        new TeamId(row.getLong(1)),
                        row.getString(2),
                        row.getString(3),
                        List.of((String[]) row.getArray(4).getArray()),
                        row.getInt(5),
                        members.getOrDefault(row.getLong(1), List.of()),
                        row.getString(6),
                        row.getTimestamp(7).toInstant(),
                        row.getTimestamp(8) == null ? null : row.getTimestamp(8).toInstant()))
                .list();
    }

    /** Empty when a working team has the name. */
    public Optional<TeamId> insert(
            String name,
            String baseUnit,
            List<String> units,
            int fewest,
            List<Team.Member> members,
            String madeBy,
            Instant madeAt) {
        Optional<TeamId> id = jdbc.sql("""
                        insert into verification.team (name, base_unit, units, fewest, made_by, made_at)
                        values (:name, :base, :units, :fewest, :by, :at)
                        on conflict (name) where ended_at is null do nothing returning id
                        """)
                .param("name", name)
                .param("base", baseUnit)
                .param("units", units.toArray(new String[0]))
                .param("fewest", fewest)
                .param("by", madeBy)
                .param("at", Timestamp.from(madeAt))
                .query((row, number) -> new TeamId(row.getLong(1)))
                .optional();
        id.ifPresent(team -> template.batchUpdate(
                "insert into verification.team_member (team_id, login, name) values (?, ?, ?)",
                members.stream()
                        .map(member -> new Object[] {team.value(), member.login(), member.name()})
                        .toList()));
        return id;
    }

    public boolean end(TeamId team, String by, Instant at) {
        return jdbc.sql("""
                                update verification.team set ended_by = :by, ended_at = :at
                                where id = :id and ended_at is null
                                """)
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .param("id", team.value())
                        .update()
                > 0;
    }

    public void insertAbsence(String login, LocalDate from, LocalDate to, String reason, String by, Instant at) {
        jdbc.sql("""
                        insert into verification.absence (login, from_day, to_day, reason, told_by, told_at)
                        values (:login, :from, :to, :reason, :by, :at)
                        """)
                .param("login", login)
                .param("from", Date.valueOf(from))
                .param("to", Date.valueOf(to))
                .param("reason", reason)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    public boolean removeAbsence(long id) {
        return jdbc.sql("delete from verification.absence where id = :id")
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Absences that reach into the days from one to another, the first first. */
    public List<Absence> absences(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select id, login, from_day, to_day, reason, told_by from verification.absence
                        where from_day <= :to and to_day >= :from order by from_day, login, id
                        """)
                .param("from", Date.valueOf(from))
                .param("to", Date.valueOf(to))
                .query((row, number) -> new Absence(
                        row.getLong(1),
                        row.getString(2),
                        row.getDate(3).toLocalDate(),
                        row.getDate(4).toLocalDate(),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }
}
