package vn.dancu.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.dancu.intake.FormImport;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.reference.BoundaryImport;
import vn.dancu.reference.EthnicGroupImport;
import vn.dancu.reference.UnitImport;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;
import vn.dancu.shared.Texts;
import vn.dancu.shared.table.ImportReport;
import vn.dancu.sources.SourceImport;

/** {@code import}: files into the database. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Nạp tệp vào cơ sở dữ liệu (CSV hoặc XLSX). / Imports a file (CSV or XLSX).",
            "Nạp lại cùng một tệp không thay đổi gì. / Importing the same file again changes nothing."
        })
final class ImportCommand implements Callable<Integer> {
    /** What a file holds. */
    enum What {
        FORMS,
        RESIDENCE_BOOK,
        ARCHIVE,
        UNITS,
        SUCCESSION,
        ETHNIC_GROUPS,
        BOUNDARIES;

        static What of(String text) {
            for (What what : values()) {
                if (what.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                    return what;
                }
            }
            throw new DanCuException(
                    ErrorCode.E105_UNKNOWN_OPTION_VALUE,
                    "không biết loại tệp / unknown kind «" + text
                            + "»: forms, residence-book, archive, units, succession, ethnic-groups, boundaries");
        }
    }

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description = "forms | residence-book | archive | units | succession | ethnic-groups | boundaries")
    private String kind = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "tệp / file")
    private Path file = Path.of("");

    @Option(
            names = "--valid-from",
            paramLabel = "DATE",
            description = "ngày danh mục có hiệu lực (yyyy-MM-dd), cho units và succession / day the list takes effect")
    private @Nullable LocalDate validFrom;

    @Option(names = "--dry-run", description = "đọc và báo cáo, không ghi / read and report, write nothing")
    private boolean dryRun;

    @Mixin
    private DataFolder data = new DataFolder();

    @Override
    public Integer call() {
        What what = What.of(kind);
        LocalDate day = validFrom;
        if (day == null && (what == What.UNITS || what == What.SUCCESSION)) {
            throw new DanCuException(
                    ErrorCode.E105_UNKNOWN_OPTION_VALUE, "cần --valid-from yyyy-MM-dd / --valid-from is needed");
        }
        Console console = Console.system();
        try (Session session = Session.batch(data.path(), console)) {
            if (what == What.BOUNDARIES) {
                return boundaries(session, console);
            }
            ImportReport report = run(session, what, day == null ? LocalDate.EPOCH : day, console);
            ImportReports.print(report, console);
            if (what == What.FORMS && report.fresh() > 0 && !report.dryRun()) {
                session.bean(ReconciliationService.class)
                        .compareArrived()
                        .ifPresent(compared -> ImportReports.print(compared, console));
            }
        } catch (DanCuException e) {
            throw Failures.ofDatabase(e, data.path());
        }
        return RootCommand.OK;
    }

    private int boundaries(Session session, Console console) {
        BoundaryImport.Result result =
                session.bean(BoundaryImport.class).importGeoJson(file, Session.commandLine(), dryRun);
        if (result instanceof BoundaryImport.Result.Refused refused) {
            throw new DanCuException(
                    ErrorCode.E104_FILE_DAMAGED,
                    (refused.feature() == 0 ? "" : "feature " + refused.feature() + ": ")
                            + Texts.of(Texts.VIETNAMESE).get("boundary." + refused.why())
                            + " / "
                            + Texts.of(Locale.ENGLISH).get("boundary." + refused.why()));
        }
        BoundaryImport.Result.Taken taken = (BoundaryImport.Result.Taken) result;
        console.print(taken.units() + " đơn vị / units, " + taken.points() + " điểm / points"
                + (dryRun ? " (--dry-run)" : ""));
        return RootCommand.OK;
    }

    private ImportReport run(Session session, What what, LocalDate day, Console console) {
        return switch (what) {
            case FORMS -> session.bean(FormImport.class).importForms(file, dryRun, Session.commandLine(), console);
            case RESIDENCE_BOOK ->
                session.bean(SourceImport.class).importResidenceBook(file, dryRun, Session.commandLine(), console);
            case ARCHIVE ->
                session.bean(SourceImport.class).importArchive(file, dryRun, Session.commandLine(), console);
            case UNITS -> session.bean(UnitImport.class).importUnits(file, day, dryRun, Session.commandLine(), console);
            case SUCCESSION ->
                session.bean(UnitImport.class).importSuccession(file, day, dryRun, Session.commandLine(), console);
            case BOUNDARIES -> throw new IllegalStateException("boundaries have no rows");
            case ETHNIC_GROUPS ->
                session.bean(EthnicGroupImport.class).importEthnicGroups(file, dryRun, Session.commandLine(), console);
        };
    }
}
