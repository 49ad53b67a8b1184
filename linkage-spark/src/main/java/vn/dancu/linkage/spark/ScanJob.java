package vn.dancu.linkage.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.BitSet;
import org.apache.spark.SparkEnv;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.LinkageException;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.ScanPlan;
import vn.dancu.linkage.csv.CsvFile;
import vn.dancu.linkage.csv.CsvRecords.Side;
import vn.dancu.linkage.model.ModelFile;

/** What all tasks of a scan know. Sent once to every machine, where its tasks share it. */
final class ScanJob implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What Spark calls the executor of a run without a cluster. */
    private static final String DRIVER = "driver";

    final ScanPlan plan;
    /** Into how many parts the blocks are dealt. */
    final int parts;

    private final String model;
    private final String[] files;
    private final long @Nullable [] wanted;
    private transient @Nullable Model modelRead;

    /**
     * @param model as text
     * @param files one or two, by the names that they have on all machines
     * @param leftRows the left rows that count; null for all
     */
    ScanJob(String model, ScanPlan plan, String[] files, int @Nullable [] leftRows, int parts) {
        this.model = model;
        this.plan = plan;
        this.files = files.clone();
        this.parts = parts;
        if (leftRows == null) {
            this.wanted = null;
        } else {
            BitSet rows = new BitSet();
            for (int row : leftRows) {
                rows.set(row);
            }
            this.wanted = rows.toLongArray();
        }
    }

    synchronized Model model() {
        Model known = modelRead;
        if (known == null) {
            known = ModelFile.parse(model, "model");
            modelRead = known;
        }
        return known;
    }

    @Nullable
    BitSet wanted() {
        return wanted == null ? null : BitSet.valueOf(wanted);
    }

    CsvFile open(int file) {
        return CsvFile.open(Path.of(files[file]));
    }

    static Side side(int file) {
        return file == 0 ? Side.LEFT : Side.RIGHT;
    }

    /** The part that visits a block, wherever it is asked. */
    int partOf(long block) {
        long mixed = (block ^ block >>> 32) * 0x9E3779B97F4A7C15L;
        return (int) Long.remainderUnsigned(mixed ^ mixed >>> 29, parts);
    }

    /** The same failure, with the machine on which it happened where that is not the user's own. */
    static LinkageException onThisMachine(LinkageException failure) {
        SparkEnv here = SparkEnv.get();
        if (here == null || DRIVER.equals(here.executorId())) {
            return failure;
        }
        String host = here.blockManager().blockManagerId().host();
        return new LinkageException(
                "máy " + host + ": " + failure.vietnamese(), "on " + host + ": " + failure.english());
    }
}
