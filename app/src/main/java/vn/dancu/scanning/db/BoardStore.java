package vn.dancu.scanning.db;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.scanning.BoardLine;
import vn.dancu.scanning.MissingPages;
import vn.dancu.scanning.PageProblem;
import vn.dancu.scanning.PageProblem.Why;
import vn.dancu.shared.Actor;

/** The scanning room's figures and lists, in PostgreSQL. */
@Repository
public class BoardStore {
    private static final String DAY = "(page.taken_at at time zone 'Asia/Ho_Chi_Minh')::date";

    private static final String BATCH_DIFFERS = """
            (page.batch_no <> '' and form.id is not null and exists (
                select from custody.batch_form put
                join custody.batch other on other.id = put.batch_id
                where put.form_id = form.id and other.batch_no <> page.batch_no))
            """;

    private static final String NEEDS_A_PERSON = """
            (:batch = '' or page.batch_no = :batch)
            and (page.verdict not in ('GOOD', 'COVER', 'EMPTY') or page.duplicate_of is not null or
            """ + BATCH_DIFFERS + ")";

    private final JdbcClient jdbc;

    BoardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<BoardLine> lines(LocalDate since, Actor actor) {
        return jdbc.sql("select " + DAY + """
                         as day, run.shift, run.machine, run.operator, count(*) as pages,
                               count(*) filter (where page.verdict = 'GOOD') as good,
                               count(*) filter (where page.verdict in ('TOO_DARK', 'TOO_PALE', 'BLURRED', 'CUT_OFF')) as again,
                               count(*) filter (where page.verdict not in ('GOOD', 'COVER', 'EMPTY', 'TOO_DARK', 'TOO_PALE',
                                   'BLURRED', 'CUT_OFF')) as unread,
                               count(page.duplicate_of) as duplicates,
                               count(*) filter (where page.part_no = 1 and page.bytes > 0) as images,
                               coalesce(sum(page.bytes) filter (where page.part_no = 1), 0) as bytes
                        from scanning.page page
                        join scanning.run run on run.id = page.run_id
                        where page.taken_at >= (:since::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'
                          and (:everywhere or run.operator = :login)
                        group by 1, 2, 3, 4
                        order by 1 desc, 2, 3, 4
                        """)
                .param("since", Date.valueOf(since))
                .param("everywhere", actor.scope().everywhere())
                .param("login", actor.login())
                .query((row, index) -> new BoardLine(
                        row.getObject("day", LocalDate.class),
                        row.getString("shift"),
                        row.getString("machine"),
                        row.getString("operator"),
                        row.getLong("pages"),
                        row.getLong("good"),
                        row.getLong("again"),
                        row.getLong("unread"),
                        row.getLong("duplicates"),
                        row.getLong("images"),
                        row.getLong("bytes")))
                .list();
    }

    /** Of days on which something was scanned; of all operators: the disk is one. */
    public long bytesPerDay(LocalDate since) {
        return jdbc.sql("""
                        select coalesce(sum(page.bytes) filter (where page.part_no = 1)
                                   / nullif(count(distinct (page.taken_at at time zone 'Asia/Ho_Chi_Minh')::date), 0), 0)
                        from scanning.page page
                        where page.taken_at >= (:since::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'
                        """)
                .param("since", Date.valueOf(since))
                .query(Long.class)
                .single();
    }

    public List<PageProblem> problems(@Nullable String batchNo, int most, Actor actor) {
        return PageStore.scoped(
                        jdbc.sql(PageStore.PAGE + ", " + BATCH_DIFFERS + " as batch_differs " + PageStore.FROM
                                + " where " + NEEDS_A_PERSON + " and " + PageStore.MAY_SEE
                                + " order by page.id desc limit :most"),
                        actor)
                .param("batch", batchNo == null ? "" : batchNo)
                .param("most", most)
                .query((row, index) -> {
                    boolean isGood = row.getString("verdict").equals("GOOD");
                    boolean isDuplicate = row.getObject("duplicate_of") != null;
                    Why why = isGood && row.getBoolean("batch_differs")
                            ? Why.OTHER_BATCH
                            : isDuplicate ? Why.DUPLICATE : Why.VERDICT;
                    return new PageProblem(PageStore.page(row), why);
                })
                .list();
    }

    public long problemCount(@Nullable String batchNo, Actor actor) {
        return PageStore.scoped(
                        jdbc.sql("select count(*) " + PageStore.FROM + " where " + NEEDS_A_PERSON + " and "
                                + PageStore.MAY_SEE),
                        actor)
                .param("batch", batchNo == null ? "" : batchNo)
                .query(Long.class)
                .single();
    }

    /** @param pages how many each version has */
    public List<MissingPages> missing(
            @Nullable String batchNo, LocalDate since, Map<String, Integer> pages, int most, Actor actor) {
        List<Map.Entry<String, Integer>> versions = List.copyOf(pages.entrySet());
        return PageStore.scoped(jdbc.sql("""
                        select page.form_no, page.form_version, max(page.batch_no) as batch_no, version.pages,
                               array_agg(distinct page.form_page order by page.form_page) as scanned
                        """ + PageStore.FROM + """
                        join unnest(:versions::text[], :pages::integer[]) as version (id, pages)
                          on version.id = page.form_version
                        where page.verdict = 'GOOD' and page.form_no <> ''
                          and (:batch = '' or page.batch_no = :batch)
                          and (:batch <> ''
                               or page.taken_at >= (:since::date)::timestamp at time zone 'Asia/Ho_Chi_Minh')
                          and
                        """ + PageStore.MAY_SEE + """
                        group by page.form_no, page.form_version, version.pages
                        having count(distinct page.form_page) < version.pages
                        order by max(page.id) desc limit :most
                        """), actor)
                .param("versions", versions.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param("pages", versions.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                .param("batch", batchNo == null ? "" : batchNo)
                .param("since", Date.valueOf(since))
                .param("most", most)
                .query((row, index) -> new MissingPages(
                        row.getString("form_no"),
                        row.getString("form_version"),
                        row.getString("batch_no"),
                        row.getInt("pages"),
                        Stream.of((Integer[]) row.getArray("scanned").getArray())
                                .toList()))
                .list();
    }
}
