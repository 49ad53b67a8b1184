package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.dancu.intake.Forms;
import vn.dancu.journey.CancelReason;
import vn.dancu.journey.Detours;
import vn.dancu.journey.PathView;
import vn.dancu.journey.Stage;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.Role;

/** The comparison desk, the duplicates and what rules explain, in Chromium without a mouse: nothing here clicks. */
class DeskKeyboardTest extends InChromium {
    private static final Actor CITY = new Actor("test", Role.CITY_TEAM, AreaScope.EVERYWHERE);

    @AfterEach
    void cancelAll() {
        world.get(Detours.class).cancel(world.get(Forms.class).all(), CancelReason.SPOILED, "test", CITY);
    }

    private long enter(Map<String, String> paper) {
        Officer collector = Officer.login(world, World.COLLECTOR);
        long id = collector.post("/forms/new", "/forms/new", paper).form();
        collector.post("/forms/" + id + "/check", Map.of());
        return id;
    }

    private long differing(String number) {
        return enter(Papers.with(Papers.aPaper(number), "birth_date", "08/05/1941"));
    }

    @Test
    void twoKeysSettleAFormWhereEverythingIsSuggested() {
        long id = differing("HG0009201");
        Page page = login(World.COLLECTOR);
        page.navigate(world.base + "/forms/" + id + "/compare?q=differs");

        page.keyboard().press("a");
        page.locator("td.chosen").first().waitFor();
        page.waitForLoadState();
        page.keyboard().press("Control+Enter");
        page.waitForURL("**/queue?q=differs");

        assertThat(world.get(PathView.class)
                        .state(new FormId(id), CITY)
                        .orElseThrow()
                        .stage())
                .isEqualTo(Stage.RECONCILED);
    }

    @Test
    void otherCandidatesStandBesideTheFormAndNoneOfThemIsOneKey() {
        long id = differing("HG0009202");
        Page page = login(World.COLLECTOR);
        page.navigate(world.base + "/forms/" + id + "/compare?q=differs");

        page.keyboard().press("c");
        page.locator("[data-candidate].on").waitFor();
        page.keyboard().press("0");
        page.locator(".note-green").waitFor();

        assertThat(page.locator(".note-green").innerText()).contains("không ai trong số này");
        assertThat(page.locator(".tracks").innerText()).contains("Không có trong sổ");
    }

    @Test
    void aPaperIsWrittenByKeysFieldAfterField() {
        long id = differing("HG0009203");
        Page page = login(World.COLLECTOR);
        page.navigate(world.base + "/forms/" + id + "/compare?q=differs");

        page.keyboard().press("4");
        page.keyboard().type("08/05/1944");
        page.keyboard().press("Enter");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.keyboard().type("12/1944");
        page.keyboard().press("Enter");
        page.keyboard().insertText("UBND xã Nam Trực");
        page.keyboard().press("Enter");
        page.keyboard().type("1/2/2003");
        page.keyboard().press("Enter");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        page.locator("td.chosen").waitFor();

        assertThat(page.locator("main").innerText()).contains("12/1944", "UBND xã Nam Trực", "01/02/2003");
    }

    @Test
    void theHouseholdIsOneKeyAwayAndBack() {
        long id = differing("HG0009204");
        Page page = login(World.COLLECTOR);
        page.navigate(world.base + "/forms/" + id + "/compare?q=differs");

        page.keyboard().press("h");
        page.waitForURL("**/household?q=differs**");
        assertThat(page.locator(".tree .head").innerText()).contains("PHẠM VĂN LONG");
        page.keyboard().press("h");
        page.waitForURL("**/compare?q=differs**");
        page.keyboard().press("n");
        page.waitForURL("**/queue?q=differs");
    }

    @Test
    void twoFormsAreToldApartByKeys() {
        enter(Papers.aPaper("HG0009205"));
        enter(Papers.with(Papers.aPaper("HG0009206"), "hometown", "Hà Nam", "collected_on", "07/09/2020"));
        Page page = login(World.CHIEF);
        page.navigate(world.base + "/duplicates");

        page.keyboard().press("2");
        page.keyboard().insertText("Trùng họ tên, khác người");
        page.keyboard().press("Enter");
        page.locator(".note-green").waitFor();

        assertThat(page.locator("main").innerText()).contains("Đã xác định là hai người (1)");
    }

    @Test
    void whatARuleExplainsIsAcceptedByTwoKeys() {
        long id = enter(Papers.with(Papers.aPaper("HG0009207"), "full_name", "PHAM VAN LONG"));
        Page page = login(World.COLLECTOR);
        page.navigate(world.base + "/forms/" + id + "/compare?q=to-reconcile");

        page.keyboard().press("e");
        page.waitForURL("**/explained?rule=*");
        assertThat(page.locator("#sample").innerText()).contains("HG0009207");
        page.keyboard().press("e");
        page.locator(".note-green").waitFor();

        assertThat(page.locator(".note-green").innerText()).contains("Đã chấp nhận ở 1 phiếu");
    }

    @Test
    void noDeskPageScrollsSidewaysOnATelephone() {
        long id = differing("HG0009208");
        enter(Papers.aPaper("HG0009209"));
        Page page = browser.page(world, 360, 740);
        Browser.login(page, world, World.CHIEF);
        for (String path : new String[] {
            "/duplicates",
            "/explained",
            "/explained?rule=case-or-form",
            "/forms/" + id + "/household?q=differs",
            "/forms/" + id + "/candidates?q=differs",
            "/forms/" + id + "/compare?q=differs"
        }) {
            page.navigate(world.base + path);
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                    .as(path)
                    .isEqualTo(360);
        }
    }
}
