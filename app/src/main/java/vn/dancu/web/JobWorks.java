package vn.dancu.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
import vn.dancu.reconciliation.LongComparison;
import vn.dancu.reconciliation.Outcome;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.reference.EthnicGroupImport;
import vn.dancu.reference.UnitImport;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Role;
import vn.dancu.sources.SourceImport;

/** What officers let run in the background. */
@Configuration(proxyBeanMethods = false)
class JobWorks {
    static final JobKind IMPORT_FORMS = new JobKind("import-forms");
    static final JobKind IMPORT_RESIDENCE_BOOK = new JobKind("import-residence-book");
    static final JobKind IMPORT_ARCHIVE = new JobKind("import-archive");
    static final JobKind CHECK = new JobKind("check");
    static final JobKind COMPARE = new JobKind("compare");

    static final JobKind IMPORT_UNITS = new JobKind("import-units");
    static final JobKind IMPORT_SUCCESSION = new JobKind("import-succession");
    static final JobKind IMPORT_ETHNIC_GROUPS = new JobKind("import-ethnic-groups");

    /** What an administrator imports: no records of persons. */
    static final List<JobKind> LISTS = List.of(IMPORT_UNITS, IMPORT_SUCCESSION, IMPORT_ETHNIC_GROUPS);

    private static final Set<Role> LIST_KEEPERS = EnumSet.of(Role.ADMINISTRATOR);

    static final List<JobKind> IMPORTS = List.of(IMPORT_FORMS, IMPORT_RESIDENCE_BOOK, IMPORT_ARCHIVE);
    static final List<JobKind> OF_AN_AREA = List.of(CHECK, COMPARE);

    /** What a comparison remembers beside its sums: the last form that is done. */
    private static final String AFTER = "after";

    private static final List<Stage> OPEN = List.of(Stage.COLLECTED, Stage.CHECKED, Stage.RETURNED);

    /** A small batch is compared as it comes in, as by the command. */
    @Bean
    JobWork importForms(FormImport forms, ReconciliationService reconciliation) {
        return ImportWork.of(IMPORT_FORMS, Menu.IMPORTERS, forms::importForms, run -> reconciliation.compareArrived());
    }

    @Bean
    JobWork importResidenceBook(SourceImport sources) {
        return ImportWork.of(IMPORT_RESIDENCE_BOOK, Menu.IMPORTERS, sources::importResidenceBook, run -> {});
    }

    @Bean
    JobWork importArchive(SourceImport sources) {
        return ImportWork.of(IMPORT_ARCHIVE, Menu.IMPORTERS, sources::importArchive, run -> {});
    }

    @Bean
    JobWork importUnits(UnitImport units) {
        return ImportWork.ofADay(IMPORT_UNITS, LIST_KEEPERS, units::importUnits);
    }

    @Bean
    JobWork importSuccession(UnitImport units) {
        return ImportWork.ofADay(IMPORT_SUCCESSION, LIST_KEEPERS, units::importSuccession);
    }

    @Bean
    JobWork importEthnicGroups(EthnicGroupImport groups) {
        return ImportWork.ofADay(
                IMPORT_ETHNIC_GROUPS,
                LIST_KEEPERS,
                (file, day, dryRun, actor, progress) -> groups.importEthnicGroups(file, dryRun, actor, progress));
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

    /** Compares anew every form that nobody has called reconciled; goes on where it was stopped. */
    @Bean
    JobWork compareArea(FormJourney journey, LongComparison comparison) {
        return new AreaWork(COMPARE) {
            @Override
            void run(JobRun run, Actor actor) {
                FormSet open = FormSet.ofKeys(OPEN.stream()
                        .map(stage -> journey.at(stage, actor))
                        .flatMapToLong(forms -> LongStream.of(forms.keys()))
                        .toArray());
                Map<String, String> before = run.memory();
                Map<String, Integer> sums = new TreeMap<>();
                before.forEach((key, value) -> {
                    if (!key.equals(AFTER)) {
                        sums.put(key, Integer.valueOf(value));
                    }
                });
                CompareReport report = comparison.compare(
                        open,
                        Long.parseLong(before.getOrDefault(AFTER, "0")),
                        (last, done) -> {
                            run.remember(AFTER, String.valueOf(last));
                            add(run, sums, "compared", done.compared());
                            for (Outcome outcome : Outcome.values()) {
                                add(run, sums, "outcome." + outcome, done.of(outcome));
                            }
                        },
                        run.progress());
                run.result("compared", String.valueOf(sums.getOrDefault("compared", 0)));
                run.result("duplicates", String.valueOf(report.duplicateClusters()));
                for (Outcome outcome : Outcome.values()) {
                    run.result("outcome." + outcome, String.valueOf(sums.getOrDefault("outcome." + outcome, 0)));
                }
            }
        };
    }

    private static void add(JobRun run, Map<String, Integer> sums, String key, int more) {
        run.remember(key, String.valueOf(sums.merge(key, more, Integer::sum)));
    }
}
