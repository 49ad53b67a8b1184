package vn.dancu.linkage.spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;
import vn.dancu.linkage.PairBatch;
import vn.dancu.linkage.ScanPart;

/** Visits the pairs of the blocks of one part. Chunks arrive in any order, and are put into that of their rows. */
final class VisitPairs implements FlatMapFunction<Iterator<Tuple2<Integer, byte[]>>, PairBatch> {

    private static final long serialVersionUID = 1L;

    private final Broadcast<ScanJob> job;

    VisitPairs(Broadcast<ScanJob> job) {
        this.job = job;
    }

    @Override
    public Iterator<PairBatch> call(Iterator<Tuple2<Integer, byte[]>> dealt) {
        List<byte[]> chunks = new ArrayList<>();
        int part = -1;
        while (dealt.hasNext()) {
            Tuple2<Integer, byte[]> chunk = dealt.next();
            part = chunk._1();
            chunks.add(chunk._2());
        }
        if (chunks.isEmpty()) {
            return List.<PairBatch>of().iterator();
        }
        PairBatch pairs = scan(part, chunks);
        return pairs.size() == 0
                ? List.<PairBatch>of().iterator()
                : List.of(pairs).iterator();
    }

    private PairBatch scan(int part, List<byte[]> chunks) {
        ScanJob scan = job.value();
        int columns = scan.model().columns().size();
        ScanPart own = new ScanPart(scan.model(), scan.plan);
        chunks.sort(Comparator.<byte[]>comparingInt(RowChunk::file).thenComparingInt(RowChunk::firstRow));
        for (byte[] chunk : chunks) {
            RowChunk.forEach(chunk, columns, RowChunk.file(chunk) == 0 ? own::addLeft : own::addRight);
        }
        chunks.clear();
        return own.scan(block -> scan.partOf(block) == part, scan.wanted());
    }
}
