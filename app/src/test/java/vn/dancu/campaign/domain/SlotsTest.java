package vn.dancu.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotsTest {
    @Test
    void aSlotEndsInTime() {
        assertThat(Slots.of(LocalTime.of(7, 30), LocalTime.of(9, 15), 30))
                .containsExactly(LocalTime.of(7, 30), LocalTime.of(8, 0), LocalTime.of(8, 30));
        assertThat(Slots.of(LocalTime.of(7, 30), LocalTime.of(7, 50), 30)).isEmpty();
    }

    @Test
    void aHouseholdComesTogetherWhereItFits() {
        int[] free = {4, 4};

        assertThat(Slots.give(List.of(3, 2, 1, 3), free))
                .as("3 + 1 in the first, 2 in the second, no room for 3 more")
                .containsExactly(List.of(0, 0, 0), List.of(1, 1), List.of(0), List.of());
        assertThat(free).containsExactly(0, 2);
    }

    @Test
    void aHouseholdLargerThanAnySlotIsSpreadAndNeverHalfInvited() {
        assertThat(Slots.give(List.of(5, 9), new int[] {3, 3, 3})).containsExactly(List.of(0, 0, 0, 1, 1), List.of());
    }
}
