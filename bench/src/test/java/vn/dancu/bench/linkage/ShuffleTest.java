package vn.dancu.bench.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShuffleTest {

    @Test
    void everyNumberHasOnePlaceAndIsFoundThere() {
        for (long size : new long[] {1, 2, 3, 25, 1000, 4097}) {
            Shuffle shuffle = new Shuffle(size, 7);

            Set<Long> seen = new HashSet<>();
            for (long place = 0; place < size; place++) {
                long value = shuffle.at(place);
                seen.add(value);
                assertThat(shuffle.placeOf(value)).isEqualTo(place);
            }

            assertThat(seen).hasSize((int) size).allMatch(value -> value >= 0 && value < size);
        }
    }
}
