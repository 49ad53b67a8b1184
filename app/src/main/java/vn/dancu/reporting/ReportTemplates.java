package vn.dancu.reporting;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.reporting.db.TemplateStore;
import vn.dancu.shared.Actor;

/** Templates of reports, versioned: every version stays, and a signed report keeps its own. */
@Service
public class ReportTemplates {
    /** Longest single line, and longest text of several, in characters. */
    public static final int LONGEST_LINE = 300;

    public static final int LONGEST_TEXT = 4000;

    private final TemplateStore store;
    private final AuditLog audit;
    private final Clock clock;

    ReportTemplates(TemplateStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public ReportTemplate current(ReportTemplate.Level level) {
        return store.templates(level).get(0);
    }

    /** Every version, the newest first. */
    @Transactional(readOnly = true)
    public List<ReportTemplate> versions(ReportTemplate.Level level) {
        return store.templates(level);
    }

    /**
     * A new version.
     *
     * @param wanted its version is the one that the page showed; key, who and when are not looked at
     */
    @Transactional
    public ReportResult change(ReportTemplate wanted, Actor actor) {
        if (!ReportPeriods.SETTERS.contains(actor.role())) {
            return new ReportResult.Refused(ReportResult.Why.WRONG_ROLE);
        }
        for (String line : List.of(wanted.title(), wanted.why())) {
            if (line.length() > LONGEST_LINE) {
                return new ReportResult.Refused(ReportResult.Why.TOO_LONG);
            }
        }
        for (String text : List.of(
                wanted.subject(),
                wanted.opening(),
                wanted.closing(),
                wanted.recipients(),
                wanted.authority(),
                wanted.deputy(),
                wanted.reminder())) {
            if (text.length() > LONGEST_TEXT) {
                return new ReportResult.Refused(ReportResult.Why.TOO_LONG);
            }
        }
        if (wanted.title().isBlank()
                || wanted.subject().isBlank()
                || wanted.authority().isBlank()
                || wanted.deputy().isBlank()
                || (wanted.level() == ReportTemplate.Level.CITY
                        && wanted.reminder().isBlank())) {
            return new ReportResult.Refused(ReportResult.Why.INCOMPLETE);
        }
        if (wanted.columns().isEmpty()) {
            return new ReportResult.Refused(ReportResult.Why.NO_COLUMNS);
        }
        if (wanted.why().isBlank()) {
            return new ReportResult.Refused(ReportResult.Why.NO_REASON);
        }
        store.lockTemplates(wanted.level());
        ReportTemplate last = store.templates(wanted.level()).get(0);
        if (last.version() != wanted.version()) {
            return new ReportResult.Refused(ReportResult.Why.STALE);
        }
        long made = store.insertTemplate(wanted, last.version() + 1, actor.login(), clock.instant());
        audit.act(
                actor,
                "CHANGE_REPORT_TEMPLATE",
                "report-template",
                wanted.level().name(),
                wanted.why(),
                Map.of("version", String.valueOf(last.version() + 1)));
        return new ReportResult.Done(made);
    }
}
