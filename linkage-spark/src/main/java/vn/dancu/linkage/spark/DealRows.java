package vn.dancu.linkage.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;
import vn.dancu.linkage.LinkageException;
import vn.dancu.linkage.ScanPart;
import vn.dancu.linkage.csv.CsvFile;
import vn.dancu.linkage.csv.RowValues;

/** Reads a piece of a file and deals its rows out: to every part that has a block of a row, the row once. */
final class DealRows implements PairFlatMapFunction<Piece, Integer, byte[]> {

    private static final long serialVersionUID = 1L;

    private final Broadcast<ScanJob> job;

    DealRows(Broadcast<ScanJob> job) {
        this.job = job;
    }

    @Override
    public Iterator<Tuple2<Integer, byte[]>> call(Piece piece) {
        try {
            Rows rows = new Rows(job.value(), piece);
            rows.read();
            return rows.dealt().iterator();
        } catch (LinkageException e) {
            throw ScanJob.onThisMachine(e);
        }
    }

    /** The rows of one piece: their values one behind the other, and the blocks that they lie in. */
    private static final class Rows {
        private final ScanJob job;
        private final Piece piece;
        private final ScanPart asked;
        private final @Nullable BitSet wanted;
        private final int[] numbers;
        private final int[] begins;
        private int size;
        private int next;
        private byte[] values = new byte[1 << 16];

        Rows(ScanJob job, Piece piece) {
            this.job = job;
            this.piece = piece;
            this.asked = new ScanPart(job.model(), job.plan);
            // Within one file a row that is not wanted itself may still be the other one of a pair.
            this.wanted = piece.file() == 0 && !job.plan.within() ? job.wanted() : null;
            this.numbers = new int[piece.range().rows()];
            this.begins = new int[piece.range().rows() + 1];
            this.next = piece.range().firstRow();
        }

        void read() {
            CsvFile file = job.open(piece.file());
            RowValues row = new RowValues(file, job.model(), ScanJob.side(piece.file()));
            file.forEachIn(piece.range(), (line, bytes, from, to, cells) -> {
                int number = next++;
                if (wanted == null || wanted.get(number)) {
                    row.take(bytes, from, to, cells);
                    add(number, row);
                }
            });
        }

        private void add(int number, RowValues row) {
            if (piece.file() == 0) {
                asked.addLeft(number, row.bytes(), row.from(), row.to());
            } else {
                asked.addRight(number, row.bytes(), row.from(), row.to());
            }
            int begin = begins[size];
            int most = Math.addExact(begin, RowChunk.valuesSize(row.from(), row.to()));
            if (most > values.length) {
                values = Arrays.copyOf(values, Math.max(most, begin + (begin >> 1)));
            }
            numbers[size++] = number;
            begins[size] = RowChunk.values(row.bytes(), row.from(), row.to(), values, begin);
        }

        List<Tuple2<Integer, byte[]>> dealt() {
            long[][] blocks = piece.file() == 0 ? asked.blocksOfLeft() : asked.blocksOfRight();
            RowChunk[] chunks = new RowChunk[job.parts];
            int[] lastRow = new int[job.parts];
            for (int n = 0; n < size; n++) {
                for (long block : blocks[n]) {
                    int part = job.partOf(block);
                    if (lastRow[part] <= n) {
                        lastRow[part] = n + 1;
                        if (chunks[part] == null) {
                            chunks[part] = new RowChunk(piece.file());
                        }
                        chunks[part].add(numbers[n], values, begins[n], begins[n + 1]);
                    }
                }
            }
            List<Tuple2<Integer, byte[]>> dealt = new ArrayList<>();
            for (int part = 0; part < chunks.length; part++) {
                RowChunk chunk = chunks[part];
                if (chunk != null) {
                    dealt.add(new Tuple2<>(part, chunk.toBytes()));
                    chunks[part] = null;
                }
            }
            return dealt;
        }
    }
}
