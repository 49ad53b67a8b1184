package vn.dancu.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.reporting.ReportResult.Done;
import vn.dancu.reporting.ReportResult.Refused;
import vn.dancu.reporting.ReportResult.Why;
import vn.dancu.reporting.db.ReportStore;
import vn.dancu.reporting.db.ReportStore.Reminder;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Role;
import vn.dancu.shared.Texts;
import vn.dancu.shared.document.Document;
import vn.dancu.shared.document.DocumentJson;

/** Letters of the city to units that have not reported in time (công văn đôn đốc), each kept as it was sent. */
@Service
public class Reminders {
    private final ReportStore store;
    private final ReportStandings standings;
    private final ReportPeriods periods;
    private final ReportTemplates templates;
    private final ReportUnits units;
    private final AuditLog audit;
    private final Clock clock;

    Reminders(
            ReportStore store,
            ReportStandings standings,
            ReportPeriods periods,
            ReportTemplates templates,
            ReportUnits units,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.standings = standings;
        this.periods = periods;
        this.templates = templates;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** Letters about exactly these days, the latest first; of the actor's city only. */
    @Transactional(readOnly = true)
    public List<Reminder> of(ReportPeriod period, Actor actor) {
        return store.reminders(period.from(), period.to()).stream()
                .filter(reminder -> maySee(reminder, actor))
                .toList();
    }

    private static boolean maySee(Reminder reminder, Actor actor) {
        return actor.role() == Role.CITY_TEAM || actor.role() == Role.CHIEF
                ? actor.scope().everywhere()
                        || reminder.units().stream()
                                .anyMatch(unit -> actor.scope().covers(unit, ""))
                : false;
    }

    @Transactional(readOnly = true)
    public Optional<Document> document(long id, Actor actor) {
        return store.reminder(id)
                .filter(reminder -> maySee(reminder, actor))
                .map(reminder -> DocumentJson.read(reminder.document()));
    }

    /**
     * One letter to all of these units that are late.
     *
     * @param chosen communes; those that are not late are left out
     * @param number số, ký hiệu; empty to write it by hand
     */
    @Transactional
    public ReportResult remind(ReportPeriod period, Set<String> chosen, String number, String name, Actor actor) {
        if (actor.role() != Role.CITY_TEAM) {
            return new Refused(Why.WRONG_ROLE);
        }
        if (number.length() > ReportTemplates.LONGEST_LINE) {
            return new Refused(Why.TOO_LONG);
        }
        List<String> late = standings.of(period, actor).stream()
                .filter(standing -> !standing.city() && standing.late() && chosen.contains(standing.unit()))
                .map(ReportStandings.Standing::unit)
                .toList();
        if (late.isEmpty()) {
            return new Refused(Why.NOBODY_LATE);
        }
        ReportUnits.Names names = units.on(period.to());
        String area = names.above(late.get(0));
        Document letter = letter(period, late, area, number.strip(), name, names);
        long made = store.insertReminder(
                period, late, area, number.strip(), DocumentJson.write(letter), actor.login(), clock.instant());
        audit.act(
                actor,
                "REMIND_OF_REPORT",
                "report-reminder",
                String.valueOf(made),
                "",
                Map.of(
                        "units",
                        String.join(" ", late),
                        "from",
                        period.from().toString(),
                        "to",
                        period.to().toString()));
        return new Done(made);
    }

    private Document letter(
            ReportPeriod period, List<String> late, String area, String number, String name, ReportUnits.Names names) {
        LocalDate today = periods.today();
        ReportTemplate template = templates.current(ReportTemplate.Level.CITY);
        Map<String, String> details = new HashMap<>(ReportText.details(names, area, period));
        details.put("due", ReportText.day(periods.due(period)));
        details.put("before", ReportText.day(today.plusDays(1)));
        List<Document.Block> blocks = new ArrayList<>();
        blocks.add(new Document.Paragraph(text("to"), true));
        blocks.add(new Document.Items(late.stream()
                .map(unit -> text("police") + " " + names.inText(unit))
                .toList()));
        ReportDocument.add(blocks, ReportTemplate.fill(template.reminder(), details));
        List<String> recipients = List.of(text("as-above"), text("to-file"));
        return new Document(
                ReportDocument.head(names, area, number, today),
                "",
                text("subject") + " " + ReportText.period(period),
                blocks,
                new Document.Closing(
                        recipients,
                        List.of(new Document.Signature(
                                ReportTemplate.fill(template.authority(), details), "", text("sign-here"), name))),
                false,
                null);
    }

    private static String text(String key) {
        return Texts.of(Texts.VIETNAMESE).get("report.reminder." + key);
    }
}
