package vn.dancu.sources;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.DateReading;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.Relation;
import vn.dancu.civil.list.Sex;
import vn.dancu.civil.name.PersonName;
import vn.dancu.civil.number.OldId;
import vn.dancu.civil.number.PersonalId;

/** One line of a residence book (sổ quản lý cư trú): every item as written, and what the items mean. A blank item is null. */
public final class ResidenceEntry {
    private final @Nullable String[] written;
    private final PersonName fullName;
    private final DateReading birthDate;
    private final @Nullable Sex sex;
    private final @Nullable PersonalId personalId;
    private final @Nullable OldId oldId;

    private ResidenceEntry(@Nullable String[] written) {
        this.written = written;
        String name = written[ResidenceField.FULL_NAME.ordinal()];
        this.fullName = PersonName.of(name == null ? "" : name);
        this.birthDate = PartialDate.read(written[ResidenceField.BIRTH_DATE.ordinal()]);
        this.sex = Sex.parse(written[ResidenceField.SEX.ordinal()]).orElse(null);
        this.personalId =
                PersonalId.parse(written[ResidenceField.PERSONAL_ID.ordinal()]).orElse(null);
        String old = written[ResidenceField.OLD_ID.ordinal()];
        this.oldId = old == null ? null : OldId.of(old);
    }

    /**
     * @param written the items by ordinal of {@link ResidenceField}; blank items count as null; the array is kept
     */
    public static ResidenceEntry of(@Nullable String[] written) {
        if (written.length != ResidenceField.values().length) {
            throw new IllegalArgumentException(
                    "an entry has " + ResidenceField.values().length + " items, not " + written.length);
        }
        for (int i = 0; i < written.length; i++) {
            String item = written[i];
            if (item != null && item.isBlank()) {
                written[i] = null;
            }
        }
        return new ResidenceEntry(written);
    }

    public @Nullable String written(ResidenceField field) {
        return written[field.ordinal()];
    }

    /** All items by ordinal; a copy. */
    public @Nullable String[] items() {
        return written.clone();
    }

    public String entryNo() {
        String number = written[ResidenceField.ENTRY_NO.ordinal()];
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

    public @Nullable OldId oldId() {
        return oldId;
    }

    /** True when the book says that the person was struck off. */
    public boolean isRemoved() {
        return written[ResidenceField.REMOVED_ON.ordinal()] != null
                || written[ResidenceField.REMOVAL_REASON.ordinal()] != null;
    }

    public boolean isTemporary() {
        return "temporary".equalsIgnoreCase(written[ResidenceField.BOOK_KIND.ordinal()]);
    }

    public @Nullable String householdBookNo() {
        return written[ResidenceField.HOUSEHOLD_BOOK_NO.ordinal()];
    }

    public @Nullable Relation relation() {
        return Relation.parse(written[ResidenceField.RELATION_TO_HEAD.ordinal()])
                .orElse(null);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResidenceEntry entry && Arrays.equals(written, entry.written);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(written);
    }

    /** The number of the entry only: what it says stays out of logs. */
    @Override
    public String toString() {
        return "ResidenceEntry[" + entryNo() + "]";
    }
}
