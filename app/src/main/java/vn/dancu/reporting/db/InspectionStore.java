package vn.dancu.reporting.db;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.reporting.GiveVerdict;
import vn.dancu.reporting.Inspection;
import vn.dancu.reporting.Inspection.Draw;
import vn.dancu.reporting.Inspection.Minutes;
import vn.dancu.reporting.Inspection.Sampled;
import vn.dancu.reporting.Inspection.Signature;
import vn.dancu.reporting.Inspection.Stratum;
import vn.dancu.reporting.Inspection.Verdict;
import vn.dancu.reporting.InspectionId;
import vn.dancu.reporting.OpenInspection;
import vn.dancu.reporting.WriteMinutes;
import vn.dancu.shared.FormId;
import vn.dancu.shared.Role;

/** Inspections in PostgreSQL; every table is append-only. */
@Repository
public class InspectionStore {
    private static final String INSPECTION = """
            select inspection.id, inspection.order_no, inspection.ordered_on, inspection.from_day, inspection.to_day,
                   inspection.units, inspection.subject, inspection.team, inspection.led_by, inspection.led_by_name,
                   inspection.led_as, inspection.made_at, closed.closed_at
            from reporting.inspection inspection
            left join reporting.inspection_closed closed on closed.inspection_id = inspection.id
            """;
    private static final String DRAW = """
            select draw.inspection_id, draw.id, draw.draw_no, draw.seed, draw.size, draw.approved_only,
                   draw.pool_units, draw.pool_sizes, draw.reason, draw.drawn_by, draw.drawn_at
            from reporting.inspection_draw draw
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    InspectionStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Acts on one inspection one after the other, until the end of the transaction. */
    public void lock(InspectionId id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('reporting.inspection', :id))")
                .param("id", id.value())
                .query(row -> {});
    }

    /** Empty when another inspection goes by this order. */
    public Optional<InspectionId> insert(OpenInspection command, String login, Role role, Instant at) {
        return jdbc.sql("""
                        insert into reporting.inspection
                            (order_no, ordered_on, from_day, to_day, units, subject, team, led_by, led_by_name, led_as,
                             made_at)
                        values (:order, :ordered, :from, :to, :units, :subject, :team, :login, :name, :role, :at)
                        on conflict (order_no) do nothing returning id
                        """)
                .param("order", command.orderNo().strip())
                .param("ordered", Date.valueOf(command.orderedOn()))
                .param("from", Date.valueOf(command.fromDay()))
                .param("to", Date.valueOf(command.toDay()))
                .param("units", command.units().stream().distinct().sorted().toArray(String[]::new))
                .param("subject", command.subject().strip())
                .param("team", command.team().strip())
                .param("login", login)
                .param("name", command.leaderName().strip())
                .param("role", role.name())
                .param("at", Timestamp.from(at))
                .query((row, number) -> new InspectionId(row.getLong(1)))
                .optional();
    }

    public List<Inspection> list() {
        Map<Long, Draw> draws = new HashMap<>();
        jdbc.sql(DRAW + " order by draw.inspection_id, draw.draw_no").query(row -> {
            draws.put(row.getLong(1), draw(row));
        });
        Map<Long, Minutes> minutes = minutes(0);
        return jdbc.sql(INSPECTION + " order by inspection.id desc")
                .query((row, number) -> inspection(row, draws.get(row.getLong(1)), minutes.get(row.getLong(1))))
                .list();
    }

    public Optional<Inspection> find(InspectionId id) {
        List<Draw> draws = draws(id);
        Minutes latest = minutes(id.value()).get(id.value());
        return jdbc.sql(INSPECTION + " where inspection.id = :id")
                .param("id", id.value())
                .query((row, number) -> inspection(row, draws.isEmpty() ? null : draws.get(draws.size() - 1), latest))
                .optional();
    }

    public List<Draw> draws(InspectionId id) {
        return jdbc.sql(DRAW + " where draw.inspection_id = :id order by draw.draw_no")
                .param("id", id.value())
                .query((row, number) -> draw(row))
                .list();
    }

    private static Draw draw(ResultSet row) throws SQLException {
        String[] units = (String[]) row.getArray(7).getArray();
        Integer[] sizes = (Integer[]) row.getArray(8).getArray();
        List<Stratum> strata = new ArrayList<>();
        for (int i = 0; i < units.length; i++) {
            strata.add(new Stratum(units[i], sizes[i]));
        }
        return new Draw(
                row.getLong(2),
                row.getInt(3),
                row.getLong(4),
                row.getInt(5),
                row.getBoolean(6),
                strata,
                row.getString(9),
                row.getString(10),
                row.getTimestamp(11).toInstant());
    }

    /**
     * The latest version of the minutes with its signatures, by inspection.
     *
     * @param id 0 for all
     */
    private Map<Long, Minutes> minutes(long id) {
        Map<Long, List<Signature>> signatures = new HashMap<>();
        jdbc.sql("""
                        select signature.minutes_id, signature.side, signature.unit, signature.login, signature.name,
                               signature.capacity, signature.signed_at
                        from reporting.inspection_signature signature
                        join reporting.inspection_minutes minutes on minutes.id = signature.minutes_id
                        where :id = 0 or minutes.inspection_id = :id
                        order by signature.side desc, signature.unit
                        """).param("id", id).query(row -> {
            signatures
                    .computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
                    .add(new Signature(
                            Inspection.Side.valueOf(row.getString(2)),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getTimestamp(7).toInstant()));
        });
        Map<Long, Minutes> latest = new HashMap<>();
        jdbc.sql("""
                        select minutes.inspection_id, minutes.id, minutes.version, minutes.place, minutes.findings,
                               minutes.proposals, minutes.opinion, minutes.why_anew, minutes.content_sha256,
                               minutes.written_by, minutes.written_at
                        from reporting.inspection_minutes minutes
                        where :id = 0 or minutes.inspection_id = :id
                        order by minutes.version
                        """).param("id", id).query(row -> {
            latest.put(
                    row.getLong(1),
                    new Minutes(
                            row.getLong(2),
                            row.getInt(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8),
                            row.getString(9),
                            row.getString(10),
                            row.getTimestamp(11).toInstant(),
                            signatures.getOrDefault(row.getLong(2), List.of())));
        });
        return latest;
    }

    private static Inspection inspection(ResultSet row, @Nullable Draw draw, @Nullable Minutes minutes)
            throws SQLException {
        Timestamp closed = row.getTimestamp(13);
        return new Inspection(
                new InspectionId(row.getLong(1)),
                row.getString(2),
                row.getDate(3).toLocalDate(),
                row.getDate(4).toLocalDate(),
                row.getDate(5).toLocalDate(),
                Arrays.asList((String[]) row.getArray(6).getArray()),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                Role.valueOf(row.getString(11)),
                row.getTimestamp(12).toInstant(),
                draw,
                minutes,
                closed == null ? null : closed.toInstant());
    }

    /** Forms to draw from by unit, cancelled ones left out; a unit without forms has none. */
    public Map<String, long[]> pool(List<String> units, boolean approvedOnly) {
        Map<String, long[]> pool = new LinkedHashMap<>();
        units.forEach(unit -> pool.put(unit, new long[0]));
        jdbc.sql("""
                        select form.commune_code, array_agg(form.id order by form.id)
                        from intake.form form
                        join journey.form_state state on state.form_id = form.id and state.stage <> 'CANCELLED'
                        where form.commune_code = any(:units::text[])
                          and (not :approvedOnly or state.stage in ('APPROVED', 'REGISTERED'))
                        group by form.commune_code
                        """)
                .param("units", units.toArray(new String[0]))
                .param("approvedOnly", approvedOnly)
                .query(row -> {
                    pool.put(
                            row.getString(1),
                            Arrays.stream((Long[]) row.getArray(2).getArray())
                                    .mapToLong(Long::longValue)
                                    .toArray());
                });
        return pool;
    }

    public void insertDraw(
            InspectionId id,
            int number,
            long seed,
            int size,
            boolean approvedOnly,
            SortedMap<String, long[]> pool,
            Map<String, long[]> drawn,
            String reason,
            String login,
            Instant at) {
        long draw = jdbc.sql("""
                        insert into reporting.inspection_draw
                            (inspection_id, draw_no, seed, size, approved_only, pool_units, pool_sizes, reason,
                             drawn_by, drawn_at)
                        values (:id, :number, :seed, :size, :approvedOnly, :units, :sizes, :reason, :login, :at)
                        returning id
                        """)
                .param("id", id.value())
                .param("number", number)
                .param("seed", seed)
                .param("size", size)
                .param("approvedOnly", approvedOnly)
                .param("units", pool.keySet().toArray(new String[0]))
                .param("sizes", pool.values().stream().map(keys -> keys.length).toArray(Integer[]::new))
                .param("reason", reason)
                .param("login", login)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
        List<Long> forms = new ArrayList<>();
        List<String> units = new ArrayList<>();
        drawn.forEach((unit, keys) -> Arrays.stream(keys).forEach(key -> {
            forms.add(key);
            units.add(unit);
        }));
        jdbc.sql("""
                        insert into reporting.inspection_form (draw_id, position, form_id, version, unit)
                        select :draw, drawn.position, form.id, form.current_version, drawn.unit
                        from unnest(:forms::bigint[], :units::text[]) with ordinality drawn (form_id, unit, position)
                        join intake.form form on form.id = drawn.form_id
                        """)
                .param("draw", draw)
                .param("forms", forms.stream().mapToLong(Long::longValue).toArray())
                .param("units", units.toArray(new String[0]))
                .update();
    }

    /** The draw in force with the latest verdicts, in the order drawn. */
    public List<Sampled> sample(Inspection inspection) {
        Draw draw = inspection.draw();
        if (draw == null) {
            return List.of();
        }
        return jdbc.sql("""
                        select sampled.form_id, sampled.position, sampled.version, sampled.unit, verdict.id,
                               verdict.collection, verdict.collection_note, verdict.quality, verdict.quality_note,
                               verdict.accuracy, verdict.accuracy_note, verdict.given_by, verdict.given_at
                        from reporting.inspection_form sampled
                        left join lateral (
                            select latest.id, latest.collection, latest.collection_note, latest.quality,
                                   latest.quality_note, latest.accuracy, latest.accuracy_note, latest.given_by,
                                   latest.given_at
                            from reporting.inspection_verdict latest
                            where latest.inspection_id = :inspection and latest.form_id = sampled.form_id
                            order by latest.id desc limit 1) verdict on true
                        where sampled.draw_id = :draw order by sampled.position
                        """)
                .param("inspection", inspection.id().value())
                .param("draw", draw.id())
                .query((row, number) -> new Sampled(
                        new FormId(row.getLong(1)),
                        row.getInt(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getLong(5) == 0 ? null : verdict(row)))
                .list();
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        return new Verdict(
                row.getLong(5),
                GiveVerdict.Mark.valueOf(row.getString(6)),
                row.getString(7),
                GiveVerdict.Mark.valueOf(row.getString(8)),
                row.getString(9),
                GiveVerdict.Mark.valueOf(row.getString(10)),
                row.getString(11),
                row.getString(12),
                row.getTimestamp(13).toInstant());
    }

    public void insertVerdict(GiveVerdict verdict, String login, Instant at) {
        jdbc.sql("""
                        insert into reporting.inspection_verdict
                            (inspection_id, form_id, collection, collection_note, quality, quality_note, accuracy,
                             accuracy_note, given_by, given_at)
                        values (:inspection, :form, :collection, :collectionNote, :quality, :qualityNote, :accuracy,
                                :accuracyNote, :login, :at)
                        """)
                .param("inspection", verdict.inspection().value())
                .param("form", verdict.form().value())
                .param("collection", verdict.collection().name())
                .param("collectionNote", verdict.collectionNote().strip())
                .param("quality", verdict.quality().name())
                .param("qualityNote", verdict.qualityNote().strip())
                .param("accuracy", verdict.accuracy().name())
                .param("accuracyNote", verdict.accuracyNote().strip())
                .param("login", login)
                .param("at", Timestamp.from(at))
                .update();
    }

    public void insertMinutes(WriteMinutes text, int version, String sha256, String login, Instant at) {
        jdbc.sql("""
                        insert into reporting.inspection_minutes
                            (inspection_id, version, place, findings, proposals, opinion, why_anew, content_sha256,
                             written_by, written_at)
                        values (:id, :version, :place, :findings, :proposals, :opinion, :why, :sha, :login, :at)
                        """)
                .param("id", text.inspection().value())
                .param("version", version)
                .param("place", text.place())
                .param("findings", text.findings())
                .param("proposals", text.proposals())
                .param("opinion", text.opinion())
                .param("why", text.whyAnew())
                .param("sha", sha256)
                .param("login", login)
                .param("at", Timestamp.from(at))
                .update();
    }

    public void insertSignatures(long minutes, List<Signature> signatures) {
        template.batchUpdate(
                """
                insert into reporting.inspection_signature
                    (minutes_id, side, unit, login, name, capacity, signed_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                signatures.stream()
                        .map(signature -> new Object[] {
                            minutes,
                            signature.side().name(),
                            signature.unit(),
                            signature.login(),
                            signature.name(),
                            signature.capacity(),
                            Timestamp.from(signature.signedAt())
                        })
                        .toList());
    }

    public void close(InspectionId id, long minutes, Instant at) {
        jdbc.sql("""
                        insert into reporting.inspection_closed (inspection_id, minutes_id, closed_at)
                        values (:id, :minutes, :at)
                        """)
                .param("id", id.value())
                .param("minutes", minutes)
                .param("at", Timestamp.from(at))
                .update();
    }
}
