package vn.dancu.keying.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.list.CodedValue;
import vn.dancu.civil.list.Relation;
import vn.dancu.civil.list.Sex;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;

/** What a coded item means, however it is written: {@code Nam}, {@code M} and {@code 1} are one sex. */
final class Meaning {
    private static final CollectionForm BLANK = CollectionForm.of(new @Nullable String[FormField.values().length]);

    private Meaning() {}

    /** Empty when the item is not coded, or its text means nothing that is known. */
    static Optional<Object> of(FormField field, String text) {
        if (field == FormField.SEX) {
            return Sex.parse(text).map(Object.class::cast);
        }
        if (field == FormField.RELATION_TO_HEAD || field == FormField.DECLARER_RELATION) {
            return Relation.parse(text).map(Object.class::cast);
        }
        CollectionForm form = BLANK.with(field, text);
        if (field == FormField.MARITAL_STATUS) {
            return Optional.ofNullable(form.maritalStatus());
        }
        if (field == FormField.BLOOD_GROUP) {
            return Optional.ofNullable(form.bloodGroup());
        }
        if (field == FormField.RELIGION) {
            return Optional.ofNullable(form.religion());
        }
        if (field == FormField.ETHNICITY) {
            List<CodedValue> known = form.ethnicity();
            return known.size() == 1 ? Optional.of(known.get(0)) : Optional.empty();
        }
        return Optional.empty();
    }
}
