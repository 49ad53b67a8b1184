package vn.dancu.intake.db;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.dancu.intake.CollectionForm;
import vn.dancu.shared.ContentHash;
import vn.dancu.shared.db.CopyIn;
import vn.dancu.shared.db.Portions;
import vn.dancu.shared.db.Statistics;
import vn.dancu.shared.table.Shelf.Line;
import vn.dancu.shared.table.Shelf.Taken;

/**
 * Imported forms into PostgreSQL. New forms go straight through COPY into both tables, their keys drawn beforehand: there
 * is no table in between to write everything twice.
 */
@Repository
public class FormImportStore {
    private static final List<String> FORM_COLUMNS = joined(List.of("id", "form_no"), FormKeys.COLUMNS);
    private static final List<String> VERSION_COLUMNS = joined(
            List.of("form_id", "version", "origin", "created_at", "created_by", "import_line"), FormStore.ITEM_COLUMNS);

    private final JdbcTemplate template;
    private final CopyIn copyIn;
    private final Portions portions;
    private final Statistics statistics;
    private final NameWords nameWords;

    FormImportStore(
            JdbcTemplate template, CopyIn copyIn, Portions portions, Statistics statistics, NameWords nameWords) {
        this.template = template;
        this.copyIn = copyIn;
        this.portions = portions;
        this.statistics = statistics;
        this.nameWords = nameWords;
    }

    public long begin(String fileName, String sha256, String login, Instant at) {
        return portions.begin("intake", "forms", fileName, sha256, login, at);
    }

    public void finish(long run, long read, long rejected, Instant at) {
        statistics.refresh("intake.form", "intake.form_version");
        portions.finish("intake", run, read, rejected, at);
    }

    /** @param run null to judge only */
    public Taken<CollectionForm> take(List<Line<CollectionForm>> lines, @Nullable Long run, String login, Instant at) {
        return portions.whole(() -> {
            if (run != null) {
                portions.lock("intake.form");
            }
            Map<String, Long> known = known(lines);
            List<Line<CollectionForm>> fresh = new ArrayList<>(lines.size());
            List<Line<CollectionForm>> other = new ArrayList<>(0);
            for (Line<CollectionForm> line : lines) {
                Long there = known.get(line.number());
                if (there == null) {
                    fresh.add(line);
                } else if (there != ContentHash.of(line.record().items())) {
                    other.add(line);
                }
            }
            List<Line<CollectionForm>> refused = neverSaid(other);
            int same = lines.size() - fresh.size() - refused.size();
            if (run != null) {
                write(fresh, login, at);
                portions.count("intake", run, lines.size(), fresh.size(), same, refused.size());
            }
            return new Taken<>(fresh.size(), same, refused);
        });
    }

    /** Fingerprints of the current versions; of a number that was given up, one that equals nothing. */
    private Map<String, Long> known(List<Line<CollectionForm>> lines) {
        Map<String, Long> known = new HashMap<>();
        template.query(
                """
                select form_no, content_hash from intake.form where form_no = any(?)
                union all
                select form_no, 0 from intake.former_number where form_no = any(?)
                """,
                row -> {
                    known.merge(row.getString(1), row.getLong(2), (current, former) -> current);
                },
                numbers(lines),
                numbers(lines));
        return known;
    }

    /** Those whose words no version of their number has ever had: a form that was corrected since is known all the same. */
    private List<Line<CollectionForm>> neverSaid(List<Line<CollectionForm>> other) {
        if (other.isEmpty()) {
            return other;
        }
        Map<String, Set<Long>> said = new HashMap<>();
        template.query(
                """
                select version.form_no, %s
                from intake.form_version version
                where version.form_id in (
                    select id from intake.form where form_no = any(?)
                    union all
                    select form_id from intake.former_number where form_no = any(?))
                """.formatted(String.join(", ", FormStore.ITEM_COLUMNS)),
                row -> {
                    @Nullable String[] items = new @Nullable String[FormStore.ITEM_COLUMNS.size()];
                    for (int i = 0; i < items.length; i++) {
                        items[i] = row.getString(i + 2);
                    }
                    said.computeIfAbsent(row.getString(1), number -> new HashSet<>())
                            .add(ContentHash.of(items));
                },
                numbers(other),
                numbers(other));
        return other.stream()
                .filter(line -> !said.getOrDefault(line.number(), Set.of())
                        .contains(ContentHash.of(line.record().items())))
                .toList();
    }

    private void write(List<Line<CollectionForm>> fresh, String login, Instant at) {
        if (fresh.isEmpty()) {
            return;
        }
        long[] keys = portions.keys("intake.form", fresh.size());
        copyIn.into("intake.form", FORM_COLUMNS, rows -> {
            @Nullable Object[] values = new @Nullable Object[FORM_COLUMNS.size()];
            for (int i = 0; i < keys.length; i++) {
                CollectionForm form = fresh.get(i).record();
                values[0] = keys[i];
                values[1] = fresh.get(i).number();
                @Nullable Object[] found = FormKeys.of(form);
                System.arraycopy(found, 0, values, 2, found.length);
                rows.add(values);
            }
        });
        nameWords.learn(
                fresh.stream().map(line -> line.record().fullName().folded()).toList());
        copyIn.into("intake.form_version", VERSION_COLUMNS, rows -> {
            @Nullable Object[] values = new @Nullable Object[VERSION_COLUMNS.size()];
            values[1] = 1;
            values[2] = "import";
            values[3] = at;
            values[4] = login;
            for (int i = 0; i < keys.length; i++) {
                values[0] = keys[i];
                values[5] = fresh.get(i).line();
                @Nullable String[] items = fresh.get(i).record().items();
                System.arraycopy(items, 0, values, 6, items.length);
                rows.add(values);
            }
        });
    }

    private static String[] numbers(List<Line<CollectionForm>> lines) {
        return lines.stream().map(Line::number).toArray(String[]::new);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> both = new ArrayList<>(first);
        both.addAll(second);
        return List.copyOf(both);
    }
}
