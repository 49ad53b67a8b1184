package vn.dancu.reporting;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.access.AccessService;
import vn.dancu.audit.AuditLog;
import vn.dancu.intake.FormField;
import vn.dancu.reporting.db.ExportStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Texts;

/**
 * Makes the file of an export, some thousand forms at a time, each portion with a line in the audit log per form, so that
 * whoever asks who saw a form finds the export. Begun again after a stop, it begins with an empty file. The area is the
 * requester's of this moment: what was taken from her since is not in the file.
 */
@Service
public class ExportRun {
    /** How long a file lies ready. */
    public static final Duration KEPT = Duration.ofDays(7);

    private static final int PORTION = 2000;
    private static final List<String> STAND =
            List.of("stage", "paper", "verification", "twice", "repair", "scan-returned");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").withZone(Days.VIETNAM);
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(Days.VIETNAM);

    private final ExportStore store;
    private final ExportRights rights;
    private final ExportFolder folder;
    private final AccessService access;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ExportRun(
            ExportStore store,
            ExportRights rights,
            ExportFolder folder,
            AccessService access,
            AuditLog audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = store;
        this.rights = rights;
        this.folder = folder;
        this.access = access;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Makes the file; nothing when the export is not to be made. A failure marks it FAILED and leaves no file.
     *
     * @throws DanCuException E303 when it was asked to stop; it can be begun again then
     */
    public void make(long id, Progress progress) {
        Optional<Export> found = store.find(id);
        if (found.isEmpty() || !store.begin(id)) {
            return;
        }
        Export export = found.get();
        Optional<Actor> actor = access.actorOf(export.requestedBy())
                .filter(someone -> rights.limit(someone).isPresent());
        if (actor.isEmpty()) {
            store.fail(id);
            return;
        }
        String name = name(export);
        try {
            write(export, name, actor.get(), progress);
        } catch (IOException | RuntimeException e) {
            folder.delete(name);
            if (e instanceof DanCuException stopped && stopped.code() == ErrorCode.E303_STOPPED) {
                throw stopped;
            }
            store.fail(id);
            throw new DanCuException(
                    ErrorCode.E302_CANNOT_WRITE,
                    "không lập được tệp xuất / the export was not made: " + export.serial(),
                    e);
        }
    }

    private String name(Export export) {
        return export.serial() + "_" + export.requestedBy().replaceAll("[^A-Za-z0-9.-]", "-") + "_"
                + STAMP.format(clock.instant()) + "." + export.format();
    }

    private void write(Export export, String name, Actor actor, Progress progress) throws IOException {
        MessageDigest digest = sha256();
        List<FormField> fields = Exports.fields(export);
        int most = mostRows(export, actor);
        long written = 0;
        try (OutputStream file =
                        new DigestOutputStream(new BufferedOutputStream(folder.create(name), 1 << 16), digest);
                RowFile rows = open(export, file, fields)) {
            progress.begin("export", export.counted());
            long after = 0;
            while (true) {
                if (progress.stopRequested()) {
                    throw new DanCuException(ErrorCode.E303_STOPPED, "đã dừng / stopped: " + export.serial());
                }
                long from = after;
                long left = most - written;
                List<ExportStore.Line> lines = left <= 0
                        ? List.of()
                        : Optional.ofNullable(transactions.execute(
                                        status -> portion(export, fields, actor, from, (int) Math.min(PORTION, left))))
                                .orElse(List.of());
                if (lines.isEmpty()) {
                    break;
                }
                for (ExportStore.Line line : lines) {
                    List<@Nullable Object> cells = new ArrayList<>(line.cells());
                    cells.addAll(stand(line.stand()));
                    cells.add(export.serial());
                    rows.row(cells.toArray());
                }
                after = lines.get(lines.size() - 1).id();
                written += lines.size();
                store.written(export.id(), written);
                progress.advance(lines.size());
            }
        }
        finish(export, name, actor, written, HexFormat.of().formatHex(digest.digest()));
    }

    /** What was counted (and approved) is a bound: forms that came since wait for the next export. */
    private int mostRows(Export export, Actor actor) {
        OptionalInt limit = rights.limit(actor);
        long bound = export.decidedBy() == null ? Math.min(export.counted(), limit.orElse(0)) : export.counted();
        return (int) Math.min(Integer.MAX_VALUE, bound);
    }

    private List<ExportStore.Line> portion(Export export, List<FormField> fields, Actor actor, long after, int limit) {
        List<ExportStore.Line> lines =
                store.lines(export.which(), fields, actor.scope(), after, limit, clock.instant());
        audit.viewEach(
                actor,
                "export",
                "form",
                lines.stream().map(line -> String.valueOf(line.id())).toList(),
                export.serial() + ": " + export.purpose());
        return lines;
    }

    private static List<String> stand(ExportedStand stand) {
        Texts texts = Texts.of(Texts.VIETNAMESE);
        return List.of(
                texts.get("stage." + stand.stage()),
                texts.get("paper." + stand.paper()),
                texts.get("verification." + stand.verification()),
                stand.isLaterOfTwo() ? texts.get("export.stand.yes") : "",
                texts.get("export.repair." + stand.repair()),
                stand.isScanReturned() ? texts.get("export.stand.yes") : "");
    }

    private RowFile open(Export export, OutputStream file, List<FormField> fields) {
        Texts texts = Texts.of(Texts.VIETNAMESE);
        List<String> heads = new ArrayList<>();
        fields.forEach(field -> heads.add(texts.get("form-field." + field.column())));
        STAND.forEach(head -> heads.add(texts.get("export.stand." + head)));
        heads.add(texts.get("export.serial"));
        FileMark mark = new FileMark(
                texts.get("export.title"),
                export.serial(),
                List.of(
                        texts.get("export.mark.by", Map.of("user", export.requestedBy())),
                        texts.get("export.mark.at", Map.of("time", SHOWN.format(clock.instant()))),
                        texts.get("export.mark.what", Map.of("filter", Exports.filter(export))),
                        texts.get("export.mark.purpose", Map.of("purpose", export.purpose())),
                        texts.get("export.mark.secret")));
        return export.format().equals("csv") ? RowFile.csv(file, mark, heads) : RowFile.xlsx(file, mark, heads);
    }

    private void finish(Export export, String name, Actor actor, long written, String sha256) throws IOException {
        Instant now = clock.instant();
        long bytes = java.nio.file.Files.size(folder.path(name));
        transactions.executeWithoutResult(status -> {
            store.ready(export.id(), written, name, bytes, sha256, now, now.plus(KEPT));
            audit.act(
                    actor,
                    "MAKE_EXPORT",
                    "export",
                    export.serial(),
                    export.purpose(),
                    Map.of(
                            "filter", Exports.filter(export),
                            "rows", String.valueOf(written),
                            "fields", String.join(",", export.fields()).toLowerCase(Locale.ROOT),
                            "sha256", sha256));
        });
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
