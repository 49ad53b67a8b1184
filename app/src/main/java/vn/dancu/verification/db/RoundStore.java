package vn.dancu.verification.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.db.ChosenForms;
import vn.dancu.verification.Limits;
import vn.dancu.verification.OpenRound;
import vn.dancu.verification.Round;
import vn.dancu.verification.RoundId;

/** Rounds, lots, draws and acceptances in PostgreSQL. */
@Repository
public class RoundStore {
    private final JdbcClient jdbc;
    private final ChosenForms chosenForms;

    RoundStore(JdbcClient jdbc, ChosenForms chosenForms) {
        this.jdbc = jdbc;
        this.chosenForms = chosenForms;
    }

    /** Forms of the set that lie in the unit and in no lot yet, by residential group. */
    public SortedMap<String, long[]> strata(FormSet pool, String unit) {
        chosenForms.stage(pool);
        SortedMap<String, long[]> strata = new TreeMap<>();
        jdbc.sql("""
                        select coalesce(form.residential_group, ''), array_agg(form.id order by form.id)
                        from chosen_form chosen
                        join intake.form form on form.id = chosen.id
                        where form.commune_code = :unit
                          and not exists (select from verification.lot_form lot where lot.form_id = form.id)
                        group by 1
                        """).param("unit", unit).query(row -> {
            strata.put(row.getString(1), longs(row.getArray(2).getArray()));
        });
        return strata;
    }

    /** The round's lot by stratum, as it was when it was opened. */
    public SortedMap<String, long[]> lot(RoundId round) {
        SortedMap<String, long[]> strata = new TreeMap<>();
        jdbc.sql("""
                        select stratum, array_agg(form_id order by form_id)
                        from verification.lot_form where round_id = :round group by stratum
                        """).param("round", round.value()).query(row -> {
            strata.put(row.getString(1), longs(row.getArray(2).getArray()));
        });
        return strata;
    }

    private static long[] longs(Object array) {
        return Arrays.stream((Long[]) array).mapToLong(Long::longValue).toArray();
    }

    /** Empty when the unit has a round of that name. */
    public Optional<RoundId> insert(OpenRound round, int lot, String openedBy, Instant openedAt) {
        Limits limits = round.limits();
        return jdbc.sql("""
                        insert into verification.round
                            (unit, name, kind, with_contradictory, acceptable, producer_risk, rejectable, consumer_risk,
                             expected, margin, confidence, lot_size, opened_by, opened_at)
                        values (:unit, :name, :kind, :contradictory, :acceptable, :producer, :rejectable, :consumer,
                                :expected, :margin, :confidence, :lot, :by, :at)
                        on conflict (unit, name) do nothing returning id
                        """)
                .param("unit", round.unit())
                .param("name", round.name().strip())
                .param("kind", round.kind().name())
                .param("contradictory", round.withContradictory())
                .param("acceptable", limits.acceptable())
                .param("producer", limits.producerRisk())
                .param("rejectable", limits.rejectable())
                .param("consumer", limits.consumerRisk())
                .param("expected", round.expected())
                .param("margin", round.margin())
                .param("confidence", round.confidence())
                .param("lot", lot)
                .param("by", openedBy)
                .param("at", Timestamp.from(openedAt))
                .query((row, number) -> new RoundId(row.getLong(1)))
                .optional();
    }

    public void insertLot(RoundId round, FormSet lot) {
        chosenForms.stage(lot);
        jdbc.sql("""
                        insert into verification.lot_form (form_id, round_id, stratum)
                        select form.id, :round, coalesce(form.residential_group, '')
                        from chosen_form chosen join intake.form form on form.id = chosen.id
                        """).param("round", round.value()).update();
    }

    public void insertDraw(
            RoundId round, int number, long seed, int mostWrong, FormSet drawn, String reason, String by, Instant at) {
        long draw = jdbc.sql("""
                        insert into verification.draw
                            (round_id, draw_no, seed, size, most_wrong, reason, drawn_by, drawn_at)
                        values (:round, :number, :seed, :size, :most, :reason, :by, :at) returning id
                        """)
                .param("round", round.value())
                .param("number", number)
                .param("seed", seed)
                .param("size", drawn.size())
                .param("most", mostWrong)
                .param("reason", reason)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
        chosenForms.stage(drawn);
        jdbc.sql("insert into verification.drawn_form (draw_id, form_id) select :draw, id from chosen_form")
                .param("draw", draw)
                .update();
    }

    /** A sheet for every household of these forms that has none in this round; a form is on one sheet for good. */
    public void insertSheets(RoundId round, FormSet picked) {
        chosenForms.stage(picked);
        jdbc.sql("""
                        insert into verification.sheet (round_id, sheet_no, unit, residential_group, household_key)
                        select :round,
                               coalesce((select max(sheet_no) from verification.sheet where round_id = :round), 0)
                                   + row_number() over (order by home.unit, home.residential_group, home.household),
                               home.unit, home.residential_group, home.household
                        from (select coalesce(form.household_key, 'F:' || form.form_no) as household,
                                     min(coalesce(form.commune_code, '')) as unit,
                                     min(coalesce(form.residential_group, '')) as residential_group
                              from chosen_form chosen
                              join intake.form form on form.id = chosen.id
                              where not exists (select from verification.sheet_form known where known.form_id = form.id)
                              group by 1) home
                        where not exists (select from verification.sheet known
                                          where known.round_id = :round and known.household_key = home.household)
                        """).param("round", round.value()).update();
        jdbc.sql("""
                        insert into verification.sheet_form (form_id, sheet_id)
                        select form.id, sheet.id
                        from chosen_form chosen
                        join intake.form form on form.id = chosen.id
                        join verification.sheet sheet on sheet.round_id = :round
                            and sheet.household_key = coalesce(form.household_key, 'F:' || form.form_no)
                        on conflict (form_id) do nothing
                        """).param("round", round.value()).update();
    }

