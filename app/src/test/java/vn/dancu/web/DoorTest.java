package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.dancu.web.Officer.Answer;

/** Who gets in, who sees what, and what every page carries against strangers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorTest {
    private World world;

    @BeforeAll
    void open() {
        world = World.start();
    }

    @AfterAll
    void close() {
        world.close();
    }

    private Officer login(String account) {
        return Officer.login(world, account);
    }

    @Test
    void aStrangerSeesTheLoginAndWhetherTheServerLives() {
        Officer stranger = Officer.stranger(world);

        assertThat(stranger.get("/queue").status()).isEqualTo(302);
        assertThat(stranger.get("/queue").location()).endsWith("/login");
        assertThat(stranger.get("/actuator/health").body()).contains("UP").doesNotContain("PostgreSQL");
        assertThat(stranger.get("/actuator/env").location()).endsWith("/login");
        Answer api = stranger.get("/api/session");
        assertThat(api.status()).isEqualTo(401);
        assertThat(api.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
    }

    @Test
    void filesOfThePagesAreKeptForGoodUnderTheDigestOfWhatTheyHold() {
        Officer stranger = Officer.stranger(world);
        String page = stranger.get("/login").body();
        String style = page.replaceAll("(?s).*href=\"(/assets/[0-9a-f]{12}/dancu\\.css)\".*", "$1");

        Answer kept = stranger.get(style);

        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.response().headers().firstValue("Cache-Control").orElse(""))
                .contains("max-age=31536000", "immutable");
        assertThat(page)
                .as("no file without its digest")
                .doesNotContain("\"/dancu.css", "\"/js/", "\"/css/", "\"/icons");
        assertThat(stranger.get(style.replaceFirst("[0-9a-f]{12}", "000000000000"))
                        .status())
                .as("of another release: a browser may not keep what is not it")
                .isEqualTo(404);
        assertThat(stranger.get("/dancu.css")
                        .response()
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse(""))
                .contains("no-cache");
    }

    @Test
    void everyPageForbidsScriptsFramesAndSendersFromElsewhere() {
        Answer page = Officer.stranger(world).get("/login");

        assertThat(page.response()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .contains("script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(page.response().headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(page.response().headers().firstValue("X-Content-Type-Options"))
                .contains("nosniff");
        assertThat(page.response().headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
        assertThat(page.body()).doesNotContain("style=\"", "onclick=", "<script>", "http://", "https://");
    }

    @Test
    void aFormWithoutItsTokenDoesNothing() {
        Officer chief = login(World.CHIEF);

        Answer answer = chief.postWithoutToken("/queue/approve", Map.of("q", "to-approve"));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).endsWith("/login?expired");
    }

    @Test
    void fiveWrongPasswordsLockTheDoor() {
        Officer stranger = Officer.stranger(world);
        for (int i = 0; i < 5; i++) {
            assertThat(stranger.post("/login", "/login", Map.of("username", World.ARCHIVIST, "password", "sai" + i))
                            .location())
                    .endsWith("/login?wrong");
        }

        Answer right =
                stranger.post("/login", "/login", Map.of("username", World.ARCHIVIST, "password", World.PASSWORD));

        assertThat(right.location()).endsWith("/login?locked");
        assertThat(stranger.post("/login", "/login", Map.of("username", "khong-co", "password", "x"))
                        .location())
                .as("who does not exist looks like a wrong password")
                .endsWith("/login?wrong");
    }

    @Test
    void aLoginChangesTheSession() {
        Officer stranger = Officer.stranger(world);
        String before = stranger.get("/login")
                .response()
                .headers()
                .firstValue("Set-Cookie")
                .orElse("");

        Answer in = stranger.post("/login", "/login", Map.of("username", World.CHIEF, "password", World.PASSWORD));

        String after = in.response().headers().firstValue("Set-Cookie").orElse("");
        assertThat(after).contains("JSESSIONID", "HttpOnly", "SameSite=Strict").isNotEqualTo(before);
    }

    @Test
    void everyRoleSeesItsOwnPagesOnly() {
        List<String> all = List.of(
                "/queue",
                "/forms/new",
                "/search",
                "/batches",
                "/verification",
                "/review",
                "/linkage-model",
                "/scanning",
                "/scan-lists",
                "/register",
                "/audit",
                "/users",
                "/rules",
                "/settings");
        Map<String, List<String>> open = Map.of(
                World.COLLECTOR, List.of("/queue", "/forms/new", "/search", "/review"),
                World.CHIEF, List.of("/queue", "/forms/new", "/search", "/batches", "/review"),
                World.CITY,
                        List.of(
                                "/queue",
                                "/forms/new",
                                "/search",
                                "/batches",
                                "/scanning",
                                "/verification",
                                "/review",
                                "/linkage-model",
                                "/rules",
                                "/settings"),
                World.PROVINCE,
                        List.of("/queue", "/forms/new", "/search", "/batches", "/scanning", "/scan-lists", "/register"),
                World.INSPECTOR, List.of("/linkage-model"),
                World.AUDITOR, List.of("/audit"),
                World.ADMINISTRATOR, List.of("/users", "/linkage-model", "/rules", "/settings"));

        open.forEach((account, pages) -> {
            Officer officer = login(account);
            for (String page : all) {
                assertThat(officer.get(page).status())
                        .as(account + " " + page)
                        .isEqualTo(pages.contains(page) ? 200 : 403);
            }
            assertThat(officer.get("/anything").status())
                    .as("closed unless opened")
                    .isEqualTo(403);
        });
    }

    @Test
    void englishIsKeptOnceChosen() {
        Officer chief = login(World.CHIEF);
        assertThat(chief.get("/queue").text()).contains("Việc cần làm", "Chờ phê duyệt");

        assertThat(chief.get("/queue?lang=en").text()).contains("Work queue", "To approve");

        assertThat(chief.get("/").text()).contains("Progress", "Persons with a form");
    }

    @Test
    void aPageOfPersonsAboveTheTargetPrintsNoRate() throws InterruptedException {
        Officer collector = login(World.COLLECTOR);
        for (int i = 0; i < 7; i++) {
            collector.post(
                    "/forms/new", "/forms/new", Papers.stranger("HG000600" + i, "BẾ VĂN " + "ABCDEGH".charAt(i)));
        }

        // Figures are counted now and then and say as of when: the page is asked until it tells of these forms.
        Officer inspector = login(World.INSPECTOR);
        String page = inspector.get("/?commune=" + World.WARD).text();
        for (int i = 0; i < 120 && !page.contains("(7)"); i++) {
            Thread.sleep(500);
            page = inspector.get("/?commune=" + World.WARD).text();
        }

        assertThat(page).contains("(7) vượt số phải thu thập (6)", "—");
    }

    @Test
    void aBareAddressAsksWhatFor() {
        Officer province = login(World.PROVINCE);
        long form = login(World.COLLECTOR)
                .post("/forms/new", "/forms/new", Papers.stranger("HG0009001", "MÃ THỊ MÂY"))
                .form();
        login(World.CHIEF).post("/forms/" + form + "/cancel", Map.of("why", "SPOILED", "word", "HỦY"));

        assertThat(province.get("/forms/" + form).text()).contains("Mục đích").doesNotContain("MÃ THỊ MÂY");

        assertThat(province.get("/forms/" + form + "?p=inspection").text())
                .contains("MÃ THỊ MÂY", "Kiểm tra, thanh tra");
    }
}
