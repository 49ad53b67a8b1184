package vn.dancu.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dancu.journey.APath.CHIEF;
import static vn.dancu.journey.APath.COLLECTOR;
import static vn.dancu.journey.APath.DEPUTY;
import static vn.dancu.journey.APath.INSPECTOR;
import static vn.dancu.journey.APath.OTHER_CHIEF;
import static vn.dancu.journey.APath.PROVINCE;
import static vn.dancu.journey.APath.TEAM;
import static vn.dancu.journey.APath.TYPIST;
import static vn.dancu.journey.APath.aForm;
import static vn.dancu.journey.APath.first;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dancu.custody.BatchId;
import vn.dancu.custody.CustodyResult;
import vn.dancu.intake.FormField;
import vn.dancu.scanning.ScanLine;
import vn.dancu.scanning.ScanReport;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Role;
import vn.dancu.verification.Visit;

class FormJourneyTest {
    private static final CustodyResult WRONG_ROLE = new CustodyResult.Refused(CustodyResult.Why.WRONG_ROLE);

    private static APath path;

    @BeforeAll
    static void open() {
        path = new APath();
    }

    @AfterAll
    static void close() {
        path.close();
    }

    @AfterEach
    void defaultRoute() {
        path.routes.choose("default", TEAM);
    }

    @Test
    void aFormWalksFromTheDoorToTheRegister() {
        FormSet chosen = path.reconciled("HG0000010", "HG0000011");
        FormSet picked = path.verification.plan("phúc tra", 7, 1.0, chosen, FormSet.ofKeys(), TEAM);
        path.journey.planVerification(picked, TEAM);
        path.visit(chosen, Visit.Answer.AGREE);
        path.journey.verify(chosen, TEAM);
        path.journey.approve(chosen, CHIEF);
        path.givenAndTaken("LO-1", chosen);
        path.journey.handOver(chosen, PROVINCE);
        path.scanned(chosen);
        path.journey.scan(chosen, PROVINCE);

        StepReport registered = path.journey.register(chosen, PROVINCE);

        assertThat(registered).isEqualTo(new StepReport(Step.REGISTER, chosen, Map.of()));
        assertThat(path.view.steps(first(chosen)).stream().map(StepTaken::step))
                .containsExactly(
                        Step.COLLECT,
                        Step.CHECK,
                        Step.RECONCILE,
                        Step.PLAN_VERIFICATION,
                        Step.VERIFY,
                        Step.APPROVE,
                        Step.HAND_OVER,
                        Step.SCAN,
                        Step.REGISTER);
        FormState state = path.state(first(chosen));
        assertThat(List.of(state.stage(), state.paper(), state.verification()))
                .isEqualTo(List.of(Stage.REGISTERED, PaperTrack.SCANNED, VerificationTrack.CONFIRMED));
    }

    @Test
    void theScanFirstRouteChecksNothingThatIsNotScanned() {
        FormId form = path.entered(aForm("HG0000020").with(FormField.FULL_NAME, "GIÀNG MÍ PÁO"));
        FormSet chosen = FormSet.of(form);
        path.routes.choose("scan-first", TEAM);

        StepReport tooEarly = path.journey.check(chosen, TYPIST, Progress.NONE);
        path.givenAndTaken("LO-2", chosen);
        path.journey.handOver(chosen, PROVINCE);
        path.scanned(chosen);
        path.journey.scan(chosen, PROVINCE);
        StepReport afterTheScan = path.journey.check(chosen, PROVINCE, Progress.NONE);

        assertThat(tooEarly.refused()).isEqualTo(Map.of(Refusal.PAPER_NOT_READY, chosen));
        assertThat(afterTheScan.advanced()).isEqualTo(chosen);
        assertThat(path.stage(form)).isEqualTo(Stage.CHECKED);
    }

    @Test
    void aBlockingFindingKeepsTheFormWhereItIs() {
        FormId form = path.entered(aForm("HG0000030").with(FormField.BIRTH_DATE, "30/02/1984"));

        StepReport report = path.journey.check(FormSet.of(form), TYPIST, Progress.NONE);

        assertThat(report.refused()).isEqualTo(Map.of(Refusal.BLOCKED, FormSet.of(form)));
        assertThat(path.stage(form)).isEqualTo(Stage.COLLECTED);
        assertThat(path.view.steps(form)).hasSize(1);
    }

    @Test
    void aFormThatNobodyComparedIsNotReconciled() {
        FormId form = path.entered(aForm("HG0000031").with(FormField.FULL_NAME, "VỪ THỊ MỶ"));
        path.journey.check(FormSet.of(form), TYPIST, Progress.NONE);

        StepReport report = path.journey.reconcile(FormSet.of(form), TYPIST);

        assertThat(report.refused()).isEqualTo(Map.of(Refusal.UNSETTLED, FormSet.of(form)));
    }

