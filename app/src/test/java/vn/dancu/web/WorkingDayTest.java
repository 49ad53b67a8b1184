package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dancu.access.AccessService;
import vn.dancu.journey.FormState;
import vn.dancu.journey.PaperTrack;
import vn.dancu.journey.PathView;
import vn.dancu.journey.Stage;
import vn.dancu.journey.VerificationTrack;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;

/**
 * One working day of each role, in Chromium, on pages as they are. What stood on the screen is kept as pictures in {@code
 * target/pictures}: {@code <role>-<number>-<what>.png}.
 */
class WorkingDayTest extends InChromium {
    private static final Path PICTURES = Path.of("target", "pictures");

    private DayOfWork day;
    private int pictures;

    @Override
    void fill() {
        day = new DayOfWork(world);
    }

    private Page begin(String account) {
        pictures = 0;
        Page page = browser.page(world, 1440, 900);
        Browser.login(page, world, account);
        return page;
    }

    private void picture(Page page, String role, String what) {
        pictures++;
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(role + "-" + pictures + "-" + what + ".png"))
                .setFullPage(true));
    }

    private void go(Page page, String path) {
        page.navigate(world.base + path);
    }

    /** Presses the button of the first form whose action ends so, and waits for the page that follows. */
    private static void press(Page page, String action) {
        Locator form = page.locator("form[action$='" + action + "']:has(button:not([type=button]):visible)")
                .first();
        page.waitForNavigation(
                () -> form.locator("button:not([type=button]):visible").first().press("Enter"));
        page.waitForLoadState();
    }

    private static void unfold(Page page, String action) {
        page.evaluate(
                "(action) => document.querySelectorAll(`details:has(form[action$='${action}'])`)"
                        + ".forEach((part) => { part.open = true; })",
                action);
    }

    private static void unfoldAround(Locator part) {
        part.evaluate("(part) => { for (let up = part.closest('details'); up; up = up.parentElement.closest('details'))"
                + " up.open = true; }");
    }

    private FormState state(long form) {
        return world.get(PathView.class)
                .state(new FormId(form), Actor.commandLine("test"))
                .orElseThrow();
    }

    /** A stranger's form as far as the desk of whoever comes next. */
    private long entered(String number, String name, boolean isReconciled) {
        Officer collector = Officer.login(world, World.COLLECTOR);
        long form = collector
                .post("/forms/new", "/forms/new", Papers.stranger(number, name))
                .form();
        collector.post("/forms/" + form + "/check", Map.of());
        if (isReconciled) {
            collector.post("/forms/" + form + "/accept", Map.of("reason", "Cư trú thực tế tại địa bàn"));
            collector.post("/forms/" + form + "/reconcile", Map.of());
        }
        return form;
    }

    @Test
    void aCollectorsDay() {
        Page page = begin(World.COLLECTOR);
        picture(page, "collector", "home");
        page.keyboard().press("g");
        page.keyboard().press("v");
        page.waitForURL("**/queue**");
        picture(page, "collector", "queue");

        // What came back from the chief: the remark stands at its field.
        go(page, "/queue?q=returned");
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.waitForURL("**/forms/" + day.returned + "**");
        assertThat(page.locator("main").innerText()).contains("Chưa ghi nơi đăng ký");
        picture(page, "collector", "returned-form");
        go(page, "/forms/" + day.returned + "/correct?q=returned");
        page.fill("#birth_registration_code", "36");
        page.fill("#birth_registration_place", "Nam Định");
        page.locator("[name=evidence]").first().fill("giấy khai sinh");
        picture(page, "collector", "correction");
        press(page, "/forms/" + day.returned + "/correct");
        assertThat(state(day.returned).stage()).isEqualTo(Stage.COLLECTED);
        go(page, "/forms/" + day.returned + "?q=to-check");
        press(page, "/forms/" + day.returned + "/check");
        assertThat(state(day.returned).stage()).isEqualTo(Stage.CHECKED);

        // A difference is settled by keys, the reason is typed.
        go(page, "/forms/" + day.differing + "/compare?q=differs");
        picture(page, "collector", "comparison");
        page.keyboard().press("2");
        page.keyboard().insertText("Sổ ghi 1979, công dân xác nhận");
        page.keyboard().press("Enter");
        page.locator("td.chosen").first().waitFor();
        page.waitForLoadState();
        picture(page, "collector", "decided");

        // What waits for a paper of the citizen is resumed when she brings it.
        go(page, "/forms/" + day.held + "?q=on-hold");
        picture(page, "collector", "on-hold");
        press(page, "/forms/" + day.held + "/resume");
        assertThat(state(day.held).holdSince()).isNull();

        search(page, "lo peng", "LÒ THỊ PENG");
        picture(page, "collector", "search");
    }

    private void search(Page page, String text, String name) {
        go(page, "/search");
        page.fill("main [name=text]", text);
        page.locator("main [name=purpose]").first().selectOption("citizen-request");
        page.keyboard().press("Tab");
        page.locator("main [name=text]").first().press("Enter");
        page.locator("main a:has-text('" + name + "')").first().waitFor();
    }

    @Test
    void aChiefsDay() {
        long good = entered("HG0001501", "MA SEO DÌN", true);
        long poor = entered("HG0001502", "CỦ THỊ MỶ", true);
        Page page = begin(World.CHIEF);
        picture(page, "chief", "home");
        go(page, "/queue?q=to-approve");
        picture(page, "chief", "to-approve");

        page.locator("a.name:has-text('MA SEO DÌN'), [data-row] a:has-text('MA SEO DÌN')")
                .first()
                .press("Enter");
        page.waitForURL("**/forms/" + good + "**");
        picture(page, "chief", "form");
        press(page, "/forms/" + good + "/approve");
        assertThat(state(good).stage()).isEqualTo(Stage.APPROVED);

        go(page, "/forms/" + poor + "?q=to-approve");
        unfold(page, "/forms/" + poor + "/return");
        page.locator("form[action$='/return'] textarea").last().fill("Tên mẹ chưa ghi, hỏi lại công dân");
        picture(page, "chief", "return");
        press(page, "/forms/" + poor + "/return");
        assertThat(state(poor).stage()).isEqualTo(Stage.RETURNED);
        picture(page, "chief", "returned");

        go(page, "/batches");
        page.fill("#number", "LO-TP-2");
        press(page, "/batches");
        picture(page, "chief", "batches");
        Locator give = page.locator("form[action$='/give'] [name=counted]").first();
        give.fill("1");
        press(page, "/give");
        assertThat(page.locator("main").innerText()).contains("LO-TP-2");
        go(page, "/review");
        picture(page, "chief", "review");
    }

    @Test
    void theCityTeamsDay() {
        Page page = begin(World.CITY);
        picture(page, "city", "home");
        go(page, "/queue");
        picture(page, "city", "queue");
        go(page, "/verification");
        picture(page, "city", "verification");
        assertThat(state(day.planned).verification()).isEqualTo(VerificationTrack.PLANNED);
        go(page, "/verification/" + day.planned);
        page.fill("#visitor", "doi-qlhc-2");
        page.fill("#visitedAt", "2020-09-20T19:30");
        picture(page, "city", "visit");
        press(page, "/verification/" + day.planned);
        assertThat(state(day.planned).verification()).isNotEqualTo(VerificationTrack.PLANNED);
        go(page, "/linkage-model");
        picture(page, "city", "model");
        search(page, "pham long 1944".replace(" 1944", ""), "PHẠM VĂN LONG");
        picture(page, "city", "search");
    }

    @Test
    void theProvincesDay() {
        long form = entered("HG0001503", "NÙNG VĂN SÀI", true);
        Officer chief = Officer.login(world, World.CHIEF);
        chief.get("/forms/" + form + "?q=to-approve");
        chief.post("/forms/" + form + "/approve", Map.of());
        chief.post("/batches", Map.of("number", "LO-TP-3", "commune", World.WARD, "most", "500"));
        Page page = begin(World.PROVINCE);
        picture(page, "province", "home");
        go(page, "/batches");
        picture(page, "province", "batches");
        go(page, "/scan-lists");
        page.fill("#name", "Danh sách 2");
        page.fill("#lines", "HG0001503,2," + "b".repeat(64));
        press(page, "/scan-lists");
        assertThat(page.locator("main").innerText()).contains("Danh sách 2");
        picture(page, "province", "scan-lists");
        go(page, "/register");
        picture(page, "province", "register");
        assertThat(state(day.registered).stage()).isEqualTo(Stage.REGISTERED);
        assertThat(state(day.registered).paper()).isEqualTo(PaperTrack.SCANNED);
    }

    @Test
    void theInspectorsDay() {
        Page page = begin(World.INSPECTOR);
        picture(page, "inspector", "home");
        go(page, "/inspections/1");
        picture(page, "inspector", "inspection");
        Locator drawn = page.locator("main a[href*='/inspections/1/forms/']").first();
        drawn.press("Enter");
        page.waitForURL("**/inspections/1/forms/**");
        picture(page, "inspector", "evidence");
        page.locator("main a[href^='/forms/']").first().press("Enter");
        page.waitForURL("**/forms/**");
        picture(page, "inspector", "form");
        assertThat(page.locator("form[action$='/approve'], form[action$='/return']")
                        .count())
                .as("an inspector reads")
                .isZero();
        String form = page.url().replaceFirst("\\?.*", "");
        page.navigate(form + "/compare?p=inspection");
        assertThat(page.locator("h1, .person").count()).isPositive();
        picture(page, "inspector", "comparison");
    }

    @Test
    void theArchivistsDay() {
        Page page = begin(World.ARCHIVIST);
        picture(page, "archivist", "home");
        List<String> menu = page.locator("header nav a").allInnerTexts();
        assertThat(menu).as("something to do").isNotEmpty();
        for (Object path : (List<?>) page.evaluate(
                "[...document.querySelectorAll('header nav a')].map((link) => link.getAttribute('href'))")) {
            go(page, String.valueOf(path));
            picture(page, "archivist", String.valueOf(path).replaceAll("[^a-z]+", "-"));
            assertThat(page.locator("h1").count()).as(String.valueOf(path)).isEqualTo(1);
        }
    }

    @Test
    void theAdministratorsDay() {
        Page page = begin(World.ADMINISTRATOR);
        picture(page, "administrator", "home");
        go(page, "/users/new");
        page.fill("#login", "cskv-day");
        page.fill("#displayName", "CS. Lý Văn Ngày");
        page.selectOption("main form[method=post] [name=role]", "COLLECTOR");
        page.fill("#password", "Mot cau dai 2020");
        Locator area = page.locator("[name=area]:not([value='*'])").first();
        unfoldAround(area);
        area.check();
        picture(page, "administrator", "new-account");
        press(page, "/users");
        picture(page, "administrator", "users");
        assertThat(world.get(AccessService.class).actorOf("cskv-day")).isPresent();
        go(page, "/users/cskv-day");
        picture(page, "administrator", "account");
        press(page, "/users/cskv-day/disable");
        assertThat(world.get(AccessService.class).actorOf("cskv-day")).isEmpty();
    }

    @Test
    void theAuditorsDay() {
        Officer.login(world, World.CHIEF).get("/forms/" + day.differing + "?q=differs");
        Page page = begin(World.AUDITOR);
        page.fill("#purpose", "Kiểm tra theo kế hoạch 12");
        page.fill("#actor", World.CHIEF);
        page.locator("#actor").press("Enter");
        page.waitForURL("**/audit?**");
        picture(page, "auditor", "audit");
        assertThat(page.locator("main").innerText()).contains(World.CHIEF);
    }
}
