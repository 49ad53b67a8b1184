package vn.dancu.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void digitsAreReadEightAtATimeAsOneByOne() {
        Random random = new Random(11);
        for (int round = 0; round < 200_000; round++) {
            int length = 1 + random.nextInt(Numbers.MOST_DIGITS);
            byte[] bytes = new byte[length + random.nextInt(40)];
            random.nextBytes(bytes);
            int from = random.nextInt(bytes.length - length + 1);
            for (int i = from; i < from + length; i++) {
                bytes[i] = (byte) ('0' + random.nextInt(10));
            }
            if (random.nextInt(3) == 0) {
                bytes[from + random.nextInt(length)] = (byte) random.nextInt(256);
            }
            long expected = Numbers.pack(new String(bytes, from, length, StandardCharsets.ISO_8859_1));

            long packed = Numbers.packed(bytes, from, from + length);

            assertThat(packed == Numbers.NOT_PLAIN ? 0 : 1L << 4 * length | packed)
                    .isEqualTo(expected);
        }
    }
}
