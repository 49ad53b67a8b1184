package vn.dancu.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.reporting.db.TemplateStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Role;

/** The rhythms in which is reported: data that the city team changes; earlier lines stay. */
@Service
public class ReportPeriods {
    /** Who sets rhythms and templates. */
    static final Set<Role> SETTERS = Set.of(Role.CITY_TEAM, Role.ADMINISTRATOR);

    static final int LONGEST_NAME = 100;
    static final int LONGEST_DAYS = 366;

    private final TemplateStore store;
    private final AuditLog audit;
    private final Clock clock;

    ReportPeriods(TemplateStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** In use, in the order in which they were first set. */
    @Transactional(readOnly = true)
    public List<PeriodKind> kinds() {
        return store.kinds();
    }

    @Transactional(readOnly = true)
    public Optional<PeriodKind> kind(String code) {
        return store.kinds().stream().filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** The period before: of its kind, or as long and ending the day before where its days were chosen freely. */
    @Transactional(readOnly = true)
    public ReportPeriod before(ReportPeriod period) {
        // A kind that was changed since would begin elsewhere: then as long.
        return kind(period.kind())
                .map(kind -> kind.before(period))
                .filter(before -> before.to().plusDays(1).equals(period.from()))
                .orElseGet(() -> new ReportPeriod(
                        period.kind(),
                        period.from().minusDays(period.days()),
                        period.from().minusDays(1)));
    }

    /** The last day on which the report of a period is not late; its own last day where its days were chosen freely. */
    @Transactional(readOnly = true)
    public LocalDate due(ReportPeriod period) {
        return kind(period.kind()).map(kind -> kind.due(period)).orElse(period.to());
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Days.VIETNAM);
    }

    /**
     * A rhythm that is new, or is another from now on; reports that were made keep their days.
     *
     * @param inUse false takes it out of the choice
     */
    @Transactional
    public ReportResult set(PeriodKind kind, boolean inUse, Actor actor) {
        if (!SETTERS.contains(actor.role())) {
            return new ReportResult.Refused(ReportResult.Why.WRONG_ROLE);
        }
        if (kind.name().isBlank()
                || !kind.code().matches("[a-z0-9-]{1,30}")
                || kind.code().equals(ReportPeriod.ANY)) {
            return new ReportResult.Refused(ReportResult.Why.INCOMPLETE);
        }
        if (kind.name().length() > LONGEST_NAME) {
            return new ReportResult.Refused(ReportResult.Why.TOO_LONG);
        }
        if (!inUse && store.kinds().size() == 1 && store.kinds().get(0).code().equals(kind.code())) {
            return new ReportResult.Refused(ReportResult.Why.LAST_KIND);
        }
        store.insertKind(kind, inUse, actor.login(), clock.instant());
        audit.act(
                actor,
                "SET_REPORT_PERIOD",
                "report-period",
                kind.code(),
                "",
                Map.of(
                        "starts", String.valueOf(kind.startsOn()),
                        "due", String.valueOf(kind.dueDays()),
                        "in-use", String.valueOf(inUse)));
        return new ReportResult.Done(0);
    }
}
