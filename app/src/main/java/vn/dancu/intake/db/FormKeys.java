package vn.dancu.intake.db;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.DateReading;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.shared.ContentHash;

/**
 * The columns of {@code intake.form} that a form is found by. Keys are bounded, because a cell may be endless and an index
 * entry may not.
 */
final class FormKeys {
    static final List<String> COLUMNS = List.of(
            "commune_code",
            "residential_group",
            "household_key",
            "collector",
            "collected_on",
            "name_folded",
            "sort_key",
            "birth_packed",
            "personal_id_digits",
            "old_id_digits",
            "content_hash");

    private static final int MOST = 200;
    private static final int MOST_NAME = 600;

    private FormKeys() {}

    /** The values of {@link #COLUMNS}. */
    static @Nullable Object[] of(CollectionForm form) {
        PartialDate birth = form.birthDate().date();
        return new @Nullable Object[] {
            bounded(form.written(FormField.COMMUNE_CODE)),
            bounded(form.written(FormField.RESIDENTIAL_GROUP)),
            bounded(form.householdKey()),
            bounded(form.written(FormField.COLLECTOR)),
            day(form.collectedOn()),
            bounded(form.fullName().folded(), MOST_NAME),
            bounded(form.fullName().sortKey(), MOST_NAME),
            birth == null ? null : birth.packed(),
            form.personalId() == null ? null : form.personalId().digits(),
            form.oldId() == null ? null : form.oldId().digits(),
            ContentHash.of(form.items())
        };
    }

    private static @Nullable LocalDate day(DateReading reading) {
        PartialDate date = reading.date();
        return date == null || !date.isFull() ? null : date.earliest();
    }

    private static @Nullable String bounded(@Nullable String text) {
        return text == null ? null : bounded(text.strip(), MOST);
    }

    private static String bounded(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
