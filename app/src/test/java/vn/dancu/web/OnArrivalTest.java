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
import vn.dancu.web.Officer.Answer;

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

    /** The memory is made ready in the background: asks again, as the page does. */
    private static Answer known(Officer officer, Map<String, String> paper) throws InterruptedException {
        Answer known = officer.post("/forms/new", "/api/desk/known", paper);
        for (int tries = 0; tries < 200 && known.body().contains("GETTING_READY"); tries++) {
            Thread.sleep(50);
            known = officer.post("/forms/new", "/api/desk/known", paper);
        }
        return known;
    }

    private int searches(String login) {
        return world.get(JdbcClient.class)
                .sql("select count(*) from audit.entry where act = 'search' and actor = :login")
                .param("login", login)
                .query(Integer.class)
                .single();
    }

    @Test
    void whoIsAlreadyHereIsToldWhileSheIsTyped() throws InterruptedException {
        collector.post("/forms/new", "/forms/new", Papers.aPaper("HG0002110"));
        Map<String, String> again = Papers.with(Papers.aPaper("HG0002111"), "old_id", "073451229");
        int before = searches(World.COLLECTOR);

        Answer known = known(collector, again);

        assertThat(known.body())
                .contains(
                        "\"state\":\"READY\"",
                        "Phiếu HG00021",
                        "PHẠM VĂN LONG",
                        "08/05/1944",
                        "gần như chắc chắn",
                        "/compare?p=re-check",
                        "Sổ cư trú S001",
                        "Tàng thư T001");
        known(collector, Papers.with(again, "head_name", "PHẠM"));
        assertThat(searches(World.COLLECTOR)).as("once a paper").isEqualTo(before + 1);
        known(collector, Papers.with(again, "form_no", "HG0002112"));
        assertThat(searches(World.COLLECTOR)).as("once more for the next").isEqualTo(before + 2);
    }

    @Test
    void ofAnotherAreaNoMoreIsToldThanThatSheIsThere() throws InterruptedException {
        collector.post("/forms/new", "/forms/new", Papers.wife("HG0002120"));
        Map<String, String> again = Papers.with(Papers.wife("HG0002121"), "commune_code", World.OTHER_WARD);

        Answer known = known(Officer.login(world, World.OTHER_COLLECTOR), again);

        assertThat(known.body())
                .contains("ở địa bàn khác", "\"kind\":\"form\"")
                .doesNotContain("HG0002120", "LAN", "1949", "S002", "T002", "/forms/");
        assertThat(Officer.login(world, World.INSPECTOR)
                        .post("/", "/api/desk/known", again)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void tooLittleToAskByIsNotASearch() throws InterruptedException {
        int before = searches(World.CHIEF);

        Answer known =
                known(Officer.login(world, World.CHIEF), Map.of("form_no", "HG0002130", "full_name", "PHẠM VĂN LONG"));

        assertThat(known.body()).contains("NOT_ASKED").doesNotContain("HG00");
        assertThat(searches(World.CHIEF)).isEqualTo(before);
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
