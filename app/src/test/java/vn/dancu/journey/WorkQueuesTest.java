package vn.dancu.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.access.AccessService;
import vn.dancu.access.NewAccount;
import vn.dancu.intake.FormField;
import vn.dancu.reconciliation.Decide;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Role;
import vn.dancu.verification.Visit;

class WorkQueuesTest {
    private static final Actor SYSTEM = Actor.commandLine("test");

    private APath path;
    private WorkQueues queues;
    private Assignments assignments;

    @BeforeEach
    void open() {
        path = new APath();
        queues = path.database().get(WorkQueues.class);
        assignments = path.database().get(Assignments.class);
        AccessService access = path.database().get(AccessService.class);
        access.markAsDemo(SYSTEM);
        access.createDemo(
                List.of(
                        account("khu-vuc-3", Role.COLLECTOR, AreaScope.ofGroups(Set.of(APath.WARD + "/Tổ 3"))),
                        account("khu-vuc-4", Role.COLLECTOR, AreaScope.ofCommunes(Set.of(APath.WARD))),
                        account("truong-00691", Role.CHIEF, AreaScope.ofCommunes(Set.of(APath.WARD))),
                        account("khu-vuc-9", Role.COLLECTOR, AreaScope.ofCommunes(Set.of(APath.OTHER_WARD)))),
                SYSTEM);
    }

    private static NewAccount account(String login, Role role, AreaScope scope) {
        return new NewAccount(login, "CS. " + login, role, scope, LocalDate.of(2020, 1, 1), null);
    }

    @AfterEach
    void close() {
        path.close();
    }

    @Test
    void whileAWholeCityIsBroughtUpToDateNobodyWaitsForIt() {
        JdbcClient jdbc = path.database().get(JdbcClient.class);
        jdbc.sql("insert into journey.stale (from_id, to_id) values (1, 5000)").update();

        Long stillToCome = path.database().get(TransactionTemplate.class).execute(status -> {
            // The keeper of queues at its work.
            jdbc.sql("select pg_advisory_xact_lock(hashtext('journey.waiting'))")
                    .query(row -> {});
            return CompletableFuture.supplyAsync(queues::bringUpToDate)
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
        });

        assertThat(stillToCome).isGreaterThanOrEqualTo(5000);
        assertThat(queues.bringAllUpToDate(Progress.NONE)).isNotNegative();
        assertThat(queues.isBehind()).isFalse();
    }

    /** The kept rows of every form, without the list of all. */
    private Map<Long, Set<String>> kept() {
        Map<Long, Set<String>> kept = new TreeMap<>();
        path.database()
                .jdbc()
                .sql("select form_id, queue from journey.waiting where queue <> 'ALL'")
                .query(row -> {
                    kept.computeIfAbsent(row.getLong(1), key -> new TreeSet<>()).add(row.getString(2));
                });
        return kept;
    }

    /** The same by the rule itself. */
    private Map<Long, Set<String>> byRule(List<FormId> forms) {
        Map<Long, Set<String>> rule = new TreeMap<>();
        for (FormId form : forms) {
            Set<String> names = new TreeSet<>();
            queues.of(form).forEach(queue -> names.add(queue.name()));
            if (!names.isEmpty()) {
                rule.put(form.value(), names);
            }
        }
        return rule;
    }

    private Map<String, Long> counts(String query) {
        Map<String, Long> counts = new HashMap<>();
        path.database().jdbc().sql(query).query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    private void assertKeptAsTheRuleSays(List<FormId> forms, String after) {
        assertThat(queues.bringUpToDate()).as(after).isZero();
        assertThat(kept()).as(after).isEqualTo(byRule(forms));
        assertThat(counts("""
                        select queue || '/' || commune_code || '/' || residential_group || '/' || holder, forms
                        from journey.waiting_count where forms <> 0
                        """)).as(after).isEqualTo(counts("""
                        select queue || '/' || commune_code || '/' || residential_group || '/' || holder, count(*)
                        from journey.waiting group by 1
                        """));
    }

    @Test
    void theKeptQueuesAreWhatTheRuleSaysWhateverHappens() {
        long seed = 20_200_905;
        Random random = new Random(seed);
        List<FormId> forms = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            // One in three cannot go on: the year contradicts the number, or a mandatory item is missing.
            forms.add(path.entered(APath.aForm("HG" + (1_000_000 + i))
                    .with(FormField.SEX, i % 3 == 0 ? "" : "Nam")
                    .with(FormField.FULL_NAME, "PHẠM VĂN " + (char) ('A' + i) + "N")));
        }
        assertKeptAsTheRuleSays(forms, "seed " + seed + ", entered");
        for (int step = 0; step < 150; step++) {
            FormId form = forms.get(random.nextInt(forms.size()));
            int act = random.nextInt(16);
            act(act, form, random);
            if (random.nextBoolean()) {
                assertKeptAsTheRuleSays(forms, "seed " + seed + ", step " + step + ", act " + act);
            }
        }
        queues.bringAllUpToDate(Progress.NONE);
        assertKeptAsTheRuleSays(forms, "seed " + seed + ", end");
    }

