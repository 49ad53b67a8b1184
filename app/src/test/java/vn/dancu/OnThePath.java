package vn.dancu;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.dancu.audit.AuditLog;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.journey.Detours;
import vn.dancu.journey.FormJourney;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Role;

/** The path on a database of its own, with invented people of two wards: what fixtures of several modules build on. */
public abstract class OnThePath implements AutoCloseable {
    public static final String WARD = "00691";
    public static final String OTHER_WARD = "00692";
    public static final Actor CHIEF = new Actor("truong-00691", Role.CHIEF, AreaScope.ofCommunes(Set.of(WARD)));
    public static final Actor TEAM =
            new Actor("doi-qlhc", Role.CITY_TEAM, AreaScope.ofCommunes(Set.of(WARD, OTHER_WARD)));

    private static final List<String> MODULES = List.of(
            "vn.dancu.intake",
            "vn.dancu.sources",
            "vn.dancu.register",
            "vn.dancu.quality",
            "vn.dancu.reconciliation",
            "vn.dancu.custody",
            "vn.dancu.verification",
            "vn.dancu.scanning",
            "vn.dancu.journey");
    private static final List<String> GIVEN_NAMES =
            List.of("AN", "BÌNH", "CHIẾN", "DŨNG", "GIANG", "HẢI", "KHÁNH", "LÂM", "MINH", "NAM");

    public final TestDatabase database;
    public final FormJourney journey;
    public final Detours detours;
    public final Forms forms;
    public final ReconciliationService reconciliation;

    /** @param more modules beside those of the path */
    protected OnThePath(String... more) {
        database = TestDatabase.fresh()
                .with(Stream.concat(MODULES.stream(), Arrays.stream(more)).toArray(String[]::new));
        journey = database.get(FormJourney.class);
        detours = database.get(Detours.class);
        forms = database.get(Forms.class);
        reconciliation = database.get(ReconciliationService.class);
    }

    /** A form without any fault, of an invented citizen; the random part of no number is real. */
    public static CollectionForm aForm(String formNo) {
        return CollectionForm.of(new String[FormField.values().length])
                .with(FormField.FORM_NO, formNo)
                .with(FormField.FORM_VERSION, "DC01/41-2019")
                .with(FormField.COLLECTED_ON, "2020-08-20")
                .with(FormField.DECLARED_ON, "2020-08-20")
                .with(FormField.COLLECTOR, "khu-vuc-3")
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

    /** Tells invented namesakes apart, by the last digit of the paper's number. */
    protected static String givenName(String formNo) {
        return GIVEN_NAMES.get(Integer.parseInt(formNo.substring(formNo.length() - 1)));
    }

    protected FormId entered(CollectionForm form, Actor typist) {
        FormId id = forms.enter(form, Set.of(), typist).entered().orElseThrow();
        journey.collect(FormSet.of(id), typist);
        return id;
    }

    /** Compared, and accepted as not in the books. */
    public void settle(FormSet chosen) {
        reconciliation.compare(chosen, Progress.NONE);
        reconciliation.accept(chosen, "Cư trú thực tế, chưa có tên trong sổ", CHIEF);
    }

    /** As a page of the form shows it to these officers, one after the other. */
    public void opened(FormSet chosen, Actor... officers) {
        for (Actor officer : officers) {
            database.get(AuditLog.class)
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

    @Override
    public void close() {
        database.close();
    }
}
