package vn.dancu.reconciliation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;

/**
 * Compares an area in the background. Each portion is kept as soon as it is done; what was stopped links once more, which is
 * quick beside the rest, and goes on with the forms that are not compared yet.
 */
@Service
public class LongComparison {
    private final ComparisonRun run;
    private final TransactionTemplate transaction;
    private final int portion;

    @Autowired
    LongComparison(ComparisonRun run, TransactionTemplate transaction) {
        this(run, transaction, ComparisonRun.PORTION);
    }

    LongComparison(ComparisonRun run, TransactionTemplate transaction, int portion) {
        this.run = run;
        this.transaction = transaction;
        this.portion = portion;
    }

    /**
     * @param after the last key that was done before; 0 to begin
     * @param kept is told the last key and the outcome of each portion, in the portion's own transaction
     * @return of this time only; clusters are those of the whole set
     * @throws DanCuException {@code E303_STOPPED} when it was asked to stop; what was kept stays
     */
    public CompareReport compare(FormSet asked, long after, BiConsumer<Long, CompareReport> kept, Progress progress) {
        if (asked.isEmpty()) {
            return new CompareReport(0, Map.of(), 0);
        }
        if (asked.size() <= portion) {
            return transaction.execute(open -> {
                CompareReport done = run.compare(asked, progress);
                kept.accept(asked.keys()[asked.size() - 1], done);
                return done;
            });
        }
        ComparisonRun.Prepared prepared = transaction.execute(open -> run.prepare(asked, progress));
        long[] keys = prepared.forms().keys();
        int from = (int) Arrays.stream(keys).filter(key -> key <= after).count();
        progress.begin(ComparisonRun.FIELD_BY_FIELD, keys.length);
        progress.advance(from);
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        int compared = 0;
        while (from < keys.length) {
            if (progress.stopRequested()) {
                throw new DanCuException(ErrorCode.E303_STOPPED, "Đã dừng theo yêu cầu / stopped as asked");
            }
            int to = Math.min(keys.length, from + portion);
            FormSet next = prepared.forms().slice(from, to);
            long last = keys[to - 1];
            CompareReport report = transaction.execute(open -> {
                CompareReport done = run.write(next, prepared, progress);
                kept.accept(last, done);
                return done;
            });
            for (Outcome outcome : Outcome.values()) {
                outcomes.merge(outcome, report.of(outcome), Integer::sum);
            }
            compared += report.compared();
            from = to;
        }
        return new CompareReport(compared, outcomes, prepared.clusters());
    }
}
