package vn.dancu.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.intake.FormImport;
import vn.dancu.journey.FormJourney;
import vn.dancu.journey.Stage;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.table.ImportReport;
import vn.dancu.sources.SourceImport;

/** The machine's part of the path: import, collect, check, compare, reconcile; the same for the demo and for a batch. */
final class BatchPath {
    private final FormImport formImport;
    private final SourceImport sourceImport;
    private final FormJourney journey;
    private final ReconciliationService reconciliation;
    private final Console console;
    private final Steps steps;
    private final Actor self;
    private final List<ImportReport> reports = new ArrayList<>();

    BatchPath(Session session, Console console, Steps steps) {
        this.formImport = session.bean(FormImport.class);
        this.sourceImport = session.bean(SourceImport.class);
        this.journey = session.bean(FormJourney.class);
        this.reconciliation = session.bean(ReconciliationService.class);
        this.console = console;
        this.steps = steps;
        this.self = Session.commandLine();
    }

    void importAll(@Nullable Path residenceBook, @Nullable Path archive, Path forms) {
        if (residenceBook != null) {
            steps.run("Nạp sổ quản lý cư trú", () -> {
                ImportReport report = sourceImport.importResidenceBook(residenceBook, false, self, console);
                reports.add(report);
                return report.fresh();
            });
        }
        if (archive != null) {
            steps.run("Nạp tàng thư", () -> {
                ImportReport report = sourceImport.importArchive(archive, false, self, console);
                reports.add(report);
                return report.fresh();
            });
        }
        steps.run("Nạp phiếu", () -> {
            ImportReport report = formImport.importForms(forms, false, self, console);
            reports.add(report);
            return report.fresh();
        });
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
        steps.run("Đối chiếu", () -> journey.reconcile(journey.at(Stage.CHECKED, self), self)
                .advanced()
                .size());
    }
}
