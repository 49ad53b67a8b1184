package vn.dancu.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowChunkTest {

    @Test
    void rowsComeBackAsTheyWerePutIn() {
        long seed = Long.getLong("dancu.seed", 20261125);
        Random random = new Random(seed);
        for (int n = 0; n < 200; n++) {
            int columns = 1 + random.nextInt(4);
            int file = random.nextInt(2);
            RowChunk chunk = new RowChunk(file);
            List<String> expected = new ArrayList<>();
            int number = random.nextInt(1 << random.nextInt(31));
            int first = number;
            byte[] buffer = new byte[0];
            for (int row = 0; row < 50; row++) {
                int[] from = new int[columns];
                int[] to = new int[columns];
                byte[] cells = random.ints(columns * 300L, 'a', 'z')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                        .getBytes(StandardCharsets.US_ASCII);
                StringBuilder text = new StringBuilder().append(number);
                for (int c = 0; c < columns; c++) {
                    from[c] = c * 300;
                    to[c] = from[c] + random.nextInt(300) * random.nextInt(2);
                    text.append(' ').append(new String(cells, from[c], to[c] - from[c], StandardCharsets.US_ASCII));
                }
                expected.add(text.toString());
                buffer = new byte[RowChunk.valuesSize(from, to) + 3];
                chunk.add(number, buffer, 3, RowChunk.values(cells, from, to, buffer, 3));
                number = (int) Math.min(Integer.MAX_VALUE, number + 1L + random.nextInt(1 << random.nextInt(20)));
            }
            byte[] bytes = chunk.toBytes();

            List<String> read = new ArrayList<>();
            RowChunk.forEach(bytes, columns, (row, values, from, to) -> {
                StringBuilder text = new StringBuilder().append(row);
                for (int c = 0; c < from.length; c++) {
                    text.append(' ').append(new String(values, from[c], to[c] - from[c], StandardCharsets.US_ASCII));
                }
                read.add(text.toString());
            });

            assertThat(read).as("seed %d, chunk %d", seed, n).isEqualTo(expected);
            assertThat(RowChunk.file(bytes)).isEqualTo(file);
            assertThat(RowChunk.firstRow(bytes)).isEqualTo(first);
        }
    }
}
