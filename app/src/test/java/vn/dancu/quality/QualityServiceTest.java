package vn.dancu.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.TestDatabase;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.intake.FormImport;
import vn.dancu.intake.Forms;
import vn.dancu.quality.db.FindingStore.Found;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Finding;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Role;
import vn.dancu.simulator.City;
import vn.dancu.simulator.CitySettings;

class QualityServiceTest {
    private static final Actor SELF = Actor.commandLine("test");
    private static final Actor CHIEF = new Actor("chief.everywhere", Role.CHIEF, AreaScope.EVERYWHERE);

    @TempDir
    static Path folder;

    private static TestDatabase database;
    private static QualityService quality;
    private static Forms forms;
    private static FormSet all;

    @BeforeAll
    static void aSmallCityIsImportedAndChecked() throws Exception {
        database = TestDatabase.fresh().with("vn.dancu.intake", "vn.dancu.quality");
        City.write(CitySettings.defaults(1_500, 5).withErrorsTimes(3), folder, (done, of) -> {});
        database.get(FormImport.class).importForms(folder.resolve("forms.csv"), false, SELF, Progress.NONE);
        quality = database.get(QualityService.class);
        forms = database.get(Forms.class);
        all = forms.all();
        quality.check(all, Progress.NONE);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aDeskSeesWhatTheWholeRunSees() {
        CheckRun run = database.get(CheckRun.class);
        List<Found> whole = database.transaction().execute(status -> run.checkLarge(all, Progress.NONE));
        Random random = new Random(17);

        for (int i = 0; i < 25; i++) {
            long[] keys = random.longs(i < 20 ? 1 : 40, 0, all.size())
                    .map(place -> all.keys()[(int) place])
                    .toArray();
            FormSet few = FormSet.ofKeys(keys);
            List<Found> desk = database.transaction().execute(status -> run.checkSmall(few));

            assertThat(sorted(desk))
                    .as("forms %s, seed 17", few)
                    .isEqualTo(sorted(whole.stream()
                            .filter(one -> few.contains(new FormId(one.formId())))
                            .toList()));
        }
    }

    @Test
    void formsWithAnEvidenceFindingAreSeenAtTheDeskToo() {
        CheckRun run = database.get(CheckRun.class);
        List<Found> batch = database.transaction().execute(status -> run.checkLarge(all, Progress.NONE)).stream()
                .filter(one -> one.finding().code().startsWith("F8"))
                .toList();

        assertThat(batch).isNotEmpty();
        for (Found one : batch.subList(0, Math.min(30, batch.size()))) {
            FormSet few = FormSet.of(new FormId(one.formId()));
            List<Found> desk = database.transaction().execute(status -> run.checkSmall(few));
            assertThat(desk).contains(one);
        }
    }

    @Test
    void whatWasExplainedStaysExplainedAfterAnotherCheck() {
        FormId form = first(quality.unexplained(all));

        int lifted = quality.liftAll(FormSet.of(form), "Đã kiểm tra tại hộ", CHIEF);
        quality.check(FormSet.of(form), Progress.NONE);
        quality.check(all, Progress.NONE);

        assertThat(lifted).isPositive();
        assertThat(quality.unexplained(FormSet.of(form)).isEmpty()).isTrue();
        assertThat(quality.rows(form))
                .anyMatch(row -> row.isLifted() && "Đã kiểm tra tại hộ".equals(row.liftedReason()));
    }

    @Test
    void checkingAgainChangesNothing() {
        long before = countFindings();

        quality.check(all, Progress.NONE);

        assertThat(countFindings()).isEqualTo(before);
    }

    @Test
    void anExplanationIsWrittenDownAndBlocksAreNotExplainedAway() {
        FormSet blocked = quality.blocked(all);

        assertThatThrownBy(() -> quality.liftAll(blocked, " ", CHIEF)).isInstanceOf(IllegalArgumentException.class);
        quality.liftAll(FormSet.of(first(blocked)), "Đúng như phiếu", CHIEF);

        assertThat(quality.blocked(blocked)).isEqualTo(blocked);
    }

    @Test
    void nobodyExplainsOutsideHisAreaOrRole() {
        FormSet open = FormSet.of(last(quality.unexplained(all)));
        Actor elsewhere = new Actor("chief.elsewhere", Role.CHIEF, AreaScope.ofCommunes(Set.of("99999")));
        Actor auditor = new Actor("auditor", Role.AUDITOR, AreaScope.EVERYWHERE);

        assertThat(quality.liftAll(open, "Đúng", elsewhere)).isZero();
        assertThat(quality.liftAll(open, "Đúng", auditor)).isZero();
        assertThat(quality.unexplained(open)).isEqualTo(open);
    }

    @Test
    void aSecondOfficerConfirmsTheNumberOfTheCardAndOpensACase() {
        FormId form = quality.findings(quality.blocked(all)).entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                                .allMatch(finding -> finding.severity() != vn.dancu.shared.Severity.BLOCKING
                                        || CheckRun.CONFIRMABLE.contains(finding.code()))
                        && entry.getValue().stream().anyMatch(finding -> CheckRun.CONFIRMABLE.contains(finding.code())))
                .findFirst()
                .orElseThrow()
                .getKey();
        String collector = database.jdbc()
                .sql("select collector from intake.form where id = :id")
                .param("id", form.value())
                .query(String.class)
                .single();
        Actor himself = new Actor(collector, Role.COLLECTOR, AreaScope.EVERYWHERE);

        assertThat(quality.confirmNumber(form, "Thẻ ghi như vậy", himself))
                .isEqualTo(new ConfirmNumberResult.SameEyes());
        assertThat(quality.confirmNumber(form, "Thẻ ghi như vậy", CHIEF))
                .isInstanceOf(ConfirmNumberResult.Confirmed.class);
        assertThat(quality.blocked(FormSet.of(form)).isEmpty()).isTrue();
        assertThat(quality.confirmNumber(form, "Thẻ ghi như vậy", CHIEF))
                .isEqualTo(new ConfirmNumberResult.NothingToConfirm());
        assertThat(database.jdbc()
                        .sql("select count(*) from quality.reissue_case where form_id = :id")
                        .param("id", form.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aPaperHalfTypedIsHeldAgainstItsHouseholdAndTheOthers() {
        List<CollectionForm> stored = new ArrayList<>();
        forms.stream(all, Forms.Order.ID, one -> stored.add(one.form()));
        CollectionForm withNumber = stored.stream()
                .filter(form -> form.personalId() != null
                        && form.sex() != null
                        && form.fullName().words().size() > 2)
                .findFirst()
                .orElseThrow();
        CollectionForm draft = withNumber.with(FormField.FORM_NO, "NEW-1");

        List<String> codes =
                quality.whileTyping(draft).stream().map(Finding::code).toList();

        assertThat(codes).contains("F801_PERSONAL_ID_USED_TWICE");
        assertThat(quality.whileTyping(withNumber).stream().map(Finding::code))
                .doesNotContain("F801_PERSONAL_ID_USED_TWICE");
    }

    private static long countFindings() {
        return database.jdbc()
                .sql("select count(*) from quality.finding")
                .query(Long.class)
                .single();
    }

    private static FormId first(FormSet forms) {
        return new FormId(forms.keys()[0]);
    }

    private static FormId last(FormSet forms) {
        return new FormId(forms.keys()[forms.size() - 1]);
    }

    private static List<Found> sorted(List<Found> found) {
        return found.stream()
                .sorted(Comparator.comparing(Found::formId)
                        .thenComparing(one -> one.finding().code())
                        .thenComparing(one -> one.finding().field()))
                .toList();
    }
}
