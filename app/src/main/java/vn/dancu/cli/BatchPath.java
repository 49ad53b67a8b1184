package vn.dancu.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.intake.FormImport;
import vn.dancu.journey.FormJourney;
import vn.dancu.journey.Stage;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.reference.UnitImport;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;
import vn.dancu.shared.table.ImportReport;
import vn.dancu.shared.table.RejectedRows;
import vn.dancu.sources.SourceImport;

/** The machine's part of the path: import, collect, check, compare, reconcile; the same for the demo and for a batch. */
final class BatchPath {
    private final UnitImport unitImport;
    private final FormImport formImport;
    private final SourceImport sourceImport;
    private final FormJourney journey;
    private final ReconciliationService reconciliation;
    private final Console console;
    private final Steps steps;
    private final Actor self;
    private final List<ImportReport> reports = new ArrayList<>();

    BatchPath(Session session, Console console, Steps steps) {
        this.unitImport = session.bean(UnitImport.class);
        this.formImport = session.bean(FormImport.class);
        this.sourceImport = session.bean(SourceImport.class);
        this.journey = session.bean(FormJourney.class);
        this.reconciliation = session.bean(ReconciliationService.class);
        this.console = console;
        this.steps = steps;
        this.self = Session.commandLine();
    }

    /**
     * What a batch reads; a source that is not given is not consulted.
     *
     * @param unitsFrom first day of the unit list, null without one
     * @param rejected one list of the rejected rows of all files; null: beside each file
     */
    record Files(
            @Nullable Path units,
            @Nullable LocalDate unitsFrom,
            @Nullable Path residenceBook,
            @Nullable Path archive,
            Path forms,
            @Nullable Path rejected) {}

    void importAll(Files files) {
        Path units = files.units();
        LocalDate unitsFrom = files.unitsFrom();
        Path residenceBook = files.residenceBook();
        Path archive = files.archive();
        try (RejectedFiles rejected = new RejectedFiles(files.rejected())) {
            if (units != null && unitsFrom != null) {
                take(
                        "Nạp đơn vị hành chính",
                        units,
                        rejected,
                        (file, rows, dryRun, actor, progress) ->
                                unitImport.importUnits(file, rows, unitsFrom, dryRun, actor, progress));
            }
            if (residenceBook != null) {
                take("Nạp sổ quản lý cư trú", residenceBook, rejected, sourceImport::importResidenceBook);
            }
            if (archive != null) {
                take("Nạp tàng thư", archive, rejected, sourceImport::importArchive);
            }
            take("Nạp phiếu", files.forms(), rejected, formImport::importForms);
        }
    }

    private interface Import {
        ImportReport run(Path file, RejectedRows rejected, boolean dryRun, Actor actor, Progress progress);
    }

    private void take(String name, Path file, RejectedFiles rejected, Import kind) {
        steps.run(name, () -> {
            ImportReport report = kind.run(file, rejected.of(file), false, self, console);
            reports.add(report);
            rejected.done();
            return report.fresh();
        });
    }

    /** Either one list for all files, or one beside each. */
    private static final class RejectedFiles implements AutoCloseable {
        private final @Nullable RejectedRows shared;
        private @Nullable RejectedRows single;

        RejectedFiles(@Nullable Path file) {
            shared = file == null ? null : RejectedRows.to(file);
        }

        RejectedRows of(Path imported) {
            if (shared != null) {
                return shared;
            }
            RejectedRows beside = RejectedRows.beside(imported);
            single = beside;
            return beside;
        }

        void done() {
            if (single != null) {
                single.close();
                single = null;
            }
        }

        @Override
        public void close() {
            done();
            if (shared != null) {
                shared.close();
            }
        }
    }

    List<ImportReport> reports() {
        return List.copyOf(reports);
    }

    FormSet collect() {
        FormSet[] collected = new FormSet[1];
        steps.run("Thu thập", () -> {
            collected[0] = journey.collect(journey.notCollected(), self);
            return collected[0].size();
        });
        return collected[0];
    }

    void check(FormSet forms) {
        steps.run("Rà soát", () -> {
            journey.check(forms, self, console);
            return forms.size();
        });
    }

    void compare(FormSet forms) {
        steps.run("So với sổ và tàng thư", () -> {
            reconciliation.compare(forms, console);
            return forms.size();
        });
    }

    void reconcile() {
        steps.run(
                "Đối chiếu",
                () -> journey.reconcile(journey.at(Stage.CHECKED, self), self)
                        .advanced()
                        .size());
    }
}
