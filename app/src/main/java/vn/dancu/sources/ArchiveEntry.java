package vn.dancu.sources;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.DateReading;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.Relation;
import vn.dancu.civil.list.Sex;
import vn.dancu.civil.name.PersonName;
import vn.dancu.civil.number.OldId;
import vn.dancu.civil.number.PersonalId;

/** One sheet of the household archive (tàng thư hồ sơ hộ khẩu): every item as written, and what the items mean. A blank item is null. */
public final class ArchiveEntry {
    private final @Nullable String[] written;
    private final PersonName fullName;
    private final DateReading birthDate;
    private final @Nullable Sex sex;
    private final @Nullable PersonalId personalId;
    private final List<OldId> oldIds;

    private ArchiveEntry(@Nullable String[] written) {
        this.written = written;
        String name = written[ArchiveField.FULL_NAME.ordinal()];
        this.fullName = PersonName.of(name == null ? "" : name);
        this.birthDate = PartialDate.read(written[ArchiveField.BIRTH_DATE.ordinal()]);
        this.sex = Sex.parse(written[ArchiveField.SEX.ordinal()]).orElse(null);
        this.personalId =
                PersonalId.parse(written[ArchiveField.PERSONAL_ID.ordinal()]).orElse(null);
        String old = written[ArchiveField.OLD_IDS.ordinal()];
        this.oldIds = old == null ? List.of() : List.copyOf(OldId.parseMany(old));
    }

    /**
     * @param written the items by ordinal of {@link ArchiveField}; blank items count as null; the array is kept
     */
    public static ArchiveEntry of(@Nullable String[] written) {
        if (written.length != ArchiveField.values().length) {
            throw new IllegalArgumentException(
                    "an entry has " + ArchiveField.values().length + " items, not " + written.length);
        }
        for (int i = 0; i < written.length; i++) {
            String item = written[i];
            if (item != null && item.isBlank()) {
                written[i] = null;
            }
        }
        return new ArchiveEntry(written);
    }

    public @Nullable String written(ArchiveField field) {
        return written[field.ordinal()];
    }

    /** All items by ordinal; a copy. */
    public @Nullable String[] items() {
        return written.clone();
    }

    public String entryNo() {
        String number = written[ArchiveField.ENTRY_NO.ordinal()];
        return number == null ? "" : number;
    }

    public PersonName fullName() {
        return fullName;
    }

    public DateReading birthDate() {
        return birthDate;
    }

    public @Nullable Sex sex() {
        return sex;
    }

    public @Nullable PersonalId personalId() {
        return personalId;
    }

    public List<OldId> oldIds() {
        return oldIds;
    }

    public @Nullable String envelopeNo() {
        return written[ArchiveField.ENVELOPE_NO.ordinal()];
    }

    public @Nullable Relation relation() {
        return Relation.parse(written[ArchiveField.RELATION_TO_HEAD.ordinal()]).orElse(null);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ArchiveEntry entry && Arrays.equals(written, entry.written);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(written);
    }

    /** The number of the entry only: what it says stays out of logs. */
    @Override
    public String toString() {
        return "ArchiveEntry[" + entryNo() + "]";
    }
}
