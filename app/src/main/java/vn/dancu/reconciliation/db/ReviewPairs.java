package vn.dancu.reconciliation.db;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.reconciliation.PairToReview;
import vn.dancu.reconciliation.Source;
import vn.dancu.shared.FormId;

/** What stands in forms and entries that somebody compares by eye. */
@Repository
public class ReviewPairs {
    private static final List<String> FIELDS = List.of(
            "full_name",
            "other_name",
            "birth_date",
            "sex",
            "personal_id",
            "old_id",
            "hometown",
            "relation_to_head",
            "household_book_no",
            "permanent_address");

    private static final String FORM = """
            select form.form_no, version.full_name, version.other_name, version.birth_date, version.sex,
                   version.personal_id, version.old_id, version.hometown, version.relation_to_head,
                   version.household_book_no, coalesce(version.permanent_address, version.present_address),
                   entry.entry_no, entry.full_name, entry.other_name, entry.birth_date, entry.sex, entry.personal_id,
            """;
    private static final String BOOK = FORM + """
                   entry.old_id, entry.hometown, entry.relation_to_head, entry.household_book_no, entry.address,
                   form.id, entry.id
            from unnest(:forms::bigint[], :entries::bigint[]) pair (form_id, entry_id)
            join intake.form form on form.id = pair.form_id
            join intake.form_version version on version.form_id = form.id and version.version = form.current_version
            join sources.residence_entry entry on entry.id = pair.entry_id
            """;
    private static final String ARCHIVE = FORM + """
                   entry.old_ids, entry.hometown, entry.relation_to_head, entry.envelope_no, entry.address,
                   form.id, entry.id
            from unnest(:forms::bigint[], :entries::bigint[]) pair (form_id, entry_id)
            join intake.form form on form.id = pair.form_id
            join intake.form_version version on version.form_id = form.id and version.version = form.current_version
            join sources.archive_entry entry on entry.id = pair.entry_id
            """;

    private final JdbcClient jdbc;

    ReviewPairs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Key(long form, long entry) {}

    /** In the order of the keys; a pair whose form or entry is gone is left out. */
    public List<PairToReview> of(Source source, long[] forms, long[] entries) {
        Map<Key, PairToReview> found = new HashMap<>();
        int count = FIELDS.size();
        jdbc.sql(source == Source.ARCHIVE ? ARCHIVE : BOOK)
                .param("forms", forms)
                .param("entries", entries)
                .query(row -> {
                    List<PairToReview.Item> items = new ArrayList<>();
                    for (int i = 0; i < count; i++) {
                        @Nullable String own = row.getString(i + 2);
                        @Nullable String theirs = row.getString(i + 3 + count);
                        items.add(new PairToReview.Item(FIELDS.get(i), own, theirs));
                    }
                    long form = row.getLong(3 + 2 * count);
                    long entry = row.getLong(4 + 2 * count);
                    found.put(
                            new Key(form, entry),
                            new PairToReview(
                                    new FormId(form),
                                    row.getString(1),
                                    source,
                                    entry,
                                    row.getString(2 + count),
                                    items));
                });
        List<PairToReview> inOrder = new ArrayList<>();
        for (int i = 0; i < forms.length; i++) {
            PairToReview pair = found.get(new Key(forms[i], entries[i]));
            if (pair != null) {
                inOrder.add(pair);
            }
        }
        return inOrder;
    }
}
