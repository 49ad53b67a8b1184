package vn.dancu.verification.db;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.intake.FormField;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.verification.RecordAttempt;
import vn.dancu.verification.RoundId;
import vn.dancu.verification.Sheet;
import vn.dancu.verification.SheetId;
import vn.dancu.verification.Visit;

/** Sheets of households and calls at their doors, in PostgreSQL. */
@Repository
public class SheetStore {
    private static final String IN_AREA = AreaParams.CLAUSE
            .replace("form.commune_code", "sheet.unit")
            .replace("coalesce(form.residential_group, '')", "sheet.residential_group");

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    SheetStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Sheets of the round in their order. */
    public List<Sheet> ofRound(RoundId round, AreaScope scope) {
        return sheets("sheet.round_id = :key", round.value(), new Long[0], scope);
    }

    /** Those of these keys that lie in the area, in the order of the keys. */
    public List<Sheet> byIds(List<SheetId> ids, AreaScope scope) {
        Map<SheetId, Sheet> found = new HashMap<>();
        sheets("sheet.id = any(:ids)", 0, ids.stream().map(SheetId::value).toArray(Long[]::new), scope)
                .forEach(sheet -> found.put(sheet.id(), sheet));
        return ids.stream().map(found::get).filter(java.util.Objects::nonNull).toList();
    }

    /** By the number printed on it. */
    public Optional<SheetId> byNumber(long round, int number, AreaScope scope) {
        return AreaParams.scoped(
                        jdbc.sql("select sheet.id from verification.sheet sheet"
                                + " where sheet.round_id = :round and sheet.sheet_no = :number and " + IN_AREA),
                        scope)
                .param("round", round)
                .param("number", number)
                .query((row, n) -> new SheetId(row.getLong(1)))
                .optional();
    }

    /** The sheet after this one in its round on which somebody still has to be met. */
    public Optional<SheetId> nextOpen(SheetId after, AreaScope scope) {
        return AreaParams.scoped(jdbc.sql("""
                        select sheet.id from verification.sheet sheet
                        join verification.sheet this on this.id = :after and this.round_id = sheet.round_id
                        where sheet.sheet_no > this.sheet_no
                          and exists (select from verification.sheet_form asked where asked.sheet_id = sheet.id
                                      and not exists (select from verification.visit visit
                                                      where visit.form_id = asked.form_id
                                                        and visit.outcome <> 'NOT_MET'))
                          and
                        """ + IN_AREA + " order by sheet.sheet_no limit 1"), scope)
                .param("after", after.value())
                .query((row, number) -> new SheetId(row.getLong(1)))
                .optional();
    }

    private List<Sheet> sheets(String which, long key, Long[] ids, AreaScope scope) {
        Map<Long, List<Sheet.Attempt>> attempts = attempts(which, key, ids);
        Map<Long, Draft> drafts = new java.util.LinkedHashMap<>();
        AreaParams.scoped(
                        jdbc.sql("""
                        select sheet.id, sheet.round_id, round.name, sheet.sheet_no, sheet.unit, sheet.residential_group,
                               sheet.household_key, form.id as form_id, form.current_version, form.form_no,
                               coalesce(form.collector, '') as collector,
                               array(select distinct known.created_by from intake.form_version known
                                     where known.form_id = form.id and known.origin <> 'import') as authors,
                               (select visit.outcome from verification.visit visit where visit.form_id = form.id
                                order by visit.id desc limit 1) as outcome,
                               version.full_name, version.birth_date, version.sex, version.birth_registration_place,
                               version.personal_id, version.permanent_address, version.relation_to_head,
                               coalesce(version.present_address, version.permanent_address, '') as address,
                               coalesce(version.availability, '') as availability
                        from verification.sheet sheet
                        join verification.round round on round.id = sheet.round_id
                        join verification.sheet_form asked on asked.sheet_id = sheet.id
                        join intake.form form on form.id = asked.form_id
                        join intake.form_version version
                            on version.form_id = form.id and version.version = form.current_version
                        where\s""" + which + " and " + IN_AREA + " order by sheet.round_id, sheet.sheet_no, form.id"),
                        scope)
                .param("key", key)
                .param("ids", ids)
                .query(row -> {
                    Draft draft = drafts.computeIfAbsent(row.getLong("id"), id -> new Draft());
                    draft.read(row);
                });
        List<Sheet> sheets = new ArrayList<>(drafts.size());
        drafts.forEach((id, draft) -> sheets.add(draft.sheet(attempts.getOrDefault(id, List.of()))));
        return sheets;
    }

    /** A sheet while its rows come in. */
    private static final class Draft {
        private long id;
        private long round;
        private String roundName = "";
        private int number;
        private String unit = "";
        private String group = "";
        private String household = "";
        private String address = "";
        private final Set<String> availability = new LinkedHashSet<>();
        private final List<Sheet.Person> persons = new ArrayList<>();

