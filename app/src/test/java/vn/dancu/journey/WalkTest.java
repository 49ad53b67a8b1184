package vn.dancu.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;

class WalkTest {
    private static final Actor OFFICER = Actor.commandLine("tester");

    @Test
    void aFormIsRefusedForTheFirstReasonOnly() {
        Walk walk = new Walk(Step.CHECK, OFFICER, FormSet.ofKeys(1, 2, 3));

        walk.refuse(Refusal.WRONG_STAGE, FormSet.ofKeys(2));
        walk.refuse(Refusal.BLOCKED, FormSet.ofKeys(2, 3));

        assertThat(walk.report())
                .isEqualTo(new StepReport(
                        Step.CHECK,
                        FormSet.ofKeys(1),
                        Map.of(Refusal.WRONG_STAGE, FormSet.ofKeys(2), Refusal.BLOCKED, FormSet.ofKeys(3))));
    }

    @Test
    void aFormThatNobodyChoseIsNeverRefused() {
        Walk walk = new Walk(Step.CHECK, OFFICER, FormSet.ofKeys(1));

        walk.refuse(Refusal.BLOCKED, FormSet.ofKeys(7));

        assertThat(walk.report()).isEqualTo(new StepReport(Step.CHECK, FormSet.ofKeys(1), Map.of()));
        assertThat(walk.report().allAdvanced()).isTrue();
    }

    @Test
    void keepingOnlyWhatIsReadyRefusesTheRest() {
        Walk walk = new Walk(Step.SCAN, OFFICER, FormSet.ofKeys(1, 2, 3));

        walk.keep(List.of(FormSet.ofKeys(1), FormSet.ofKeys(3, 9)), Refusal.PAPER_NOT_READY);

        assertThat(walk.going()).isEqualTo(FormSet.ofKeys(1, 3));
        assertThat(walk.report().refusalOf(new FormId(2))).isEqualTo(Optional.of(Refusal.PAPER_NOT_READY));
        assertThat(walk.report().refusedCount()).isEqualTo(1);
    }
}
