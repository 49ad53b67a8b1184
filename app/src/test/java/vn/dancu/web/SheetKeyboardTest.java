package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.dancu.journey.PathView;
import vn.dancu.journey.Stage;
import vn.dancu.journey.VerificationTrack;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.Role;

/** A sheet that came back is keyed in Chromium without a mouse. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SheetKeyboardTest {
    private static final Actor ANYBODY = new Actor("test", Role.CITY_TEAM, AreaScope.EVERYWHERE);

    private World world;
    private Browser browser;

    @BeforeAll
    void open() {
        Assumptions.assumeTrue(
                Browser.executable().isPresent(),
                "skipped: no Chromium at /usr/bin/chromium or DANCU_CHROMIUM; apt-get install chromium");
        world = World.start();
        browser = Browser.open();
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
            world.close();
        }
    }

    private long reconciled(String number, String name) {
        Officer collector = Officer.login(world, World.COLLECTOR);
        long form = collector
                .post("/forms/new", "/forms/new", Papers.stranger(number, name))
                .form();
        collector.post("/forms/" + form + "/check", Map.of());
        collector.post("/forms/" + form + "/accept", Map.of("reason", "Cư trú thực tế tại địa bàn"));
        collector.post("/forms/" + form + "/reconcile", Map.of());
        return form;
    }

    /** The first sheet right in all items: seven times Enter and once more to save. The second with one wrong date. */
    @Test
    void aSheetIsKeyedBackByEnterAlone() {
        long right = reconciled("HG0008201", "LÒ THỊ PENG");
        long wrong = reconciled("HG0008202", "SÙNG A PÁO");
        Officer city = Officer.login(world, World.CITY);
        city.post(
                "/verification/teams",
                "/verification/teams",
                Map.of("name", "Tổ 1", "fewest", "2", "members", "pt-1 Nguyễn Văn Thử\npt-2 Trần Thị Nghiệm"));
        city.post(
                "/verification",
                "/verification/rounds",
                Map.of("name", "Đợt 1", "units", World.WARD, "kind", "CENSUS", "seed", "7"));
        Page page = browser.page(world, 1280, 900);
        Browser.login(page, world, World.CITY);
        page.navigate(world.base + "/verification");
        page.focus("#no");
        page.keyboard().type("1-1");
        page.keyboard().press("Enter");
        page.waitForURL("**/verification/sheets/*");
        page.locator("[data-is]:focus").waitFor();
        page.fill("#day", "14/9/2020");
        page.focus("[data-is]");

        for (int item = 0; item < 8; item++) {
            page.keyboard().press("Enter");
        }
        page.locator(".note-green").waitFor();
        page.locator("[data-is]:focus").waitFor();
        assertThat(page.inputValue("#day")).isEqualTo("14/09/2020");
        page.keyboard().press("Enter");
        page.keyboard().type("12/03/1969");
        page.keyboard().press("Enter");
        page.keyboard().type("giấy khai sinh");
        page.keyboard().press("Control+Enter");
        page.waitForURL("**/verification/rounds/1");

        PathView path = world.get(PathView.class);
        assertThat(path.state(new FormId(right), ANYBODY).orElseThrow().verification())
                .isEqualTo(VerificationTrack.CONFIRMED);
        assertThat(path.state(new FormId(wrong), ANYBODY).orElseThrow().stage()).isEqualTo(Stage.RETURNED);
        assertThat(browser.elsewhere).isEmpty();
        assertThat(browser.complaints).isEmpty();
    }
}
