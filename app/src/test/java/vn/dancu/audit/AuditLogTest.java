package vn.dancu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;
import vn.dancu.MovableClock;
import vn.dancu.TestDatabase;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Role;

class AuditLogTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh().with();
    private static final Actor CHIEF = new Actor("truong-00691", Role.CHIEF, AreaScope.ofCommunes(Set.of("00691")));
    private static final Actor AUDITOR = new Actor("kiem-tra", Role.AUDITOR, AreaScope.NOWHERE);

    private final AuditLog log = DATABASE.get(AuditLog.class);
    private final AuditTrail trail = DATABASE.get(AuditTrail.class);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void anActIsKeptWithWhoWhereWhenAndWhatFor() {
        DATABASE.transaction()
                .executeWithoutResult(status -> log.act(
                        CHIEF, "APPROVE", "form", "act-1", "việc cần làm", Map.of("note", "dấu \"nháy\" \\ và ␀")));

        AuditTrail.Answer answer = trail.read(AuditQuestion.about("form", "act-1", 10), AUDITOR, "kiểm tra");

        assertThat(answer).isInstanceOf(AuditTrail.Answer.Entries.class);
        List<AuditEntry> entries = ((AuditTrail.Answer.Entries) answer).entries();
        assertThat(entries)
                .singleElement()
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(new AuditEntry(
                        0,
                        MovableClock.START,
                        AuditEntry.Kind.ACT,
                        "truong-00691",
                        "CHIEF",
                        List.of("00691"),
                        "APPROVE",
                        "form",
                        "act-1",
                        "việc cần làm",
                        "{\"note\": \"dấu \\\"nháy\\\" \\\\ và ␀\"}"));
    }

    @Test
    void anActOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> log.act(CHIEF, "APPROVE", "form", "act-2", "", Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void whatIsRolledBackIsNotInTheLog() {
        DATABASE.transaction().executeWithoutResult(status -> {
            log.act(CHIEF, "APPROVE", "form", "act-3", "", Map.of());
            status.setRollbackOnly();
        });

        assertThat(DATABASE.jdbc()
                        .sql("select count(*) from audit.entry where object_id = 'act-3'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void everyRecordOfAListTellsWhoLooked() {
        log.viewEach(CHIEF, "search", "form", List.of("view-1", "view-2"), "tìm người trùng");
        log.view(AUDITOR, "form-page", "form", "view-2", "kiểm tra");

        assertThat(trail.viewsOf("form", "view-2", 10))
                .extracting(AuditEntry::actor, AuditEntry::act)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("kiem-tra", "form-page"),
                        org.assertj.core.groups.Tuple.tuple("truong-00691", "search"));
        assertThat(trail.viewsOf("form", "view-1", 10)).hasSize(1);
    }

    @Test
    void manyObjectsOfOneActEachGetALineWithTheirDetails() {
        DATABASE.transaction()
                .executeWithoutResult(status -> log.actOnEach(
                        CHIEF, "CORRECT", "form", "", Map.of("each-1", Map.of("field", "sex"), "each-2", Map.of())));

        assertThat(DATABASE.jdbc()
                        .sql("select details::text from audit.entry where object_id like 'each-%' order by object_id")
                        .query(String.class)
                        .list())
                .containsExactly("{\"field\": \"sex\"}", "{}");
    }

    @Test
    void onlyAnAuditorReadsTheLogAndTheReadingIsLogged() {
        assertThat(trail.read(AuditQuestion.latest(1), CHIEF, "tò mò")).isEqualTo(new AuditTrail.Answer.NotAnAuditor());

        trail.read(AuditQuestion.latest(1), AUDITOR, "đối chiếu khiếu nại");

        assertThat(DATABASE.jdbc()
                        .sql(
                                "select count(*) from audit.entry where act = 'READ_AUDIT_LOG' and purpose = 'đối chiếu khiếu nại'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
