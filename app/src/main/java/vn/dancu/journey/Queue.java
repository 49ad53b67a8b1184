package vn.dancu.journey;

import java.util.Locale;
import java.util.Optional;

/**
 * A work queue (việc cần làm): forms that wait for the same thing. What puts a form into which queue is said in one place,
 * {@code journey.db.QueueRule}; forms on hold stand in their own queue only.
 */
public enum Queue {
    TO_CHECK,
    MUST_FIX,
    RETURNED,
    EXPLAIN,
    DIFFERS,
    NOT_IN_BOOKS,
    DUPLICATE,
    UNCERTAIN,
    TO_RECONCILE,
    TO_VERIFY,
    TO_APPROVE,
    ON_HOLD;

    /** The word in addresses: {@code not-in-books}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Queue> byWord(String word) {
        for (Queue queue : values()) {
            if (queue.word().equals(word)) {
                return Optional.of(queue);
            }
        }
        return Optional.empty();
    }
}
