package vn.dancu.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.dancu.shared.Role;

class StepTest {
    @Test
    void theDefaultRouteLeadsFromTheDoorToTheRegister() {
        List<Step> path = List.of(Step.CHECK, Step.RECONCILE, Step.APPROVE, Step.REGISTER);

        Stage stage = Step.COLLECT.to().orElseThrow();
        for (Step step : path) {
            assertThat(step.from()).as(step.name()).contains(stage);
            stage = step.to().orElseThrow();
        }

        assertThat(stage).isEqualTo(Stage.REGISTERED);
    }

    @Test
    void nothingLeavesTheRegisterOrACancelledForm() {
        Set<Stage> left = EnumSet.noneOf(Stage.class);
        Arrays.stream(Step.values()).forEach(step -> left.addAll(step.from()));

        assertThat(left)
                .isEqualTo(
                        EnumSet.of(Stage.COLLECTED, Stage.CHECKED, Stage.RECONCILED, Stage.APPROVED, Stage.RETURNED));
    }

    @Test
    void nobodyTakesAStepWhoseRoleSeesNoRecords() {
        for (Step step : Step.values()) {
            assertThat(step.by())
                    .as(step.name())
                    .isNotEmpty()
                    .doesNotContain(Role.ADMINISTRATOR, Role.AUDITOR, Role.INSPECTOR);
        }
    }

    @Test
    void theProgramByItselfNeverApprovesReturnsOrRegisters() {
        for (Step step : Step.values()) {
            boolean machine = step == Step.COLLECT || step == Step.CHECK || step == Step.RECONCILE;

            assertThat(step.by().contains(Role.SYSTEM)).as(step.name()).isEqualTo(machine);
        }
    }

    @Test
    void theCollectorNeverApprovesVerifiesOrTakesThePaper() {
        for (Step step : List.of(Step.APPROVE, Step.VERIFY, Step.HAND_OVER, Step.SCAN, Step.REGISTER)) {
            assertThat(step.by()).as(step.name()).doesNotContain(Role.COLLECTOR);
        }
    }
}
