package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for every page, in Chromium: small screens, labels and headings, parts that change in place. */
class EveryPageTest extends InChromium {
    @Test
    void noPageScrollsSidewaysOnATelephone() {
        Officer collector = Officer.login(world, World.COLLECTOR);
        long id = collector
                .post("/forms/new", "/forms/new", Papers.stranger("HG0008001", "HOÀNG THỊ NGUYỆT ÁNH"))
                .form();
        collector.post("/forms/" + id + "/check", Map.of());
        Map<String, List<String>> pages = Map.of(
                World.COLLECTOR,
                List.of(
                        "/",
                        "/queue",
                        "/forms/new",
                        "/forms/" + id + "?q=to-check",
                        "/forms/" + id + "/correct",
                        "/forms/" + id + "/compare?q=differs",
                        "/search",
                        "/targets",
                        "/outreach",
                        "/missing",
                        "/missing/lists",
                        "/announcements",
                        "/announcements/new",
                        "/collection-days",
                        "/nowhere"),
                World.CITY,
                List.of(
                        "/verification",
                        "/batches",
                        "/verification/" + id,
                        "/review",
                        "/linkage-model",
                        "/reports",
                        "/reports?kind=any",
                        "/reports/templates",
                        "/targets",
                        "/targets/" + World.WARD,
                        "/targets/" + World.WARD + "/enter",
                        "/missing"),
                World.PROVINCE,
                List.of("/scanning", "/scanning?batch=LO-TP-1", "/scan-lists", "/register"),
                World.AUDITOR,
                List.of("/audit?purpose=x"),
                World.ADMINISTRATOR,
                List.of(
                        "/users",
                        "/users/new?unit=tr",
                        "/users/" + World.CHIEF,
                        "/rules",
                        "/rules/F719_HOUSEHOLD_TOO_LARGE",
                        "/settings",
                        "/jobs"));

        pages.forEach((account, paths) -> {
            Page page = browser.page(world, 360, 740);
            Browser.login(page, world, account);
            for (String path : paths) {
                page.navigate(world.base + path);
                Number width = (Number) page.evaluate("document.documentElement.scrollWidth");
                assertThat(width.intValue()).as(path).isCloseTo(360, within(0));
            }
        });
    }

    @Test
    void everyFieldHasItsLabelAndEveryPageOneHeading() {
        Page page = login(World.CITY);
        for (String path : List.of(
                "/",
                "/queue",
                "/forms/new",
                "/search",
                "/verification",
                "/batches",
                "/reports",
                "/reports/templates",
                "/targets",
                "/targets/" + World.WARD,
                "/targets/" + World.WARD + "/enter",
                "/outreach",
                "/announcements/new",
                "/collection-days",
                "/missing?commune=" + World.WARD)) {
            page.navigate(world.base + path);
            Object nameless = page.evaluate("""
                    () => [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
                      .filter((field) => !field.labels?.length && !field.getAttribute('aria-label'))
                      .map((field) => field.outerHTML)
                    """);
            assertThat(nameless).as(path).isEqualTo(List.of());
            assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
            assertThat(page.locator("html").getAttribute("lang")).as(path).isEqualTo("vi");
        }
    }

    @Test
    void anotherQueueTakesThePlaceOfThisOneWithoutANewPage() {
        Page page = login(World.CHIEF);
        page.navigate(world.base + "/queue?q=must-fix");
        page.evaluate("window.same = true");
        page.focus(".queues a[href*='q=to-approve']");

        page.keyboard().press("Enter");

        page.waitForURL("**/queue?q=to-approve");
        page.locator("section h2:has-text('Chờ phê duyệt')").waitFor();
        assertThat(page.evaluate("window.same")).isEqualTo(true);
        assertThat(page.locator("main").count()).isEqualTo(1);
    }
}
