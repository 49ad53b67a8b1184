package vn.dancu.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PlacedTest {
    @Test
    void aHundredthOfADegreeIsAKilometreNorthAndALittleLessEast() {
        Placed here = Placed.ofDegrees("00691", "Tổ 3", 22.82, 104.98);
        Placed north = Placed.ofDegrees("00691", "Tổ 4", 22.83, 104.98);
        Placed east = Placed.ofDegrees("00691", "Tổ 5", 22.82, 104.99);

        // 0.01 × 111.32 km; to the east times cos 22.82° = 0.9217.
        assertThat(north.north() - here.north()).isEqualTo(1.1132, Offset.offset(1e-9));
        assertThat(north.east()).isEqualTo(here.east(), Offset.offset(1e-3));
        assertThat(east.east() - here.east()).isEqualTo(1.026, Offset.offset(1e-3));
    }
}
