package vn.dancu.reporting;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.reporting.Inspection.Sampled;
import vn.dancu.reporting.Inspection.Side;
import vn.dancu.reporting.InspectionResult.Done;
import vn.dancu.reporting.InspectionResult.Refused;
import vn.dancu.reporting.InspectionResult.Why;
import vn.dancu.reporting.db.InspectionStore;
import vn.dancu.reporting.db.SampleQueries;
import vn.dancu.reporting.domain.MinutesContent;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;
import vn.dancu.shared.Role;
import vn.dancu.shared.sample.StratifiedDraw;

/**
 * Inspections (kiểm tra): by written order, on a seeded sample, with a verdict per form and minutes that both sides sign
 * here. From the first signature on nothing changes unless the minutes are written anew; from the last one on, nothing at
 * all.
 */
@Service
public class Inspections {
    /** Who may lead one: the Ministry anywhere, the city team in its own area. */
    public static final Set<Role> LEADERS = Set.copyOf(EnumSet.of(Role.INSPECTOR, Role.CITY_TEAM));

    public static final int LARGEST_SAMPLE = 2_000;
    private static final int LONGEST_LINE = 300;

    private final InspectionStore store;
    private final SampleQueries samples;
    private final AuditLog audit;
    private final Clock clock;

    Inspections(InspectionStore store, SampleQueries samples, AuditLog audit, Clock clock) {
        this.store = store;
        this.samples = samples;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first: those that the actor leads or may lead, and those of her own unit. */
    @Transactional(readOnly = true)
    public List<Inspection> list(Actor actor) {
        return store.list().stream()
                .filter(inspection -> maySee(inspection, actor))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Inspection> find(InspectionId id, Actor actor) {
        return store.find(id).filter(inspection -> maySee(inspection, actor));
    }

    /** The sample in force, in the order drawn; only for the inspecting side. */
    @Transactional(readOnly = true)
    public List<Sampled> sample(InspectionId id, Actor actor) {
        return find(id, actor)
                .filter(inspection -> inspects(inspection, actor))
                .map(store::sample)
                .orElse(List.of());
    }

    /**
     * The order that lets an inspector of the Ministry open this form: the newest of hers whose sample in force has it. Her
     * right to see records ends where the sample does.
     */
    @Transactional(readOnly = true)
    public Optional<String> orderFor(FormId form) {
        return samples.ordersOf(form, Role.INSPECTOR).stream().findFirst();
    }

    /** The same without telling who: for the totals that both sides see. */
    @Transactional(readOnly = true)
    public List<Sampled> counted(Inspection inspection) {
        return store.sample(inspection);
    }

    /** Every draw, the first one first. */
    @Transactional(readOnly = true)
    public List<Inspection.Draw> draws(InspectionId id) {
        return store.draws(id);
    }

    private static boolean coversAll(Actor actor, List<String> units) {
        return actor.scope().everywhere() || actor.scope().communes().containsAll(units);
    }

    private static boolean maySee(Inspection inspection, Actor actor) {
        return switch (actor.role()) {
            case INSPECTOR -> inspection.ledAs() == Role.INSPECTOR;
            case CITY_TEAM -> coversAll(actor, inspection.units());
            case CHIEF ->
                inspection.units().stream()
                        .anyMatch(unit -> actor.scope().communes().contains(unit));
            case COLLECTOR, ARCHIVIST, PROVINCE_OPERATOR, ADMINISTRATOR, AUDITOR, SYSTEM -> false;
        };
    }

    /** Whether the actor is of the side that inspects: she sees the evidence and judges. */
    public static boolean inspects(Inspection inspection, Actor actor) {
        return actor.role() == inspection.ledAs()
                && (actor.role() == Role.INSPECTOR || coversAll(actor, inspection.units()));
    }

    @Transactional
    public InspectionResult open(OpenInspection command, Actor actor) {
        if (!LEADERS.contains(actor.role())) {
            return new Refused(Why.WRONG_ROLE);
        }
        if (command.orderNo().isBlank()
                || command.subject().isBlank()
                || command.leaderName().isBlank()) {
            return new Refused(Why.INCOMPLETE);
        }
        if (command.orderNo().length() > LONGEST_LINE
                || command.leaderName().length() > LONGEST_LINE
                || command.subject().length() > GiveVerdict.LONGEST_NOTE
                || command.team().length() > GiveVerdict.LONGEST_NOTE) {
            return new Refused(Why.TOO_LONG);
        }
        if (command.toDay().isBefore(command.fromDay()) || command.orderedOn().isAfter(command.toDay())) {
            return new Refused(Why.DATES_WRONG);
        }
        if (command.units().isEmpty()) {
            return new Refused(Why.NO_UNITS);
        }
        if (!coversAll(actor, command.units())) {
            return new Refused(Why.OUTSIDE_AREA);
        }
        Optional<InspectionId> made = store.insert(command, actor.login(), actor.role(), clock.instant());
        if (made.isEmpty()) {
            return new Refused(Why.ORDER_TAKEN);
        }
        log(actor, "OPEN_INSPECTION", made.get(), command.orderNo(), Map.of());
        return new Done(made.get());
    }

    /**
     * Draws the sample; a further draw needs a reason and takes the place of the one before, which stays on record.
     *
     * @param size 1 to {@value #LARGEST_SAMPLE}
     */
    @Transactional
    public InspectionResult draw(
            InspectionId id, long seed, int size, boolean approvedOnly, String reason, Actor actor) {
        store.lock(id);
        Inspection inspection = find(id, actor).orElse(null);
        Why not = notWritable(inspection, actor);
        if (inspection == null || not != null) {
            return new Refused(not == null ? Why.NO_SUCH_INSPECTION : not);
        }
        if (size < 1 || size > LARGEST_SAMPLE) {
            return new Refused(Why.SIZE_WRONG);
        }
        if (inspection.draw() != null && reason.isBlank()) {
            return new Refused(Why.NO_REASON);
        }
        if (reason.length() > GiveVerdict.LONGEST_NOTE) {
            return new Refused(Why.TOO_LONG);
        }
        SortedMap<String, long[]> pool = new TreeMap<>(store.pool(inspection.units(), approvedOnly));
        Map<String, long[]> drawn = StratifiedDraw.draw(pool, size, seed);
        if (drawn.isEmpty()) {
            return new Refused(Why.EMPTY_POOL);
        }
        int number = inspection.draw() == null ? 1 : inspection.draw().number() + 1;
        store.insertDraw(
                id, number, seed, size, approvedOnly, pool, drawn, reason.strip(), actor.login(), clock.instant());
        log(
                actor,
                "DRAW_INSPECTION_SAMPLE",
                id,
                inspection.orderNo(),
                Map.of("seed", String.valueOf(seed), "size", String.valueOf(size), "draw", String.valueOf(number)));
        return new Done(id);
    }

    /** Null when the inspecting side may write now. */
    private static @Nullable Why notWritable(@Nullable Inspection inspection, Actor actor) {
        if (inspection == null) {
            return Why.NO_SUCH_INSPECTION;
        }
        if (!inspects(inspection, actor)) {
            return Why.WRONG_ROLE;
        }
        if (inspection.isClosed()) {
            return Why.CLOSED;
        }
        return inspection.isSigned() ? Why.SIGNED : null;
    }

    @Transactional
    public InspectionResult judge(GiveVerdict verdict, Actor actor) {
        store.lock(verdict.inspection());
        Inspection inspection = find(verdict.inspection(), actor).orElse(null);
        Why not = notWritable(inspection, actor);
        if (inspection == null || not != null) {
            return new Refused(not == null ? Why.NO_SUCH_INSPECTION : not);
        }
        Sampled sampled = sampled(inspection, verdict.form()).orElse(null);
        if (sampled == null) {
            return new Refused(Why.NOT_IN_SAMPLE);
        }
        if ((sampled.verdict() == null ? 0 : sampled.verdict().id()) != verdict.seen()) {
            return new Refused(Why.STALE);
        }
        List<String> notes = List.of(verdict.collectionNote(), verdict.qualityNote(), verdict.accuracyNote());
        List<GiveVerdict.Mark> marks = List.of(verdict.collection(), verdict.quality(), verdict.accuracy());
        for (int i = 0; i < marks.size(); i++) {
            if (notes.get(i).length() > GiveVerdict.LONGEST_NOTE) {
                return new Refused(Why.TOO_LONG);
            }
            if (marks.get(i) == GiveVerdict.Mark.FAIL && notes.get(i).isBlank()) {
                return new Refused(Why.NOTE_MISSING);
            }
        }
        store.insertVerdict(verdict, actor.login(), clock.instant());
        audit.act(
                actor,
                "JUDGE_INSPECTED_FORM",
                "form",
                String.valueOf(verdict.form().value()),
                inspection.orderNo(),
                Map.of(
                        "collection", verdict.collection().name(),
                        "quality", verdict.quality().name(),
                        "accuracy", verdict.accuracy().name()));
        return new Done(verdict.inspection());
    }

    private Optional<Sampled> sampled(Inspection inspection, FormId form) {
        return store.sample(inspection).stream()
                .filter(one -> one.form().equals(form))
                .findFirst();
    }

    /** A version of the minutes, without signatures. Takes those of the version before away, which needs a reason. */
    @Transactional
    public InspectionResult write(WriteMinutes text, Actor actor) {
        store.lock(text.inspection());
        Inspection inspection = find(text.inspection(), actor).orElse(null);
        if (inspection == null) {
            return new Refused(Why.NO_SUCH_INSPECTION);
        }
        if (!inspects(inspection, actor)) {
            return new Refused(Why.WRONG_ROLE);
        }
        if (inspection.isClosed()) {
            return new Refused(Why.CLOSED);
        }
        List<Sampled> sample = store.sample(inspection);
        if (sample.isEmpty() || sample.stream().anyMatch(form -> form.verdict() == null)) {
            return new Refused(Why.NOT_ALL_JUDGED);
        }
        if (text.place().isBlank() || text.findings().isBlank()) {
            return new Refused(Why.INCOMPLETE);
        }
        for (String part : List.of(text.place(), text.findings(), text.proposals(), text.opinion(), text.whyAnew())) {
            if (part.length() > WriteMinutes.LONGEST_TEXT) {
                return new Refused(Why.TOO_LONG);
            }
        }
        if (inspection.minutes() != null && text.whyAnew().isBlank()) {
            return new Refused(Why.NO_REASON);
        }
        int version = inspection.minutes() == null ? 1 : inspection.minutes().version() + 1;
        store.insertMinutes(
                text, version, MinutesContent.sha256(inspection, sample, text), actor.login(), clock.instant());
        log(actor, "WRITE_MINUTES", inspection.id(), inspection.orderNo(), Map.of("version", String.valueOf(version)));
        return new Done(inspection.id());
    }

    /** Which sides the actor may sign for now: one entry a unit of the inspected side; empty when none. */
    public static List<Inspection.Signature> maySign(
            Inspection inspection, String name, String capacity, Actor actor, Instant at) {
        if (inspection.minutes() == null || inspection.isClosed()) {
            return List.of();
        }
        List<Inspection.Signature> open = new ArrayList<>();
        if (inspects(inspection, actor)) {
            if (actor.login().equals(inspection.ledBy())) {
                open.add(new Inspection.Signature(Side.INSPECTING, "", actor.login(), name, capacity, at));
            }
        } else if (actor.role() == Role.CHIEF
                || (actor.role() == Role.CITY_TEAM && inspection.ledAs() == Role.INSPECTOR)) {
            for (String unit : inspection.units()) {
                if (actor.scope().covers(unit, "")) {
                    open.add(new Inspection.Signature(Side.INSPECTED, unit, actor.login(), name, capacity, at));
                }
            }
        }
        open.removeIf(mine -> inspection.minutes().signatures().stream()
                .anyMatch(done -> done.side() == mine.side() && done.unit().equals(mine.unit())));
        return open;
    }

    /**
     * Signs the minutes as they are, for every unit that the actor may sign for; with the last signature the inspection is
     * closed.
     *
     * @param minutes the version that was read
     * @param capacity as what she signs, as printed
     */
    @Transactional
    public InspectionResult sign(InspectionId id, int minutes, String name, String capacity, Actor actor) {
        store.lock(id);
        Inspection inspection = find(id, actor).orElse(null);
        if (inspection == null) {
            return new Refused(Why.NO_SUCH_INSPECTION);
        }
        if (inspection.isClosed()) {
            return new Refused(Why.CLOSED);
        }
        Inspection.Minutes written = inspection.minutes();
        if (written == null) {
            return new Refused(Why.NO_MINUTES);
        }
        if (written.version() != minutes) {
            return new Refused(Why.STALE);
        }
        if (capacity.isBlank()) {
            return new Refused(Why.INCOMPLETE);
        }
        if (capacity.length() > LONGEST_LINE) {
            return new Refused(Why.TOO_LONG);
        }
        Instant now = clock.instant();
        List<Inspection.Signature> open = maySign(inspection, name, capacity.strip(), actor, now);
        if (open.isEmpty()) {
            boolean signed =
                    written.signatures().stream().anyMatch(done -> done.login().equals(actor.login()));
            return new Refused(signed ? Why.ALREADY_SIGNED : Why.NOT_A_SIDE);
        }
        WriteMinutes text = new WriteMinutes(
                id, written.place(), written.findings(), written.proposals(), written.opinion(), written.whyAnew());
        if (!MinutesContent.sha256(inspection, store.sample(inspection), text).equals(written.sha256())) {
            return new Refused(Why.OUTDATED);
        }
        store.insertSignatures(written.id(), open);
        int sides = written.signatures().size() + open.size();
        if (sides == inspection.units().size() + 1) {
            store.close(id, written.id(), now);
        }
        log(
                actor,
                "SIGN_MINUTES",
                id,
                inspection.orderNo(),
                Map.of("version", String.valueOf(minutes), "sha256", written.sha256()));
        return new Done(id);
    }

    private void log(Actor actor, String act, InspectionId id, String orderNo, Map<String, String> details) {
        audit.act(actor, act, "inspection", String.valueOf(id.value()), orderNo, details);
    }
}