    private void act(int act, FormId form, Random random) {
        FormSet one = FormSet.of(form);
        int version = path.forms.find(form, SYSTEM).orElseThrow().version();
        switch (act) {
            case 0, 1 -> path.journey.check(one, APath.TYPIST, Progress.NONE);
            case 2, 3 -> path.reconciliation.compare(one, Progress.NONE);
            case 4 -> path.reconciliation.accept(one, "Cư trú thực tế", APath.CHIEF);
            case 5, 6 -> path.journey.reconcile(one, APath.TYPIST);
            case 7 -> path.detours.hold(one, new HoldFor(HoldFor.Whom.ABSENT_PERSON, "Đi làm xa", null), APath.CHIEF);
            case 8 -> path.detours.resume(one, APath.CHIEF);
            case 9 -> path.detours.returnForms(List.of(new Remarks(form, Map.of("", "Xem lại"))), APath.CHIEF);
            case 10 ->
                path.detours.correct(
                        List.of(new CorrectForm(
                                form,
                                version,
                                path.forms
                                        .find(form, SYSTEM)
                                        .orElseThrow()
                                        .form()
                                        .with(FormField.SEX, random.nextBoolean() ? "Nam" : "")
                                        .with(FormField.RESIDENTIAL_GROUP, random.nextBoolean() ? "Tổ 3" : "Tổ 4"),
                                CorrectForm.PaperRepair.AMENDED_AND_SIGNED,
                                Set.of("giấy khai sinh"))),
                        APath.TYPIST);
            case 11 -> path.quality.liftAll(one, "Đã kiểm tra tại hộ", APath.CHIEF);
            case 12 -> {
                if (random.nextInt(3) == 0) {
                    path.journey.approve(one, APath.DEPUTY);
                } else {
                    path.journey.planVerification(one, APath.TEAM);
                }
            }
            case 13 -> {
                path.visit(one, Visit.Answer.AGREE);
                path.journey.verify(one, APath.TEAM);
            }
            case 14 -> assignments.assign(one, "khu-vuc-4", "Chia lại việc", APath.CHIEF);
            default -> {
                path.reconciliation.decide(
                        List.of(Decide.keepForm(form, version, "birth_date", "Giấy tờ đúng như phiếu")), APath.CHIEF);
                if (random.nextInt(8) == 0) {
                    path.detours.cancel(one, CancelReason.DUPLICATE, "trùng", APath.CHIEF);
                }
            }
        }
    }

    private long countedDays(FormId form) {
        return path.database()
                .jdbc()
                .sql("select floor(extract(epoch from (:now - counted_from)) / 86400) from journey.waiting"
                        + " where form_id = :form and queue = 'ALL'")
                .param("now", java.sql.Timestamp.from(path.database().clock().instant()))
                .param("form", form.value())
                .query(Long.class)
                .single();
    }

    @Test
    void daysOnHoldDoNotCount() {
        FormId form = path.entered(APath.aForm("HG2000001"));
        FormSet one = FormSet.of(form);
        path.database().clock().advance(Duration.ofDays(2));
        path.detours.hold(one, new HoldFor(HoldFor.Whom.ARCHIVE, "Chờ tàng thư", null), APath.CHIEF);
        path.database().clock().advance(Duration.ofDays(10));
        path.detours.resume(one, APath.CHIEF);
        path.database().clock().advance(Duration.ofDays(1));
        path.detours.hold(one, new HoldFor(HoldFor.Whom.ARCHIVE, "Chờ tàng thư", null), APath.CHIEF);
        path.database().clock().advance(Duration.ofDays(5));
        path.detours.resume(one, APath.CHIEF);
        path.database().clock().advance(Duration.ofDays(1));
        queues.bringUpToDate();

        // 2 + 1 + 1 days at work, 10 + 5 on hold.
        assertThat(countedDays(form)).isEqualTo(4);

        path.journey.check(one, APath.TYPIST, Progress.NONE);
        path.database().clock().advance(Duration.ofDays(3));
        queues.bringUpToDate();

        assertThat(countedDays(form)).as("a new stage counts anew").isEqualTo(3);
    }

    private String holder(FormId form) {
        return assignments
                .of(form, APath.CHIEF)
                .map(Assignments.Holding::holder)
                .orElse("");
    }

