package vn.dancu.reporting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Recurring;

/** While the server runs: closes the day that has ended, a moment after midnight, and what was missed at the start. */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class Nightly extends Recurring {
    private static final Duration AFTER_MIDNIGHT = Duration.ofSeconds(20);
    private static final Duration AT_MOST = Duration.ofHours(1);

    private final Days days;
    private final Exports exports;
    private final Clock clock;

    Nightly(Days days, Exports exports, Clock clock) {
        super("nightly");
        this.days = days;
        this.exports = exports;
        this.clock = clock;
    }

    @Override
    protected void round(Progress untilStopped) {
        days.closeEnded();
        exports.deleteExpired();
    }

    @Override
    protected Duration pause() {
        Instant next =
                days.today().plusDays(1).atStartOfDay(Days.VIETNAM).toInstant().plus(AFTER_MIDNIGHT);
        Duration left = Duration.between(clock.instant(), next);
        return left.compareTo(AT_MOST) > 0 ? AT_MOST : left;
    }
}
