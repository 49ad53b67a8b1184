package vn.dancu.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dancu.reporting.PeriodKind;
import vn.dancu.reporting.ReportPeriod;
import vn.dancu.reporting.ReportPeriods;

/** Which period a page of reports is about, from its address. */
@Component
class ReportPeriodsAsked {
    private final ReportPeriods periods;

    ReportPeriodsAsked(ReportPeriods periods) {
        this.periods = periods;
    }

    /** What is asked, with its neighbours; null where there is none. */
    record Asked(
            List<PeriodKind> kinds,
            ReportPeriod period,
            String name,
            LocalDate due,
            @Nullable ReportPeriod before,
            @Nullable ReportPeriod next,
            boolean ended) {}

    /**
     * By kind and any of its days; freely chosen days by both ends. Nothing asked: the kind that stands first, and its last
     * period that has begun to be due.
     *
     * @return empty when days are no dates or end before they begin
     */
    Optional<Asked> of(String kind, String from, String to) {
        List<PeriodKind> kinds = periods.kinds();
        LocalDate today = periods.today();
        Optional<PeriodKind> asked = kinds.stream()
                .filter(one -> kind.isEmpty() ? one == kinds.get(0) : one.code().equals(kind))
                .findFirst();
        if (asked.isPresent()) {
            LocalDate day = from.isBlank()
                    ? lastToReport(asked.get(), today)
                    : day(from).orElse(null);
            return day == null
                    ? Optional.empty()
                    : Optional.of(asked(kinds, asked.get(), asked.get().around(day)));
        }
        LocalDate first = from.isBlank() ? today.withDayOfMonth(1) : day(from).orElse(null);
        LocalDate last = to.isBlank() ? (first == null || today.isBefore(first) ? first : today) : day(to).orElse(null);
        if (!kind.equals(ReportPeriod.ANY) || first == null || last == null || last.isBefore(first)) {
            return Optional.empty();
        }
        ReportPeriod period = ReportPeriod.any(first, last);
        return Optional.of(new Asked(kinds, period, "", period.to(), null, null, !today.isBefore(period.to())));
    }

    /** The one that ended last while it is young, else the one that runs. */
    private static LocalDate lastToReport(PeriodKind kind, LocalDate today) {
        ReportPeriod now = kind.around(today);
        if (now.to().equals(today)) {
            return today;
        }
        ReportPeriod before = kind.before(now);
        return before.to();
    }

    private Asked asked(List<PeriodKind> kinds, PeriodKind kind, ReportPeriod period) {
        ReportPeriod next = kind.next(period);
        return new Asked(
                kinds,
                period,
                kind.name(),
                kind.due(period),
                kind.before(period),
                next.from().isAfter(periods.today()) ? null : next,
                !periods.today().isBefore(period.to()));
    }

    static Optional<LocalDate> day(String sent) {
        return TypedDay.of(sent);
    }
}
