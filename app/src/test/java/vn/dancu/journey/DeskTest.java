package vn.dancu.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dancu.journey.APath.CHIEF;
import static vn.dancu.journey.APath.DEPUTY;
import static vn.dancu.journey.APath.INSPECTOR;
import static vn.dancu.journey.APath.OTHER_CHIEF;
import static vn.dancu.journey.APath.TEAM;
import static vn.dancu.journey.APath.TYPIST;
import static vn.dancu.journey.APath.WARD;
import static vn.dancu.journey.APath.aForm;
import static vn.dancu.journey.APath.first;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.dancu.access.AccessService;
import vn.dancu.access.Delegations;
import vn.dancu.access.NewAccount;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.reconciliation.Evidence;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Json;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Role;

/** Comments, what must be opened before it is signed, who else may sign, and what the civil-status office is asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskTest {
    private static final Actor SYSTEM = Actor.commandLine("test");
    private APath path;
    private Comments comments;

    @BeforeAll
    void open() {
        path = new APath();
        comments = path.database().get(Comments.class);
    }

    @AfterAll
    void close() {
        path.close();
    }

    private FormSet reconciledButNotOpened(String number, String name) {
        FormId form = path.entered(aForm(number).with(FormField.FULL_NAME, name).with(FormField.HEAD_NAME, name));
        FormSet chosen = FormSet.of(form);
        path.journey.check(chosen, TYPIST, Progress.NONE);
        path.settle(chosen);
        path.journey.reconcile(chosen, TYPIST);
        return chosen;
    }

    @Test
    void aBulkApprovalLeavesOutWhatNobodyOpened() {
        FormSet opened = path.reconciled("HG0000200");
        FormSet unseen = reconciledButNotOpened("HG0000201", "VÀNG SEO DÌN");

        StepReport report = path.journey.approve(FormSet.of(List.of(first(opened), first(unseen))), CHIEF);

        assertThat(report.advanced()).isEqualTo(opened);
        assertThat(report.refused()).isEqualTo(Map.of(Refusal.NOT_OPENED, unseen));
    }

    @Test
    void whatAnotherOfficerOpenedIsNotOpened() {
        FormSet chosen = reconciledButNotOpened("HG0000202", "VÀNG THỊ SÚA");
        path.opened(chosen, DEPUTY);

        assertThat(path.view.unopened(chosen, CHIEF)).isEqualTo(chosen);
        assertThat(path.view.unopened(chosen, DEPUTY)).isEqualTo(FormSet.ofKeys());
    }

    @Test
    void whatWasOpenedBeforeItsCorrectionIsNotOpened() {
        FormSet chosen = path.reconciled("HG0000203");
        path.database().clock().advance(java.time.Duration.ofMinutes(1));
        path.detours.correct(List.of(correction(first(chosen), 1, "1950-01-02")), TYPIST);

        assertThat(path.view.unopened(chosen, CHIEF)).isEqualTo(chosen);
    }

    private CorrectForm correction(FormId form, int version, String birthDate) {
        CollectionForm now = path.forms.find(form, TYPIST).orElseThrow().form();
        return new CorrectForm(
                form,
                version,
                now.with(FormField.BIRTH_DATE, birthDate),
                CorrectForm.PaperRepair.CORRECTION_SLIP_ATTACHED,
                List.of(new Evidence(
                        "birth-certificate", "12/2011", "UBND phường Trần Phú", LocalDate.of(2011, 5, 3))));
    }

    @Test
    void aCorrectionSaysWhichPaperWithNumberIssuerAndDate() {
        FormSet chosen = path.reconciled("HG0000204");

        path.detours.correct(List.of(correction(first(chosen), 1, "1951-03-04")), TYPIST);

        List<StepTaken> steps = path.view.steps(first(chosen));
        assertThat(Json.read(String.valueOf(steps.get(steps.size() - 1).details())))
                .isEqualTo(Map.of(
                        "paper", "CORRECTION_SLIP_ATTACHED",
                        "evidence", "birth-certificate",
                        "evidence-no", "12/2011",
                        "evidence-issuer", "UBND phường Trần Phú",
                        "evidence-date", "2011-05-03"));
    }

    @Test
    void aDeputySignsForTheChiefByTheDatedPaper() {
        AccessService access = path.database().get(AccessService.class);
        Delegations delegations = path.database().get(Delegations.class);
        AreaScope ward = AreaScope.ofCommunes(Set.of(WARD));
        LocalDate begin = LocalDate.of(2020, 1, 1);
        for (NewAccount account : List.of(
                new NewAccount(CHIEF.login(), "Trung tá Vũ Đình Chiến", Role.CHIEF, ward, begin, null),
                new NewAccount(
                        "pho-ky-thay",
                        "Thiếu tá Đỗ Thị Sen",
                        Role.COLLECTOR,
                        AreaScope.ofGroups(Set.of(WARD + "/Tổ 9")),
                        begin,
                        null))) {
            access.create(account, "mot-mat-khau-dai-9", SYSTEM);
        }
        LocalDate today =
                LocalDate.ofInstant(path.database().clock().instant(), java.time.ZoneId.of("Asia/Ho_Chi_Minh"));
        FormSet chosen = path.reconciled("HG0000205");

        Delegations.Result made =
                delegations.delegate(CHIEF.login(), "pho-ky-thay", today, today.plusDays(3), "12/QĐ-CAP", CHIEF);
        Actor deputy = access.actorOf("pho-ky-thay").orElseThrow();
        path.opened(chosen, deputy);
        StepReport signed = path.journey.approve(chosen, deputy);

        assertThat(made).isEqualTo(Delegations.Result.DELEGATED);
        assertThat(deputy.role()).isEqualTo(Role.CHIEF);
        assertThat(signed.advanced()).isEqualTo(chosen);
        List<StepTaken> steps = path.view.steps(first(chosen));
        assertThat(Json.read(String.valueOf(steps.get(steps.size() - 1).details())))
                .isEqualTo(Map.of(
                        "signed-for",
                        CHIEF.login(),
                        "signed-for-name",
                        "Trung tá Vũ Đình Chiến",
                        "document",
                        "12/QĐ-CAP"));
        assertThat(delegations.candidates(CHIEF.login()))
                .extracting(account -> account.login())
                .containsExactly("pho-ky-thay");
        long id = delegations.of(CHIEF.login()).get(0).id();
        assertThat(delegations.end(id, OTHER_CHIEF)).as("not hers").isFalse();
        assertThat(delegations.end(id, CHIEF)).isTrue();
        assertThat(delegations.of(CHIEF.login()).get(0).to()).isEqualTo(today);
    }

    @Test
    void aFormThatEveryChiefOfTheWardHadAHandInWaitsForTheLevelAbove() {
        FormSet typedByTheChief = path.reconciled("HG0000206");
        path.detours.correct(List.of(correction(first(typedByTheChief), 1, "1953-03-04")), CHIEF);
        path.journey.check(typedByTheChief, TYPIST, Progress.NONE);
        path.settle(typedByTheChief);
        path.journey.reconcile(typedByTheChief, TYPIST);
        path.opened(typedByTheChief, CHIEF, TEAM);

        // The account of the ward's one chief may be made by another test before or after: both ways she had a hand in
        // it.
        assertThat(path.view.withoutOtherEyes(TEAM).contains(first(typedByTheChief)))
                .isTrue();
        assertThat(path.view.withoutOtherEyes(OTHER_CHIEF).contains(first(typedByTheChief)))
                .isFalse();
        assertThat(path.journey.approve(typedByTheChief, CHIEF).refused())
                .isEqualTo(Map.of(Refusal.SAME_EYES, typedByTheChief));
        assertThat(path.journey.approve(typedByTheChief, TEAM).advanced()).isEqualTo(typedByTheChief);
    }

    @Test
    void aCommentIsSaidOnceAndAnsweredOneDeep() {
        FormId form = first(path.reconciled("HG0000207"));

        assertThat(comments.say(form, " Đã hỏi lại gia đình.\r\n<script>x</script> ", null, "a1", TYPIST))
                .isEqualTo(CommentResult.SAID);
        assertThat(comments.say(form, "Đã hỏi lại gia đình.", null, "a1", TYPIST))
                .isEqualTo(CommentResult.SAID_BEFORE);
        long begun = comments.of(form).get(0).id();
        assertThat(comments.say(form, "Tốt.", begun, "b1", CHIEF)).isEqualTo(CommentResult.SAID);
        long answer = comments.of(form).get(1).id();

        assertThat(comments.say(form, "Nữa.", answer, "b2", CHIEF)).isEqualTo(CommentResult.NOTHING_TO_ANSWER);
        assertThat(comments.of(form))
                .extracting(Comment::text)
                .containsExactly("Đã hỏi lại gia đình.\n<script>x</script>", "Tốt.");
    }

    @Test
    void aCommentIsNeitherEmptyNorEndlessNorAnotherWards() {
        FormId form = first(path.reconciled("HG0000208"));

        assertThat(comments.say(form, " \n ", null, "c1", TYPIST)).isEqualTo(CommentResult.EMPTY);
        assertThat(comments.say(form, "x".repeat(4_000), null, "c2", TYPIST)).isEqualTo(CommentResult.SAID);
        assertThat(comments.say(form, "x".repeat(10_000), null, "c3", TYPIST)).isEqualTo(CommentResult.TOO_LONG);
        assertThat(comments.say(form, "x", null, "c4", OTHER_CHIEF)).isEqualTo(CommentResult.NOT_FOUND);
        assertThat(comments.say(form, "x", null, "c5", INSPECTOR)).isEqualTo(CommentResult.WRONG_ROLE);
    }

    @Test
    void whatTheCivilStatusOfficeIsAskedStandsOnTheWardsList() {
        FormSet chosen = path.reconciled("HG0000209");
        CivilStatusCase asked = new CivilStatusCase(
                CivilStatusCase.Asked.CORRECT, "birth_date", "08/05/1984", "Giấy khai sinh ghi 1948", "Sổ hộ khẩu");

        path.detours.hold(
                chosen, new HoldFor(HoldFor.Whom.CIVIL_STATUS_CORRECTION, "Khai sinh ghi sai năm", null, asked), CHIEF);

        List<CivilStatusLine> list = path.view.civilStatus(WARD, CHIEF, 100);
        assertThat(list).extracting(CivilStatusLine::form).containsExactly(first(chosen));
        assertThat(list.get(0).details())
                .isEqualTo(Map.of(
                        "whom", "CIVIL_STATUS_CORRECTION",
                        "asked", "CORRECT",
                        "item", "birth_date",
                        "should-be", "08/05/1984",
                        "ground", "Giấy khai sinh ghi 1948",
                        "papers", "Sổ hộ khẩu"));
        assertThat(path.view.civilStatus(WARD, OTHER_CHIEF, 100)).isEmpty();
        path.detours.resume(chosen, CHIEF);
        assertThat(path.view.civilStatus(WARD, CHIEF, 100)).isEmpty();
    }

    @Test
    void theRemarksOfAReturnAreToldUntilTheFormIsCorrected() {
        FormSet chosen = path.reconciled("HG0000199");
        path.detours.returnForms(
                List.of(new Remarks(first(chosen), Map.of("birth_date", "Khai sinh ghi 1948"))), CHIEF);

        Map<FormId, Returned> remarks = path.view.remarks(chosen);
        path.detours.correct(List.of(correction(first(chosen), 1, "1948-05-08")), TYPIST);

        assertThat(remarks.get(first(chosen)).remarks()).isEqualTo(Map.of("birth_date", "Khai sinh ghi 1948"));
        assertThat(remarks.get(first(chosen)).by()).isEqualTo(CHIEF.login());
        assertThat(path.view.remarks(chosen)).isEmpty();
    }
}
