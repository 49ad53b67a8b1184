package vn.dancu.intake;

import java.time.Instant;
import java.util.Set;

/**
 * A paper half typed.
 *
 * @param copied items that were copied down from the household's previous paper
 */
public record Draft(long id, String owner, CollectionForm form, Set<FormField> copied, Instant updatedAt) {
    public Draft {
        copied = Set.copyOf(copied);
    }
}
