package vn.dancu.reconciliation.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.reconciliation.PairAnswer;
import vn.dancu.reconciliation.Source;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.db.CopyIn;

/** Open pairs and what officers say of them; samples of links and their keyings. Nothing here is ever changed. */
@Repository
public class ReviewStore {
    private static final String IN_AREA = """
            coalesce(:everywhere
                or form.commune_code = any(:communes::text[])
                or form.commune_code || '/' || coalesce(form.residential_group, '') = any(:groups::text[]), false)
            """;

    private final JdbcClient jdbc;
    private final CopyIn copyIn;

    ReviewStore(JdbcClient jdbc, CopyIn copyIn) {
        this.jdbc = jdbc;
        this.copyIn = copyIn;
    }

    private static JdbcClient.StatementSpec scoped(JdbcClient.StatementSpec statement, AreaScope scope) {
        return statement
                .param("everywhere", scope.everywhere())
                .param("communes", scope.communes().toArray(new String[0]))
                .param("groups", scope.groups().toArray(new String[0]));
    }

    /** A form and an entry, and what they weigh (log2 odds). */
    public record Pair(long form, Source source, long entry, double weight) {}

    /** Of uncertain forms of the area that nobody accepted as they stand. */
    public List<Pair> open(AreaScope scope) {
        return scoped(
                        jdbc.sql("""
                        select candidate.form_id, candidate.source, candidate.entry_id, candidate.weight
                        from reconciliation.comparison comparison
                        join intake.form form
                            on form.id = comparison.form_id and form.current_version = comparison.version
                        join reconciliation.candidate candidate on candidate.form_id = comparison.form_id
                        where comparison.outcome = 'UNCERTAIN'
                          and not exists (select from reconciliation.decision decision
                                          where decision.form_id = comparison.form_id
                                            and decision.version = comparison.version
                                            and decision.field = '' and decision.undone_at is null)
                          and
                        """ + IN_AREA + "order by candidate.form_id, candidate.source, candidate.entry_id"),
                        scope)
                .query((row, number) -> new Pair(
                        row.getLong(1),
                        Source.byCode(row.getString(2)).orElseThrow(),
                        row.getLong(3),
                        row.getDouble(4)))
                .list();
    }

    /** What somebody said last of a pair. */
    public record Said(long form, Source source, long entry, PairAnswer answer) {}

    /** An answer that was taken back says nothing. */
    private static final String UNDONE = "undone";

    private static final String LAST_OF_A_PERSON = """
            select last.form_id, last.source, last.entry_id, last.answer from (
                select distinct on (answer.form_id, answer.source, answer.entry_id, answer.answered_by)
                       answer.form_id, answer.source, answer.entry_id, answer.answer
                from reconciliation.review_answer answer
                join intake.form form on form.id = answer.form_id
                where %s
                order by answer.form_id, answer.source, answer.entry_id, answer.answered_by, answer.id desc) last
            where last.answer <> 'undone'
            order by last.form_id, last.source, last.entry_id
            """;

    public List<Said> answers(AreaScope scope) {
        return said(scoped(jdbc.sql(LAST_OF_A_PERSON.formatted(IN_AREA)), scope));
    }

    /** Everything that was said about a source. */
    public List<Said> said(Source source) {
        return said(
                jdbc.sql(LAST_OF_A_PERSON.formatted("answer.source = :source")).param("source", source.code()));
    }

    /** What was said about any of these forms, or of these entries of the source. */
    public List<Said> saidOf(Source source, long[] forms, long[] entries) {
        return said(jdbc.sql(LAST_OF_A_PERSON.formatted("""
                        answer.source = :source
                        and (answer.form_id = any(:forms::bigint[]) or answer.entry_id = any(:entries::bigint[]))
                        """))
                .param("source", source.code())
                .param("forms", forms)
                .param("entries", entries));
    }

