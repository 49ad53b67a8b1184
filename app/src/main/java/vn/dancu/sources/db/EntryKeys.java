package vn.dancu.sources.db;

import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.number.OldId;
import vn.dancu.shared.ContentHash;
import vn.dancu.sources.ArchiveEntry;
import vn.dancu.sources.ResidenceEntry;

/** The columns that an entry is found by, in the order of the stores' lists. Bounded, as an index entry must be. */
final class EntryKeys {
    private static final int MOST_NAME = 600;

    private EntryKeys() {}

    static @Nullable Object[] of(ResidenceEntry entry) {
        PartialDate birth = entry.birthDate().date();
        return new @Nullable Object[] {
            ContentHash.of(entry.items()),
            bounded(entry.fullName().folded()),
            bounded(entry.fullName().sortKey()),
            birth == null ? null : birth.packed(),
            entry.personalId() == null ? null : entry.personalId().digits(),
            entry.oldId() == null ? null : entry.oldId().digits()
        };
    }

    static @Nullable Object[] of(ArchiveEntry entry) {
        PartialDate birth = entry.birthDate().date();
        return new @Nullable Object[] {
            ContentHash.of(entry.items()),
            bounded(entry.fullName().folded()),
            bounded(entry.fullName().sortKey()),
            birth == null ? null : birth.packed(),
            entry.personalId() == null ? null : entry.personalId().digits(),
            entry.oldIds().stream()
                    .map(OldId::digits)
                    .filter(digits -> digits != null)
                    .distinct()
                    .toArray(String[]::new)
        };
    }

    private static String bounded(String text) {
        return text.length() <= MOST_NAME ? text : text.substring(0, MOST_NAME);
    }
}
