package vn.dancu.custody;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.custody.db.PrintSeriesStore;
import vn.dancu.shared.Actor;

/**
 * The numbers of printed forms: a series is some letters and seven digits, HG0001365. A number is given once, also when its
 * form never comes back, and never one that a form already bears.
 */
@Service
public class PrintSeries {
    /** The highest number of a series. */
    public static final long LAST = 9_999_999;

    /** The most that are taken at once. */
    public static final int MOST = 100_000;

    private static final Pattern SERIES = Pattern.compile("[A-Z](?:[A-Z0-9-]{0,8}[A-Z-])?");

    private final PrintSeriesStore store;
    private final AuditLog audit;
    private final Clock clock;

    PrintSeries(PrintSeriesStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** One letter to ten of A–Z, 0–9 and hyphen, beginning with a letter, not ending in a digit. */
    public static boolean isSeries(String series) {
        return SERIES.matcher(series).matches();
    }

    /** As it stands on the paper. */
    public static String number(String series, long number) {
        return series + String.format("%07d", number);
    }

    /**
     * Takes the next numbers of a series and remembers who printed them.
     *
     * @param series that {@link #isSeries} takes
     * @param count 1 to {@link #MOST}
     * @param formVersion of the forms or labels
     * @return the numbers in order; empty when the series has not so many left, and nothing is taken then
     */
    @Transactional
    public Optional<List<String>> take(String series, int count, String formVersion, Actor actor) {
        if (!isSeries(series) || count < 1 || count > MOST) {
            throw new IllegalArgumentException("no series, or no count");
        }
        long first = store.next(series);
        if (first + count - 1 > LAST) {
            return Optional.empty();
        }
        store.take(series, first, first + count - 1, formVersion, actor.login(), clock.instant());
        List<String> numbers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            numbers.add(number(series, first + i));
        }
        audit.act(
                actor,
                "PRINT_FORMS",
                "print-series",
                series,
                "",
                Map.of("first", numbers.get(0), "count", String.valueOf(count), "version", formVersion));
        return Optional.of(numbers);
    }
}
