package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

/**
 * What tests in Chromium share: a world of their own, skipped where this machine has no browser, and after each test nothing
 * asked outside the application and no complaint of a page.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InChromium {
    World world;
    Browser browser;

    @BeforeAll
    void openWorldAndBrowser() {
        Assumptions.assumeTrue(
                Browser.executable().isPresent(),
                "skipped: no Chromium at /usr/bin/chromium or DANCU_CHROMIUM; apt-get install chromium");
        world = World.start();
        fill();
        browser = Browser.open();
    }

    /** What the world has beside its officers and books. */
    void fill() {}

    @AfterAll
    void closeWorldAndBrowser() {
        if (browser != null) {
            browser.close();
            world.close();
        }
    }

    @AfterEach
    void nothingWasAskedElsewhereAndNothingFailed(TestInfo test) {
        assertThat(browser.elsewhere).as(test.getDisplayName()).isEmpty();
        assertThat(browser.complaints).as(test.getDisplayName()).isEmpty();
    }

    /** A page of this officer's own session. */
    Page login(String account) {
        return login(account, 1280, 800);
    }

    Page login(String account, int width, int height) {
        Page page = browser.page(world, width, height);
        Browser.login(page, world, account);
        return page;
    }
}
