package vn.dancu.linkage.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.LinkageException;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.Records;

/** Reads a CSV file into the records of a model. Every row has an id of its own; a row that is short is not known further. */
public final class CsvRecords {

    /** Which headers of a column count. */
    public enum Side {
        LEFT,
        RIGHT;

        List<String> headers(Column column) {
            return this == LEFT ? column.left() : column.right();
        }
    }

    /** Rows between two looks at whether to stop. */
    private static final int ROWS_A_LOOK = 1 << 12;

    private final CsvFile file;
    private final int width;
    private final int id;
    private final RowValues values;
    private final BooleanSupplier stop;
    private final LongConsumer rowsDone;
    private final IdSet ids;
    private final Records.Builder builder;
    private long rows;

    private CsvRecords(
            CsvFile file,
            Model model,
            Side side,
            Headers headers,
            Room room,
            BooleanSupplier stop,
            LongConsumer rowsDone) {
        this.file = file;
        this.width = file.header().size();
        this.stop = stop;
        this.rowsDone = rowsDone;
        this.id = Headers.place(file, headers.id());
        if (id < 0) {
            throw Headers.lackingId(file, headers.id());
        }
        List<String> absent = Headers.absent(file, model, side);
        if (!absent.isEmpty() && !headers.mayLackColumns()) {
            throw Headers.lacking(file, model, absent);
        }
        this.values = new RowValues(file, model, side);
        int expected = file.estimatedRows();
        this.ids = new IdSet(expected);
        this.builder = Records.builder(model, expected, room.bytes(), room.folder());
    }

    /**
     * Reads the rows of a file in their order.
     *
     * @param stop asked now and then
     * @param rowsDone told the rows read so far, now and then
     * @throws LinkageException when a header is absent, an id is missing or repeated, a row has too many cells
     * @throws CancellationException when stopped
     */
    public static Records read(CsvFile file, Model model, Side side, BooleanSupplier stop, LongConsumer rowsDone) {
        return read(file, model, side, Headers.of(model), Room.ALL, stop, rowsDone);
    }

    /** The same where the id is called otherwise, columns may be lacking, or memory is short. */
    public static Records read(
            CsvFile file,
            Model model,
            Side side,
            Headers headers,
            Room room,
            BooleanSupplier stop,
            LongConsumer rowsDone) {
        CsvRecords reader = new CsvRecords(file, model, side, headers, room, stop, rowsDone);
        file.forEach(reader::row);
        rowsDone.accept(reader.rows);
        reader.refuseRepeated();
        return reader.builder.build();
    }

    private void row(long line, byte[] bytes, int[] from, int[] to, int cells) {
        if (cells > width) {
            refuseSurplus(line, from, to, cells);
        }
        if (id >= cells || from[id] == to[id]) {
            throw new LinkageException(
                    file.path() + ", dòng " + line + ": thiếu mã hồ sơ (cột "
                            + file.header().get(id) + "). Mỗi dòng cần một mã riêng.",
                    file.path() + ", line " + line + ": the id is missing (column "
                            + file.header().get(id) + "). Every row needs one of its own.");
        }
        ids.add(bytes, from[id], to[id]);
        if (values.isJoined()) {
            int idTo = values.take(bytes, from, to, cells, id);
            builder.add(values.bytes(), 0, idTo, values.from(), values.to());
        } else {
            values.take(bytes, from, to, cells);
            builder.add(bytes, from[id], to[id], values.from(), values.to());
        }
        if (++rows % ROWS_A_LOOK == 0) {
            if (stop.getAsBoolean()) {
                throw new CancellationException("stopped while reading");
            }
            rowsDone.accept(rows);
        }
    }

    private void refuseSurplus(long line, int[] from, int[] to, int cells) {
        for (int c = width; c < cells; c++) {
            if (from[c] < to[c]) {
                throw new LinkageException(
                        file.path() + ", dòng " + line + ": có " + cells + " ô, nhưng dòng đầu chỉ có " + width
                                + " cột. Hãy đặt ô có dấu phân cách trong ngoặc kép.",
                        file.path() + ", line " + line + ": has " + cells + " cells, the header only " + width
                                + ". Quote cells that hold the delimiter.");
            }
        }
    }

    private void refuseRepeated() {
        int[] suspects = ids.repeated();
        if (suspects.length == 0) {
            return;
        }
        List<byte[]> wanted = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        long[] row = new long[1];
        file.forEach((line, bytes, from, to, cells) -> {
            if (wanted.size() < suspects.length && suspects[wanted.size()] == row[0]) {
                wanted.add(Arrays.copyOfRange(bytes, from[id], to[id]));
                lines.add(line);
            }
            row[0]++;
        });
        for (int n = 0; n < wanted.size(); n++) {
            refuseIfRepeated(lines.get(n), wanted.get(n));
        }
    }

    /** Two ids may only look alike to the set, so the file is asked. */
    private void refuseIfRepeated(long line, byte[] wanted) {
        long[] before = new long[1];
        file.forEach((other, bytes, from, to, cells) -> {
            if (before[0] == 0
                    && other < line
                    && id < cells
                    && Arrays.equals(bytes, from[id], to[id], wanted, 0, wanted.length)) {
                before[0] = other;
            }
        });
        if (before[0] > 0) {
            String header = file.header().get(id);
            throw new LinkageException(
                    file.path() + ", dòng " + line + ": mã hồ sơ (cột " + header + ") đã có ở dòng " + before[0]
                            + ". Mỗi dòng cần một mã riêng.",
                    file.path() + ", line " + line + ": the id (column " + header + ") stands in line " + before[0]
                            + " already. Every row needs one of its own.");
        }
    }
}
