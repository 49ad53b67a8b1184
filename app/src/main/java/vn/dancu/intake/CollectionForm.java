package vn.dancu.intake;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.DateReading;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.BloodGroup;
import vn.dancu.civil.list.CodedValue;
import vn.dancu.civil.list.Ethnicities;
import vn.dancu.civil.list.MaritalStatus;
import vn.dancu.civil.list.Relation;
import vn.dancu.civil.list.Religions;
import vn.dancu.civil.list.Sex;
import vn.dancu.civil.name.PersonName;
import vn.dancu.civil.number.OldId;
import vn.dancu.civil.number.PersonalId;

/**
 * One version of a collection form (phiếu thu thập, DC01): every item as it was written, and beside it what the items
 * mean. A blank item is null. Nothing here judges: an item that cannot be read has its text and no meaning.
 */
public final class CollectionForm {
    private final @Nullable String[] written;
    private final PersonName fullName;
    private final DateReading birthDate;
    private final DateReading collectedOn;
    private final DateReading declaredOn;
    private final @Nullable Sex sex;
    private final @Nullable PersonalId personalId;
    private final @Nullable OldId oldId;
    private final @Nullable Relation relation;
    private final @Nullable String householdKey;

    private CollectionForm(@Nullable String[] written) {
        this.written = written;
        String name = written[FormField.FULL_NAME.ordinal()];
        this.fullName = PersonName.of(name == null ? "" : name);
        this.birthDate = PartialDate.read(written[FormField.BIRTH_DATE.ordinal()]);
        this.collectedOn = PartialDate.read(written[FormField.COLLECTED_ON.ordinal()]);
        this.declaredOn = PartialDate.read(written[FormField.DECLARED_ON.ordinal()]);
        this.sex = Sex.parse(written[FormField.SEX.ordinal()]).orElse(null);
        this.personalId =
                PersonalId.parse(written[FormField.PERSONAL_ID.ordinal()]).orElse(null);
        String old = written[FormField.OLD_ID.ordinal()];
        this.oldId = old == null ? null : OldId.of(old);
        this.relation =
                Relation.parse(written[FormField.RELATION_TO_HEAD.ordinal()]).orElse(null);
        this.householdKey = householdKey(written);
    }

    /**
     * @param written the items by ordinal of {@link FormField}; blank items count as null; the array is kept
     */
    public static CollectionForm of(@Nullable String[] written) {
        if (written.length != FormField.values().length) {
            throw new IllegalArgumentException(
                    "a form has " + FormField.values().length + " items, not " + written.length);
        }
        for (int i = 0; i < written.length; i++) {
            String item = written[i];
            if (item != null && item.isBlank()) {
                written[i] = null;
            }
        }
        return new CollectionForm(written);
    }

    /** Members of one household share this: equal book number, else equal commune, group and household number. */
    private static @Nullable String householdKey(@Nullable String[] written) {
        String book = written[FormField.HOUSEHOLD_BOOK_NO.ordinal()];
        if (book != null) {
            return "B:" + book.strip();
        }
        String number = written[FormField.HOUSEHOLD_NO.ordinal()];
        if (number == null) {
            return null;
        }
        return "H:" + written[FormField.COMMUNE_CODE.ordinal()] + "/" + written[FormField.RESIDENTIAL_GROUP.ordinal()]
                + "/" + number.strip();
    }

    public @Nullable String written(FormField field) {
        return written[field.ordinal()];
    }

    /** All items by ordinal; a copy. */
    public @Nullable String[] items() {
        return written.clone();
    }

    public CollectionForm with(FormField field, @Nullable String value) {
        @Nullable String[] items = written.clone();
        items[field.ordinal()] = value;
        return of(items);
    }

    public String formNo() {
        String number = written[FormField.FORM_NO.ordinal()];
        return number == null ? "" : number;
    }

    /** The birth name; of an empty text when the item is blank. */
    public PersonName fullName() {
        return fullName;
    }

    public DateReading birthDate() {
        return birthDate;
    }

    public DateReading collectedOn() {
        return collectedOn;
    }

    public DateReading declaredOn() {
        return declaredOn;
    }

    public @Nullable Sex sex() {
        return sex;
    }

    /** Null when blank or not a 12-digit number. */
    public @Nullable PersonalId personalId() {
        return personalId;
    }

    public @Nullable OldId oldId() {
        return oldId;
    }

    public @Nullable Relation relation() {
        return relation;
    }

    /** Null when the form names neither a book nor a household number. */
    public @Nullable String householdKey() {
        return householdKey;
    }

    /** Candidates; empty when blank or unknown. */
    public List<CodedValue> ethnicity() {
        return Ethnicities.parse(written(FormField.ETHNICITY));
    }

    public @Nullable CodedValue religion() {
        return Religions.parse(written(FormField.RELIGION)).orElse(null);
    }

    public @Nullable MaritalStatus maritalStatus() {
        return MaritalStatus.parse(written(FormField.MARITAL_STATUS)).orElse(null);
    }

    public @Nullable BloodGroup bloodGroup() {
        return BloodGroup.parse(written(FormField.BLOOD_GROUP)).orElse(null);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CollectionForm form && Arrays.equals(written, form.written);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(written);
    }

    /** The number of the paper only: what it says stays out of logs. */
    @Override
    public String toString() {
        return "CollectionForm[" + formNo() + "]";
    }
}
