package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.intake.FormField;
import vn.dancu.intake.FormImport;
import vn.dancu.journey.PathView;
import vn.dancu.journey.Step;
import vn.dancu.journey.StepTaken;
import vn.dancu.reconciliation.CompareReport;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;
import vn.dancu.shared.Progress;

/** A form is beside the books from the moment it comes in; no step is taken by that. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnArrivalTest {
    private World world;
    private Officer collector;

    @BeforeAll
    void open() {
        world = World.start();
        collector = Officer.login(world, World.COLLECTOR);
    }

    @AfterAll
    void close() {
        world.close();
    }

    private List<Integer> comparedVersions(long form) {
        return world.get(JdbcClient.class)
                .sql("select version from reconciliation.comparison where form_id = :form")
                .param("form", form)
                .query(Integer.class)
                .list();
    }

    private List<Step> steps(long form) {
        return world.get(PathView.class).steps(new FormId(form)).stream()
                .map(StepTaken::step)
                .toList();
    }

    @Test
    void aTypedFormIsComparedAtOnceAlsoWhereAnErrorBlocksIt() {
        Map<String, String> blocked = Papers.with(Papers.aPaper("HG0002101"), "birth_date", "08/05/2044");

        long form = collector.post("/forms/new", "/forms/new", blocked).form();

        assertThat(comparedVersions(form)).containsExactly(1);
        assertThat(steps(form)).containsExactly(Step.COLLECT);
        assertThat(collector.post("/forms/" + form + "/check", Map.of()).status())
                .as("blocked")
                .isEqualTo(422);
    }

    @Test
    void aSmallBatchIsComparedWithItsImport(@TempDir Path folder) throws IOException {
        Map<String, String> paper = Papers.wife("HG0002102");
        List<String> columns =
                Stream.of(FormField.values()).map(FormField::column).toList();
        Path file = Files.writeString(
                folder.resolve("forms.csv"),
                String.join(",", columns) + "\n"
                        + columns.stream()
                                .map(column -> paper.getOrDefault(column, ""))
                                .collect(Collectors.joining(","))
                        + "\n");
        world.get(FormImport.class).importForms(file, false, Actor.commandLine("test"), Progress.NONE);

        CompareReport report =
                world.get(ReconciliationService.class).compareArrived().orElseThrow();

        assertThat(report.compared()).isEqualTo(1);
        assertThat(world.get(ReconciliationService.class).compareArrived())
                .as("nothing is left to compare")
                .isEmpty();
    }
}