    @Test
    void aChiefGivesFormsToWhoMayHoldThemAndTheLogKeepsEverybody() {
        FormId form = path.entered(APath.aForm("HG2000002"));
        FormSet one = FormSet.of(form);

        assertThat(assignments.assign(one, "khu-vuc-4", "Tổ 3 quá nhiều việc", APath.COLLECTOR))
                .isEqualTo(new AssignResult.NotAllowed());
        assertThat(assignments.assign(one, "khu-vuc-4", " ", APath.CHIEF)).isEqualTo(new AssignResult.ReasonUnusable());
        assertThat(assignments.assign(one, "khu-vuc-4", "x".repeat(501), APath.CHIEF))
                .isEqualTo(new AssignResult.ReasonUnusable());
        assertThat(assignments.assign(one, "nobody", "Vì sao", APath.CHIEF)).isEqualTo(new AssignResult.NoSuchHolder());
        assertThat(assignments.assign(one, "khu-vuc-4", "Vì sao", APath.OTHER_CHIEF))
                .as("another ward's chief does not even see it")
                .isEqualTo(new AssignResult.Assigned(0, 0));
        assertThat(assignments.assign(one, "khu-vuc-9", "Vì sao", APath.CHIEF))
                .as("the receiver works elsewhere")
                .isEqualTo(new AssignResult.Assigned(0, 1));
        assertThat(holder(form)).isEmpty();

        assertThat(assignments.assign(one, "khu-vuc-4", "Tổ 3 quá nhiều việc", APath.CHIEF))
                .isEqualTo(new AssignResult.Assigned(1, 0));
        assertThat(assignments.assign(one, "khu-vuc-4", "Bấm hai lần", APath.CHIEF))
                .as("pressed twice")
                .isEqualTo(new AssignResult.Assigned(0, 0));
        assertThat(assignments.assign(one, "khu-vuc-3", "Về lại", APath.TEAM))
                .isEqualTo(new AssignResult.Assigned(1, 0));

        assertThat(assignments.history(form, APath.CHIEF))
                .extracting(Assignments.Holding::holder, Assignments.Holding::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("khu-vuc-4", "Tổ 3 quá nhiều việc"),
                        org.assertj.core.groups.Tuple.tuple("khu-vuc-3", "Về lại"));
        assertThat(assignments.history(form, APath.OTHER_CHIEF)).isEmpty();
    }

    @Test
    void everythingThatALeavingColleagueHoldsMoves() {
        FormId byGroup = path.entered(APath.aForm("HG2000003"));
        FormId otherGroup = path.entered(APath.aForm("HG2000004").with(FormField.RESIDENTIAL_GROUP, "Tổ 7"));
        FormId given = path.entered(APath.aForm("HG2000005"));
        FormId colleagues = path.entered(APath.aForm("HG2000006"));
        FormId cancelled = path.entered(APath.aForm("HG2000007"));
        assignments.assign(FormSet.of(given), "khu-vuc-4", "Nhờ giúp", APath.CHIEF);
        assignments.assign(FormSet.of(given), "khu-vuc-3", "Nhờ lại", APath.CHIEF);
        assignments.assign(FormSet.of(colleagues), "truong-00691", "Tự làm", APath.CHIEF);
        path.detours.cancel(FormSet.of(cancelled), CancelReason.DUPLICATE, "trùng", APath.CHIEF);

        AssignResult moved = assignments.moveAll("khu-vuc-3", "khu-vuc-4", "Chuyển công tác", APath.CHIEF);

        assertThat(moved).isEqualTo(new AssignResult.Assigned(2, 0));
        assertThat(List.of(holder(byGroup), holder(given))).containsOnly("khu-vuc-4");
        assertThat(List.of(holder(otherGroup), holder(cancelled))).containsOnly("");
        assertThat(holder(colleagues)).isEqualTo("truong-00691");
        assertThat(assignments.moveAll("khu-vuc-3", "khu-vuc-3", "Vòng tròn", APath.CHIEF))
                .isEqualTo(new AssignResult.NoSuchHolder());
    }

    @Test
    void aSavedFilterIsItsOwnersAlone() {
        SavedFilters filters = path.database().get(SavedFilters.class);
        QueueFilter filter = new QueueFilter(APath.WARD, "Tổ 3", QueueFilter.MINE, 5, "long", "NOT_FOUND");

        assertThat(filters.keep(" Của tôi ", Queue.DIFFERS, filter, "list", "days", APath.CHIEF))
                .isTrue();
        assertThat(filters.keep("Của tôi", null, QueueFilter.NONE, "house", "unit", APath.CHIEF))
                .as("the same name is written over")
                .isTrue();
        assertThat(filters.keep("", Queue.DIFFERS, filter, "list", "days", APath.CHIEF))
                .isFalse();
        assertThat(filters.keep("x".repeat(61), Queue.DIFFERS, filter, "list", "days", APath.CHIEF))
                .isFalse();

        SavedFilters.Saved saved = filters.of(APath.CHIEF).get(0);
        assertThat(saved)
                .isEqualTo(new SavedFilters.Saved(saved.id(), "Của tôi", null, QueueFilter.NONE, "house", "unit"));
        assertThat(filters.find(saved.id(), APath.OTHER_CHIEF)).isEmpty();
        assertThat(filters.drop(saved.id(), APath.OTHER_CHIEF)).isFalse();
        assertThat(filters.drop(saved.id(), APath.CHIEF)).isTrue();
    }
}
