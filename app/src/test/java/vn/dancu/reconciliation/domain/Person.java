package vn.dancu.reconciliation.domain;

import org.jspecify.annotations.Nullable;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.sources.ArchiveEntry;
import vn.dancu.sources.ArchiveField;
import vn.dancu.sources.ResidenceEntry;
import vn.dancu.sources.ResidenceField;

/** An invented person on whom form, book and archive agree in every field; a test changes what it is about. */
final class Person {
    private Person() {}

    static CollectionForm form(String... fieldsAndValues) {
        @Nullable String[] items = new @Nullable String[FormField.values().length];
        String[] agreed = {
            "form_no",
            "P1",
            "collected_on",
            "2020-07-01",
            "commune_code",
            "00688",
            "residential_group",
            "Tổ 5",
            "full_name",
            "NGUYỄN VĂN AN",
            "birth_date",
            "1980-05-03",
            "sex",
            "Nam",
            "ethnicity",
            "Kinh",
            "religion",
            "Không",
            "nationality",
            "Việt Nam",
            "hometown",
            "Xã Phương Độ, Hà Giang",
            "personal_id",
            "002080912345",
            "old_id",
            "073123456",
            "permanent_code",
            "00688",
            "permanent_address",
            "Tổ 5, phường Quang Trung",
            "father_name",
            "NGUYỄN VĂN BÌNH",
            "mother_name",
            "LÊ THỊ CÚC",
            "spouse_name",
            "TRẦN THỊ DUNG",
            "head_name",
            "NGUYỄN VĂN AN",
            "relation_to_head",
            "Chủ hộ",
            "household_book_no",
            "020001001",
            "residence_status",
            "permanent"
        };
        set(items, agreed, column -> FormField.byColumn(column).orElseThrow().ordinal());
        set(
                items,
                fieldsAndValues,
                column -> FormField.byColumn(column).orElseThrow().ordinal());
        return CollectionForm.of(items);
    }

    static ResidenceEntry book(String... fieldsAndValues) {
        @Nullable String[] items = new @Nullable String[ResidenceField.values().length];
        String[] agreed = {
            "entry_no",
            "S1",
            "book_kind",
            "permanent",
            "household_book_no",
            "020001001",
            "commune_code",
            "00688",
            "residential_group",
            "Tổ 5",
            "address",
            "Tổ 5, phường Quang Trung",
            "full_name",
            "NGUYỄN VĂN AN",
            "birth_date",
            "1980-05-03",
            "sex",
            "Nam",
            "ethnicity",
            "Kinh",
            "religion",
            "Không",
            "nationality",
            "Việt Nam",
            "hometown",
            "Xã Phương Độ, Hà Giang",
            "personal_id",
            "002080912345",
            "old_id",
            "073123456",
            "relation_to_head",
            "Chủ hộ",
            "head_name",
            "NGUYỄN VĂN AN",
            "registered_on",
            "2005-01-10"
        };
        set(
                items,
                agreed,
                column -> ResidenceField.byColumn(column).orElseThrow().ordinal());
        set(
                items,
                fieldsAndValues,
                column -> ResidenceField.byColumn(column).orElseThrow().ordinal());
        return ResidenceEntry.of(items);
    }

    static ArchiveEntry archive(String... fieldsAndValues) {
        @Nullable String[] items = new @Nullable String[ArchiveField.values().length];
        String[] agreed = {
            "entry_no",
            "H1",
            "envelope_no",
            "HS1",
            "commune_code",
            "00688",
            "full_name",
            "NGUYỄN VĂN AN",
            "birth_date",
            "1980-05-03",
            "sex",
            "Nam",
            "ethnicity",
            "Kinh",
            "religion",
            "Không",
            "hometown",
            "Xã Phương Độ, Hà Giang",
            "personal_id",
            "002080912345",
            "old_ids",
            "073123456",
            "father_name",
            "NGUYỄN VĂN BÌNH",
            "mother_name",
            "LÊ THỊ CÚC",
            "spouse_name",
            "TRẦN THỊ DUNG",
            "relation_to_head",
            "Chủ hộ",
            "recorded_on",
            "2006-02-11"
        };
        set(items, agreed, column -> ArchiveField.byColumn(column).orElseThrow().ordinal());
        set(
                items,
                fieldsAndValues,
                column -> ArchiveField.byColumn(column).orElseThrow().ordinal());
        return ArchiveEntry.of(items);
    }

    private interface Place {
        int of(String column);
    }

    private static void set(@Nullable String[] items, String[] fieldsAndValues, Place place) {
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            items[place.of(fieldsAndValues[i])] = fieldsAndValues[i + 1];
        }
    }
}
