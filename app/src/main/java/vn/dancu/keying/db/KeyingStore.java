package vn.dancu.keying.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.keying.KeyedItem;
import vn.dancu.keying.KeyedPaper;
import vn.dancu.keying.KeyingRule;
import vn.dancu.keying.PaperFinding;
import vn.dancu.keying.PaperId;
import vn.dancu.keying.PaperState;
import vn.dancu.keying.PaperToKey;
import vn.dancu.keying.TypedItem;
import vn.dancu.paper.FieldKind;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;

/** Papers, items and entries of the keying in PostgreSQL. */
@Repository
public class KeyingStore {
    private static final String COLUMNS = """
            paper.id, paper.form_no, paper.form_version, paper.commune_code, paper.residential_group, paper.state,
            paper.held_by, paper.taken_up_at, paper.form_id, paper.became_form
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    KeyingStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    private static KeyedPaper paper(ResultSet row, int at) throws SQLException {
        long form = row.getLong(9);
        return new KeyedPaper(
                new PaperId(row.getLong(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                PaperState.valueOf(row.getString(6)),
                row.getString(7),
                row.getTimestamp(8).toInstant(),
                form == 0 ? null : new FormId(form),
                row.getBoolean(10));
    }

    /** @param passes of each item, in their order; @return empty when a paper of this number is there */
    public Optional<PaperId> insert(
            PaperToKey paper, List<Integer> passes, PaperState state, String login, Instant at) {
        Optional<Long> id = jdbc.sql("""
                        insert into keying.paper
                            (form_no, form_version, commune_code, residential_group, state, taken_up_by, taken_up_at)
                        values (:number, :version, :commune, :group, :state, :login, :at)
                        on conflict (form_no) do nothing returning id
                        """)
                .param("number", paper.formNo())
                .param("version", paper.formVersion())
                .param("commune", paper.communeCode())
                .param("group", paper.residentialGroup())
                .param("state", state.name())
                .param("login", login)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional();
        if (id.isPresent()) {
            List<Object[]> rows = new ArrayList<>();
            for (int i = 0; i < paper.items().size(); i++) {
                PaperToKey.Item item = paper.items().get(i);
                rows.add(new Object[] {
                    id.get(),
                    item.field(),
                    i,
                    item.page(),
                    item.kind().name(),
                    item.reading(),
                    (float) item.confidence(),
                    passes.get(i)
                });
            }
            template.batchUpdate(
                    "insert into keying.item (paper_id, field, position, page_id, kind, reading, confidence, passes)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    rows);
        }
        return id.map(PaperId::new);
    }

    public Optional<KeyedPaper> find(PaperId paper, AreaScope scope) {
        return Area.scoped(
                        jdbc.sql("select " + COLUMNS + " from keying.paper paper where paper.id = :id and "
                                + Area.CLAUSE),
                        scope)
                .param("id", paper.value())
                .query(KeyingStore::paper)
                .optional();
    }

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    public Optional<KeyedPaper> lock(PaperId paper, AreaScope scope) {
        return Area.scoped(
                        jdbc.sql("select " + COLUMNS + " from keying.paper paper where paper.id = :id and "
                                + Area.CLAUSE + " for update of paper"),
                        scope)
                .param("id", paper.value())
                .query(KeyingStore::paper)
                .optional();
    }

    public Optional<KeyedPaper> byNumber(String formNo, AreaScope scope) {
        return Area.scoped(
                        jdbc.sql("select " + COLUMNS + " from keying.paper paper where paper.form_no = :number and "
                                + Area.CLAUSE),
                        scope)
                .param("number", formNo)
                .query(KeyingStore::paper)
                .optional();
    }

    public List<KeyedPaper> ofForm(FormId form, AreaScope scope) {
        return Area.scoped(
                        jdbc.sql("select " + COLUMNS + " from keying.paper paper where paper.form_id = :form and "
                                + Area.CLAUSE + " order by paper.id"),
                        scope)
                .param("form", form.value())
                .query(KeyingStore::paper)
                .list();
    }

    /** The oldest first. */
    public List<KeyedPaper> in(PaperState state, int most, AreaScope scope) {
        return Area.scoped(
                        jdbc.sql("select " + COLUMNS + " from keying.paper paper where paper.state = :state and "
                                + Area.CLAUSE + " order by paper.id limit :most"),
                        scope)
                .param("state", state.name())
                .param("most", most)
                .query(KeyingStore::paper)
                .list();
    }

    /** The latest first. */
    public List<KeyedPaper> done(int most, AreaScope scope) {
        return Area.scoped(
                        jdbc.sql("select " + COLUMNS + " from keying.paper paper where paper.state = 'DONE' and "
                                + Area.CLAUSE + " order by paper.finished_at desc, paper.id desc limit :most"),
                        scope)
                .param("most", most)
                .query(KeyingStore::paper)
                .list();
    }

    public Map<PaperState, Long> counts(AreaScope scope) {
        Map<PaperState, Long> counts = new EnumMap<>(PaperState.class);
        Area.scoped(
                        jdbc.sql("select paper.state, count(*) from keying.paper paper where " + Area.CLAUSE
                                + " group by paper.state"),
                        scope)
                .query(row -> {
                    counts.put(PaperState.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    /**
     * The paper that this operator keys next in this state: one that she holds, else the oldest that nobody holds and of which
     * she keyed nothing.
     */
    public Optional<KeyedPaper> next(PaperState state, String login, Instant heldAfter, AreaScope scope) {
        return Area.scoped(jdbc.sql("select " + COLUMNS + """
                         from keying.paper paper
                        where paper.state = :state
                          and (paper.held_by is null or paper.held_by = :login or paper.held_at < :after)
                          and (paper.state = 'FIRST' or not exists (select from keying.entry entry
                                where entry.paper_id = paper.id and entry.operator = :login))
                          and
                        """ + Area.CLAUSE + """
                        order by paper.held_by is distinct from :login, paper.id
                        limit 1 for update of paper skip locked
                        """), scope)
                .param("state", state.name())
                .param("login", login)
                .param("after", Timestamp.from(heldAfter))
                .query(KeyingStore::paper)
                .optional();
    }

    /** False when somebody else holds it. */
    public boolean hold(PaperId paper, String login, Instant at, Instant heldAfter) {
        return jdbc.sql("""
                        update keying.paper set held_by = :login, held_at = :at
                        where id = :id and (held_by is null or held_by = :login or held_at < :after)
                        """)
                        .param("id", paper.value())
                        .param("login", login)
                        .param("at", Timestamp.from(at))
                        .param("after", Timestamp.from(heldAfter))
                        .update()
                > 0;
    }

    public void move(PaperId paper, PaperState state) {
        jdbc.sql("update keying.paper set state = :state, held_by = null, held_at = null where id = :id")
                .param("id", paper.value())
                .param("state", state.name())
                .update();
    }

    public void finish(PaperId paper, FormId form, boolean becameForm, Instant at) {
        jdbc.sql("""
                        update keying.paper set state = 'DONE', held_by = null, held_at = null, form_id = :form,
                               became_form = :became, finished_at = :at
                        where id = :id
                        """)
                .param("id", paper.value())
                .param("form", form.value())
                .param("became", becameForm)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** In the order of the paper. */
    public List<KeyedItem> items(PaperId paper) {
        return jdbc.sql("""
                        select item.field, item.kind, item.page_id, item.reading, item.confidence, item.passes,
                               first.value, second.value, settled.value
                        from keying.item item
                        left join keying.entry first
                          on first.paper_id = item.paper_id and first.field = item.field and first.pass = 1
                        left join keying.entry second
                          on second.paper_id = item.paper_id and second.field = item.field and second.pass = 2
                        left join keying.entry settled
                          on settled.paper_id = item.paper_id and settled.field = item.field and settled.pass = 3
                        where item.paper_id = :paper
                        order by item.position
                        """)
                .param("paper", paper.value())
                .query(KeyingStore::item)
                .list();
    }

    private static KeyedItem item(ResultSet row, int at) throws SQLException {
        long page = row.getLong(3);
        return new KeyedItem(
                row.getString(1),
                FieldKind.valueOf(row.getString(2)),
                page == 0 ? null : page,
                row.getString(4),
                row.getDouble(5),
                row.getInt(6),
                row.getString(7),
                row.getString(8),
                row.getString(9));
    }

    /** Who keyed anything of it. */
    public List<String> operators(PaperId paper) {
        return jdbc.sql("select distinct operator from keying.entry where paper_id = :paper")
                .param("paper", paper.value())
                .query(String.class)
                .list();
    }

    public void enter(PaperId paper, int pass, Collection<TypedItem> typed, String login, Instant at) {
        template.batchUpdate(
                "insert into keying.entry (paper_id, field, pass, value, operator, keystrokes, millis, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                typed.stream()
                        .map(item -> new Object[] {
                            paper.value(),
                            item.field(),
                            pass,
                            item.value(),
                            login,
                            item.keystrokes(),
                            item.millis(),
                            Timestamp.from(at)
                        })
                        .toList());
    }

    public void found(PaperId paper, List<PaperFinding> findings, Instant at) {
        template.batchUpdate(
                "insert into keying.finding (paper_id, field, collected, keyed, found_at) values (?, ?, ?, ?, ?)",
                findings.stream()
                        .map(finding -> new Object[] {
                            paper.value(), finding.field(), finding.collected(), finding.keyed(), Timestamp.from(at)
                        })
                        .toList());
    }

    /** In the order of the paper. */
    public List<PaperFinding> findings(PaperId paper) {
        return jdbc.sql("""
                        select finding.field, finding.collected, finding.keyed from keying.finding finding
                        left join keying.item item
                          on item.paper_id = finding.paper_id and item.field = finding.field
                        where finding.paper_id = :paper order by item.position, finding.field
                        """)
                .param("paper", paper.value())
                .query((row, at) -> new PaperFinding(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    public List<PaperFinding> findingsOfForm(FormId form, AreaScope scope) {
        return Area.scoped(jdbc.sql("""
                        select finding.field, finding.collected, finding.keyed from keying.paper paper
                        join keying.finding finding on finding.paper_id = paper.id
                        left join keying.item item on item.paper_id = paper.id and item.field = finding.field
                        where paper.form_id = :form and
                        """ + Area.CLAUSE + " order by paper.id, item.position, finding.field"), scope)
                .param("form", form.value())
                .query((row, at) -> new PaperFinding(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    public Optional<KeyingRule> rule() {
        return jdbc.sql("select twice, per_mille from keying.rule order by id desc limit 1")
                .query((row, at) ->
                        new KeyingRule(List.of((String[]) row.getArray(1).getArray()), row.getInt(2)))
                .optional();
    }

    public void setRule(KeyingRule rule, String reason, String login, Instant at) {
        jdbc.sql("""
                        insert into keying.rule (twice, per_mille, reason, set_by, set_at)
                        values (:twice, :permille, :reason, :login, :at)
                        """)
                .param("twice", rule.twice().toArray(new String[0]))
                .param("permille", rule.perMille())
                .param("reason", reason)
                .param("login", login)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Set back by whoever holds it and goes away. */
    public void release(PaperId paper, String login) {
        jdbc.sql("update keying.paper set held_by = null, held_at = null where id = :id and held_by = :login")
                .param("id", paper.value())
                .param("login", login)
                .update();
    }

    /** What a form may be found by when the paper is joined; null when there is none. */
    public @Nullable FormId formOf(String formNo) {
        return jdbc.sql("""
                        select form.id from intake.form form where form.form_no = :number
                        union all
                        select former.form_id from intake.former_number former where former.form_no = :number
                        limit 1
                        """)
                .param("number", formNo)
                .query(Long.class)
                .optional()
                .map(FormId::new)
                .orElse(null);
    }
}
