package vn.dancu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import vn.dancu.Application;
import vn.dancu.DanCu;

class ModulesTest {
    /** Plain libraries, which {@link LayersTest} guards. */
    private static final DescribedPredicate<JavaClass> LIBRARIES = JavaClass.Predicates.resideInAnyPackage(
            "vn.dancu.civil..", "vn.dancu.linkage..", "vn.dancu.paper..", "vn.dancu.simulator..");

    /** The main class knows the commands, and the commands the starter beside it. */
    private static final DescribedPredicate<JavaClass> MAIN = JavaClass.Predicates.equivalentTo(DanCu.class);

    private static final ApplicationModules MODULES = ApplicationModules.of(Application.class, LIBRARIES.or(MAIN));

    @Test
    void noModuleReachesIntoAnotherOrAboveItself() {
        MODULES.verify();
    }

    @Test
    void everyModuleSaysWhatItMayUse() {
        List<String> silent = new ArrayList<>();
        MODULES.forEach(module -> {
            String name = module.getBasePackage().getName();
            Path info = Sources.APPLICATION.resolve(name.substring("vn.dancu.".length()) + "/package-info.java");
            if (!Sources.text(info).contains("allowedDependencies")) {
                silent.add(name);
            }
        });

        assertThat(silent)
                .as("a module without allowedDependencies may use everything, and the floors would grow together")
                .isEmpty();
    }
}
