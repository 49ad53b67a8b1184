package vn.dancu.journey;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.dancu.TestDatabase;
import vn.dancu.custody.BatchId;
import vn.dancu.custody.Custody;
import vn.dancu.custody.CustodyResult;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.quality.QualityService;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.scanning.ScanLine;
import vn.dancu.scanning.ScanLists;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Role;
import vn.dancu.verification.Verification;
import vn.dancu.verification.Visit;

/** The path on a database of its own, with invented officers of two wards. */
final class APath implements AutoCloseable {
    static final String WARD = "00691";
    static final String OTHER_WARD = "00692";
    static final Actor COLLECTOR = new Actor("khu-vuc-3", Role.COLLECTOR, AreaScope.ofGroups(Set.of(WARD + "/Tổ 3")));
    static final Actor TYPIST = new Actor("nhap-00691", Role.COLLECTOR, AreaScope.ofCommunes(Set.of(WARD)));
    static final Actor CHIEF = new Actor("truong-00691", Role.CHIEF, AreaScope.ofCommunes(Set.of(WARD)));
    static final Actor DEPUTY = new Actor("pho-00691", Role.CHIEF, AreaScope.ofCommunes(Set.of(WARD)));
    static final Actor OTHER_CHIEF = new Actor("truong-00692", Role.CHIEF, AreaScope.ofCommunes(Set.of(OTHER_WARD)));
    static final Actor TEAM = new Actor("doi-qlhc", Role.CITY_TEAM, AreaScope.ofCommunes(Set.of(WARD, OTHER_WARD)));
    static final Actor PROVINCE = new Actor("pc06", Role.PROVINCE_OPERATOR, AreaScope.EVERYWHERE);
    static final Actor INSPECTOR = new Actor("c06", Role.INSPECTOR, AreaScope.EVERYWHERE);

    private final TestDatabase database = TestDatabase.fresh()
            .with(
                    "vn.dancu.intake",
                    "vn.dancu.sources",
                    "vn.dancu.register",
                    "vn.dancu.quality",
                    "vn.dancu.reconciliation",
                    "vn.dancu.custody",
                    "vn.dancu.verification",
                    "vn.dancu.scanning",
                    "vn.dancu.journey");
    final FormJourney journey = database.get(FormJourney.class);
    final Detours detours = database.get(Detours.class);
    final PathView view = database.get(PathView.class);
    final Routes routes = database.get(Routes.class);
    final Forms forms = database.get(Forms.class);
    final QualityService quality = database.get(QualityService.class);
    final ReconciliationService reconciliation = database.get(ReconciliationService.class);
    final Verification verification = database.get(Verification.class);
    final Custody custody = database.get(Custody.class);
    final ScanLists scanLists = database.get(ScanLists.class);

    TestDatabase database() {
        return database;
    }

    /** A form without any fault, of an invented citizen; the random part of no number is real. */
    static CollectionForm aForm(String formNo) {
        return CollectionForm.of(new String[FormField.values().length])
                .with(FormField.FORM_NO, formNo)
                .with(FormField.FORM_VERSION, "DC01/41-2019")
                .with(FormField.COLLECTED_ON, "2020-08-20")
                .with(FormField.DECLARED_ON, "2020-08-20")
                .with(FormField.COLLECTOR, COLLECTOR.login())
                .with(FormField.COMMUNE_CODE, WARD)
                .with(FormField.RESIDENTIAL_GROUP, "Tổ 3")
                .with(FormField.HOUSEHOLD_NO, formNo)
                .with(FormField.FULL_NAME, "PHẠM VĂN LONG")
                .with(FormField.BIRTH_DATE, "1984-05-08")
                .with(FormField.SEX, "Nam")
                .with(FormField.BIRTH_REGISTRATION_CODE, WARD)
                .with(FormField.BIRTH_REGISTRATION_PLACE, "Phường Trần Phú, thành phố Hà Giang, tỉnh Hà Giang")
                .with(FormField.HOMETOWN, "Hà Giang")
                .with(FormField.ETHNICITY, "Kinh")
                .with(FormField.RELIGION, "Không")
                .with(FormField.NATIONALITY, "Việt Nam")
                .with(FormField.MARITAL_STATUS, "1")
                .with(FormField.PERMANENT_CODE, WARD)
                .with(FormField.PERMANENT_ADDRESS, "Số " + formNo.substring(2) + ", Tổ 3")
                .with(FormField.HEAD_NAME, "PHẠM VĂN LONG")
                .with(FormField.RELATION_TO_HEAD, "Chủ hộ");
    }

