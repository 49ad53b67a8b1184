package vn.dancu.web.db;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.journey.Queue;
import vn.dancu.journey.QueueFilter;
import vn.dancu.shared.AreaScope;

/**
 * Which forms a page is about: a queue (or all forms), in somebody's area, through a filter whose words are understood.
 *
 * @param queue null for all forms that are not cancelled
 * @param held who answers for the forms; null for anybody
 * @param countedBefore the stage is to have begun (not counting holds) no later; null for any time
 */
public record Chosen(
        @Nullable Queue queue,
        AreaScope scope,
        QueueFilter filter,
        @Nullable Held held,
        @Nullable Instant countedBefore) {
    /**
     * @param byDefault where forms that nobody was named for are this officer's
     */
    public record Held(String login, AreaScope byDefault) {}

    /** A whole queue, or one commune of it. */
    public static Chosen of(Queue queue, AreaScope scope, @Nullable String commune) {
        return new Chosen(queue, scope, QueueFilter.ofCommune(commune), null, null);
    }

    String queueName() {
        return Optional.ofNullable(queue).map(Queue::name).orElse("ALL");
    }
}