    private static List<Said> said(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, number) -> new Said(
                        row.getLong(1),
                        Source.byCode(row.getString(2)).orElseThrow(),
                        row.getLong(3),
                        PairAnswer.byCode(row.getString(4)).orElseThrow()))
                .list();
    }

    /** Takes back what this person said of a pair; false when nothing of hers stands. */
    public boolean undo(FormId form, Source source, long entry, String login, Instant at) {
        return jdbc.sql("""
                        insert into reconciliation.review_answer
                            (form_id, source, entry_id, answer, answered_by, answered_at)
                        select last.form_id, last.source, last.entry_id, :undone, :login, :at
                        from (select form_id, source, entry_id, answer from reconciliation.review_answer
                              where form_id = :form and source = :source and entry_id = :entry
                                and answered_by = :login
                              order by id desc limit 1) last
                        where last.answer <> :undone
                        """)
                        .param("undone", UNDONE)
                        .param("form", form.value())
                        .param("source", source.code())
                        .param("entry", entry)
                        .param("login", login)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** What this person said last, newest first, of pairs of the area. */
    public List<Said> answersOf(String login, int limit, AreaScope scope) {
        return said(scoped(jdbc.sql("""
                        select last.form_id, last.source, last.entry_id, last.answer from (
                            select distinct on (answer.form_id, answer.source, answer.entry_id)
                                   answer.id, answer.form_id, answer.source, answer.entry_id, answer.answer
                            from reconciliation.review_answer answer
                            join intake.form form on form.id = answer.form_id
                            where answer.answered_by = :login and
                        """ + IN_AREA + """
                            order by answer.form_id, answer.source, answer.entry_id, answer.id desc) last
                        where last.answer <> 'undone'
                        order by last.id desc limit :limit
                        """).param("login", login).param("limit", limit), scope));
    }

    public void answer(FormId form, Source source, long entry, PairAnswer answer, String login, Instant at) {
        jdbc.sql("""
                        insert into reconciliation.review_answer
                            (form_id, source, entry_id, answer, answered_by, answered_at)
                        values (:form, :source, :entry, :answer, :login, :at)
                        """)
                .param("form", form.value())
                .param("source", source.code())
                .param("entry", entry)
                .param("answer", answer.code())
                .param("login", login)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** All links of the area with a source. */
    public List<Pair> links(Source source, AreaScope scope) {
        String side = source == Source.ARCHIVE ? "archive" : "residence";
        return scoped(
                        jdbc.sql("select comparison.form_id, comparison." + side + "_entry_id, comparison." + side
                                + "_weight from reconciliation.comparison comparison"
                                + " join intake.form form on form.id = comparison.form_id"
                                + " where comparison." + side + "_entry_id is not null and " + IN_AREA),
                        scope)
                .query((row, number) -> new Pair(row.getLong(1), source, row.getLong(2), row.getDouble(3)))
                .list();
    }

    /** A sample of links as it was drawn. */
    public record Check(long id, Source source, long seed, String drawnBy, Instant drawnAt) {}

    public record Band(int number, double from, double to, long links) {}

    /** @param place in the order of looking */
    public record Drawn(int band, int place, long form, long entry, double probability) {}

    public long keep(Source source, int size, long seed, Actor actor, Instant at, List<Band> bands, List<Drawn> drawn) {
        long id = jdbc.sql("""
                        insert into reconciliation.precision_check (source, size, seed, drawn_by, drawn_at)
                        values (:source, :size, :seed, :login, :at) returning id
                        """)
                .param("source", source.code())
                .param("size", size)
                .param("seed", seed)
                .param("login", actor.login())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
        copyIn.into(
                "reconciliation.precision_band",
                List.of("check_id", "band", "probability_from", "probability_to", "links"),
                copy -> bands.forEach(band -> copy.add(id, band.number(), band.from(), band.to(), band.links())));
        copyIn.into(
                "reconciliation.precision_pair",
                List.of("check_id", "band", "place", "form_id", "entry_id", "probability"),
                copy -> drawn.forEach(pair ->
                        copy.add(id, pair.band(), pair.place(), pair.form(), pair.entry(), pair.probability())));
        return id;
    }

    private static Check check(ResultSet row, int number) throws SQLException {
        return new Check(
                row.getLong(1),
                Source.byCode(row.getString(2)).orElseThrow(),
                row.getLong(3),
                row.getString(4),
                row.getTimestamp(5).toInstant());
    }

    /** Newest first. */
    public List<Check> checks(int limit) {
        return jdbc.sql("""
                        select id, source, seed, drawn_by, drawn_at from reconciliation.precision_check
                        order by id desc limit :limit
                        """).param("limit", limit).query(ReviewStore::check).list();
    }

    public Optional<Check> check(long id) {
        return jdbc.sql("""
                        select id, source, seed, drawn_by, drawn_at from reconciliation.precision_check where id = :id
                        """).param("id", id).query(ReviewStore::check).optional();
    }

    public List<Band> bands(long check) {
        return jdbc.sql("""
                        select band, probability_from, probability_to, links
                        from reconciliation.precision_band where check_id = :check order by band
                        """)
                .param("check", check)
                .query((row, number) -> new Band(row.getInt(1), row.getDouble(2), row.getDouble(3), row.getLong(4)))
                .list();
    }

    /** In the order of looking. */
    public List<Drawn> drawn(long check) {
        return jdbc.sql("""
                        select band, place, form_id, entry_id, probability
                        from reconciliation.precision_pair where check_id = :check order by place
                        """)
                .param("check", check)
                .query((row, number) ->
                        new Drawn(row.getInt(1), row.getInt(2), row.getLong(3), row.getLong(4), row.getDouble(5)))
                .list();
    }

    public record Keyed(long form, long entry, PairAnswer answer, String login) {}

    /** As they came in. */
    public List<Keyed> keyings(long check) {
        return jdbc.sql("""
                        select form_id, entry_id, answer, keyed_by
                        from reconciliation.precision_keying where check_id = :check order by id
                        """)
                .param("check", check)
                .query((row, number) -> new Keyed(
                        row.getLong(1),
                        row.getLong(2),
                        PairAnswer.byCode(row.getString(3)).orElseThrow(),
                        row.getString(4)))
                .list();
    }

    /** False when this person has looked at the pair before. */
    public boolean key(long check, FormId form, long entry, PairAnswer answer, String login, Instant at) {
        return jdbc.sql("""
                        insert into reconciliation.precision_keying
                            (check_id, form_id, entry_id, answer, keyed_by, keyed_at)
                        values (:check, :form, :entry, :answer, :login, :at)
                        on conflict (check_id, form_id, entry_id, keyed_by) do nothing
                        """)
                        .param("check", check)
                        .param("form", form.value())
                        .param("entry", entry)
                        .param("answer", answer.code())
                        .param("login", login)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Where forms are: key, commune, residential group. */
    public record Place(long form, String commune, String group) {}

    public List<Place> places(long[] forms) {
        return jdbc.sql("""
                        select id, coalesce(commune_code, ''), coalesce(residential_group, '')
                        from intake.form where id = any(:forms)
                        """)
                .param("forms", forms)
                .query((row, number) -> new Place(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }
}