    FormId entered(CollectionForm form) {
        FormId id = forms.enter(form, Set.of(), TYPIST).entered().orElseThrow();
        journey.collect(FormSet.of(id), TYPIST);
        return id;
    }

    /** Checked, compared, accepted as not in the books, and reconciled. */
    FormSet reconciled(String... formNumbers) {
        FormSet chosen = FormSet.of(Arrays.stream(formNumbers)
                .map(number -> entered(aForm(number)
                        .with(FormField.FULL_NAME, "PHẠM VĂN LONG " + letters(number))
                        .with(FormField.HEAD_NAME, "PHẠM VĂN LONG " + letters(number))))
                .toList());
        journey.check(chosen, TYPIST, Progress.NONE);
        settle(chosen);
        journey.reconcile(chosen, TYPIST);
        opened(chosen, CHIEF, DEPUTY);
        return chosen;
    }

    /** Tells invented namesakes apart. */
    private static String letters(String number) {
        return List.of("AN", "BÌNH", "CHIẾN", "DŨNG", "GIANG", "HẢI", "KHÁNH", "LÂM", "MINH", "NAM")
                .get(Integer.parseInt(number.substring(number.length() - 1)));
    }

    /** As a page of the form shows it to these officers, one after the other. */
    void opened(FormSet chosen, Actor... officers) {
        for (Actor officer : officers) {
            database.get(vn.dancu.audit.AuditLog.class)
                    .viewEach(
                            officer,
                            "form",
                            "form",
                            Arrays.stream(chosen.keys())
                                    .mapToObj(String::valueOf)
                                    .toList(),
                            "phê duyệt");
        }
    }

    void settle(FormSet chosen) {
        reconciliation.compare(chosen, Progress.NONE);
        reconciliation.accept(chosen, "Cư trú thực tế, chưa có tên trong sổ", CHIEF);
    }

    void visit(FormSet chosen, Visit.Answer answer) {
        verification.record(
                Arrays.stream(chosen.keys())
                        .mapToObj(key -> new Visit(
                                new FormId(key),
                                1,
                                "doi-qlhc-2",
                                database.clock().instant(),
                                Map.of(FormField.FULL_NAME, answer)))
                        .toList(),
                TEAM);
    }

    BatchId givenAndTaken(String number, FormSet chosen) {
        BatchId batch = opened(number, chosen);
        custody.give(batch, chosen.size(), CHIEF);
        custody.take(batch, chosen.size(), PROVINCE);
        return batch;
    }

    BatchId opened(String number, FormSet chosen) {
        if (custody.open(number, WARD, chosen, CHIEF) instanceof CustodyResult.Done done) {
            return done.batch();
        }
        throw new AssertionError("the batch was not opened");
    }

    void scanned(FormSet chosen) {
        List<ScanLine> lines = Arrays.stream(chosen.keys())
                .mapToObj(key -> new ScanLine(
                        forms.find(new FormId(key), PROVINCE)
                                .orElseThrow()
                                .form()
                                .formNo(),
                        2,
                        String.format("%064x", key)))
                .toList();
        scanLists.takeIn("danh sách", lines, PROVINCE);
    }

    FormState state(FormId form) {
        return view.state(form, PROVINCE).orElseThrow();
    }

    Stage stage(FormId form) {
        return state(form).stage();
    }

    static FormId first(FormSet chosen) {
        return new FormId(chosen.keys()[0]);
    }

    @Override
    public void close() {
        database.close();
    }
}
