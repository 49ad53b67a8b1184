package vn.dancu.scanning.db;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.dancu.paper.read.Homography;
import vn.dancu.paper.read.Verdict;
import vn.dancu.scanning.BatchPages;
import vn.dancu.scanning.CompleteForm;
import vn.dancu.scanning.PageId;
import vn.dancu.scanning.ReadField;
import vn.dancu.scanning.ScanLine;
import vn.dancu.scanning.ScannedPage;
import vn.dancu.scanning.ScannedPage.Colour;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;

/** Scanned pages in PostgreSQL. */
@Repository
public class PageStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<ReadField>> READING = new TypeReference<>() {};

    static final String PAGE = """
            select page.id, page.file_name, page.picture_no, page.part_no, page.batch_no, page.form_no, form.id as form_id,
                   page.form_version, page.form_page, run.machine, run.shift, run.operator, page.taken_at, page.verdict,
                   page.duplicate_of, page.bytes, page.dots_per_inch, page.colour, page.placed, page.reading::text as reading,
                   page.image_sha256
            """;

    static final String FROM = """
            from scanning.page page
            join scanning.run run on run.id = page.run_id
            left join custody.batch batch on page.batch_no <> '' and batch.batch_no = page.batch_no
            left join intake.form form on form.id = coalesce(page.form_id, (
                select named.id from intake.form named where page.form_no <> '' and named.form_no = page.form_no))
            """;

    /** A page lies where its form lies; without one where its batch lies; without either it is its operator's. */
    static final String MAY_SEE = """
            (:everywhere or case
                when form.id is not null then coalesce(form.commune_code = any(:communes::text[])
                    or form.commune_code || '/' || coalesce(form.residential_group, '') = any(:groups::text[]), false)
                when batch.commune_code is not null then batch.commune_code = any(:communes::text[])
                else run.operator = :login end)
            """;

    private final JdbcClient jdbc;

    PageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static JdbcClient.StatementSpec scoped(JdbcClient.StatementSpec statement, Actor actor) {
        return statement
                .param("everywhere", actor.scope().everywhere())
                .param("communes", actor.scope().communes().toArray(new String[0]))
                .param("groups", actor.scope().groups().toArray(new String[0]))
                .param("login", actor.login());
    }

    /** No area is asked here: the caller has the form from those who may see it. */
    public List<ScannedPage> ofForm(FormId form, String formNo) {
        return jdbc.sql(PAGE + FROM + """
                        where page.form_id = :form or (page.form_id is null and page.form_no = :number and page.form_no <> '')
                        """)
                .param("form", form.value())
                .param("number", formNo)
                .query((row, index) -> page(row))
                .list();
    }

    public List<ScannedPage> ofNumber(String formNo, Actor actor) {
        return scoped(jdbc.sql(PAGE + FROM + "where page.form_no = :number and " + MAY_SEE), actor)
                .param("number", formNo)
                .query((row, index) -> page(row))
                .list();
    }

    public List<ScannedPage> ofBatch(String batchNo, Actor actor) {
        return scoped(
                        jdbc.sql(PAGE + FROM + "where page.batch_no = :batch and " + MAY_SEE + " order by page.id"),
                        actor)
                .param("batch", batchNo)
                .query((row, index) -> page(row))
                .list();
    }

    public Optional<ScannedPage> find(PageId page, Actor actor) {
        return scoped(jdbc.sql(PAGE + FROM + "where page.id = :page and " + MAY_SEE), actor)
                .param("page", page.value())
                .query((row, index) -> page(row))
                .optional();
    }

    public BatchPages countsOfBatch(String batchNo, Actor actor) {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        scoped(
                        jdbc.sql("select page.verdict, count(*) " + FROM + "where page.batch_no = :batch and " + MAY_SEE
                                + " group by page.verdict"),
                        actor)
                .param("batch", batchNo)
                .query(row -> {
                    verdicts.put(Verdict.valueOf(row.getString(1)), row.getInt(2));
                });
        return scoped(jdbc.sql("""
                        select count(distinct page.form_no) filter (where page.form_no <> '' and page.verdict <> 'COVER'),
                               count(distinct (page.form_no, page.form_page))
                                   filter (where page.form_no <> '' and page.form_page > 0 and page.verdict <> 'COVER'),
                               count(page.duplicate_of)
                        """ + FROM + "where page.batch_no = :batch and " + MAY_SEE), actor)
                .param("batch", batchNo)
                .query((row, index) -> new BatchPages(row.getInt(1), row.getInt(2), row.getInt(3), verdicts))
                .single();
    }

    /** @param pages how many each version has */
    public List<CompleteForm> complete(LocalDate since, Map<String, Integer> pages, Actor actor) {
        List<Map.Entry<String, Integer>> versions = List.copyOf(pages.entrySet());
        return scoped(jdbc.sql("""
                        select form.id, form.form_no, version.pages,
                               min(page.image_sha256) filter (where page.form_page = 1) as image_sha256
                        """ + FROM + """
                        join unnest(:versions::text[], :pages::integer[]) as version (id, pages)
                          on version.id = page.form_version
                        left join scanning.scanned_form listed on listed.form_id = form.id
                        where page.verdict = 'GOOD' and form.id is not null and listed.form_id is null
                          and page.taken_at >= (:since::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'
                          and
                        """ + MAY_SEE + """
                        group by form.id, form.form_no, version.id, version.pages
                        having count(distinct page.form_page) = version.pages
                        order by form.id
                        """), actor)
                .param("versions", versions.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param("pages", versions.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                .param("since", Date.valueOf(since))
                .query((row, index) -> new CompleteForm(
                        new FormId(row.getLong("id")),
                        new ScanLine(row.getString("form_no"), row.getInt("pages"), row.getString("image_sha256"))))
                .list();
    }

    /** The run of a job; begun now when there is none. */
    public long run(long job, String machine, String shift, String operator, Instant at) {
        jdbc.sql("""
                        insert into scanning.run (job_id, machine, shift, operator, begun_at)
                        values (:job, :machine, :shift, :operator, :at) on conflict (job_id) do nothing
                        """)
                .param("job", job)
                .param("machine", machine)
                .param("shift", shift)
                .param("operator", operator)
                .param("at", Timestamp.from(at))
                .update();
        return jdbc.sql("select id from scanning.run where job_id = :job")
                .param("job", job)
                .query(Long.class)
                .single();
    }

    /** The last picture that is in, and the batch that was going on then; empty at the beginning of a run. */
    public record Reached(int fileNo, int pictureNo, String batchNo) {}

    public Optional<Reached> reached(long run) {
        return jdbc.sql("""
                        select page.file_no, page.picture_no, page.batch_no from scanning.page page where page.run_id = :run
                        order by page.file_no desc, page.picture_no desc, page.part_no desc limit 1
                        """)
                .param("run", run)
                .query((row, index) -> new Reached(row.getInt(1), row.getInt(2), row.getString(3)))
                .optional();
    }

    /** Pictures of a run that are in. */
    public long pictures(long run) {
        return jdbc.sql("""
                        select count(*) from scanning.page page where page.run_id = :run and page.part_no = 1
                        """).param("run", run).query(Long.class).single();
    }

    public Map<Verdict, Integer> verdicts(long run) {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        jdbc.sql("""
                        select page.verdict, count(*) from scanning.page page where page.run_id = :run group by page.verdict
                        """).param("run", run).query(row -> {
            verdicts.put(Verdict.valueOf(row.getString(1)), row.getInt(2));
        });
        return verdicts;
    }

    /** A page to be written; its place among the files, and what {@link ScannedPage} says. */
    public record Fresh(
            long run,
            int fileNo,
            String fileName,
            int pictureNo,
            int partNo,
            String batchNo,
            String formNo,
            String formVersion,
            int formPage,
            Verdict verdict,
            Instant takenAt,
            int bytes,
            int dotsPerInch,
            Colour colour,
            @Nullable Homography placed,
            List<ReadField> fields,
            String imageSha256) {
        @Override
        public String toString() {
            return "Fresh[" + fileNo + ", " + pictureNo + ", " + verdict + "]";
        }
    }

    /** One picture: all its parts, or none. */
    public List<PageId> insert(List<Fresh> parts) {
        List<PageId> ids = new ArrayList<>();
        for (Fresh page : parts) {
            Homography placed = page.placed();
            ids.add(new PageId(jdbc.sql("""
                            insert into scanning.page (run_id, file_no, file_name, picture_no, part_no, batch_no, form_no,
                                form_id, form_version, form_page, verdict, duplicate_of, taken_at, bytes, dots_per_inch,
                                colour, placed, reading, image_sha256)
                            values (:run, :fileNo, :fileName, :pictureNo, :partNo, :batchNo, :formNo,
                                (select form.id from intake.form form where :formNo <> '' and form.form_no = :formNo),
                                :version, :formPage, :verdict,
                                (select min(before.id) from scanning.page before
                                 where (:formNo <> '' and :formPage > 0 and before.form_no = :formNo
                                        and before.form_page = :formPage and before.verdict = 'GOOD')
                                    or (:sha <> '' and before.image_sha256 = :sha
                                        and (before.run_id, before.file_no, before.picture_no)
                                            <> (:run, :fileNo, :pictureNo))),
                                :takenAt, :bytes, :dpi, :colour, :placed::double precision[], :reading::jsonb, :sha)
                            returning id
                            """)
                    .param("run", page.run())
                    .param("fileNo", page.fileNo())
                    .param("fileName", page.fileName())
                    .param("pictureNo", page.pictureNo())
                    .param("partNo", page.partNo())
                    .param("batchNo", page.batchNo())
                    .param("formNo", page.formNo())
                    .param("version", page.formVersion())
                    .param("formPage", page.formPage())
                    .param("verdict", page.verdict().name())
                    .param("takenAt", Timestamp.from(page.takenAt()))
                    .param("bytes", page.bytes())
                    .param("dpi", page.dotsPerInch())
                    .param("colour", page.colour().name())
                    .param("placed", placed == null ? null : numbers(placed))
                    .param("reading", JSON.writeValueAsString(page.fields()))
                    .param("sha", page.imageSha256())
                    .query(Long.class)
                    .single()));
        }
        return ids;
    }

    private static Double[] numbers(Homography h) {
        return new Double[] {h.a(), h.b(), h.c(), h.d(), h.e(), h.f(), h.g(), h.h()};
    }

    static ScannedPage page(ResultSet row) throws SQLException {
        long form = row.getLong("form_id");
        FormId known = row.wasNull() ? null : new FormId(form);
        long duplicate = row.getLong("duplicate_of");
        PageId before = row.wasNull() ? null : new PageId(duplicate);
        return new ScannedPage(
                new PageId(row.getLong("id")),
                row.getString("file_name"),
                row.getInt("picture_no"),
                row.getInt("part_no"),
                row.getString("batch_no"),
                row.getString("form_no"),
                known,
                row.getString("form_version"),
                row.getInt("form_page"),
                row.getString("machine"),
                row.getString("shift"),
                row.getString("operator"),
                row.getTimestamp("taken_at").toInstant(),
                Verdict.valueOf(row.getString("verdict")),
                before,
                row.getInt("bytes"),
                row.getInt("dots_per_inch"),
                Colour.valueOf(row.getString("colour")),
                placed(row.getArray("placed")),
                JSON.readValue(row.getString("reading"), READING),
                row.getString("image_sha256"));
    }

    private static @Nullable Homography placed(@Nullable Array numbers) throws SQLException {
        if (numbers == null) {
            return null;
        }
        Double[] n = (Double[]) numbers.getArray();
        return new Homography(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]);
    }
}
