package vn.dancu.reporting;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import vn.dancu.TestDatabase;
import vn.dancu.audit.AuditLog;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.journey.Detours;
import vn.dancu.journey.FormJourney;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Role;

/** Some days of a campaign on a database of its own, with invented people of two wards. */
final class Campaign implements AutoCloseable {
    static final String WARD = "00691";
    static final String OTHER_WARD = "00692";
    static final AreaScope CITY_AREA = AreaScope.ofCommunes(Set.of(WARD, OTHER_WARD));
    static final Actor TYPIST = new Actor("nhap-00691", Role.COLLECTOR, CITY_AREA);
    static final Actor CHIEF = new Actor("truong-00691", Role.CHIEF, AreaScope.ofCommunes(Set.of(WARD)));
    static final Actor TEAM = new Actor("doi-qlhc", Role.CITY_TEAM, CITY_AREA);

    static final Actor TEAM_EVERYWHERE = new Actor("pc06", Role.PROVINCE_OPERATOR, AreaScope.EVERYWHERE);

    private static final List<String> NAMES =
            List.of("AN", "BÌNH", "CHIẾN", "DŨNG", "GIANG", "HẢI", "KHÁNH", "LÂM", "MINH", "NAM");

    final TestDatabase database = TestDatabase.fresh()
            .with(
                    "vn.dancu.intake",
                    "vn.dancu.sources",
                    "vn.dancu.register",
                    "vn.dancu.quality",
                    "vn.dancu.reconciliation",
                    "vn.dancu.custody",
                    "vn.dancu.verification",
                    "vn.dancu.scanning",
                    "vn.dancu.campaign",
                    "vn.dancu.journey",
                    "vn.dancu.job",
                    "vn.dancu.reporting");
    final FormJourney journey = database.get(FormJourney.class);
    final Detours detours = database.get(Detours.class);
    final Forms forms = database.get(Forms.class);
    final ReconciliationService reconciliation = database.get(ReconciliationService.class);
    final Days days = database.get(Days.class);
    final ProgressFigures figures = database.get(ProgressFigures.class);

    /** A form without any fault. */
    static CollectionForm aForm(String formNo, String ward) {
        String name = "PHẠM VĂN " + NAMES.get(Integer.parseInt(formNo.substring(formNo.length() - 1)));
        return CollectionForm.of(new String[FormField.values().length])
                .with(FormField.FORM_NO, formNo)
                .with(FormField.FORM_VERSION, "DC01/41-2019")
                .with(FormField.COLLECTED_ON, "2020-08-20")
                .with(FormField.DECLARED_ON, "2020-08-20")
                .with(FormField.COLLECTOR, "khu-vuc-3")
                .with(FormField.COMMUNE_CODE, ward)
                .with(FormField.RESIDENTIAL_GROUP, "Tổ 3")
                .with(FormField.HOUSEHOLD_NO, formNo)
                .with(FormField.FULL_NAME, name)
                .with(FormField.BIRTH_DATE, "1984-05-08")
                .with(FormField.SEX, "Nam")
                .with(FormField.BLOOD_GROUP, "O")
                .with(FormField.BIRTH_REGISTRATION_CODE, WARD)
                .with(FormField.BIRTH_REGISTRATION_PLACE, "Phường Trần Phú, thành phố Hà Giang, tỉnh Hà Giang")
                .with(FormField.HOMETOWN, "Hà Giang")
                .with(FormField.ETHNICITY, "Tày")
                .with(FormField.RELIGION, "Phật giáo")
                .with(FormField.NATIONALITY, "Việt Nam")
                .with(FormField.MARITAL_STATUS, "1")
                .with(FormField.PERMANENT_CODE, ward)
                .with(FormField.PERMANENT_ADDRESS, "Số " + formNo.substring(2) + ", Tổ 3")
                .with(FormField.HEAD_NAME, name)
                .with(FormField.RELATION_TO_HEAD, "Chủ hộ");
    }

    FormSet entered(CollectionForm form) {
        FormSet set = FormSet.of(forms.enter(form, Set.of(), TYPIST).entered().orElseThrow());
        journey.collect(set, TYPIST);
        return set;
    }

    FormSet entered(String ward, String... numbers) {
        return FormSet.ofKeys(Arrays.stream(numbers)
                .flatMapToLong(
                        number -> Arrays.stream(entered(aForm(number, ward)).keys()))
                .toArray());
    }

    /** Checked, compared, accepted as not in the books, reconciled. */
    void reconcile(FormSet chosen) {
        journey.check(chosen, TYPIST, Progress.NONE);
        reconciliation.compare(chosen, Progress.NONE);
        reconciliation.accept(chosen, "Cư trú thực tế, chưa có tên trong sổ", CHIEF);
        journey.reconcile(chosen, TYPIST);
    }

    /** The chief opens each form, as what is not in the books must be seen, and signs. */
    void approve(FormSet chosen) {
        database.get(AuditLog.class)
                .viewEach(
                        CHIEF,
                        "form",
                        "form",
                        Arrays.stream(chosen.keys()).mapToObj(String::valueOf).toList(),
                        "phê duyệt");
        journey.approve(chosen, CHIEF);
    }

    void hoursLater(int hours) {
        database.clock().advance(Duration.ofHours(hours));
    }

    long count(Measure measure, AreaScope scope) {
        return figures.counts(scope, "").figures().stream()
                .mapToLong(line -> line.counts().of(measure))
                .sum();
    }

    @Override
    public void close() {
        database.close();
    }
}
