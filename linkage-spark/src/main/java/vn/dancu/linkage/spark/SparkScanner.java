package vn.dancu.linkage.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.spark.HashPartitioner;
import org.apache.spark.SparkJobInfo;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.LinkageException;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.PairBatch;
import vn.dancu.linkage.PairScanner;
import vn.dancu.linkage.Progress;
import vn.dancu.linkage.ScanPlan;
import vn.dancu.linkage.csv.CsvFile;
import vn.dancu.linkage.csv.CsvRange;
import vn.dancu.linkage.model.ModelFile;

/**
 * Visits the pairs of a scan on the executors. Rows are read from the files by all machines, dealt out by the blocks they lie
 * in, and only the pairs that are kept come back.
 */
final class SparkScanner implements PairScanner {

    /** Rows that one task reads: so many that texts which repeat are thought of once, so few that a task is soon done again. */
    private static final int MOST_ROWS_A_PIECE = 1 << 16;

    private static final int LEAST_ROWS_A_PIECE = 1 << 10;
    private static final int TASKS_A_CORE = 3;
    /** Rows that one part holds, about: some ten megabytes, so that many parts fit into a small executor at once. */
    private static final int ROWS_A_PART = 200_000;

    private static final int MOST_PARTS = 20_000;
    private static final long LOOK_MILLISECONDS = 200;

    private final Supplier<JavaSparkContext> spark;
    private final Model model;
    private final String modelText;
    private final List<Path> files;
    private final Progress progress;
    private final BooleanSupplier stop;
    private @Nullable List<Piece> pieces;

    /** @param spark waits for the cluster; files are absolute, and known by these names on all machines */
    SparkScanner(
            Supplier<JavaSparkContext> spark, Model model, List<Path> files, Progress progress, BooleanSupplier stop) {
        this.spark = spark;
        this.model = model;
        this.modelText = ModelFile.write(model);
        if (!ModelFile.parse(modelText, model.name()).equals(model)) {
            throw new IllegalStateException("the model is not what its text says");
        }
        this.files = List.copyOf(files);
        this.progress = progress;
        this.stop = stop;
    }

    @Override
    public synchronized List<PairBatch> scan(ScanPlan plan, int @Nullable [] leftRows) {
        JavaSparkContext context = spark.get();
        List<Piece> cut = pieces(context.defaultParallelism());
        String[] names = files.stream().map(Path::toString).toArray(String[]::new);
        Broadcast<ScanJob> job = context.broadcast(
                new ScanJob(modelText, plan, names, leftRows, parts(cut, context.defaultParallelism())));
        try {
            return result(
                    context,
                    context.parallelize(cut, Math.max(1, cut.size()))
                            .flatMapToPair(new DealRows(job))
                            .partitionBy(new HashPartitioner(job.value().parts))
                            .mapPartitions(new VisitPairs(job))
                            .collectAsync(),
                    plan.phase());
        } finally {
            job.destroy(false);
        }
    }

    private List<Piece> pieces(int cores) {
        List<Piece> known = pieces;
        if (known != null) {
            return known;
        }
        long rows = 0;
        List<CsvFile> opened = new ArrayList<>();
        for (Path file : files) {
            CsvFile csv = CsvFile.open(file);
            rows += csv.estimatedRows();
            opened.add(csv);
        }
        int size =
                (int) Math.max(LEAST_ROWS_A_PIECE, Math.min(MOST_ROWS_A_PIECE, rows / ((long) cores * TASKS_A_CORE)));
        List<Piece> cut = new ArrayList<>();
        for (int file = 0; file < opened.size(); file++) {
            for (CsvRange range : opened.get(file).ranges(size)) {
                cut.add(new Piece(file, range));
            }
        }
        pieces = cut;
        return cut;
    }

    private int parts(List<Piece> cut, int cores) {
        long rows = 0;
        for (Piece piece : cut) {
            rows += piece.range().rows();
        }
        long wanted = rows * model.rules().size() / ROWS_A_PART;
        return (int) Math.min(MOST_PARTS, Math.max((long) cores * TASKS_A_CORE, wanted));
    }

    private List<PairBatch> result(JavaSparkContext context, JavaFutureAction<List<PairBatch>> running, String phase) {
        try {
            while (true) {
                try {
                    return running.get(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException stillRunning) {
                    if (stop.getAsBoolean()) {
                        running.cancel(true);
                        throw new CancellationException("stopped while visiting pairs");
                    }
                    tell(context, running, phase);
                }
            }
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        }
    }

    private void tell(JavaSparkContext context, JavaFutureAction<List<PairBatch>> running, String phase) {
        long done = 0;
        long all = 0;
        for (int id : running.jobIds()) {
            SparkJobInfo job = context.statusTracker().getJobInfo(id);
            for (int stage : job == null ? new int[0] : job.stageIds()) {
                SparkStageInfo info = context.statusTracker().getStageInfo(stage);
                done += info == null ? 0 : info.numCompletedTasks();
                all += info == null ? 0 : info.numTasks();
            }
        }
        progress.at(phase, done, all);
    }

    /** What a task has told, as it told it; of other failures of the program the cause, of the cluster its own words. */
    private static RuntimeException failure(Throwable failure) {
        Throwable innermost = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LinkageException told) {
                return told;
            }
            innermost = cause;
        }
        if (innermost != failure) {
            return new IllegalStateException(failure);
        }
        String words = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return new LinkageException(
                "Spark không chạy được đến cùng: " + words
                        + " Nếu máy chạy hết bộ nhớ: DANCU_JAVA_OPTS=-Dspark.executor.memory=4g.",
                "Spark could not bring it to an end: " + words
                        + " If executors ran out of memory: DANCU_JAVA_OPTS=-Dspark.executor.memory=4g.",
                failure);
    }
}
