package vn.dancu.reporting;

import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.access.AccessService;
import vn.dancu.audit.AuditLog;
import vn.dancu.intake.FormField;
import vn.dancu.job.Jobs;
import vn.dancu.reporting.ExportResult.Done;
import vn.dancu.reporting.ExportResult.Refused;
import vn.dancu.reporting.ExportResult.Why;
import vn.dancu.reporting.db.ExportStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Role;

/**
 * Persons' data on its way out: asked for with a purpose, counted, above the limit of the role approved by another, made
 * by {@link ExportRun}, taken by whoever asked, deleted after some days. Every step is a line of the audit log.
 */
@Service
public class Exports {
    /** Longest purpose, reason or note, in characters. */
    public static final int LONGEST_TEXT = 1000;

    private static final Set<Role> APPROVERS = EnumSet.of(Role.CHIEF, Role.CITY_TEAM, Role.PROVINCE_OPERATOR);
    private static final int MOST_LISTED = 200;

    private final ExportStore store;
    private final ExportRights rights;
    private final ExportFolder folder;
    private final Jobs jobs;
    private final AccessService access;
    private final AuditLog audit;
    private final Clock clock;

    Exports(
            ExportStore store,
            ExportRights rights,
            ExportFolder folder,
            Jobs jobs,
            AccessService access,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.rights = rights;
        this.folder = folder;
        this.jobs = jobs;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many forms that would be; none outside the actor's area. */
    @Transactional(readOnly = true)
    public long count(Measure measure, String commune, String group, Actor actor) {
        return store.count(new BehindFigure(measure, commune, group, ""), actor.scope(), clock.instant());
    }

    /** QUEUED, or WAITING for the word of another when there are more than the role's limit. */
    @Transactional
    public ExportResult ask(AskExport asked, Actor actor) {
        OptionalInt limit = rights.limit(actor);
        if (limit.isEmpty()) {
            return new Refused(Why.NO_RIGHT);
        }
        Optional<Why> wrong = judge(asked, actor.scope());
        if (wrong.isPresent()) {
            return new Refused(wrong.get());
        }
        long counted = count(asked.measure(), asked.commune(), asked.group(), actor);
        if (counted == 0) {
            return new Refused(Why.NOTHING_TO_EXPORT);
        }
        long id = store.insert(asked, actor, counted, limit.getAsInt(), clock.instant());
        Export export = store.find(id).orElseThrow();
        audit.act(
                actor,
                "ASK_EXPORT",
                "export",
                export.serial(),
                asked.purpose(),
                Map.of(
                        "filter", filter(export),
                        "count", String.valueOf(counted),
                        "limit", String.valueOf(limit.getAsInt()),
                        "fields", String.join(",", export.fields()),
                        "sensitive", asked.sensitiveReason()));
        begin(export);
        return new Done(export);
    }

    /** The job is the requester's, also when another has approved it. */
    private void begin(Export export) {
        if (export.status() == Export.Status.QUEUED) {
            access.actorOf(export.requestedBy())
                    .filter(actor -> jobs.mayStart(ExportWork.KIND, actor))
                    .ifPresent(actor -> jobs.start(ExportWork.KIND, ExportWork.parameters(export), actor));
        }
    }

    private static Optional<Why> judge(AskExport asked, AreaScope scope) {
        if (asked.purpose().isBlank()) {
            return Optional.of(Why.NO_PURPOSE);
        }
        if (asked.fields().isEmpty()) {
            return Optional.of(Why.NO_FIELDS);
        }
        if (!ExportField.OFFERED.containsAll(asked.fields())
                || !Set.of("csv", "xlsx").contains(asked.format())
                || asked.purpose().length() > LONGEST_TEXT
                || asked.sensitiveReason().length() > LONGEST_TEXT
                || (asked.commune().isEmpty() && !asked.group().isEmpty())) {
            return Optional.of(Why.MALFORMED);
        }
        if (asked.fields().stream().anyMatch(ExportField::isSensitive)
                && asked.sensitiveReason().isBlank()) {
            return Optional.of(Why.SENSITIVE_WITHOUT_REASON);
        }
        return asked.commune().isEmpty() || touches(scope, asked.commune())
                ? Optional.empty()
                : Optional.of(Why.OUTSIDE_AREA);
    }

    private static boolean touches(AreaScope scope, String commune) {
        return scope.everywhere()
                || scope.communes().contains(commune)
                || scope.groups().stream().anyMatch(group -> group.startsWith(commune + "/"));
    }

    /** What is asked for, in words of the program: no person's data. */
    static String filter(Export export) {
        return export.measure().word() + " commune=" + (export.commune().isEmpty() ? "*" : export.commune()) + " group="
                + (export.group().isEmpty() ? "*" : export.group());
    }

    /** The word of another: who is responsible for the whole area of the request, and did not ask. */
    @Transactional
    public ExportResult decide(long id, boolean approve, String note, Actor actor) {
        Optional<Export> found = store.find(id).filter(export -> sees(export, actor));
        if (found.isEmpty()) {
            return new Refused(Why.NOT_FOUND);
        }
        Export export = found.get();
        if (export.requestedBy().equals(actor.login())) {
            return new Refused(Why.OWN_REQUEST);
        }
        if (!mayDecide(export, actor)) {
            return new Refused(Why.NOT_APPROVER);
        }
        if (note.isBlank() || note.length() > LONGEST_TEXT) {
            return new Refused(Why.NO_NOTE);
        }
        if (!store.decide(id, approve, actor.login(), note.strip(), clock.instant())) {
            return new Refused(Why.WRONG_STATE);
        }
        audit.act(
                actor,
                approve ? "APPROVE_EXPORT" : "REFUSE_EXPORT",
                "export",
                export.serial(),
                note.strip(),
                Map.of("filter", filter(export), "count", String.valueOf(export.counted())));
        Export decided = store.find(id).orElseThrow();
        begin(decided);
        return new Done(decided);
    }

    /** Whoever asked, and whoever is responsible for its area. */
    private static boolean sees(Export export, Actor actor) {
        return export.requestedBy().equals(actor.login()) || mayDecide(export, actor);
    }

    public static boolean mayDecide(Export export, Actor actor) {
        return APPROVERS.contains(actor.role())
                && !export.requestedBy().equals(actor.login())
                && coversAll(actor.scope(), export);
    }

    private static boolean coversAll(AreaScope mine, Export export) {
        if (mine.everywhere()) {
            return true;
        }
        if (!export.commune().isEmpty()) {
            return mine.covers(export.commune(), export.group());
        }
        AreaScope asked = export.scope();
        return !asked.everywhere()
                && mine.communes().containsAll(asked.communes())
                && asked.groups().stream()
                        .allMatch(group -> mine.groups().contains(group)
                                || mine.communes().contains(group.substring(0, group.indexOf('/'))));
    }

    /** One's own, newest first. */
    @Transactional(readOnly = true)
    public List<Export> own(Actor actor) {
        return store.of(actor.login(), MOST_LISTED);
    }

    /** Those that wait for this actor's word. */
    @Transactional(readOnly = true)
    public List<Export> toDecide(Actor actor) {
        return store.waiting(MOST_LISTED).stream()
                .filter(export -> mayDecide(export, actor))
                .toList();
    }

    /** What the file is called and where it lies; told to whoever asked, and logged. */
    public record File(String name, Path path, String format) {}

    /** The file, for whoever asked for it and still has the right; empty for everybody else and when it is gone. */
    @Transactional
    public Optional<File> take(long id, Actor actor) {
        Optional<Export> found = store.find(id)
                .filter(export -> export.requestedBy().equals(actor.login())
                        && export.status() == Export.Status.READY
                        && rights.limit(actor).isPresent());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Export export = found.get();
        String name = export.fileName();
        if (name == null || !folder.has(name)) {
            return Optional.empty();
        }
        store.insertDownload(id, actor.login(), clock.instant());
        audit.act(
                actor,
                "TAKE_EXPORT",
                "export",
                export.serial(),
                export.purpose(),
                Map.of("rows", String.valueOf(export.rowsWritten()), "file", name));
        return Optional.of(new File(name, folder.path(name), export.format()));
    }

    /** Deletes files whose days are over; what is known of them stays. */
    @Transactional
    public int deleteExpired() {
        List<Export> over = store.over(clock.instant());
        for (Export export : over) {
            String name = export.fileName();
            if (name != null) {
                folder.delete(name);
            }
            store.expire(export.id());
        }
        return over.size();
    }

    static List<FormField> fields(Export export) {
        return export.fields().stream()
                .map(column -> FormField.byColumn(column).orElseThrow())
                .collect(Collectors.toList());
    }
}
