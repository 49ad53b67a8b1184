package vn.dancu.sources.db;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.dancu.shared.db.CopyIn;
import vn.dancu.shared.db.Portions;
import vn.dancu.shared.db.Statistics;
import vn.dancu.shared.table.Shelf.Line;
import vn.dancu.shared.table.Shelf.Taken;
import vn.dancu.sources.ArchiveEntry;
import vn.dancu.sources.ResidenceEntry;

/** Imported entries of both sources into PostgreSQL: straight through COPY, with no table in between. */
@Repository
public class EntryImportStore {
    private final JdbcTemplate template;
    private final CopyIn copyIn;
    private final Portions portions;
    private final Statistics statistics;

    EntryImportStore(JdbcTemplate template, CopyIn copyIn, Portions portions, Statistics statistics) {
        this.template = template;
        this.copyIn = copyIn;
        this.portions = portions;
        this.statistics = statistics;
    }

    /** How entries of a kind lie in their table: the keys with the fingerprint first, then the items. */
    private interface Layout<T> {
        String table();

        List<String> columns();

        @Nullable
        Object[] keys(T entry);

        @Nullable
        String[] items(T entry);
    }

    private static final Layout<ResidenceEntry> RESIDENCE = new Layout<>() {
        private final List<String> columns = joined(
                List.of(
                        "content_hash",
                        "name_folded",
                        "sort_key",
                        "birth_packed",
                        "personal_id_digits",
                        "old_id_digits"),
                ResidenceStore.ITEM_COLUMNS);

        @Override
        public String table() {
            return "sources.residence_entry";
        }

        @Override
        public List<String> columns() {
            return columns;
        }

        @Override
        public @Nullable Object[] keys(ResidenceEntry entry) {
            return EntryKeys.of(entry);
        }

        @Override
        public @Nullable String[] items(ResidenceEntry entry) {
            return entry.items();
        }
    };

    private static final Layout<ArchiveEntry> ARCHIVE = new Layout<>() {
        private final List<String> columns = joined(
                List.of(
                        "content_hash",
                        "name_folded",
                        "sort_key",
                        "birth_packed",
                        "personal_id_digits",
                        "old_ids_digits"),
                ArchiveStore.ITEM_COLUMNS);

        @Override
        public String table() {
            return "sources.archive_entry";
        }

        @Override
        public List<String> columns() {
            return columns;
        }

        @Override
        public @Nullable Object[] keys(ArchiveEntry entry) {
            return EntryKeys.of(entry);
        }

        @Override
        public @Nullable String[] items(ArchiveEntry entry) {
            return entry.items();
        }
    };

    public long begin(String kind, String fileName, String sha256, String login, Instant at) {
        return portions.begin("sources", kind, fileName, sha256, login, at);
    }

    public void finish(String kind, long run, long read, long rejected, Instant at) {
        statistics.refresh(kind.equals("archive") ? ARCHIVE.table() : RESIDENCE.table());
        portions.finish("sources", run, read, rejected, at);
    }

    /** @param run null to judge only */
    public Taken<ResidenceEntry> takeResidence(List<Line<ResidenceEntry>> lines, @Nullable Long run) {
        return take(RESIDENCE, lines, run);
    }

    /** @param run null to judge only */
    public Taken<ArchiveEntry> takeArchive(List<Line<ArchiveEntry>> lines, @Nullable Long run) {
        return take(ARCHIVE, lines, run);
    }

    private <T> Taken<T> take(Layout<T> layout, List<Line<T>> lines, @Nullable Long run) {
        return portions.whole(() -> {
            if (run != null) {
                portions.lock(layout.table());
            }
            Map<String, Long> known = known(layout, lines);
            List<Line<T>> fresh = new ArrayList<>(lines.size());
            List<@Nullable Object[]> freshKeys = new ArrayList<>(lines.size());
            List<Line<T>> refused = new ArrayList<>(0);
            for (Line<T> line : lines) {
                @Nullable Object[] keys = layout.keys(line.record());
                Long there = known.get(line.number());
                if (there == null) {
                    fresh.add(line);
                    freshKeys.add(keys);
                } else if (!there.equals(keys[0])) {
                    refused.add(line);
                }
            }
            int same = lines.size() - fresh.size() - refused.size();
            if (run != null) {
                write(layout, fresh, freshKeys);
                portions.count("sources", run, lines.size(), fresh.size(), same, refused.size());
            }
            return new Taken<>(fresh.size(), same, refused);
        });
    }

    private <T> Map<String, Long> known(Layout<T> layout, List<Line<T>> lines) {
        Map<String, Long> known = new HashMap<>();
        template.query(
                "select entry_no, content_hash from " + layout.table() + " where entry_no = any(?)",
                row -> {
                    known.put(row.getString(1), row.getLong(2));
                },
                (Object) lines.stream().map(Line::number).toArray(String[]::new));
        return known;
    }

    private <T> void write(Layout<T> layout, List<Line<T>> fresh, List<@Nullable Object[]> freshKeys) {
        if (fresh.isEmpty()) {
            return;
        }
        copyIn.into(layout.table(), layout.columns(), rows -> {
            @Nullable Object[] values = new @Nullable Object[layout.columns().size()];
            for (int i = 0; i < fresh.size(); i++) {
                @Nullable Object[] keys = freshKeys.get(i);
                @Nullable String[] items = layout.items(fresh.get(i).record());
                System.arraycopy(keys, 0, values, 0, keys.length);
                System.arraycopy(items, 0, values, keys.length, items.length);
                rows.add(values);
            }
        });
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> both = new ArrayList<>(first);
        both.addAll(second);
        return List.copyOf(both);
    }
}
