package vn.dancu.quality.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.form.FormVersions;
import vn.dancu.civil.list.Ethnicities;
import vn.dancu.civil.unit.AdministrativeUnits;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;

/** Invented people of Hà Giang, and what the engine finds about them. */
final class TestForms {
    static final LocalDate TODAY = LocalDate.of(2020, 12, 1);

    private TestForms() {}

    /** A clean form: a man of 35, head of his household. */
    static CollectionForm clean() {
        return form(Map.of());
    }

    static CollectionForm form(Map<FormField, String> changes) {
        @Nullable String[] items = new String[FormField.values().length];
        Map<FormField, String> written = new LinkedHashMap<>();
        written.put(FormField.FORM_NO, "T000001");
        written.put(FormField.FORM_VERSION, "DC01/41-2019");
        written.put(FormField.COLLECTED_ON, "2020-08-20");
        written.put(FormField.DECLARED_ON, "2020-08-19");
        written.put(FormField.COLLECTOR, "cskv.01");
        written.put(FormField.COMMUNE_CODE, "00691");
        written.put(FormField.RESIDENTIAL_GROUP, "Tổ 3");
        written.put(FormField.HOUSEHOLD_NO, "12");
        written.put(FormField.HOUSEHOLD_BOOK_NO, "070012345");
        written.put(FormField.FULL_NAME, "HOÀNG VĂN THẮNG");
        written.put(FormField.BIRTH_DATE, "12/05/1985");
        written.put(FormField.SEX, "Nam");
        written.put(FormField.MARITAL_STATUS, "Đang có vợ/chồng");
        written.put(FormField.BIRTH_REGISTRATION_CODE, "02");
        written.put(FormField.BIRTH_REGISTRATION_PLACE, "Hà Giang");
        written.put(FormField.HOMETOWN_CODE, "36");
        written.put(FormField.HOMETOWN, "Nam Định");
        written.put(FormField.ETHNICITY, "Tày");
        written.put(FormField.RELIGION, "Không");
        written.put(FormField.NATIONALITY, "Việt Nam");
        written.put(FormField.PERSONAL_ID, "002085314159");
        written.put(FormField.OLD_ID, "073141592");
        written.put(FormField.PERMANENT_CODE, "00691");
        written.put(FormField.PERMANENT_ADDRESS, "Tổ 3");
        written.put(FormField.PRESENT_CODE, "00691");
        written.put(FormField.FATHER_NAME, "HOÀNG VĂN TOÀN");
        written.put(FormField.MOTHER_NAME, "NÔNG THỊ LAN");
        written.put(FormField.SPOUSE_NAME, "LÝ THỊ MAI");
        written.put(FormField.HEAD_NAME, "HOÀNG VĂN THẮNG");
        written.put(FormField.HEAD_ID, "002085314159");
        written.put(FormField.RELATION_TO_HEAD, "Chủ hộ");
        written.put(FormField.RESIDENCE_STATUS, "permanent");
        written.put(FormField.PAPERS_SHOWN, "household-book");
        written.putAll(changes);
        written.forEach((field, value) -> items[field.ordinal()] = value);
        return CollectionForm.of(items);
    }

    static CollectionForm wife() {
        return form(Map.ofEntries(
                Map.entry(FormField.FORM_NO, "T000002"),
                Map.entry(FormField.FULL_NAME, "LÝ THỊ MAI"),
                Map.entry(FormField.BIRTH_DATE, "03/11/1988"),
                Map.entry(FormField.SEX, "Nữ"),
                Map.entry(FormField.PERSONAL_ID, "002188271828"),
                Map.entry(FormField.OLD_ID, "073271828"),
                Map.entry(FormField.FATHER_NAME, "LÝ VĂN SÁNG"),
                Map.entry(FormField.MOTHER_NAME, "BÀN THỊ PHƯƠNG"),
                Map.entry(FormField.SPOUSE_NAME, "HOÀNG VĂN THẮNG"),
                Map.entry(FormField.RELATION_TO_HEAD, "Vợ")));
    }

    static CollectionForm child(String no, String name, String born, String number) {
        return form(Map.ofEntries(
                Map.entry(FormField.FORM_NO, no),
                Map.entry(FormField.FULL_NAME, name),
                Map.entry(FormField.BIRTH_DATE, born),
                Map.entry(FormField.SEX, "Nam"),
                Map.entry(FormField.MARITAL_STATUS, "Chưa kết hôn"),
                Map.entry(FormField.PERSONAL_ID, number),
                Map.entry(FormField.OLD_ID, ""),
                Map.entry(FormField.FATHER_NAME, "HOÀNG VĂN THẮNG"),
                Map.entry(FormField.MOTHER_NAME, "LÝ THỊ MAI"),
                Map.entry(FormField.SPOUSE_NAME, ""),
                Map.entry(FormField.RELATION_TO_HEAD, "Con")));
    }

    static CollectionForm son() {
        return child("T000003", "HOÀNG MINH ĐỨC", "09/02/2012", "002212161803");
    }

    static List<CollectionForm> family() {
        return List.of(clean(), wife(), son());
    }

    /** What is found, as {@code form_no CODE field}, in the order it comes out. */
    static List<String> found(List<CollectionForm> forms) {
        List<String> found = new ArrayList<>();
        CheckEngine engine = new CheckEngine(
                AdministrativeUnits.builtIn(),
                FormVersions.builtIn(),
                Ethnicities.with(List.of()),
                TODAY,
                (form, version, finding) ->
                        found.add(forms.get((int) form).formNo() + " " + finding.code() + " " + finding.field()));
        for (int i = 0; i < forms.size(); i++) {
            engine.add(i, 1, forms.get(i), true);
        }
        engine.finish();
        return found;
    }

    /** Codes and fields found on one form alone. */
    static List<String> alone(CollectionForm form) {
        return found(List.of(form)).stream()
                .map(one -> one.substring(one.indexOf(' ') + 1))
                .toList();
    }
}
