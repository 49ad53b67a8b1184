package vn.dancu.reconciliation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.FormId;

/** A form and an entry beside each other, for somebody to say whether they are one person. */
public record PairToReview(FormId form, String formNo, Source source, long entryId, String entryNo, List<Item> items) {
    public PairToReview {
        items = List.copyOf(items);
    }

    /** @param field by its column name of the form */
    public record Item(
            String field, @Nullable String form, @Nullable String entry) {}
}
