package vn.dancu.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import vn.dancu.TestDatabase;
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
import vn.dancu.sources.SourceImport;

/** Books of two wards on a database of its own, and officers of each role; people are invented. */
final class TestCampaign implements AutoCloseable {
    static final String WARD = "00691";
    static final String OTHER_WARD = "00692";
    static final AreaScope CITY_AREA = AreaScope.ofCommunes(Set.of(WARD, OTHER_WARD));
    static final Actor SYSTEM = Actor.commandLine("test");
    static final Actor COLLECTOR = new Actor("cskv-a", Role.COLLECTOR, AreaScope.ofGroups(Set.of(WARD + "/Tổ 3")));
    static final Actor CHIEF = new Actor("truong-00691", Role.CHIEF, AreaScope.ofCommunes(Set.of(WARD)));
    static final Actor OTHER_CHIEF = new Actor("truong-00692", Role.CHIEF, AreaScope.ofCommunes(Set.of(OTHER_WARD)));
    static final Actor TEAM = new Actor("doi-qlhc", Role.CITY_TEAM, CITY_AREA);

    private static final String HEAD =
            "entry_no,book_kind,household_book_no,commune_code,residential_group,address,full_name,other_name,birth_date,"
                    + "sex,ethnicity,religion,nationality,hometown,personal_id,old_id,relation_to_head,head_name,"
                    + "registered_on,removed_on,removal_reason,book_no,sheet_no";

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
                    "vn.dancu.journey");
    final FormJourney journey = database.get(FormJourney.class);
    final Detours detours = database.get(Detours.class);
    final Forms forms = database.get(Forms.class);
    final ReconciliationService reconciliation = database.get(ReconciliationService.class);

    /**
     * A line of a residence book.
     *
     * @param removed as {@code 05/09/2020,dead}; {@code ,} for somebody who lives there
     */
    static String entry(
            String no,
            String kind,
            String ward,
            String group,
            String household,
            String name,
            String born,
            String registered,
            String removed) {
        return String.join(
                ",",
                no,
                kind,
                household,
                ward,
                group,
                "Số " + household,
                name,
                "",
                born,
                "Nam",
                "Kinh",
                "Không",
                "Việt Nam",
                "Hà Giang",
                "",
                "",
                "Chủ hộ",
                name,
                registered,
                removed,
                "12",
                "45");
    }

    void book(List<String> entries) {
        try {
            Path file = Files.createTempFile("dancu-book", ".csv");
            Files.writeString(file, HEAD + "\n" + String.join("\n", entries) + "\n");
            database.get(SourceImport.class).importResidenceBook(file, false, SYSTEM, Progress.NONE);
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A form of somebody in a ward, entered and compared with the books. */
    FormSet form(String formNo, String ward, String group, String household, String name, String born, String day) {
        CollectionForm form = CollectionForm.of(new String[FormField.values().length])
                .with(FormField.FORM_NO, formNo)
                .with(FormField.FORM_VERSION, "DC01/41-2019")
                .with(FormField.COLLECTED_ON, day)
                .with(FormField.DECLARED_ON, day)
                .with(FormField.COLLECTOR, "cskv-a")
                .with(FormField.COMMUNE_CODE, ward)
                .with(FormField.RESIDENTIAL_GROUP, group)
                .with(FormField.HOUSEHOLD_BOOK_NO, household)
                .with(FormField.FULL_NAME, name)
                .with(FormField.BIRTH_DATE, born)
                .with(FormField.SEX, "Nam")
                .with(FormField.BIRTH_REGISTRATION_CODE, ward)
                .with(FormField.HOMETOWN, "Hà Giang")
                .with(FormField.ETHNICITY, "Kinh")
                .with(FormField.NATIONALITY, "Việt Nam")
                .with(FormField.PERMANENT_CODE, ward)
                .with(FormField.PERMANENT_ADDRESS, "Số " + household)
                .with(FormField.HEAD_NAME, name)
                .with(FormField.RELATION_TO_HEAD, "Chủ hộ");
        FormSet set = FormSet.of(forms.enter(form, Set.of(), SYSTEM).entered().orElseThrow());
        journey.collect(set, SYSTEM);
        reconciliation.compare(forms.all(), Progress.NONE);
        return set;
    }

    @Override
    public void close() {
        database.close();
    }
}
