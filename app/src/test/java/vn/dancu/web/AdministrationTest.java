package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.access.AccessService;
import vn.dancu.access.NewAccount;
import vn.dancu.journey.Routes;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Role;

/** The administrator's pages over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdministrationTest {
    private static final String PASSWORD = "Mot cau dai 2020";

    private World world;
    private Officer admin;

    @BeforeAll
    void open() {
        world = World.start();
        admin = Officer.login(world, World.ADMINISTRATOR);
    }

    @AfterAll
    void close() {
        world.close();
    }

    private static Map<String, String> account(String login, String name, String role, String area) {
        return Map.of("login", login, "displayName", name, "role", role, "area", area, "password", PASSWORD);
    }

    @Test
    void anAccountIsFoundByPartOfItsNameAndGivenAnotherAreaFromTheList() {
        String area = World.WARD + "/" + World.GROUP;
        assertThat(admin.post("/users/new", "/users", account("cskv-doi", "CS. Đặng Thị Đổi", "COLLECTOR", area))
                        .status())
                .isEqualTo(302);
        assertThat(admin.get("/users?q=đặng").text()).contains("1 trong 1 tài khoản", "cskv-doi");
        assertThat(admin.get("/users?q=%3Cscript%3E").body()).doesNotContain("<script>\"");
        assertThat(admin.get("/users/cskv-doi").body())
                .contains("value=\"" + World.OTHER_WARD + "/" + World.GROUP + "\"");

        assertThat(admin.post(
                                "/users/cskv-doi",
                                "/users/cskv-doi",
                                Map.of(
                                        "displayName",
                                        "CS. Đặng Thị Đổi",
                                        "role",
                                        "CHIEF",
                                        "area",
                                        World.OTHER_WARD,
                                        "validTo",
                                        "2031-01-31"))
                        .status())
                .isEqualTo(302);

        Actor changed = world.get(AccessService.class).actorOf("cskv-doi").orElseThrow();
        assertThat(changed.role()).isEqualTo(Role.CHIEF);
        assertThat(changed.scope().communes()).containsExactly(World.OTHER_WARD);
        assertThat(admin.get("/users?role=CHIEF&state=VALID").text()).contains("31/01/2031");
        assertThat(world.get(JdbcClient.class)
                        .sql(
                                "select details ->> 'role' from audit.entry where act = 'CHANGE_ACCOUNT' and object_id = :login")
                        .param("login", "cskv-doi")
                        .query(String.class)
                        .list())
                .containsExactly("COLLECTOR → CHIEF");
    }

    @Test
    void anAdministratorIsMadeByTwo() {
        assertThat(admin.post("/users/new", "/users", account("quantri-2", "Quản trị hai", "ADMINISTRATOR", ""))
                        .status())
                .isEqualTo(302);
        assertThat(world.get(AccessService.class).actorOf("quantri-2"))
                .as("opens nothing yet")
                .isEmpty();
        long request = world.get(JdbcClient.class)
                .sql("select id from access.role_request where login = 'quantri-2'")
                .query(Long.class)
                .single();
        admin.post("/users", "/users/requests/" + request, Map.of("yes", "true"));
        assertThat(world.get(AccessService.class).actorOf("quantri-2"))
                .as("whoever asked does not confirm")
                .isEmpty();

        world.get(AccessService.class)
                .createDemo(
                        java.util.List.of(new NewAccount(
                                "quantri-3",
                                "Quản trị ba",
                                Role.ADMINISTRATOR,
                                AreaScope.NOWHERE,
                                LocalDate.of(2020, 1, 1),
                                null)),
                        Actor.commandLine("test"));
        Officer second = Officer.login(world, "quantri-3");
        assertThat(second.get("/users").text()).contains("Chờ quản trị thứ hai xác nhận", "quantri-2");
        second.post("/users", "/users/requests/" + request, Map.of("yes", "true"));

        assertThat(world.get(AccessService.class).actorOf("quantri-2"))
                .map(Actor::role)
                .contains(Role.ADMINISTRATOR);
        Officer.Answer shown = follow(
                second, second.post("/users", "/users/quantri-2/password", Map.of("password", "Mot cau khac 2020")));
        assertThat(shown.text()).as("whoever knows his password is he").contains("./dancu users password");
        assertThat(second.post(
                                "/users",
                                "/users/quantri-3",
                                Map.of("displayName", "Quản trị ba", "role", "CHIEF", "area", World.WARD))
                        .status())
                .as("nobody changes his own role")
                .isEqualTo(409);
    }

    private static Officer.Answer follow(Officer officer, Officer.Answer answer) {
        assertThat(answer.status()).isEqualTo(302);
        return officer.get(java.net.URI.create(answer.location()).getPath());
    }

    @Test
    void aRuleIsTakenLighterWithAReasonAndAFixedOneIsNot() {
        String rule = "/rules/F719_HOUSEHOLD_TOO_LARGE";
        assertThat(admin.get("/rules").text()).contains("F101", "cố định");
        assertThat(admin.post("/rules", rule, Map.of("severity", "NOTE", "reason", ""))
                        .status())
                .isEqualTo(422);
        String tooLong = "<script>" + "x".repeat(10_000);
        Officer.Answer refused = admin.post("/rules", rule, Map.of("severity", "NOTE", "reason", tooLong));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).as("nothing is lost").contains("&lt;script&gt;" + "x".repeat(10_000));

        assertThat(admin.post("/rules", rule, Map.of("severity", "NOTE", "reason", "nhà dài của bản"))
                        .status())
                .isEqualTo(302);
        assertThat(admin.post("/rules", rule, Map.of("severity", "NOTE", "reason", "hai lần"))
                        .status())
                .as("pressed twice")
                .isEqualTo(409);

        assertThat(admin.get(rule).text()).contains("nhà dài của bản", "quantri", "Lưu ý");
        assertThat(admin.get("/rules?only=changed").text()).contains("F719").doesNotContain("F101");
        assertThat(admin.post(
                                "/rules",
                                "/rules/F101_PERSONAL_ID_MALFORMED",
                                Map.of("severity", "NOTE", "reason", "muốn nhanh"))
                        .status())
                .isEqualTo(409);
        assertThat(admin.get("/rules/F000").status()).isEqualTo(404);
        Officer chief = Officer.login(world, World.CHIEF);
        assertThat(chief.get("/rules").status()).isEqualTo(403);
        assertThat(chief.get("/settings").status()).isEqualTo(403);
        assertThat(chief.get("/users/quantri").status()).isEqualTo(403);
    }

    @Test
    void aListIsTriedOutBeforeItIsTakenIn() throws Exception {
        byte[] units = "level,code,name,parent_code\nCOMMUNE,00999,Phường Thử,024\n".getBytes(StandardCharsets.UTF_8);
        Officer.Answer tried = admin.upload(
                "/settings",
                "/jobs/list-import",
                Map.of("kind", "import-units", "validFrom", "2020-02-02", "dryRun", "true"),
                "file",
                "don-vi.csv",
                units);
        String page = ended(tried);
        assertThat(page).contains("chạy thử, không ghi", "Dòng mới 1");
        assertThat(count("select count(*) from reference.unit where code = '00999'"))
                .isEqualTo(0);

        String taken = ended(admin.upload(
                "/settings",
                "/jobs/list-import",
                Map.of("kind", "import-units", "validFrom", "2020-02-02"),
                "file",
                "don-vi.csv",
                units));
        assertThat(taken).contains("Đã xong", "Dòng mới 1");
        assertThat(count("select count(*) from reference.unit where code = '00999'"))
                .isEqualTo(1);
        assertThat(Officer.login(world, World.CITY)
                        .upload(
                                "/settings",
                                "/jobs/list-import",
                                Map.of("kind", "import-units"),
                                "file",
                                "a.csv",
                                units)
                        .status())
                .isEqualTo(403);
    }

    private String ended(Officer.Answer begun) throws InterruptedException {
        String path = java.net.URI.create(begun.location()).getPath();
        for (int look = 0; look < 400; look++) {
            String text = admin.get(path).text();
            if (text.contains("Đã xong") || text.contains("Bị lỗi")) {
                return text;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(path + " does not end");
    }

    private long count(String sql) {
        return world.get(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    @Test
    void aRouteIsChosenAndItsHistoryKept() {
        assertThat(admin.post("/settings", "/settings/route", Map.of("route", "scan-first"))
                        .status())
                .isEqualTo(302);
        assertThat(world.get(Routes.class).inForce()).isEqualTo("scan-first");
        admin.post("/settings", "/settings/route", Map.of("route", "default"));
        admin.post("/settings", "/settings/route", Map.of("route", "no-such"));

        assertThat(world.get(Routes.class).history())
                .extracting(Routes.Chosen::route)
                .containsExactly("default", "scan-first", "default");
        assertThat(admin.get("/settings").text()).contains("Các lần chọn (3)", "có sẵn từ đầu", "trình diễn");
    }

    @Test
    void aFormVersionFollowsTheLastOneAndEndsIt() {
        Map<String, String> version = Map.of(
                "code",
                "DC01",
                "circular",
                "9/2031",
                "title",
                "Phiếu thu thập thông tin dân cư",
                "validFrom",
                "2031-01-01");
        assertThat(admin.post("/settings", "/settings/form-versions", version).status())
                .isEqualTo(302);
        assertThat(admin.post("/settings", "/settings/form-versions", version).status())
                .as("pressed twice")
                .isEqualTo(409);

        assertThat(admin.get("/settings").text()).contains("DC01 · 9/2031", "31/12/2030");
        assertThat(admin.post(
                                "/settings",
                                "/settings/form-versions",
                                Map.of("code", "DC01", "circular", "8/2030", "title", "x", "validFrom", "2030-01-01"))
                        .status())
                .as("history is not rewritten")
                .isEqualTo(409);
        assertThat(admin.post("/settings", "/settings/form-versions", Map.of("code", "DC01", "circular", "<script>"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void lightOrDarkIsKeptInACookie() {
        Officer officer = Officer.login(world, World.CITY);
        assertThat(officer.get("/jobs").body()).contains("media=\"screen and (prefers-color-scheme: dark)\"");
        assertThat(officer.get("/jobs?theme=dark").body()).contains("/css/dark.css\" media=\"screen\"");
        assertThat(officer.get("/jobs").body()).contains("/css/dark.css\" media=\"screen\"");
        assertThat(officer.get("/jobs?theme=light").body()).doesNotContain("/css/dark.css");
        assertThat(officer.get("/jobs?theme=%22%3E%3Cscript%3E").status()).isEqualTo(200);
        assertThat(officer.get("/css/dark.css").status()).isEqualTo(200);
    }
}
