package vn.dancu.web.db;

import java.util.Locale;
import java.util.Optional;

/** An order of a list of forms; each has an index of the kept queues, after queue and commune. */
public enum ListOrder {
    UNIT("w.commune_code, w.residential_group, w.household_key"),
    NAME("w.sort_key"),
    DAYS("w.counted_from"),
    DATE("w.collected_on"),
    NUMBER("w.form_no");

    private final String columns;

    ListOrder(String columns) {
        this.columns = columns;
    }

    String columns() {
        return columns + ", w.form_id";
    }

    /** The condition of what comes after the form that ended the page before. */
    String after() {
        return switch (this) {
            case UNIT -> WaitingRows.AFTER_IN_UNITS;
            case NAME -> "(w.sort_key, w.form_id) > (:afterKey, :afterId)";
            case DAYS -> "(w.counted_from, w.form_id) > (:afterKey::timestamptz, :afterId)";
            case DATE -> "(w.collected_on, w.form_id) > (:afterKey::date, :afterId)";
            case NUMBER -> "(w.form_no, w.form_id) > (:afterKey, :afterId)";
        };
    }

    /** The word in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ListOrder> byWord(String word) {
        for (ListOrder order : values()) {
            if (order.word().equals(word)) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }
}
