package vn.dancu.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dancu.journey.APath.CHIEF;
import static vn.dancu.journey.APath.TYPIST;
import static vn.dancu.journey.APath.aForm;
import static vn.dancu.journey.APath.first;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dancu.intake.FormField;
import vn.dancu.intake.StoredVersion;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Json;
import vn.dancu.shared.Progress;

class DetoursTest {
    private static APath path;

    @BeforeAll
    static void open() {
        path = new APath();
    }

    @AfterAll
    static void close() {
        path.close();
    }

    @Test
    void aReturnedFormTellsTheCollectorWhatIsWrongFieldByField() {
        FormSet chosen = path.reconciled("HG0000101");

        path.detours.returnForms(
                List.of(new Remarks(first(chosen), Map.of("birth_date", "Giấy khai sinh ghi 1948"))), CHIEF);

        List<StepTaken> steps = path.view.steps(first(chosen));
        StepTaken last = steps.get(steps.size() - 1);
        assertThat(last.to()).isEqualTo(Stage.RETURNED);
        assertThat(Json.read(String.valueOf(last.details())))
                .isEqualTo(Map.of("birth_date", "Giấy khai sinh ghi 1948"));
    }

    @Test
    void aCorrectionIsANewVersionAndTheOldOneStays() {
        FormSet chosen = path.reconciled("HG0000102");
        FormId form = first(chosen);

        StepReport report = correct(form, 1, "1948-05-08");

        assertThat(report.advanced()).isEqualTo(chosen);
        assertThat(path.stage(form)).isEqualTo(Stage.COLLECTED);
        assertThat(path.forms.versions(form, CHIEF).stream().map(StoredVersion::version))
                .containsExactlyInAnyOrder(1, 2);
        assertThat(path.forms.find(form, CHIEF).orElseThrow().form().written(FormField.BIRTH_DATE))
                .isEqualTo("1948-05-08");
    }

    @Test
    void aCorrectionOfAVersionThatIsNoLongerTheNewestIsRefused() {
        FormSet chosen = path.reconciled("HG0000103");
        correct(first(chosen), 1, "1948-05-08");

        StepReport late = correct(first(chosen), 1, "1949-05-08");

        assertThat(late.refused()).isEqualTo(Map.of(Refusal.STALE, chosen));
        assertThat(path.forms.versions(first(chosen), CHIEF)).hasSize(2);
    }

    private static StepReport correct(FormId form, int version, String birthDate) {
        return path.detours.correct(
                List.of(new CorrectForm(
                        form,
                        version,
                        path.forms.find(form, TYPIST).orElseThrow().form().with(FormField.BIRTH_DATE, birthDate),
                        CorrectForm.PaperRepair.CORRECTION_SLIP_ATTACHED,
                        Set.of("giấy khai sinh"))),
                TYPIST);
    }

    @Test
    void aCancelledFormLeavesThePathForGood() {
        FormSet chosen = path.reconciled("HG0000104");

        path.detours.cancel(chosen, CancelReason.MOVED, "Đã chuyển đi Tuyên Quang", CHIEF);

        assertThat(path.stage(first(chosen))).isEqualTo(Stage.CANCELLED);
        assertThat(path.journey.approve(chosen, CHIEF).refused()).isEqualTo(Map.of(Refusal.WRONG_STAGE, chosen));
        assertThat(path.detours
                        .cancel(chosen, CancelReason.MOVED, "lần nữa", CHIEF)
                        .refused())
                .isEqualTo(Map.of(Refusal.WRONG_STAGE, chosen));
    }

    @Test
    void aFormOnHoldKeepsItsStageAndWaitsUntilItIsResumed() {
        FormSet chosen = path.reconciled("HG0000105");
        HoldFor papers = new HoldFor(HoldFor.Whom.CITIZENS_PAPERS, "Chờ bản sao giấy khai sinh", null);

        path.detours.hold(chosen, papers, TYPIST);
        StepReport whileWaiting = path.journey.approve(chosen, CHIEF);
        path.detours.resume(chosen, TYPIST);
        StepReport afterwards = path.journey.approve(chosen, CHIEF);

        assertThat(whileWaiting.refused()).isEqualTo(Map.of(Refusal.ON_HOLD, chosen));
        assertThat(afterwards.advanced()).isEqualTo(chosen);
    }

    @Test
    void theCollectorDoesNotCancel() {
        FormId form = path.entered(aForm("HG0000106").with(FormField.FULL_NAME, "SÙNG THỊ DÍNH"));

        assertThat(path.detours
                        .cancel(FormSet.of(form), CancelReason.SPOILED, "rách", TYPIST)
                        .refused())
                .isEqualTo(Map.of(Refusal.WRONG_ROLE, FormSet.of(form)));
    }

    @Test
    void aCorrectedFormIsCheckedAnew() {
        FormId form = path.entered(
                aForm("HG0000107").with(FormField.FULL_NAME, "LÝ LÒI SÁNG").with(FormField.SEX, null));
        FormSet chosen = FormSet.of(form);
        StepReport before = path.journey.check(chosen, TYPIST, Progress.NONE);
        path.detours.correct(
                List.of(new CorrectForm(
                        form,
                        1,
                        path.forms.find(form, TYPIST).orElseThrow().form().with(FormField.SEX, "Nam"),
                        CorrectForm.PaperRepair.AMENDED_AND_SIGNED,
                        Set.of())),
                TYPIST);

        StepReport after = path.journey.check(chosen, TYPIST, Progress.NONE);

        assertThat(before.refused()).isEqualTo(Map.of(Refusal.BLOCKED, chosen));
        assertThat(after.advanced()).isEqualTo(chosen);
    }

    @Test
    void aPaperRewrittenUnderATakenNumberIsRefusedAndTheOthersAreCorrected() {
        FormSet chosen = path.reconciled("HG0000108", "HG0000109");
        FormId first = first(chosen);
        FormId second = new FormId(chosen.keys()[1]);

        StepReport report =
                path.detours.correct(List.of(rewritten(first, "HG0000109"), rewritten(second, "HG0000190")), TYPIST);

        assertThat(report.refused()).isEqualTo(Map.of(Refusal.NUMBER_TAKEN, FormSet.of(first)));
        assertThat(path.forms.find(second, CHIEF).orElseThrow().form().formNo()).isEqualTo("HG0000190");
        assertThat(path.forms.versions(first, CHIEF)).hasSize(1);
    }

    private static CorrectForm rewritten(FormId form, String number) {
        return new CorrectForm(
                form,
                1,
                path.forms.find(form, TYPIST).orElseThrow().form().with(FormField.FORM_NO, number),
                CorrectForm.PaperRepair.REWRITTEN_UNDER_NEW_NUMBER,
                Set.of());
    }
}
