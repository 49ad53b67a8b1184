package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.journey.FormState;
import vn.dancu.journey.PathView;
import vn.dancu.journey.Stage;
import vn.dancu.journey.VerificationTrack;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;

/** The main path of each role in a browser that runs no scripts: what is read and decided needs none. */
class WithoutScriptTest extends InChromium {
    private DayOfWork day;

    @Override
    void fill() {
        day = new DayOfWork(world);
    }

    private Page begin(String account) {
        Page page = browser.page(world, 1280, 800, false);
        Browser.login(page, world, account);
        return page;
    }

    private void go(Page page, String path) {
        page.navigate(world.base + path);
    }

    /** Presses what unfolds the parts that this one lies in, from outside inwards. */
    private static void unfold(Locator part) {
        Locator closed = part.locator("xpath=ancestor::details[not(@open)]");
        while (closed.count() > 0) {
            closed.first().locator("xpath=./summary").press("Enter");
        }
    }

    private static void follow(Page page, Locator link) {
        unfold(link);
        page.waitForNavigation(() -> link.press("Enter"));
    }

    /** The first form that sends to an address with this end. */
    private static Locator form(Page page, String action) {
        Locator form = page.locator("form[action$='" + action + "']").first();
        unfold(form);
        return form;
    }

    private static void press(Page page, String action) {
        Locator button = form(page, action).locator("button:not([type=button])").first();
        page.waitForNavigation(() -> button.press("Enter"));
        assertThat(page.locator(".note-red[role=alert]").count())
                .as(page.locator("main").innerText())
                .isZero();
    }

    private FormState state(long form) {
        return world.get(PathView.class)
                .state(new FormId(form), Actor.commandLine("test"))
                .orElseThrow();
    }

