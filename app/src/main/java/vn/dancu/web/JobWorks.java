package vn.dancu.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.intake.FormImport;
import vn.dancu.job.JobKind;
import vn.dancu.job.JobRun;
import vn.dancu.job.JobWork;
import vn.dancu.journey.FormJourney;
import vn.dancu.journey.Stage;
import vn.dancu.journey.StepReport;
import vn.dancu.reconciliation.CompareReport;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormSet;
import vn.dancu.sources.SourceImport;

/** What officers let run in the background. */
@Configuration(proxyBeanMethods = false)
class JobWorks {
    static final JobKind IMPORT_FORMS = new JobKind("import-forms");
    static final JobKind IMPORT_RESIDENCE_BOOK = new JobKind("import-residence-book");
    static final JobKind IMPORT_ARCHIVE = new JobKind("import-archive");
    static final JobKind CHECK = new JobKind("check");
    static final JobKind COMPARE = new JobKind("compare");

    static final List<JobKind> IMPORTS = List.of(IMPORT_FORMS, IMPORT_RESIDENCE_BOOK, IMPORT_ARCHIVE);
    static final List<JobKind> OF_AN_AREA = List.of(CHECK, COMPARE);

    private static final List<Stage> OPEN = List.of(Stage.COLLECTED, Stage.CHECKED, Stage.RETURNED);

    /** A small batch is compared as it comes in, as by the command. */
    @Bean
    JobWork importForms(FormImport forms, ReconciliationService reconciliation) {
        return new ImportWork(IMPORT_FORMS, Menu.IMPORTERS, forms::importForms, run -> reconciliation.compareArrived());
    }

    @Bean
    JobWork importResidenceBook(SourceImport sources) {
        return new ImportWork(IMPORT_RESIDENCE_BOOK, Menu.IMPORTERS, sources::importResidenceBook, run -> {});
    }

    @Bean
    JobWork importArchive(SourceImport sources) {
        return new ImportWork(IMPORT_ARCHIVE, Menu.IMPORTERS, sources::importArchive, run -> {});
    }

    /** Takes the step CHECK with every collected form, and compares those that went on. */
    @Bean
    JobWork checkArea(FormJourney journey, StepDesk desk) {
        return new AreaWork(CHECK) {
            @Override
            void run(JobRun run, Actor actor) {
                StepReport report = desk.check(journey.at(Stage.COLLECTED, actor), actor, run.progress());
                run.result("advanced", String.valueOf(report.advanced().size()));
                report.refused().forEach((why, forms) -> run.result("refused." + why, String.valueOf(forms.size())));
            }
        };
    }

    /** Compares anew every form that nobody has called reconciled. */
    @Bean
    JobWork compareArea(FormJourney journey, ReconciliationService reconciliation) {
        return new AreaWork(COMPARE) {
            @Override
            void run(JobRun run, Actor actor) {
                FormSet open = FormSet.ofKeys(OPEN.stream()
                        .map(stage -> journey.at(stage, actor))
                        .flatMapToLong(forms -> LongStream.of(forms.keys()))
                        .toArray());
                CompareReport report = reconciliation.compare(open, run.progress());
                run.result("compared", String.valueOf(report.compared()));
                run.result("duplicates", String.valueOf(report.duplicateClusters()));
                Arrays.stream(vn.dancu.reconciliation.Outcome.values())
                        .forEach(outcome -> run.result("outcome." + outcome, String.valueOf(report.of(outcome))));
            }
        };
    }
}
