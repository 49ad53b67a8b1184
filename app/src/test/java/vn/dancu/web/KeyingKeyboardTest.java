package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.keying.KeyedPaper;
import vn.dancu.keying.Keying;
import vn.dancu.keying.PaperState;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Role;

/** A day of three operators in Chromium without a mouse: from the bar code to the form. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyingKeyboardTest {
    private static final String NUMBER = "HG0009301";
    private static final Actor PROVINCE = new Actor(World.PROVINCE, Role.PROVINCE_OPERATOR, AreaScope.EVERYWHERE);
    private static final int MOST_TABS = 80;

    private World world;
    private Browser browser;

    @BeforeAll
    void open() {
        Assumptions.assumeTrue(
                Browser.executable().isPresent(),
                "skipped: no Chromium at /usr/bin/chromium or DANCU_CHROMIUM; apt-get install chromium");
        world = World.start();
        KeyingPagesTest.hireOperators(world);
        browser = Browser.open();
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
            world.close();
        }
    }

    private Page at(String login) {
        Page page = browser.page(world, 1440, 900);
        Browser.login(page, world, login);
        page.navigate(world.base + "/keying");
        return page;
    }

    /** Tab until the focus is there. */
    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (page.locator(selector + ":focus").count() > 0) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no way by Tab to " + selector);
    }

    /** Types each field as it gets the focus; Enter goes on, the last one to the button, and once more saves. */
    private static void typeAll(Page page, Map<String, String> says) {
        page.locator("[data-value]:focus").waitFor();
        int fields = page.locator("[data-value]").count();
        for (int i = 0; i < fields; i++) {
            String field = page.locator("[data-value]:focus").getAttribute("data-field");
            page.keyboard().type(says.getOrDefault(field, ""));
            page.keyboard().press("Enter");
        }
        page.locator("[data-save]:focus").waitFor();
        page.keyboard().press("Enter");
    }

    private PaperState state() {
        return world.get(Keying.class)
                .byNumber(NUMBER, PROVINCE)
                .map(KeyedPaper::state)
                .orElseThrow();
    }

    @Test
    void aPaperBecomesAFormByTheKeyboardsOfThree() {
        Map<String, String> says = new HashMap<>(Papers.stranger(NUMBER, "LÒ THỊ PENG"));
        says.put("sex", "2");
        says.put("marital_status", "1");
        says.put("birth_date", "12031969");

        Page page = at(World.PROVINCE);
        tabTo(page, "#numbers");
        page.keyboard().type(NUMBER);
        tabTo(page, "#commune");
        page.keyboard().type(World.WARD);
        page.keyboard().press("Tab");
        page.keyboard().type(World.GROUP);
        page.keyboard().press("Enter");
        page.locator(".note-green").waitFor();
        tabTo(page, "form[action='/keying/next'] button");
        page.keyboard().press("Enter");
        page.waitForURL("**/keying/*");
        typeAll(page, says);
        page.locator(".note-green").waitFor();
        assertThat(state()).isEqualTo(PaperState.SECOND);

        Page blind = at(KeyingPagesTest.SECOND);
        tabTo(blind, "form[action='/keying/next'] button");
        blind.keyboard().press("Enter");
        blind.waitForURL("**/keying/*");
        Map<String, String> wrong = new HashMap<>(says);
        wrong.put("full_name", "LÒ THỊ PENH");
        typeAll(blind, wrong);
        blind.locator(".note-green").waitFor();
        assertThat(state()).isEqualTo(PaperState.SETTLE);

        Page settle = at(KeyingPagesTest.THIRD);
        tabTo(settle, "form[action='/keying/next'] button");
        settle.keyboard().press("Enter");
        settle.waitForURL("**/keying/*");
        settle.locator("[data-value]:focus").waitFor();
        settle.keyboard().press("Alt+Digit1");
        settle.keyboard().press("Enter");
        settle.locator("[data-save]:focus").waitFor();
        settle.keyboard().press("Enter");
        settle.locator(".note-green").waitFor();
        assertThat(state()).isEqualTo(PaperState.READY);

        settle.navigate(world.base + "/keying");
        long paper = world.get(Keying.class)
                .byNumber(NUMBER, PROVINCE)
                .orElseThrow()
                .id()
                .value();
        tabTo(settle, "td a[href='/keying/" + paper + "']");
        settle.keyboard().press("Enter");
        settle.waitForURL("**/keying/*");
        tabTo(settle, "form[action$='/finish'] button");
        settle.keyboard().press("Enter");
        settle.locator(".note-green").waitFor();
        Keying keying = world.get(Keying.class);
        assertThat(world.get(Forms.class)
                        .find(keying.formOf(NUMBER).orElseThrow(), PROVINCE)
                        .orElseThrow()
                        .form()
                        .written(FormField.FULL_NAME))
                .isEqualTo("LÒ THỊ PENG");
        assertThat(browser.elsewhere).isEmpty();
        assertThat(browser.complaints).isEmpty();
    }

    @Test
    void namesOfTheBookComeAfterTheFirstKey() {
        Officer.login(world, World.PROVINCE)
                .post(
                        "/keying",
                        "/keying/take-up",
                        Map.of("numbers", "HG0009302", "version", "DC01/41-2019", "commune", World.WARD));
        long paper = world.get(Keying.class)
                .byNumber("HG0009302", PROVINCE)
                .orElseThrow()
                .id()
                .value();
        Page page = at(KeyingPagesTest.THIRD);
        page.navigate(world.base + "/keying/" + paper);
        page.locator("[data-value]:focus").waitFor();
        while (page.locator("[data-field=full_name]:focus").count() == 0) {
            page.keyboard().press("Enter");
        }
        assertThat(page.locator("[data-offers] li").count()).isZero();
        page.keyboard().type("vừ");
        page.locator("[data-offers] li").first().waitFor();
        page.keyboard().press("Alt+Digit1");
        assertThat(page.inputValue("[data-field=full_name]")).isEqualTo("Vừ Thị Mỷ");
    }
}
