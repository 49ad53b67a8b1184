package vn.dancu.intake;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One version of a form, as the form's page shows it.
 *
 * @param createdBy the account that imported, typed or corrected it
 * @param copied items that were copied down from the household's previous paper and not typed
 * @param changes what it says differently from the version before; empty for the first
 */
public record StoredVersion(
        int version,
        Origin origin,
        Instant createdAt,
        String createdBy,
        Set<FormField> copied,
        CollectionForm form,
        List<FieldChange> changes) {
    public StoredVersion {
        copied = Set.copyOf(copied);
        changes = List.copyOf(changes);
    }

    /** How a version came to be; stored by its lower-case name. */
    public enum Origin {
        IMPORT,
        DESK,
        CORRECTION
    }
}
