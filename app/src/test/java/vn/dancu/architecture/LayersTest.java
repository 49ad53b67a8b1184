package vn.dancu.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LayersTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.dancu");

    private static void hold(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    @Test
    void rulesAndLibrariesArePlainJava() {
        hold(noClasses()
                .that()
                .resideInAnyPackage(
                        "vn.dancu.civil..",
                        "vn.dancu.linkage..",
                        "vn.dancu.paper..",
                        "vn.dancu.simulator..",
                        "vn.dancu..domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "java.sql..", "javax.sql..", "jakarta..", "org.postgresql..")
                .because("a rule that can be read and run without framework or database is a rule that an officer's"
                        + " question can be answered from"));
    }

    @Test
    void librariesDoNotKnowTheApplication() {
        hold(noClasses()
                .that()
                .resideInAnyPackage("vn.dancu.civil..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "vn.dancu.linkage..", "vn.dancu.paper..", "vn.dancu.simulator..", "vn.dancu.shared..")
                .because("civil stands below everything"));
        hold(noClasses()
                .that()
                .resideInAnyPackage("vn.dancu.linkage..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("vn.dancu.simulator..", "vn.dancu.shared..")
                .because("the linkage engine also runs alone, on any file and on a cluster"));
        hold(noClasses()
                .that()
                .resideInAnyPackage("vn.dancu.paper..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("vn.dancu.linkage..", "vn.dancu.simulator..", "vn.dancu.shared..")
                .because("a page is read the same by command, by a server and in a measurement"));
    }

    @Test
    void onlyTheComparisonAndTheCommandsLink() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "vn.dancu.linkage..", "vn.dancu.reconciliation..", "vn.dancu.cli..", "vn.dancu.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("vn.dancu.linkage..")
                .because("who is who is decided in one place"));
    }

    @Test
    void onlyTheCommandsKnowTheInventedCity() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackages("vn.dancu.simulator..", "vn.dancu.cli..", "vn.dancu.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("vn.dancu.simulator..")
                .because("what works on real people must not know how invented ones are made"));
    }

    @Test
    void sqlIsSpokenInDbOnly() {
        hold(noClasses()
                .that()
                .resideInAPackage("vn.dancu..")
                .and()
                .resideOutsideOfPackages("vn.dancu", "vn.dancu..db..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql..")
                .because("whoever asks what a module does to the database reads one package"));
    }

    @Test
    void nobodyDependsOnScreens() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackage("vn.dancu..web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("vn.dancu..web..")
                .because("a use case must work without its screen: by command, in a batch, over the API"));
    }

    @Test
    void timeAndChanceAreHandedIn() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackage("vn.dancu")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now", ZoneId.class)
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .because("a run must be repeatable: the clock and every seed are passed in"));
    }

    @Test
    void onlyTheCommandLinePrints() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackages("vn.dancu.cli..", "vn.dancu.bench..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("what a library prints, a server leaks"));
    }

    @Test
    void theOfficersOfTheDemoUseTheDoorsOfTheScreens() {
        hold(noClasses()
                .that()
                .resideInAPackage("vn.dancu.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("vn.dancu.journey.db..", "vn.dancu.quality.db..", "vn.dancu.intake.db..")
                .because("no shortcut writes a stage"));
    }
}
