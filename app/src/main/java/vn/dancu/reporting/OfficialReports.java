package vn.dancu.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.access.Delegation;
import vn.dancu.access.Delegations;
import vn.dancu.audit.AuditLog;
import vn.dancu.reporting.OfficialReport.Frozen;
import vn.dancu.reporting.OfficialReport.Words;
import vn.dancu.reporting.ReportResult.Done;
import vn.dancu.reporting.ReportResult.Refused;
import vn.dancu.reporting.ReportResult.Why;
import vn.dancu.reporting.ReportTemplate.Level;
import vn.dancu.reporting.db.ReportStore;
import vn.dancu.reporting.db.ReportStore.Sealed;
import vn.dancu.reporting.domain.Seal;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Role;
import vn.dancu.shared.document.Document;
import vn.dancu.shared.document.DocumentJson;

/**
 * Official progress reports: a unit counts its figures for a period, adds its words, and signs; from then on the report is
 * frozen, kept whole, and only compared with what is known later.
 */
@Service
public class OfficialReports {
    /** Longest of each of the three texts that a unit writes, in characters. */
    public static final int LONGEST_WORDS = 8000;

    private final ReportStore store;
    private final ReportFigures figures;
    private final ReportPeriods periods;
    private final ReportTemplates templates;
    private final ReportDocuments documents;
    private final ReportUnits units;
    private final Delegations delegations;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    OfficialReports(
            ReportStore store,
            ReportFigures figures,
            ReportPeriods periods,
            ReportTemplates templates,
            ReportDocuments documents,
            ReportUnits units,
            Delegations delegations,
            AuditLog audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = store;
        this.figures = figures;
        this.periods = periods;
        this.templates = templates;
        this.documents = documents;
        this.units = units;
        this.delegations = delegations;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Empty where there is none that the actor may see: of others' reports only what is signed. */
    @Transactional(readOnly = true)
    public Optional<OfficialReport> find(long id, Actor actor) {
        return store.find(id)
                .filter(report ->
                        ReportRights.maySee(report, units.on(report.period().to()), actor));
    }

    /** Whether the actor counts, writes and signs this unit's reports. */
    public boolean mayWrite(OfficialReport report, Actor actor) {
        return ReportRights.mayWrite(report.unit(), units.on(report.period().to()), actor);
    }

    /** The report of a unit for a period, with a first count; the one that is there already when it has one. */
    public ReportResult open(String unit, ReportPeriod period, Actor actor) {
        Why not = notOpen(unit, period, actor);
        if (not != null) {
            return new Refused(not);
        }
        long id = done(transactions.execute(status -> {
            long report = store.insert(unit, period, actor.login(), clock.instant());
            log(
                    actor,
                    "OPEN_REPORT",
                    report,
                    Map.of(
                            "unit",
                            unit,
                            "from",
                            period.from().toString(),
                            "to",
                            period.to().toString()));
            return report;
        }));
        boolean counted = find(id, actor).map(OfficialReport::count).isPresent();
        return counted ? new Done(id) : count(id, actor);
    }

    private @Nullable Why notOpen(String unit, ReportPeriod period, Actor actor) {
        if (period.days() > ReportPeriods.LONGEST_DAYS) {
            return Why.PERIOD_WRONG;
        }
        if (period.from().isAfter(periods.today())) {
            return Why.PERIOD_NOT_BEGUN;
        }
        if (actor.role() != Role.CHIEF && actor.role() != Role.CITY_TEAM) {
            return Why.WRONG_ROLE;
        }
        ReportUnits.Names names = units.on(period.to());
        return unit.isEmpty() || names.communes(unit).isEmpty() || !ReportRights.mayWrite(unit, names, actor)
                ? Why.OUTSIDE_AREA
                : null;
    }

    private static long done(@Nullable Long key) {
        if (key == null) {
            throw new IllegalStateException("the transaction gave no key");
        }
        return key;
    }

    /** Counts the figures anew; the cut-off is now. */
    public ReportResult count(long id, Actor actor) {
        OfficialReport report = find(id, actor).orElse(null);
        Why not = notWritable(report, actor);
        if (report == null || not != null) {
            return new Refused(not == null ? Why.NO_SUCH_REPORT : not);
        }
        Instant cutOff = ReportFigures.cutOff(clock.instant());
        Counted counted = figures.count(report.unit(), report.period(), cutOff);
        ReportResult result = transactions.execute(status -> {
            store.lock(id);
            if (store.find(id).map(OfficialReport::isSigned).orElse(true)) {
                return new Refused(Why.FROZEN);
            }
            store.insertCount(id, counted, actor.login(), clock.instant());
            log(actor, "COUNT_REPORT", id, Map.of("cut-off", cutOff.toString()));
            return new Done(id);
        });
        return result == null ? new Refused(Why.NO_SUCH_REPORT) : result;
    }

    private @Nullable Why notWritable(@Nullable OfficialReport report, Actor actor) {
        if (report == null) {
            return Why.NO_SUCH_REPORT;
        }
        if (!mayWrite(report, actor)) {
            return Why.WRONG_ROLE;
        }
        return report.isSigned() ? Why.FROZEN : null;
    }

    /** @param words their key is that of the words that the page showed */
    @Transactional
    public ReportResult write(long id, Words words, Actor actor) {
        store.lock(id);
        OfficialReport report = find(id, actor).orElse(null);
        Why not = notWritable(report, actor);
        if (report == null || not != null) {
            return new Refused(not == null ? Why.NO_SUCH_REPORT : not);
        }
        for (String text : List.of(words.difficulties(), words.proposals(), words.explanation())) {
            if (text.length() > LONGEST_WORDS) {
                return new Refused(Why.TOO_LONG);
            }
        }
        if (words.id() != report.words().id()) {
            return new Refused(Why.STALE);
        }
        store.insertWords(id, words, actor.login(), clock.instant());
        log(actor, "WRITE_REPORT", id, Map.of());
        return new Done(id);
    }

    /**
     * A signature.
     *
     * @param count key of the count that was read
     * @param words key of the words that were read
     * @param number số, ký hiệu; empty to write it by hand
     */
    public record Sign(long count, long words, String number, String name) {}

    /**
     * Signs what was read, and freezes it; KT. (for the chief) exactly when a dated delegation is in force for whoever signs,
     * by the paper that it names.
     */
    @Transactional
    public ReportResult freeze(long id, Sign sign, Actor actor) {
        store.lock(id);
        OfficialReport report = find(id, actor).orElse(null);
        Why not = notSignable(report, sign, actor);
        OfficialReport.Count count = report == null ? null : report.count();
        if (report == null || count == null || not != null) {
            return new Refused(not == null ? Why.NO_SUCH_REPORT : not);
        }
        Optional<Delegation> delegation = delegations.inForce(actor.login());
        boolean forChief = delegation.isPresent();
        String paper = delegation.map(Delegation::documentNo).orElse("");
        Instant now = clock.instant();
        ReportDocument.Signed signed =
                new ReportDocument.Signed(sign.number().strip(), sign.name(), actor.login(), forChief, now);
        ReportTemplate template = templates.current(level(report));
        Document document = documents.of(report, count.figures(), template, signed);
        String text = DocumentJson.write(document);
        String counted = ReportStore.json(count.figures());
        String sha256 = Seal.sha256(text, counted);
        store.freeze(
                id,
                count.id(),
                template.id(),
                new Sealed(text, counted, sha256),
                new Frozen(
                        signed.number(),
                        document,
                        count.figures(),
                        sha256,
                        actor.login(),
                        sign.name(),
                        forChief,
                        paper,
                        now));
        log(actor, "FREEZE_REPORT", id, Map.of("sha256", sha256, "for-chief", String.valueOf(forChief)));
        return new Done(id);
    }

    private @Nullable Why notSignable(@Nullable OfficialReport report, Sign sign, Actor actor) {
        Why not = notWritable(report, actor);
        if (report == null || not != null) {
            return not;
        }
        OfficialReport.Count count = report.count();
        if (count == null || count.id() != sign.count() || report.words().id() != sign.words()) {
            return Why.STALE;
        }
        if (periods.today().isBefore(report.period().to())) {
            return Why.PERIOD_NOT_OVER;
        }
        LocalDate counted = LocalDate.ofInstant(count.figures().cutOff(), Days.VIETNAM);
        if (counted.isBefore(report.period().to())) {
            return Why.COUNTED_TOO_EARLY;
        }
        if (sign.number().length() > ReportTemplates.LONGEST_LINE) {
            return Why.TOO_LONG;
        }
        boolean above = !count.figures().aboveTarget().isEmpty();
        return above && report.words().explanation().isBlank() ? Why.NOT_EXPLAINED : null;
    }

    private Level level(OfficialReport report) {
        return units.on(report.period().to()).isCommune(report.unit()) ? Level.WARD : Level.CITY;
    }

    /** What was signed; before that, the draft of the latest count. */
    @Transactional(readOnly = true)
    public Document document(OfficialReport report) {
        if (report.frozen() != null) {
            return report.frozen().document();
        }
        if (report.count() == null) {
            throw new IllegalArgumentException("report " + report.id() + " was never counted");
        }
        return documents.of(report, report.count().figures(), templates.current(level(report)), null);
    }

    /** A unit's report for a period: as it was signed, or else counted now and not kept. For the machine's own commands. */
    @Transactional
    public Document document(String unit, ReportPeriod period, Actor actor) {
        audit.act(
                actor,
                "PRINT_REPORT",
                "report",
                unit,
                "",
                Map.of("from", period.from().toString(), "to", period.to().toString()));
        Optional<OfficialReport> made = store.of(period.from(), period.to()).stream()
                .filter(report -> report.unit().equals(unit) && report.isSigned())
                .findFirst();
        if (made.isPresent()) {
            return document(made.get());
        }
        Instant now = clock.instant();
        OfficialReport blank = new OfficialReport(0, unit, period, "", now, null, Words.NONE, null);
        return documents.of(
                blank, figures.count(unit, period, ReportFigures.cutOff(now)), templates.current(level(blank)), null);
    }

    /**
     * A frozen report against the logs.
     *
     * @param whole the kept texts still have the digest that was signed
     * @param reproduced counted again as of its cut-off, the logs give the same figures
     * @param corrections what is known now and was not then
     */
    public record Check(boolean whole, boolean reproduced, List<ReportFigures.Correction> corrections, Instant at) {}

    /** Counts a frozen report twice more: as of its cut-off, and as of now. */
    public Optional<Check> check(long id, Actor actor) {
        Frozen frozen = find(id, actor).map(OfficialReport::frozen).orElse(null);
        Sealed sealed = frozen == null ? null : store.sealed(id).orElse(null);
        if (frozen == null || sealed == null) {
            return Optional.empty();
        }
        Counted then = frozen.figures();
        Counted again = figures.count(then.unit(), then.period(), then.cutOff());
        Instant now = ReportFigures.cutOff(clock.instant());
        Counted today = figures.count(then.unit(), then.period(), now);
        boolean whole = Seal.sha256(sealed.document(), sealed.figures()).equals(sealed.sha256());
        return Optional.of(new Check(whole, again.equals(then), ReportFigures.corrections(then, today), now));
    }

    private void log(Actor actor, String act, long report, Map<String, String> details) {
        audit.act(actor, act, "report", String.valueOf(report), "", details);
    }
}
