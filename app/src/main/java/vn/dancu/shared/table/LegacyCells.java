package vn.dancu.shared.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dancu.civil.text.LegacyText;
import vn.dancu.civil.text.LegacyText.Encoding;

/**
 * Whether a whole file was written for the fonts of the nineties (TCVN3, VNI) or in VIQR. Decided from many rows: a few
 * such cells in a file of Unicode text are the writer's mistake in those cells, and stay as they were written.
 */
final class LegacyCells {
    private LegacyCells() {}

    /** @param sample rows below the header */
    static Encoding of(List<RawRows.RawRow> sample) {
        Map<Encoding, Integer> rows = new EnumMap<>(Encoding.class);
        for (RawRows.RawRow row : sample) {
            String text = String.join(" ", row.cells());
            boolean ascii = text.chars().allMatch(c -> c < 0x80);
            Encoding encoding = LegacyText.detect(text);
            if (!ascii || encoding == Encoding.VIQR) {
                rows.merge(encoding, 1, Integer::sum);
            }
        }
        int marked = rows.values().stream().mapToInt(Integer::intValue).sum();
        Optional<Map.Entry<Encoding, Integer>> most = rows.entrySet().stream().max(Map.Entry.comparingByValue());
        if (most.isEmpty() || most.get().getValue() * 2 <= marked) {
            return Encoding.UNICODE;
        }
        Encoding encoding = most.get().getKey();
        boolean rare = encoding == Encoding.VIQR && most.get().getValue() * 2 <= sample.size();
        return rare ? Encoding.UNICODE : encoding;
    }
}
