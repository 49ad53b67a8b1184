package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import vn.dancu.campaign.MissingReasons;
import vn.dancu.campaign.OutreachKind;
import vn.dancu.campaign.OutreachLedger;
import vn.dancu.campaign.OutreachLine;
import vn.dancu.shared.AreaScope;

/** The outreach ledger and the reasons of who is missing without a mouse, in Chromium: nothing here clicks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampaignKeyboardTest {
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

    @AfterEach
    void nothingWasAskedElsewhereAndNothingFailed(TestInfo test) {
        assertThat(browser.elsewhere).as(test.getDisplayName()).isEmpty();
        assertThat(browser.complaints).as(test.getDisplayName()).isEmpty();
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement?.id ?? ''");
    }

    @Test
    void twoMeetingsAreWrittenInTheLedgerByKeys() {
        Page page = browser.page(world, 1280, 800);
        Browser.login(page, world, World.COLLECTOR);
        page.navigate(world.base + "/outreach");
        page.locator("#kind:focus").waitFor();

        page.keyboard().press("2");
        page.keyboard().press("Enter");
        assertThat(focused(page)).isEqualTo("place");
        page.keyboard().type("Tổ 3");
        page.keyboard().press("Enter");
        page.keyboard().type("5/9/2020");
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        page.keyboard().type("90");
        page.keyboard().press("Enter");
        page.keyboard().type("5");
        page.keyboard().press("Control+Enter");
        page.waitForURL("**/outreach?month=2020-09");
        page.locator("#place:focus").waitFor();
        assertThat(page.locator("#kind").inputValue())
                .as("kept for the next line")
                .isEqualTo("MEETING");
        assertThat(page.locator("#day").inputValue()).isEqualTo("05/09/2020");
        page.keyboard().type("Tổ 3");
        page.keyboard().press("Enter");
        page.keyboard().type("12/9/2020");
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("Enter");
        }
        page.keyboard().type("4");
        page.keyboard().press("Control+Enter");
        page.locator("tr:has-text('12/09/2020')").first().waitFor();

        List<OutreachLine> lines = world.get(OutreachLedger.class)
                .list(AreaScope.EVERYWHERE, "", LocalDate.of(2020, 9, 1), LocalDate.of(2020, 9, 30), 10);
        assertThat(lines).extracting(OutreachLine::kind).containsOnly(OutreachKind.MEETING);
        assertThat(lines).extracting(OutreachLine::attendance).containsExactly(4, 5);
        assertThat(lines).extracting(OutreachLine::minutes).containsExactly(90, 90);
    }

    @Test
    void aReasonIsChosenByItsNumberAndThePageComesBackToThePerson() {
        Page page = browser.page(world, 1280, 800);
        Browser.login(page, world, World.COLLECTOR);
        page.navigate(world.base + "/missing");

        page.keyboard().press("j");
        page.locator(".missing-rows select:focus").waitFor();
        page.keyboard().press("3");
        page.keyboard().press("Enter");
        page.waitForURL("**/missing?**");

        page.locator(".missing-rows tr.on:has-text('đi học')").waitFor();
        assertThat(world.get(MissingReasons.class).remaining(AreaScope.EVERYWHERE, World.WARD))
                .contains(new MissingReasons.Line(World.WARD, "STUDYING", false, 1));
    }
}
