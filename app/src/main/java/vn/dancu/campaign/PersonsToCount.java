package vn.dancu.campaign;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.campaign.db.TargetStore;
import vn.dancu.shared.AreaScope;

/**
 * The denominator (số phải thu thập): what was set for a group, moved by births, moves and deaths since, less those in the
 * books who, as officers found out, need not be counted. A figure is of a day; earlier days can be asked at any time.
 */
@Service
public class PersonsToCount {
    private final TargetStore store;

    PersonsToCount(TargetStore store) {
        this.store = store;
    }

    /**
     * One residential group.
     *
     * @param set the figure in force on the day
     * @param permanent of these, as far as it was told apart
     * @param asOf the head-count is of this day
     * @param source who says so
     * @param origin made from the books, entered or imported
     * @param adjusted by births and arrivals, less deaths and departures after {@code asOf}
     * @param leaving persons still without a form whose reason takes them out of the denominator
     */
    public record Line(
            String commune,
            String group,
            long set,
            @Nullable Integer permanent,
            @Nullable Integer temporary,
            LocalDate asOf,
            String source,
            Origin origin,
            String setBy,
            long adjusted,
            long leaving) {
        /** Who must be counted; never below none. */
        public long persons() {
            return Math.max(0, set + adjusted - leaving);
        }
    }

    /** Where a figure comes from. */
    public enum Origin {
        BOOKS,
        ENTERED,
        IMPORTED
    }

    /** In force on the day, by commune and group; groups without a figure are not in it. */
    @Transactional(readOnly = true)
    public List<Line> asOf(LocalDate day, AreaScope scope) {
        return store.inForce(day, scope);
    }
}
