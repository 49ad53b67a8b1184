package vn.dancu.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.reporting.db.DayStore;

/**
 * Days and their figures. A day is closed after it has ended: every figure is counted from the step log as of its last
 * moment, and kept, so that "since yesterday" and every curve say the same whenever they are asked. A day that nobody
 * closed (the machine was off) is closed later and comes out the same, but for duplicates, which count as they are known
 * when the day is closed.
 */
@Service
public class Days {
    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int MOST_AT_ONCE = 120;

    private final DayStore store;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Days(DayStore store, TransactionTemplate transactions, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VIETNAM);
    }

    /**
     * Closes every day that has ended since the first step and is not closed, the newest first, a transaction each.
     *
     * @return how many
     */
    public int closeEnded() {
        LocalDate yesterday = today().minusDays(1);
        Optional<LocalDate> first = store.firstStep().map(at -> LocalDate.ofInstant(at, VIETNAM));
        LocalDate from = first.filter(day -> day.isBefore(yesterday)).orElse(yesterday);
        int closed = 0;
        for (LocalDate day : store.notClosed(from, yesterday, MOST_AT_ONCE)) {
            if (Boolean.TRUE.equals(transactions.execute(status -> close(day)))) {
                closed++;
            }
        }
        return closed;
    }

    private boolean close(LocalDate day) {
        if (!store.begin(day, clock.instant())) {
            return false;
        }
        store.count(day, day.plusDays(1).atStartOfDay(VIETNAM).toInstant());
        return true;
    }

    @Transactional(readOnly = true)
    public List<LocalDate> closed(LocalDate from, LocalDate to) {
        return store.closed(from, to);
    }

    @Transactional(readOnly = true)
    public List<DayCounts> counts(LocalDate from, LocalDate to) {
        return store.counts(from, to);
    }
}
