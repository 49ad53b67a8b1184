package vn.dancu.web;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.sources.ArchiveField;
import vn.dancu.sources.AskArchive;

/** Which item of the form an item of an archive sheet is held against; without one, the sheet alone has it. */
final class SheetItems {
    private static final Map<ArchiveField, FormField> OF_FORM = new EnumMap<>(Map.ofEntries(
            Map.entry(ArchiveField.ADDRESS, FormField.PERMANENT_ADDRESS),
            Map.entry(ArchiveField.FULL_NAME, FormField.FULL_NAME),
            Map.entry(ArchiveField.OTHER_NAME, FormField.OTHER_NAME),
            Map.entry(ArchiveField.BIRTH_DATE, FormField.BIRTH_DATE),
            Map.entry(ArchiveField.SEX, FormField.SEX),
            Map.entry(ArchiveField.ETHNICITY, FormField.ETHNICITY),
            Map.entry(ArchiveField.RELIGION, FormField.RELIGION),
            Map.entry(ArchiveField.HOMETOWN, FormField.HOMETOWN),
            Map.entry(ArchiveField.PERSONAL_ID, FormField.PERSONAL_ID),
            Map.entry(ArchiveField.OLD_IDS, FormField.OLD_ID),
            Map.entry(ArchiveField.FATHER_NAME, FormField.FATHER_NAME),
            Map.entry(ArchiveField.MOTHER_NAME, FormField.MOTHER_NAME),
            Map.entry(ArchiveField.SPOUSE_NAME, FormField.SPOUSE_NAME),
            Map.entry(ArchiveField.RELATION_TO_HEAD, FormField.RELATION_TO_HEAD)));

    /** In the order in which a sheet is read. */
    static final List<ArchiveField> ORDER =
            Stream.of(ArchiveField.values()).filter(AskArchive.ITEMS::contains).toList();

    private SheetItems() {}

    static Optional<FormField> ofForm(ArchiveField item) {
        return Optional.ofNullable(OF_FORM.get(item));
    }

    /** What the sheet says as long as nothing else is typed. */
    static Map<ArchiveField, String> asForm(CollectionForm form) {
        Map<ArchiveField, String> items = new EnumMap<>(ArchiveField.class);
        OF_FORM.forEach((item, field) -> {
            String written = form.written(field);
            if (written != null) {
                items.put(item, written);
            }
        });
        return items;
    }

    /** The items of a sheet that speak of these fields of forms; what else tells who it is comes along. */
    static Set<ArchiveField> of(Set<String> formColumns) {
        Set<ArchiveField> items = EnumSet.noneOf(ArchiveField.class);
        OF_FORM.forEach((item, field) -> {
            if (formColumns.contains(field.column())) {
                items.add(item);
            }
        });
        if (formColumns.contains(FormField.BIRTH_REGISTRATION_PLACE.column())) {
            items.add(ArchiveField.BIRTH_PLACE);
        }
        return items;
    }
}