    private long count(String sql) {
        return world.get(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    /** A stranger's form that waits for the chief. */
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

    @Test
    void everyPageSaysWhatItHasAndOffersNothingDead() {
        PageList list = PageList.of(world, day);
        Map<String, List<String>> dead = new TreeMap<>();
        for (String role : PageList.ROLES) {
            Page page = begin(role);
            for (PageList.Seen seen : list.onceEach()) {
                if (seen.role().equals(role)) {
                    go(page, seen.path());
                    assertThat(page.locator("main").innerText())
                            .as(seen.path())
                            .hasSizeGreaterThan(40)
                            .doesNotContain("Đang tính");
                    // A head that sorts is still the name of its column.
                    List<String> buttons = page.locator("button[type=button]:visible:not(th[data-sort] button)")
                            .allInnerTexts();
                    if (!buttons.isEmpty()) {
                        dead.put(seen.path(), buttons);
                    }
                }
            }
            page.context().close();
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void aCollectorSettlesADifferenceAndTakesItBack() {
        Page page = begin(World.COLLECTOR);
        go(page, "/queue?q=differs");
        follow(page, page.locator("main a:has-text('GIÀNG MÍ PÁO')").first());
        if (!page.url().contains("/compare")) {
            follow(page, page.locator("main a[href*='/compare']").first());
        }
        String desk = page.url();
        follow(page, page.locator(".weight-here a").first());
        assertThat(page.locator("main svg").count()).as("the waterfall").isPositive();
        page.navigate(desk);
        follow(page, page.locator(".candidates-here a").first());
        assertThat(page.locator("[data-candidate]").count()).isPositive();

        page.navigate(desk);
        Locator decide = page.locator("form.decide[data-for=birth_date]");
        unfold(decide);
        decide.locator("[name=reason]").fill("Sổ ghi 1979, công dân xác nhận");
        page.waitForNavigation(
                () -> decide.locator("button[value=residence-book]").press("Enter"));
        assertThat(page.locator("td.chosen").count()).as(page.url()).isPositive();
        page.navigate(desk);
        Locator undo = page.locator("form[action$='/undo'] button").first();
        page.waitForNavigation(() -> undo.press("Enter"));
        page.navigate(desk);
        assertThat(page.locator("td.chosen").count()).isZero();
    }

    @Test
    void aCollectorCorrectsWhatCameBackAndResumesWhatWaited() {
        Page page = begin(World.COLLECTOR);
        go(page, "/queue?q=returned");
        follow(page, page.locator("main a.name:has-text('ĐẶNG VĂN ẨN')").first());
        assertThat(page.locator("main").innerText()).contains("Chưa ghi nơi đăng ký");
        follow(page, page.locator("main a[href*='/correct']").first());
        page.fill("#birth_registration_code", "36");
        page.fill("#birth_registration_place", "Nam Định");
        page.locator("[name=evidence]").first().fill("giấy khai sinh");
        press(page, "/forms/" + day.returned + "/correct");
        assertThat(state(day.returned).stage()).isEqualTo(Stage.COLLECTED);
        go(page, "/forms/" + day.held + "?q=on-hold");
        press(page, "/forms/" + day.held + "/resume");
        assertThat(state(day.held).holdSince()).isNull();
    }

    @Test
    void aChiefApprovesReturnsAndGivesWork() {
        long good = reconciled("HG0001601", "MA SEO DÌN");
        long poor = reconciled("HG0001602", "CỦ THỊ MỶ");
        Page page = begin(World.CHIEF);
        go(page, "/queue?q=to-approve");
        follow(page, page.locator("main a:has-text('MA SEO DÌN')").first());
        press(page, "/forms/" + good + "/approve");
        assertThat(state(good).stage()).isEqualTo(Stage.APPROVED);

        go(page, "/forms/" + poor + "?q=to-approve");
        Locator sheet = form(page, "/forms/" + poor + "/return");
        sheet.locator("textarea").last().fill("Tên mẹ chưa ghi, hỏi lại công dân");
        press(page, "/forms/" + poor + "/return");
        assertThat(state(poor).stage()).isEqualTo(Stage.RETURNED);

        go(page, "/queue?q=differs&view=list");
        page.locator("input.tick").first().press("Space");
        form(page, "/queue/assign");
        page.selectOption("#assign-to", World.COLLECTOR);
        page.fill("#assign-reason", "Đúng địa bàn");
        press(page, "/queue/assign");
        assertThat(count("select count(*) from journey.assignment")).isPositive();
    }

    @Test
    void theCityTeamKeysAVisitAndTheProvinceItsList() {
        Page city = begin(World.CITY);
        go(city, "/verification/" + day.planned);
        city.fill("#visitor", "doi-qlhc-2");
        city.fill("#visitedAt", "19:30 20/09/2020");
        press(city, "/verification/" + day.planned);
        assertThat(state(day.planned).verification()).isNotEqualTo(VerificationTrack.PLANNED);

        Page province = begin(World.PROVINCE);
        go(province, "/scan-lists");
        province.fill("#name", "Danh sách 3");
        province.fill("#lines", "HG0001366,2," + "d".repeat(64));
        press(province, "/scan-lists");
        assertThat(province.locator("main").innerText()).contains("Danh sách 3");
    }

    @Test
    void anInspectorJudgesAndAnArchivistAnswers() {
        Page inspector = begin(World.INSPECTOR);
        go(inspector, "/inspections/1");
        follow(
                inspector,
                inspector.locator("main a[href*='/inspections/1/forms/']").first());
        String sheet = inspector.url().replaceFirst("[?#].*", "").replace(world.base, "");
        for (String question : List.of("collection", "quality", "accuracy")) {
            inspector.locator("[name=" + question + "][value=PASS]").first().press("Space");
        }
        press(inspector, sheet);
        assertThat(count("select count(*) from reporting.inspection_verdict")).isEqualTo(1);

        Page archivist = begin(World.ARCHIVIST);
        go(archivist, "/lookups");
        follow(archivist, archivist.locator("main a[href^='/lookups/']").first());
        follow(archivist, archivist.locator("main a[href*='/lines/']").first());
        archivist.locator("[name=envelope]").fill("TH000777");
        press(archivist, archivist.url().replaceFirst("[?#].*", "").replace(world.base, ""));
        assertThat(count("select count(*) from sources.lookup_answer")).isEqualTo(1);
    }

    @Test
    void theAuditorAndTheAdministratorReadAndChange() {
        Page auditor = begin(World.AUDITOR);
        go(auditor, "/audit");
        auditor.fill("#purpose", "Kiểm tra theo kế hoạch 12");
        auditor.fill("#actor", World.COLLECTOR);
        auditor.waitForNavigation(() -> auditor.locator("#actor").press("Enter"));
        assertThat(auditor.locator("main").innerText()).contains(World.COLLECTOR);
        // The same question in the other language.
        String asked = auditor.url();
        follow(auditor, auditor.locator(".who-menu a[lang=en]"));
        assertThat(auditor.url()).startsWith(asked);
        assertThat(auditor.locator("main").innerText()).contains(World.COLLECTOR);

        Page administrator = begin(World.ADMINISTRATOR);
        go(administrator, "/rules/F719_HOUSEHOLD_TOO_LARGE");
        administrator.fill("#reason", "Chỉ thị 5 của thành phố");
        press(administrator, "/rules/F719_HOUSEHOLD_TOO_LARGE");
        administrator.locator(".note-green").first().waitFor();
    }
}