    @Test
    void whoTypedCollectedOrCorrectedAFormDoesNotApproveIt() {
        FormSet chosen = path.reconciled("HG0000042");
        FormId form = first(chosen);
        path.detours.correct(
                List.of(new CorrectForm(
                        form,
                        1,
                        path.forms.find(form, CHIEF).orElseThrow().form().with(FormField.OTHER_NAME, "LONG"),
                        CorrectForm.PaperRepair.AMENDED_AND_SIGNED,
                        Set.of("giấy khai sinh"))),
                CHIEF);
        path.journey.check(chosen, TYPIST, Progress.NONE);
        path.settle(chosen);
        path.journey.reconcile(chosen, TYPIST);
        path.opened(chosen, CHIEF, DEPUTY);

        StepReport byTheCorrector = path.journey.approve(chosen, CHIEF);
        StepReport byTheDeputy = path.journey.approve(chosen, DEPUTY);

        assertThat(byTheCorrector.refused()).isEqualTo(Map.of(Refusal.SAME_EYES, chosen));
        assertThat(byTheDeputy.advanced()).isEqualTo(chosen);
    }

    @Test
    void aCollectorNeverVerifiesHisOwnForm() {
        FormSet chosen = path.reconciled("HG0000043");
        path.verification.plan("phúc tra", 8, 1.0, chosen, FormSet.ofKeys(), TEAM);
        path.journey.planVerification(chosen, TEAM);

        int kept = path.verification
                .record(
                        List.of(new Visit(
                                first(chosen),
                                1,
                                COLLECTOR.login(),
                                path.database().clock().instant(),
                                Map.of(FormField.FULL_NAME, Visit.Answer.AGREE))),
                        TEAM)
                .kept();

        assertThat(kept).isZero();
        assertThat(path.journey.approve(chosen, CHIEF).refused()).isEqualTo(Map.of(Refusal.NOT_REVERIFIED, chosen));
    }

    @Test
    void whoWasNotMetIsNotReverified() {
        FormSet chosen = path.reconciled("HG0000044");
        path.verification.plan("phúc tra", 9, 1.0, chosen, FormSet.ofKeys(), TEAM);
        path.journey.planVerification(chosen, TEAM);
        path.visit(chosen, Visit.Answer.NOT_MET);
        path.journey.verify(chosen, TEAM);

        StepReport approved = path.journey.approve(chosen, CHIEF);

        assertThat(approved.refused()).isEqualTo(Map.of(Refusal.NOT_REVERIFIED, chosen));
        assertThat(path.state(first(chosen)).verification()).isEqualTo(VerificationTrack.NOT_MET);
    }

    @Test
    void aVisitThatDifferedKeepsTheFormUntilItIsCorrected() {
        FormSet chosen = path.reconciled("HG0000045");
        path.verification.plan("phúc tra", 10, 1.0, chosen, FormSet.ofKeys(), TEAM);
        path.journey.planVerification(chosen, TEAM);
        path.visit(chosen, Visit.Answer.differ("PHẠM VĂN LONG HẢO", "giấy khai sinh"));
        path.journey.verify(chosen, TEAM);

        StepReport approved = path.journey.approve(chosen, CHIEF);

        assertThat(approved.refused()).isEqualTo(Map.of(Refusal.UNSETTLED, chosen));
    }

    @Test
    void aBatchCountedDifferentlyByGiverAndTakerHandsNothingOver() {
        FormSet chosen = path.reconciled("HG0000046", "HG0000047");
        path.journey.approve(chosen, CHIEF);
        BatchId batch = path.opened("LO-3", chosen);

        path.custody.give(batch, 2, CHIEF);
        path.custody.take(batch, 1, PROVINCE);
        StepReport handedOver = path.journey.handOver(chosen, PROVINCE);

        assertThat(handedOver.refused()).isEqualTo(Map.of(Refusal.PAPER_NOT_READY, chosen));
    }

    @Test
    void anotherWardsFormLooksAsIfItWereNotThere() {
        FormSet chosen = path.reconciled("HG0000048");

        StepReport report = path.journey.approve(chosen, OTHER_CHIEF);

        assertThat(report.refused()).isEqualTo(Map.of(Refusal.NOT_FOUND, chosen));
        assertThat(path.view.state(first(chosen), OTHER_CHIEF)).isEmpty();
    }

