package vn.dancu.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.campaign.CampaignResult.Done;
import vn.dancu.campaign.CampaignResult.Refused;
import vn.dancu.campaign.CampaignResult.Why;
import vn.dancu.campaign.db.TargetStore;
import vn.dancu.campaign.db.WhoCountsStore;
import vn.dancu.campaign.domain.TargetFindings;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Finding;
import vn.dancu.shared.Role;
import vn.dancu.shared.Severity;

/** What officers do to targets: set who counts, make figures from the books or enter them, move them, and see what contradicts itself. */
@Service
public class TargetDesk {
    public static final int LONGEST_TEXT = 500;
    /** No residential group has as many people. */
    public static final int MOST_PERSONS = 100_000;

    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalDate FIRST_DAY = LocalDate.of(2016, 2, 2);
    static final int MOST_VERSIONS = 500;

    private final TargetStore store;
    private final WhoCountsStore who;
    private final PersonsCollected collected;
    private final KeptCounts counts;
    private final AuditLog audit;
    private final Clock clock;

    TargetDesk(
            TargetStore store,
            WhoCountsStore who,
            PersonsCollected collected,
            KeptCounts counts,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.who = who;
        this.collected = collected;
        this.counts = counts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One residential group with all that is known of it.
     *
     * @param target null where nobody has set a figure
     * @param headCount in the books on the day of the figure
     */
    public record Line(
            String commune,
            String group,
            PersonsToCount.@Nullable Line target,
            TargetFigure.HeadCount headCount,
            PersonsCollected.Line collected) {
        public Coverage coverage() {
            return new Coverage(collected.persons(), target == null ? 0 : target.persons());
        }
    }

    /**
     * Figures of an area on a day.
     *
     * @param headCountOf the day for which the books were counted
     */
    public record Overview(
            LocalDate day,
            LocalDate headCountOf,
            WhoCounts who,
            List<Line> lines,
            List<UnitTotal> totals,
            List<FindingAt> findings) {}

    /** @param commune empty for all of the area */
    @Transactional(readOnly = true)
    public Overview overview(AreaScope scope, String commune) {
        LocalDate today = today();
        AreaScope within = scope;
        Map<String, PersonsToCount.Line> targets = new HashMap<>();
        LocalDate newest = null;
        Set<String> keys = new TreeSet<>();
        for (PersonsToCount.Line line : store.inForce(today, within)) {
            if (commune.isEmpty() || commune.equals(line.commune())) {
                targets.put(key(line.commune(), line.group()), line);
                newest = newest == null || line.asOf().isAfter(newest) ? line.asOf() : newest;
            }
        }
        keys.addAll(targets.keySet());
        LocalDate counted = newest == null ? today : newest;
        Map<String, TargetFigure.HeadCount> heads = new HashMap<>();
        for (TargetFigure.HeadCount head : counts.heads(counted, within)) {
            if (commune.isEmpty() || commune.equals(head.commune())) {
                heads.put(key(head.commune(), head.group()), head);
            }
        }
        keys.addAll(heads.keySet());
        Map<String, PersonsCollected.Line> forms = new HashMap<>();
        for (PersonsCollected.Line line : collected.now(within)) {
            if (commune.isEmpty() || commune.equals(line.commune())) {
                forms.put(key(line.commune(), line.group()), line);
            }
        }
        keys.addAll(forms.keySet());
        List<Line> lines = new ArrayList<>();
        for (String key : keys) {
            int slash = key.indexOf('/');
            String unit = key.substring(0, slash);
            String group = key.substring(slash + 1);
            lines.add(new Line(
                    unit,
                    group,
                    targets.get(key),
                    heads.getOrDefault(key, new TargetFigure.HeadCount(unit, group, 0, 0)),
                    forms.getOrDefault(key, new PersonsCollected.Line(unit, group, 0, 0, 0, 0, 0, 0, 0))));
        }
        List<UnitTotal> totals = store.totals(today).stream()
                .filter(total -> (scope.everywhere() || scope.communes().contains(total.commune()))
                        && (commune.isEmpty() || commune.equals(total.commune())))
                .toList();
        return new Overview(today, counted, who.current(), lines, totals, findings(lines, totals));
    }

    private static String key(String commune, String group) {
        return commune + "/" + group;
    }

    private static List<FindingAt> findings(List<Line> lines, List<UnitTotal> totals) {
        return TargetFindings.of(
                lines.stream()
                        .map(line -> new TargetFindings.Group(
                                line.commune(),
                                line.group(),
                                line.target() == null ? null : line.target().persons(),
                                line.target() == null ? 0 : line.target().set(),
                                line.target() == null ? null : line.target().permanent(),
                                line.target() == null ? null : line.target().temporary(),
                                line.headCount().persons(),
                                line.collected().persons()))
                        .toList(),
                totals.stream()
                        .map(total -> new TargetFindings.Total(total.commune(), total.persons(), total.asOf()))
                        .toList());
    }

    @Transactional(readOnly = true)
    public List<WhoCounts> whoCounted() {
        return who.history();
    }

    /** Who must be counted, for the whole campaign: of the city team and the administrator. */
    @Transactional
    public CampaignResult setWhoCounts(
            WhoCounts.Residence residence, @Nullable LocalDate bornUpTo, String reason, Actor actor) {
        if (actor.role() != Role.CITY_TEAM && actor.role() != Role.ADMINISTRATOR && actor.role() != Role.SYSTEM) {
            return new Refused(Why.NOT_ALLOWED);
        }
        if (!Rights.isText(reason, LONGEST_TEXT)) {
            return new Refused(Why.MALFORMED, List.of(finding("T111_NO_REASON", Map.of())));
        }
        if (bornUpTo != null && bornUpTo.isAfter(today())) {
            return new Refused(Why.CONTRADICTS, List.of(finding("T112_DAY_IN_THE_FUTURE", Map.of())));
        }
        who.insert(new WhoCounts(residence, bornUpTo, reason.strip(), actor.login(), clock.instant()));
        audit.act(
                actor,
                "SET_WHO_COUNTS",
                "campaign",
                "",
                reason.strip(),
                Map.of("residence", residence.name(), "bornUpTo", String.valueOf(bornUpTo)));
        return new Done(0);
    }

    /** Figures of all groups of a commune as the books have them on a day. */
    @Transactional
    public CampaignResult makeFromBooks(String commune, LocalDate asOf, String source, Actor actor) {
        if (!mayOrder(commune, actor)) {
            return new Refused(Rights.touches(actor, commune) ? Why.NOT_ALLOWED : Why.NOT_FOUND);
        }
        List<Finding> wrong = days(asOf);
        if (!wrong.isEmpty() || !Rights.isText(source, LONGEST_TEXT)) {
            return new Refused(Why.MALFORMED, wrong);
        }
        List<TargetFigure> figures = store.headCount(asOf, AreaScope.ofCommunes(Set.of(commune))).stream()
                .map(head -> new TargetFigure(
                        commune,
                        head.group(),
                        head.persons(),
                        head.permanent(),
                        head.temporary(),
                        asOf,
                        source.strip()))
                .toList();
        if (figures.isEmpty()) {
            return new Refused(Why.CONTRADICTS, List.of(finding("T113_NOBODY_IN_THE_BOOKS", Map.of())));
        }
        save(figures, PersonsToCount.Origin.BOOKS, commune, actor);
        return new Done(figures.size());
    }

    private void save(List<TargetFigure> figures, PersonsToCount.Origin origin, String commune, Actor actor) {
        Instant now = clock.instant();
        store.save(figures, origin, actor.login(), now);
        audit.act(
                actor,
                "SET_TARGETS",
                "commune",
                commune,
                figures.get(0).source(),
                Map.of("groups", String.valueOf(figures.size()), "origin", origin.name()));
    }

    static boolean mayOrder(String commune, Actor actor) {
        return Rights.SETTERS.contains(actor.role()) && Rights.holds(actor, commune);
    }

    private List<Finding> days(LocalDate asOf) {
        return days(asOf, today());
    }

    static List<Finding> days(LocalDate asOf, LocalDate today) {
        if (asOf.isAfter(today)) {
            return List.of(finding("T112_DAY_IN_THE_FUTURE", Map.of()));
        }
        return asOf.isBefore(FIRST_DAY) ? List.of(finding("T114_DAY_TOO_EARLY", Map.of())) : List.of();
    }

    /** Figures typed or read from a file, all or none; each line that is wrong is told. */
    @Transactional
    public CampaignResult enter(List<TargetFigure> figures, PersonsToCount.Origin origin, Actor actor) {
        if (!Rights.SETTERS.contains(actor.role())) {
            return new Refused(Why.NOT_ALLOWED);
        }
        if (figures.isEmpty()) {
            return new Refused(Why.MALFORMED, List.of(finding("T115_NO_FIGURE", Map.of())));
        }
        List<Finding> wrong = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<String> communes = new TreeSet<>();
        for (TargetFigure figure : figures) {
            if (!Rights.holds(actor, figure.commune())) {
                return new Refused(Why.NOT_FOUND);
            }
            communes.add(figure.commune());
            judge(figure, wrong);
            if (!seen.add(key(figure.commune(), figure.group()))) {
                wrong.add(finding("T116_GROUP_TWICE", Map.of("group", figure.group())));
            }
        }
        if (!wrong.isEmpty()) {
            return new Refused(Why.CONTRADICTS, wrong);
        }
        for (String commune : communes) {
            save(
                    figures.stream()
                            .filter(figure -> figure.commune().equals(commune))
                            .toList(),
                    origin,
                    commune,
                    actor);
        }
        return new Done(figures.size());
    }

    private void judge(TargetFigure figure, List<Finding> wrong) {
        Map<String, String> where = Map.of("group", figure.group(), "n", String.valueOf(figure.persons()));
        if (figure.persons() < 0 || below(figure.permanent()) || below(figure.temporary())) {
            wrong.add(finding("T117_BELOW_ZERO", where));
        }
        if (figure.persons() > MOST_PERSONS) {
            wrong.add(finding("T118_TOO_MANY_FOR_A_GROUP", where));
        }
        wrong.addAll(days(figure.asOf()));
        if (!Rights.isText(figure.source(), LONGEST_TEXT)) {
            wrong.add(finding("T119_NO_SOURCE", where));
        }
        if (!Rights.isNote(figure.group(), 100)) {
            wrong.add(finding("T120_GROUP_NAME_TOO_LONG", Map.of()));
        }
        TargetFindings.kinds(figure.persons(), figure.permanent(), figure.temporary())
                .ifPresent(wrong::add);
    }

    private static boolean below(@Nullable Integer number) {
        return number != null && number < 0;
    }

    /** What the unit says of itself as a whole. */
    @Transactional
    public CampaignResult setTotal(UnitTotal total, Actor actor) {
        if (!mayOrder(total.commune(), actor)) {
            return new Refused(Rights.touches(actor, total.commune()) ? Why.NOT_ALLOWED : Why.NOT_FOUND);
        }
        List<Finding> wrong = new ArrayList<>();
        judge(new TargetFigure(total.commune(), "", total.persons(), null, null, total.asOf(), total.source()), wrong);
        if (!wrong.isEmpty()) {
            return new Refused(Why.CONTRADICTS, wrong);
        }
        store.saveTotal(total, actor.login(), clock.instant());
        audit.act(actor, "SET_UNIT_TOTAL", "commune", total.commune(), total.source(), Map.of());
        return new Done(0);
    }

    /** Every figure ever set in a unit, newest first. */
    @Transactional(readOnly = true)
    public List<TargetFigure.Version> versions(String commune, AreaScope scope) {
        return store.versions(commune, scope, MOST_VERSIONS);
    }

    private LocalDate today() {
        return today(clock);
    }

    static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), VIETNAM);
    }

    static String day(LocalDate day) {
        return String.format(
                java.util.Locale.ROOT, "%02d/%02d/%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    static Finding finding(String code, Map<String, String> details) {
        return new Finding(code, Severity.BLOCKING, "", details);
    }
}