    /** False when somebody has decided already. */
    public boolean insertAcceptance(
            RoundId round, Round.Draw draw, Round.Acceptance.Outcome outcome, String note, String by, Instant at) {
        return jdbc.sql("""
                                insert into verification.acceptance
                                    (round_id, draw_id, outcome, judged, wrong, note, decided_by, decided_at)
                                values (:round, :draw, :outcome, :judged, :wrong, :note, :by, :at)
                                on conflict (round_id) do nothing
                                """)
                        .param("round", round.value())
                        .param("draw", draw.id())
                        .param("outcome", outcome.name())
                        .param("judged", draw.judged())
                        .param("wrong", draw.wrong())
                        .param("note", note)
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    /** Nobody else draws or decides while this transaction lasts. */
    public void lock(RoundId round) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('verification.round'), :round)")
                .param("round", (int) round.value())
                .query((row, number) -> 1)
                .list();
    }

    /** Newest first. */
    public List<Round> list(AreaScope scope) {
        return rounds("""
                where coalesce(:everywhere or round.unit = any(:communes::text[])
                               or exists (select from unnest(:groups::text[]) own(place)
                                          where split_part(own.place, '/', 1) = round.unit), false)
                """, scope);
    }

    public Optional<Round> find(RoundId id, AreaScope scope) {
        return list(scope).stream().filter(round -> round.id().equals(id)).findFirst();
    }

    private List<Round> rounds(String where, AreaScope scope) {
        Map<Long, List<Round.Draw>> draws = draws();
        return AreaParams.scoped(jdbc.sql("""
                        select round.id, round.unit, round.name, round.kind, round.with_contradictory, round.acceptable,
                               round.producer_risk, round.rejectable, round.consumer_risk, round.expected, round.margin,
                               round.confidence, round.lot_size, round.opened_by, round.opened_at,
                               acceptance.outcome, acceptance.judged, acceptance.wrong, acceptance.note,
                               acceptance.decided_by, acceptance.decided_at
                        from verification.round round
                        left join verification.acceptance acceptance on acceptance.round_id = round.id
                        """ + where + " order by round.id desc"), scope)
                .query((row, number) -> round(row, draws.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private Map<Long, List<Round.Draw>> draws() {
        Map<Long, List<Round.Draw>> draws = new HashMap<>();
        jdbc.sql("""
                        select draw.round_id, draw.id, draw.draw_no, draw.seed, draw.size, draw.most_wrong, draw.reason,
                               draw.drawn_by, draw.drawn_at, found.judged, found.wrong
                        from verification.draw draw
                        cross join lateral (
                            select count(*) filter (where seen.wrong or seen.right) as judged,
                                   count(*) filter (where seen.wrong) as wrong
                            from (select drawn.form_id,
                                         bool_or(visit.outcome = 'DIFFERED') as wrong,
                                         bool_or(visit.outcome = 'CONFIRMED') as right
                                  from verification.drawn_form drawn
                                  join verification.visit visit on visit.form_id = drawn.form_id
                                  where drawn.draw_id = draw.id
                                  group by drawn.form_id) seen) found
                        order by draw.round_id, draw.draw_no
                        """).query(row -> {
            draws.computeIfAbsent(row.getLong(1), key -> new java.util.ArrayList<>())
                    .add(new Round.Draw(
                            row.getLong(2),
                            row.getInt(3),
                            row.getLong(4),
                            row.getInt(5),
                            row.getInt(6),
                            row.getString(7),
                            row.getString(8),
                            row.getTimestamp(9).toInstant(),
                            row.getInt(10),
                            row.getInt(11)));
        });
        return draws;
    }

    private static Round round(ResultSet row, List<Round.Draw> draws) throws SQLException {
        String outcome = row.getString("outcome");
        return new Round(
                new RoundId(row.getLong("id")),
                row.getString("unit"),
                row.getString("name"),
                Round.Kind.valueOf(row.getString("kind")),
                row.getBoolean("with_contradictory"),
                new Limits(
                        row.getDouble("acceptable"),
                        row.getDouble("producer_risk"),
                        row.getDouble("rejectable"),
                        row.getDouble("consumer_risk")),
                row.getDouble("expected"),
                row.getDouble("margin"),
                row.getDouble("confidence"),
                row.getInt("lot_size"),
                row.getString("opened_by"),
                row.getTimestamp("opened_at").toInstant(),
                draws,
                outcome == null
                        ? null
                        : new Round.Acceptance(
                                Round.Acceptance.Outcome.valueOf(outcome),
                                row.getInt("judged"),
                                row.getInt("wrong"),
                                row.getString("note"),
                                row.getString("decided_by"),
                                row.getTimestamp("decided_at").toInstant()));
    }

    /** Forms that wait for their lot: not decided yet, or sent back and not re-verified since. */
    public FormSet awaiting(FormSet forms) {
        chosenForms.stage(forms);
        return FormSet.ofKeys(jdbc.sql("""
                                select lot.form_id
                                from chosen_form chosen
                                join verification.lot_form lot on lot.form_id = chosen.id
                                join verification.round round on round.id = lot.round_id
                                left join verification.acceptance acceptance on acceptance.round_id = round.id
                                where case coalesce(acceptance.outcome, round.kind)
                                      when 'SAMPLE' then true
                                      when 'SENT_BACK' then not exists (
                                          select from verification.visit visit
                                          where visit.form_id = lot.form_id and visit.outcome <> 'NOT_MET')
                                      else false end
                                """).query(Long.class).list().stream()
                .mapToLong(Long::longValue)
                .toArray());
    }
}