    @Test
    void aFormWithoutAWardIsInNobodysArea() {
        FormId form = path.forms
                .enter(
                        aForm("HG0000051").with(FormField.FULL_NAME, "LẦU A SỬ").with(FormField.COMMUNE_CODE, null),
                        Set.of(),
                        new Actor("pc06", Role.PROVINCE_OPERATOR, AreaScope.EVERYWHERE))
                .entered()
                .orElseThrow();
        path.journey.collect(FormSet.of(form), PROVINCE);

        assertThat(path.journey.check(FormSet.of(form), CHIEF, Progress.NONE).refused())
                .isEqualTo(Map.of(Refusal.NOT_FOUND, FormSet.of(form)));
    }

    @Test
    void anInspectorReadsAndTakesNoStep() {
        FormSet chosen = path.reconciled("HG0000049");

        assertThat(path.journey.approve(chosen, INSPECTOR).refused()).isEqualTo(Map.of(Refusal.WRONG_ROLE, chosen));
    }

    @Test
    void takingAStepTwiceRefusesTheSecondTime() {
        FormSet chosen = path.reconciled("HG0000060");
        path.journey.approve(chosen, CHIEF);

        assertThat(path.journey.approve(chosen, CHIEF).refused()).isEqualTo(Map.of(Refusal.WRONG_STAGE, chosen));
    }

    @Test
    void collectingAgainChangesNothing() {
        FormSet chosen = path.reconciled("HG0000061");

        assertThat(path.journey.collect(chosen, TYPIST)).isEqualTo(FormSet.ofKeys());
        assertThat(path.stage(first(chosen))).isEqualTo(Stage.RECONCILED);
    }

    @Test
    void whoMayNotGiveOrTakePapersDoesNeither() {
        FormSet chosen = path.reconciled("HG0000063");
        BatchId batch = path.opened("LO-9", chosen);

        assertThat(path.custody.open("LO-10", APath.WARD, chosen, PROVINCE)).isEqualTo(WRONG_ROLE);
        assertThat(path.custody.give(batch, 1, INSPECTOR)).isEqualTo(WRONG_ROLE);
        path.custody.give(batch, 1, CHIEF);
        assertThat(path.custody.take(batch, 1, DEPUTY)).isEqualTo(WRONG_ROLE);
    }

    @Test
    void aScanListThatTheScanningOfficeDidNotSendIsNotTakenIn() {
        FormSet chosen = path.reconciled("HG0000064");

        ScanReport report = path.scanLists.takeIn("lạ", List.of(new ScanLine("HG0000064", 2, "a".repeat(64))), CHIEF);

        assertThat(report)
                .isEqualTo(
                        new ScanReport(0, List.of(new ScanReport.Refused(1, "HG0000064", ScanReport.Why.WRONG_ROLE))));
        assertThat(path.scanLists.scanned(chosen)).isEqualTo(FormSet.ofKeys());
    }

    @Test
    void onlyTheCityTeamPlansReverification() {
        FormSet chosen = path.reconciled("HG0000065");

        assertThat(path.verification.plan("phúc tra", 3, 1.0, chosen, chosen, CHIEF))
                .isEqualTo(FormSet.ofKeys());
    }

    @Test
    void everyActOnPapersAndVisitsStandsInTheAuditLog() {
        FormSet chosen = path.reconciled("HG0000066");
        path.verification.plan("phúc tra ghi sổ", 4, 1.0, chosen, FormSet.ofKeys(), TEAM);
        path.journey.planVerification(chosen, TEAM);
        path.visit(chosen, Visit.Answer.AGREE);
        path.journey.verify(chosen, TEAM);
        path.journey.approve(chosen, CHIEF);
        BatchId batch = path.givenAndTaken("LO-11", chosen);
        path.journey.handOver(chosen, PROVINCE);
        path.scanned(chosen);

        assertThat(acts("batch", String.valueOf(batch.value())))
                .containsExactly("OPEN_BATCH", "GIVE_BATCH", "TAKE_BATCH");
        assertThat(acts("form", String.valueOf(first(chosen).value()))).contains("ENTER", "CHECK", "RECORD_VISIT");
        assertThat(acts("verification-plan", "phúc tra ghi sổ")).containsExactly("PLAN_VERIFICATION");
        assertThat(acts("scan-list", "danh sách")).contains("TAKE_IN_SCAN_LIST");
    }

    private static List<String> acts(String objectKind, String objectId) {
        return path.database()
                .jdbc()
                .sql("select act from audit.entry where object_kind = :kind and object_id = :id order by id")
                .param("kind", objectKind)
                .param("id", objectId)
                .query(String.class)
                .list();
    }
}
