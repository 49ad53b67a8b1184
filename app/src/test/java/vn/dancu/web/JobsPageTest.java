package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.intake.FormField;
import vn.dancu.job.JobState;

/** Imports and whole areas in the background, over HTTP, with a restart of the server in the middle. */
class JobsPageTest {
    private static final int FORMS = 45_000;

    private static final String BOOK = """
            entry_no,full_name,book_kind,household_book_no,commune_code,residential_group,address,other_name,birth_date,sex,ethnicity,religion,nationality,hometown,personal_id,old_id,relation_to_head,head_name,registered_on,removed_on,removal_reason
            S900,Nguyễn Văn Thử
            ,Không Có Số
            """;

    @TempDir
    Path folder;

    private static String forms(int count) {
        StringBuilder file =
                new StringBuilder("form_no,collected_on,commune_code,residential_group,full_name,birth_date");
        Set<String> known = Set.of(file.toString().split(","));
        Stream.of(FormField.values())
                .filter(field -> field.required() && !known.contains(field.column()))
                .forEach(field -> file.append(',').append(field.column()));
        file.append('\n');
        for (int i = 0; i < count; i++) {
            file.append("HG1").append(100_000 + i).append(",05/09/2020,00691,Tổ 3,Nguyễn Văn Thử,1980\n");
        }
        return file.toString();
    }

    private static JobState awaitEnd(World world, long id) throws InterruptedException {
        for (int look = 0; look < 1200; look++) {
            JobState state = state(world, id);
            if (state.isOver()) {
                return state;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("job " + id + " does not end");
    }

    private static JobState state(World world, long id) {
        return JobState.valueOf(world.get(JdbcClient.class)
                .sql("select state from job.job where id = :id")
                .param("id", id)
                .query(String.class)
                .single());
    }

    private static long count(World world, String sql) {
        return world.get(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    private static long job(Officer.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        return Long.parseLong(answer.location().replaceAll(".*/jobs/(\\d+).*", "$1"));
    }

    @Test
    void anImportThatTheServerWentDownInGoesOnWithTheNextServerAndNothingIsDoubled() throws Exception {
        long id;
        World first = World.start(folder);
        Officer province = Officer.login(first, World.PROVINCE);
        id = job(province.upload(
                "/jobs",
                "/jobs/import",
                Map.of("kind", "import-forms"),
                "file",
                "phiếu.csv",
                forms(FORMS).getBytes(StandardCharsets.UTF_8)));
        for (int look = 0; look < 1200 && count(first, "select count(*) from intake.form") == 0; look++) {
            Thread.sleep(10);
        }
        first.close();

        try (World second = first.again(folder)) {
            long before = count(second, "select count(*) from intake.form");
            assertThat(awaitEnd(second, id)).isEqualTo(JobState.DONE);

            assertThat(before).as("the first server did a part of it").isBetween(1L, FORMS - 1L);
            assertThat(count(second, "select count(*) from intake.form")).isEqualTo(FORMS);
            assertThat(count(second, "select count(distinct form_no) from intake.form"))
                    .isEqualTo(FORMS);
            Officer.Answer page = Officer.login(second, World.PROVINCE).get("/jobs/" + id);
            assertThat(page.text()).contains("Đã xong", "45.000", "phiếu.csv", "Việc đã bị ngắt rồi chạy tiếp");
        }
    }

    @Test
    void whoeverMayNotImportOrLooksAtAnothersJobIsRefused() throws Exception {
        try (World world = World.start(folder)) {
            Officer province = Officer.login(world, World.PROVINCE);
            long id = job(province.upload(
                    "/jobs",
                    "/jobs/import",
                    Map.of("kind", "import-residence-book"),
                    "file",
                    "../../etc/<script>.csv",
                    BOOK.getBytes(StandardCharsets.UTF_8)));
            assertThat(awaitEnd(world, id)).isEqualTo(JobState.DONE);
            Officer.Answer done = province.get("/jobs/" + id);

            assertThat(done.body()).doesNotContain("<script>.csv").contains("/jobs/" + id + "/rejected.csv");
            assertThat(province.get("/jobs/" + id + "/rejected.csv").body()).contains("R101_NUMBER_MISSING");
            Officer chief = Officer.login(world, World.CHIEF);
            assertThat(chief.get("/jobs/" + id).status()).isEqualTo(404);
            assertThat(chief.get("/jobs/" + id + "/rejected.csv").status()).isEqualTo(404);
            assertThat(chief.post("/jobs", "/jobs/" + id + "/stop", Map.of()).status())
                    .isEqualTo(404);
            assertThat(chief.upload(
                                    "/jobs",
                                    "/jobs/import",
                                    Map.of("kind", "import-forms"),
                                    "file",
                                    "a.csv",
                                    new byte[] {1})
                            .status())
                    .isEqualTo(403);
            Officer administrator = Officer.login(world, World.ADMINISTRATOR);
            assertThat(administrator.get("/jobs/" + id).text())
                    .contains("Kết quả chỉ người giao việc xem được")
                    .doesNotContain("R101");
            assertThat(administrator.get("/jobs/" + id + "/rejected.csv").status())
                    .isEqualTo(404);
            assertThat(province.upload("/jobs", "/jobs/import", Map.of("kind", "import-forms"), "file", "", new byte[0])
                            .status())
                    .isEqualTo(422);
        }
    }

    @Test
    void theCollectedFormsOfAWardAreCheckedAndComparedInTheBackground() throws Exception {
        try (World world = World.start(folder)) {
            Officer collector = Officer.login(world, World.COLLECTOR);
            collector.post("/forms/new", "/forms/new", Papers.stranger("HG0008101", "HOÀNG THỊ NGUYỆT ÁNH"));
            Officer chief = Officer.login(world, World.CHIEF);

            assertThat(chief.post("/jobs", "/jobs/area", Map.of("kind", "check", "commune", World.OTHER_WARD))
                            .status())
                    .as("not her ward")
                    .isEqualTo(404);
            long check = job(chief.post("/jobs", "/jobs/area", Map.of("kind", "check")));
            assertThat(awaitEnd(world, check)).isEqualTo(JobState.DONE);
            long compare = job(chief.post("/jobs", "/jobs/area", Map.of("kind", "compare")));
            assertThat(awaitEnd(world, compare)).isEqualTo(JobState.DONE);

            assertThat(chief.get("/jobs/" + compare).text()).contains("Phiếu đã đối chiếu", "Không có trong sổ");
            assertThat(count(world, "select count(*) from journey.step where step = 'CHECK'"))
                    .isEqualTo(1);
        }
    }
}
