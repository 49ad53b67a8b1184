package vn.dancu.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.TestDatabase;
import vn.dancu.intake.Forms;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;
import vn.dancu.simulator.CitySettings;

/** The comparison of an area that is stopped in the middle and goes on. */
class LongComparisonTest {
    private static final int PORTION = 100;

    @TempDir
    private Path folder;

    /** Asks to stop once so many portions are kept. */
    private static final class StopsAfter implements Progress {
        private final List<Long> kept;
        private final int portions;
        private long done;
        private long total;

        StopsAfter(List<Long> kept, int portions) {
            this.kept = kept;
            this.portions = portions;
        }

        @Override
        public void begin(String task, long forms) {
            done = 0;
            total = forms;
        }

        @Override
        public void advance(long more) {
            done += more;
        }

        @Override
        public boolean stopRequested() {
            return kept.size() >= portions;
        }
    }

    @Test
    void whatIsStoppedGoesOnBehindTheLastPortionAndComesToTheSame() throws IOException {
        try (TestDatabase database =
                TestDatabase.fresh().with("vn.dancu.intake", "vn.dancu.sources", "vn.dancu.reconciliation")) {
            MeasuredCity city = MeasuredCity.of(CitySettings.defaults(400, 42), folder, database);
            FormSet all = database.get(Forms.class).all();
            CompareReport whole = database.get(ReconciliationService.class).compare(all, Progress.NONE);
            Map<String, MeasuredCity.Row> expected = city.comparisons();
            LongComparison comparison = new LongComparison(
                    database.get(ComparisonRun.class), database.get(TransactionTemplate.class), PORTION);
            List<Long> kept = new ArrayList<>();

            assertThatThrownBy(
                            () -> comparison.compare(all, 0, (last, done) -> kept.add(last), new StopsAfter(kept, 2)))
                    .isInstanceOf(DanCuException.class);
            assertThat(kept).containsExactly(all.keys()[PORTION - 1], all.keys()[2 * PORTION - 1]);
            StopsAfter onwards = new StopsAfter(kept, Integer.MAX_VALUE);
            CompareReport rest = comparison.compare(all, kept.get(1), (last, done) -> kept.add(last), onwards);

            assertThat(rest.compared()).isEqualTo(all.size() - 2 * PORTION);
            assertThat(rest.duplicateClusters()).isEqualTo(whole.duplicateClusters());
            assertThat(kept).doesNotHaveDuplicates().endsWith(all.keys()[all.size() - 1]);
            assertThat(onwards.done).isEqualTo(onwards.total).isEqualTo(all.size());
            assertThat(city.comparisons()).isEqualTo(expected);
        }
    }
}