        void read(ResultSet row) throws SQLException {
            id = row.getLong("id");
            round = row.getLong("round_id");
            roundName = row.getString("name");
            number = row.getInt("sheet_no");
            unit = row.getString("unit");
            group = row.getString("residential_group");
            household = row.getString("household_key");
            if (address.isEmpty()) {
                address = row.getString("address");
            }
            if (!row.getString("availability").isBlank()) {
                availability.add(row.getString("availability").strip());
            }
            Map<FormField, String> values = new EnumMap<>(FormField.class);
            for (FormField field : Sheet.ASKED) {
                String value = row.getString(field.column());
                if (value != null && !value.isBlank()) {
                    values.put(field, value);
                }
            }
            Set<String> barred = new LinkedHashSet<>(
                    Arrays.asList((String[]) row.getArray("authors").getArray()));
            if (!row.getString("collector").isEmpty()) {
                barred.add(row.getString("collector"));
            }
            String outcome = row.getString("outcome");
            persons.add(new Sheet.Person(
                    new FormId(row.getLong("form_id")),
                    row.getInt("current_version"),
                    row.getString("form_no"),
                    values,
                    outcome == null ? null : Visit.Outcome.valueOf(outcome),
                    barred));
        }

        Sheet sheet(List<Sheet.Attempt> attempts) {
            return new Sheet(
                    new SheetId(id),
                    new RoundId(round),
                    roundName,
                    String.format(Locale.ROOT, "%d-%04d", round, number),
                    unit,
                    group,
                    household,
                    address,
                    String.join("; ", availability),
                    persons,
                    attempts);
        }
    }

    private Map<Long, List<Sheet.Attempt>> attempts(String which, long key, Long[] ids) {
        Map<Long, List<Sheet.Attempt>> attempts = new HashMap<>();
        jdbc.sql("""
                        select attempt.sheet_id, attempt.attempt_no, team.name, attempt.began_at, attempt.ended_at,
                               attempt.met, attempt.absence, attempt.again_on, attempt.guide, attempt.note,
                               attempt.recorded_by,
                               array(select judge.name from verification.attempt_judge judge
                                     where judge.attempt_id = attempt.id order by judge.login)
                        from verification.attempt attempt
                        join verification.sheet sheet on sheet.id = attempt.sheet_id
                        left join verification.team team on team.id = attempt.team_id
                        where\s""" + which + " order by attempt.sheet_id, attempt.attempt_no")
                .param("key", key)
                .param("ids", ids)
                .query(row -> {
                    Date again = row.getDate(8);
                    attempts.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add(new Sheet.Attempt(
                                    row.getInt(2),
                                    row.getString(3),
                                    List.of((String[]) row.getArray(12).getArray()),
                                    row.getTimestamp(4).toInstant(),
                                    row.getTimestamp(5).toInstant(),
                                    row.getBoolean(6),
                                    row.getString(7),
                                    again == null ? null : again.toLocalDate(),
                                    row.getString(9),
                                    row.getString(10),
                                    row.getString(11)));
                });
        return attempts;
    }

    /** Nobody else keys this sheet while the transaction lasts. */
    public void lock(SheetId sheet) {
        jdbc.sql("select id from verification.sheet where id = :id for update")
                .param("id", sheet.value())
                .query(Long.class)
                .list();
    }

    /** @return the key of the call */
    public long insert(
            RecordAttempt attempt, int number, Map<String, String> judges, String recordedBy, Instant recordedAt) {
        long id = jdbc.sql("""
                        insert into verification.attempt
                            (sheet_id, attempt_no, team_id, began_at, ended_at, met, absence, again_on, guide, guide_login,
                             note, recorded_by, recorded_at)
                        values (:sheet, :number, :team, :began, :ended, :met, :absence, :again, :guide, :guideLogin,
                                :note, :by, :at) returning id
                        """)
                .param("sheet", attempt.sheet().value())
                .param("number", number)
                .param("team", team(attempt))
                .param("began", Timestamp.from(attempt.beganAt()))
                .param("ended", Timestamp.from(attempt.endedAt()))
                .param("met", attempt.isMet())
                .param("absence", attempt.absence().strip())
                .param("again", attempt.againOn() == null ? null : Date.valueOf(attempt.againOn()))
                .param("guide", attempt.guide().strip())
                .param("guideLogin", attempt.guideLogin().strip())
                .param("note", attempt.note().strip())
                .param("by", recordedBy)
                .param("at", Timestamp.from(recordedAt))
                .query(Long.class)
                .single();
        template.batchUpdate(
                "insert into verification.attempt_judge (attempt_id, login, name) values (?, ?, ?)",
                judges.entrySet().stream()
                        .map(judge -> new Object[] {id, judge.getKey(), judge.getValue()})
                        .toList());
        return id;
    }

    private static @Nullable Long team(RecordAttempt attempt) {
        return attempt.team() == null ? null : attempt.team().value();
    }
}
