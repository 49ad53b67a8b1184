package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.MovableClock;
import vn.dancu.intake.FormField;
import vn.dancu.reporting.Counted;
import vn.dancu.reporting.ExportedRows;
import vn.dancu.reporting.Figure;
import vn.dancu.reporting.OfficialReports;
import vn.dancu.reporting.Recount;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Role;

/**
 * Three months of a campaign in Chromium, on days that the test chooses: targets from the books, an announcement with its
 * collection day, outreach, papers, re-verification by a team, acceptance, the paper's way to the scan and the register, and at
 * the end of each month a report that is signed and frozen. What stood on the screen is kept in {@code target/pictures}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThreeMonthsBrowserTest {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Actor PC06 = new Actor(World.PROVINCE, Role.PROVINCE_OPERATOR, AreaScope.EVERYWHERE);

    private final MovableClock clock = new MovableClock();
    private World world;
    private Browser browser;
    private ScreenWork screen;
    private Page collector;
    private Page chief;
    private Page city;
    private Page province;

    @BeforeAll
    void open() {
        Assumptions.assumeTrue(
                Browser.executable().isPresent(),
                "skipped: no Chromium at /usr/bin/chromium or DANCU_CHROMIUM; apt-get install chromium");
        clock.set(Instant.parse("2020-09-01T01:00:00Z"));
        world = World.start(clock);
        browser = Browser.open();
        screen = new ScreenWork(world);
        collector = login(World.COLLECTOR);
        chief = login(World.CHIEF);
        city = login(World.CITY);
        province = login(World.PROVINCE);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
            world.close();
        }
    }

    private Page login(String account) {
        Page page = browser.page(world, 1440, 900);
        Browser.login(page, world, account);
        return page;
    }

    private void on(int month, int day) {
        clock.set(
                LocalDate.of(2020, month, day).atTime(9, 0).atZone(Say.VIETNAM).toInstant());
    }

    private static void has(Page page, String... texts) {
        assertThat(page.locator("main").innerText()).contains(texts);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve("months-" + name + ".png"))
                .setFullPage(true));
    }

    @Test
    void threeMonthsEndInThreeFrozenReportsWhoseFiguresAreThoseOfTheLogsAndOfTheExportedRows() throws IOException {
        on(9, 1);
        targets();
        announced();
        on(9, 5);
        collectionDay();
        outreach();
        long husband = screen.enter(collector, Papers.aPaper("HG0001365"));
        long wife = screen.enter(collector, Papers.wife("HG0001366"));
        for (long form : new long[] {husband, wife}) {
            screen.checked(collector, form);
            screen.reconciled(collector, form);
        }
        on(9, 15);
        String first = reported(chief, World.WARD, "Nhiều hộ đi làm nương, vắng nhà ban ngày.", "07/BC-CAP", "1-ward");
        has(chief, "2/6 người phải thu thập đã có phiếu hợp lệ (33,3 %)", "trong kỳ 2 người, tăng 2 so với kỳ trước");

        on(9, 20);
        missing();
        long stranger = screen.enter(collector, Papers.stranger("HG0002001", "LÒ THỊ PENG"));
        long spoiled = screen.enter(collector, Papers.stranger("HG0002002", "VÀNG A PHỬ"));
        screen.checked(collector, stranger);
        screen.accepted(collector, stranger);
        on(10, 2);
        visited();
        on(10, 5);
        for (long form : new long[] {husband, wife, stranger}) {
            screen.go(chief, "/forms/" + form + "?q=to-approve");
        }
        screen.go(chief, "/queue?q=to-approve");
        screen.press(chief, "/queue/approve");
        on(10, 15);
        reported(chief, World.WARD, "Máy in hỏng, đã báo cáo.", "09/BC-CAP", "2-ward");
        // Of six, one is dead: five. Four have a form; one of them will turn out to be spoiled.
        has(chief, "4/5 người phải thu thập", "Phúc tra: 3 người");

        on(10, 20);
        batched();
        on(10, 25);
        cancelled(spoiled);
        on(11, 15);
        reported(chief, World.WARD, "Không còn khó khăn lớn.", "11/BC-CAP", "3-ward");
        has(chief, "3/5 người phải thu thập", "Điều chỉnh số liệu đã báo cáo kỳ trước", "Đã bàn giao 3, đã quét 3");
        reported(city, "024", "Phường Ngọc Hà chưa nộp báo cáo.", "31/BC-CATP", "4-city");
        has(city, "Đơn vị chưa gửi báo cáo (7/8)", "Không còn khó khăn lớn.");

        figuresAreThoseOfTheLogs(first);
        figuresAreThoseOfTheExportedRows(first);
        figuresAreThoseOfTheLedger(first);
        assertThat(browser.elsewhere).isEmpty();
        assertThat(browser.complaints).isEmpty();
    }

    private void targets() {
        screen.go(chief, "/targets");
        screen.fill(chief, "/books", "day", "1/9/2020", "source", "sổ quản lý cư trú");
        screen.press(chief, "/books");
        has(chief, World.GROUP, "sổ quản lý cư trú, 01/09/2020");
    }

    private void announced() {
        screen.go(collector, "/announcements/new");
        screen.fill(
                collector,
                "/announcements",
                "place",
                "Nhà văn hóa tổ 3",
                "first",
                "5/9/2020",
                "last",
                "5/9/2020",
                "opens",
                "7h30",
                "closes",
                "11h00");
        screen.check(collector, "paper", "ID_CARD");
        screen.check(collector, "category", "WITHOUT_FORM");
        screen.check(collector, "group", World.GROUP);
        screen.press(collector, "act", "compose");
        assertThat(collector.locator("#script").inputValue()).contains("Nhà văn hóa tổ 3");
        screen.press(collector, "act", "issue");
        has(collector, "Thu phiếu thu thập thông tin dân cư", "05/09/2020");
        picture(collector, "0-announcement");
        collector.waitForNavigation(() -> collector
                .locator("a[href*='/collection-days?announcement=']")
                .first()
                .click());
        screen.fill(collector, "/collection-days", "minutes", "30", "capacity", "4", "desks", "1");
        screen.press(collector, "/collection-days");
        screen.press(collector, "/invite");
    }

    /** One who was invited comes and is served, one comes without being asked, the others do not come. */
    private void collectionDay() {
        screen.go(collector, "/collection-days");
        collector.waitForNavigation(() ->
                collector.locator("main a[href*='/collection-days/']").first().click());
        String day = collector.url();
        screen.press(collector, "/walk-in");
        collector.navigate(day + "?who=expected");
        screen.press(collector, "/arrive");
        collector.navigate(day);
        for (int person = 0; person < 2; person++) {
            screen.press(collector, "/next");
            screen.press(collector, "how", "served");
        }
        picture(collector, "0-day");
        screen.press(collector, "/close");
        has(collector, "tự đến 1", "đã làm 2");
    }

    private void outreach() {
        written("2", "5/9/2020", "90", "5");
        written("1", "6/8/2020", "15", "");
        written("1", "7/8/2020", "15", "");
    }

    /** A line of the ledger, by keys. */
    private void written(String kind, String day, String minutes, String attendance) {
        screen.go(collector, "/outreach");
        collector.locator("#kind:focus").waitFor();
        for (String typed : List.of(kind, "Tổ 3", day, "1", minutes, attendance)) {
            collector.keyboard().type(typed);
            collector.keyboard().press("Enter");
        }
        collector.waitForNavigation(() -> collector.keyboard().press("Control+Enter"));
    }

    private void missing() {
        screen.go(collector, "/missing");
        for (Map.Entry<String, String> one :
                Map.of("Giàng Mí Páo", "DEAD", "Phạm Hải Đăng", "STUDYING").entrySet()) {
            Locator row = collector
                    .locator(".missing-rows tr:has-text('" + one.getKey() + "'):has(select)")
                    .first();
            row.locator("select").selectOption(one.getValue());
            collector.waitForNavigation(() -> row.locator("select").press("Enter"));
            collector.waitForLoadState();
        }
        has(collector, "đi học");
    }

    /** The ward's report for the month that ended yesterday: made, words written, signed. */
    private String reported(Page page, String unit, String difficulties, String number, String name) {
        screen.go(page, "/reports?kind=month-15");
        page.waitForNavigation(
                () -> page.locator("form[action='/reports']:has(input[name=unit][value='" + unit + "']) button")
                        .press("Enter"));
        page.fill("#difficulties", difficulties);
        screen.press(page, "/words");
        assertThat(page.locator(".paper").innerText()).contains(difficulties, "Dự thảo, chưa ký");
        page.fill("#number", number);
        screen.press(page, "/freeze");
        assertThat(page.locator(".paper").innerText()).contains(number, "Đã ký trên hệ thống");
        picture(page, name);
        return page.url();
    }

    /** A team is made, every form of the ward is drawn, two homes are called at, the lot is accepted. */
    private void visited() {
        screen.go(city, "/verification/teams");
        screen.fill(
                city,
                "/verification/teams",
                "name",
                "Tổ 1",
                "fewest",
                "2",
                "members",
                "pt-1 Nguyễn Văn Thử\npt-2 Trần Thị Nghiệm");
        screen.press(city, "/verification/teams");
        screen.go(city, "/verification");
        city.fill("form[action='/verification/rounds'] [name=name]", "Đợt 1");
        city.selectOption("form[action='/verification/rounds'] [name=kind]", "CENSUS");
        screen.check(city, "units", World.WARD);
        screen.press(city, "act", "open");
        screen.go(city, "/verification/rounds/1");
        city.waitForNavigation(() ->
                city.locator("main a[href*='/verification/sheets/']").first().click());
        for (int home = 0; home < 2; home++) {
            city.locator("[data-is]:focus").waitFor();
            city.fill("#day", "1/10/2020");
            city.fill("#guide", "Tổ trưởng tổ 3");
            city.focus("[data-is]");
            city.waitForNavigation(() -> city.keyboard().press("Control+Enter"));
        }
        screen.go(city, "/verification/rounds/1");
        has(city, "Đạt, chờ nghiệm thu");
        screen.press(city, "/decide");
        has(city, "Đã nghiệm thu");
        picture(city, "2-round");
    }

    private void batched() {
        screen.go(chief, "/batches");
        screen.fill(chief, "/batches", "number", "LO-TP-1");
        screen.press(chief, "/batches");
        screen.fill(chief, "/give", "counted", "3");
        screen.press(chief, "/give");
        screen.go(province, "/batches");
        screen.fill(province, "/take", "counted", "3");
        screen.press(province, "/take");
        screen.go(province, "/scan-lists");
        province.fill("[name=name]", "Danh sách 1");
        province.fill(
                "[name=lines]",
                "form_no,pages,sha256\nHG0001365,2," + "a".repeat(64) + "\nHG0001366,2," + "b".repeat(64)
                        + "\nHG0002001,2," + "c".repeat(64));
        screen.press(province, "/scan-lists");
        screen.go(province, "/register");
        screen.press(province, "/register");
    }

    private void cancelled(long form) {
        screen.go(chief, "/forms/" + form + "?q=to-check");
        screen.unfold(chief);
        chief.selectOption("form[action$='/cancel'] [name=why]", "SPOILED");
        chief.fill("form[action$='/cancel'] [name=word]", "HỦY");
        screen.press(chief, "/forms/" + form + "/cancel");
    }

    private Counted frozen(String first, int number) {
        long one = Long.parseLong(first.substring(first.lastIndexOf('/') + 1));
        return world.get(OfficialReports.class)
                .find(one + number, PC06)
                .orElseThrow()
                .frozen()
                .figures();
    }

    /** Of each frozen report, every count of forms equals what plain Java finds in the rows of the logs. */
    private void figuresAreThoseOfTheLogs(String first) {
        Recount recount = new Recount(world.get(JdbcClient.class));
        long one = Long.parseLong(first.substring(first.lastIndexOf('/') + 1));
        int seen = 0;
        for (int number = 0; number < 4; number++) {
            Counted frozen = frozen(first, number);
            Instant end =
                    frozen.period().to().plusDays(1).atStartOfDay(Say.VIETNAM).toInstant();
            Map<String, long[]> rows = recount.at(
                    end, end, frozen.cutOff(), frozen.byGroup(), frozen.byGroup() ? Set.of(frozen.unit()) : null);
            for (Figure figure : Figure.values()) {
                if (figure.source() == Figure.Source.FORMS) {
                    assertThat(frozen.total().cumulative(figure))
                            .as("%s of report %d", figure, number)
                            .isEqualTo(sum(rows, figure));
                    seen++;
                }
            }
            assertThat(world.get(OfficialReports.class)
                            .check(one + number, PC06)
                            .orElseThrow()
                            .reproduced())
                    .isTrue();
        }
        assertThat(seen).isEqualTo(4 * 11);
    }

    private static long sum(Map<String, long[]> rows, Figure figure) {
        return rows.values().stream().mapToLong(row -> row[figure.ordinal()]).sum();
    }

    /** The chief takes out the rows of the ward through the screens; whoever holds the file counts the last report anew. */
    private void figuresAreThoseOfTheExportedRows(String first) throws IOException {
        Page administrator = login(World.ADMINISTRATOR);
        screen.go(administrator, "/export-rights");
        Locator right = administrator
                .locator("form[action='/export-rights']:has(input[value='" + World.CHIEF + "'])")
                .first();
        right.locator("[name=note]").fill("QĐ 12/2020");
        administrator.waitForNavigation(() -> right.locator("button").press("Enter"));
        screen.go(chief, "/exports");
        chief.selectOption("#m", "forms");
        chief.selectOption("#format", "csv");
        chief.selectOption("#purpose", "inspection");
        chief.fill("#words", "đối chiếu báo cáo");
        for (FormField field : ExportedRows.FIELDS) {
            screen.check(chief, "field", field.column());
        }
        screen.press(chief, "act", "ask");
        Locator take = chief.locator("form[action$='/file'] button").first();
        for (int look = 0; look < 100 && take.count() == 0; look++) {
            chief.waitForTimeout(100);
            screen.go(chief, "/exports");
        }
        Download download = chief.waitForDownload(() -> take.press("Enter"));
        ExportedRows rows = ExportedRows.read(Files.readString(download.path()));

        Counted last = frozen(first, 2);
        assertThat(rows.size()).isEqualTo(3);
        for (Figure figure : Figure.values()) {
            if (figure.source() == Figure.Source.FORMS) {
                assertThat(last.total().cumulative(figure)).as("%s", figure).isEqualTo(sum(rows.byGroup(), figure));
            }
        }
    }

    /** Broadcasts, meetings and attendances equal the rows of the ledger as its pages show them. */
    private void figuresAreThoseOfTheLedger(String first) {
        long broadcasts = 0;
        long meetings = 0;
        long attendances = 0;
        for (String month : List.of("2020-08", "2020-09")) {
            screen.go(chief, "/outreach?month=" + month);
            for (Locator row :
                    chief.locator("section:last-of-type tbody tr:not(.gone)").all()) {
                List<String> cells = row.locator("td").allInnerTexts();
                boolean isMeeting = cells.get(1).strip().equals("Họp tổ");
                broadcasts += isMeeting ? 0 : Long.parseLong(cells.get(3).strip());
                meetings += isMeeting ? Long.parseLong(cells.get(3).strip()) : 0;
                attendances += isMeeting ? Long.parseLong(cells.get(5).strip()) : 0;
            }
        }
        Counted last = frozen(first, 2);
        assertThat(List.of(
                        last.total().cumulative(Figure.BROADCASTS),
                        last.total().cumulative(Figure.MEETINGS),
                        last.total().cumulative(Figure.ATTENDANCES)))
                .isEqualTo(List.of(broadcasts, meetings, attendances))
                .isEqualTo(List.of(2L, 1L, 5L));
    }
}
