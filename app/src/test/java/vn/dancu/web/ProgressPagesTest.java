package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dancu.web.Officer.Answer;

class ProgressPagesTest {
    private static final List<String> PAGES =
            List.of("/", "/progress/stages", "/progress/officers", "/progress/forms?m=persons");

    private static World world;
    private static Officer chief;
    private static Officer otherCollector;

    @BeforeAll
    static void open() {
        world = World.start();
        Officer collector = Officer.login(world, World.COLLECTOR);
        collector.post("/forms/new", "/forms/new", Papers.aPaper("HG0007001"));
        collector.post(
                "/forms/new",
                "/forms/new",
                Papers.with(Papers.wife("HG0007002"), "collected_on", "07/09/2020", "collector", "=1+1"));
        chief = Officer.login(world, World.CHIEF);
        otherCollector = Officer.login(world, World.OTHER_COLLECTOR);
        untilBothAreCounted();
    }

    /** The page says of when its figures are; those of before both papers were keyed may stand for some seconds. */
    private static void untilBothAreCounted() {
        for (int look = 0; look < 240 && !chief.get("/").text().contains("2 / 6 phải thu thập"); look++) {
            try {
                Thread.sleep(250);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void theRateStandsWithItsNumeratorDenominatorAndDay() {
        String text = chief.get("/").text();

        // Two of six persons; 2 / 6 = 33.3 %.
        assertThat(text)
                .contains(
                        "Nhân khẩu có phiếu", "33,3 %", "2 / 6 phải thu thập", "số phải thu thập tính đến 01/09/2020");
        assertThat(text).contains("Đúng", "Đủ", "Sạch", "Sống", "Trong số người đã phúc tra");
    }

    @Test
    void eachFigureLeadsToItsFormsByNumberAlone() {
        assertThat(chief.get("/").body()).contains("/progress/forms?m=persons");

        String forms = chief.get("/progress/forms?m=persons").text();

        assertThat(forms).contains("HG0007001", "HG0007002", "2 trong 2 phiếu");
        assertThat(forms).doesNotContain("PHẠM", "NGUYỄN THỊ LAN");
    }

    @Test
    void anotherWardSeesNothingOfIt() {
        assertThat(otherCollector.get("/progress/forms?m=persons").text()).doesNotContain("HG0007001");
        assertThat(otherCollector.get("/?commune=" + World.WARD).status()).isEqualTo(404);
        for (String path : List.of("stages", "officers", "tables/units.csv", "forms?m=persons")) {
            String address = "/progress/" + path + (path.contains("?") ? "&" : "?") + "commune=" + World.WARD;
            assertThat(otherCollector.get(address).status()).as(address).isEqualTo(404);
        }
    }

    @Test
    void whoSeesNoRecordsSeesCountsWithoutLinksToThem() {
        Officer archivist = Officer.login(world, World.ARCHIVIST);

        assertThat(archivist.get("/").status()).isEqualTo(200);
        assertThat(archivist.get("/").body()).doesNotContain("/progress/forms");
        assertThat(archivist.get("/progress/forms?m=persons").status()).isEqualTo(403);
        assertThat(Officer.login(world, World.AUDITOR).get("/progress/stages").status())
                .isEqualTo(403);
    }

    @Test
    void nonsenseInTheAddressIsNotFound() {
        for (String address : List.of(
                "/progress/forms?m=everything",
                "/progress/forms",
                "/progress/tables/units.exe",
                "/progress/tables/nothing.csv",
                "/?commune=<script>")) {
            assertThat(chief.get(address.replace("<", "%3C").replace(">", "%3E"))
                            .status())
                    .as(address)
                    .isEqualTo(404);
        }
    }

    @Test
    void everyTableLeavesAsCsvAndXlsx() {
        for (String table : List.of("units", "quality", "missing", "days", "stages", "stage-times", "officers")) {
            Answer csv = chief.get("/progress/tables/" + table + ".csv");
            Answer xlsx = chief.get("/progress/tables/" + table + ".xlsx");

            assertThat(csv.status()).as(table).isEqualTo(200);
            assertThat(csv.body()).as(table).startsWith("\uFEFF").contains(World.CHIEF);
            assertThat(xlsx.body()).as(table).startsWith("PK");
        }
        assertThat(chief.get("/progress/tables/stages.csv").body())
                .contains("'=1+1")
                .doesNotContain("\n=1+1");
    }

    @Test
    void aBoundaryFileWithAFaultIsRefusedAndChangesNothing() {
        Officer administrator = Officer.login(world, World.ADMINISTRATOR);
        assertThat(administrator.get("/boundaries").text()).contains("Chưa có ranh giới nào");
        String good = "{\"type\":\"Feature\",\"properties\":{\"code\":\"00691\"},\"geometry\":{\"type\":\"Polygon\","
                + "\"coordinates\":[[[104.97,22.82],[105.0,22.82],[105.0,22.85],[104.97,22.82]]]}}";
        String open = good.replace("00691", "00692").replace(",[104.97,22.82]]]", "]]");

        Answer refused = boundaries(
                administrator,
                "/boundaries",
                "{\"type\":\"FeatureCollection\",\"features\":[" + good + "," + open + "]}");
        Answer noJson = boundaries(administrator, "/boundaries", "<script>alert(1)</script>");
        assertThat(boundaries(chief, "/", "{}").status()).isEqualTo(403);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("không thay đổi gì", "Đối tượng thứ 2", "không khép kín");
        assertThat(noJson.status()).isEqualTo(422);
        assertThat(noJson.text()).contains("không phải JSON");
        assertThat(administrator.get("/boundaries").text()).contains("Chưa có ranh giới nào");

        Answer taken = boundaries(
                administrator, "/boundaries", "{\"type\":\"FeatureCollection\",\"features\":[" + good + "]}");

        assertThat(taken.status()).isEqualTo(302);
        assertThat(administrator.get("/boundaries").text()).contains("Đã có ranh giới của 1 đơn vị");
        assertThat(chief.get("/boundaries").status()).isEqualTo(403);
    }

    private static Answer boundaries(Officer officer, String page, String file) {
        return officer.upload(
                page, "/boundaries", Map.of(), "file", "ranh-gioi.geojson", file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anExportIsAskedForCountedAndRefusedInWords() {
        assertThat(chief.get("/exports").text()).contains("chưa được trao quyền");
        assertThat(chief.post("/exports", Map.of("purpose", "inspection", "field", "form_no"))
                        .status())
                .isEqualTo(403);
        Officer administrator = Officer.login(world, World.ADMINISTRATOR);
        assertThat(administrator
                        .post(
                                "/export-rights",
                                "/export-rights",
                                Map.of("login", World.CHIEF, "given", "true", "note", "QĐ 1"))
                        .status())
                .isEqualTo(302);

        Map<String, String> asked = new HashMap<>(Map.of("m", "persons", "field", "form_no", "format", "csv"));
        Answer noPurpose = chief.post("/exports", "/exports", asked);
        asked.put("purpose", "inspection");
        asked.put("words", "<script>alert(1)</script>");
        asked.put("act", "count");
        Answer counted = chief.post("/exports", "/exports", asked);
        asked.put("act", "ask");
        Answer done = chief.post("/exports", "/exports", asked);

        assertThat(noPurpose.status()).isEqualTo(422);
        assertThat(noPurpose.text()).contains("Hãy chọn mục đích");
        assertThat(counted.text()).contains("Có 2 phiếu như vậy");
        assertThat(done.status()).isEqualTo(302);
        assertThat(chief.get("/exports").body()).contains("XK-").doesNotContain("<script>alert");
        assertThat(otherCollector.get("/exports").status()).isEqualTo(403);
        assertThat(chief.post("/exports", "/exports/999/file", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void theChartsAreDrawnUnderTheContentPolicyAndNothingScrollsSideways() {
        Assumptions.assumeTrue(Browser.executable().isPresent(), "skipped: no Chromium");
        try (Browser browser = Browser.open()) {
            Page page = browser.page(world, 1280, 900);
            Browser.login(page, world, World.CHIEF);
            page.navigate(world.base + "/");
            page.locator("[data-chart=t-missing] canvas").waitFor();
            assertThat(page.locator("#t-missing tbody tr").count()).isEqualTo(3);
            Page phone = browser.page(world, 360, 740);
            Browser.login(phone, world, World.CHIEF);
            for (String path : PAGES) {
                phone.navigate(world.base + path);
                assertThat(((Number) phone.evaluate("document.documentElement.scrollWidth")).intValue())
                        .as(path)
                        .isEqualTo(360);
            }
            phone.navigate(world.base + "/exports");
            assertThat(((Number) phone.evaluate("document.documentElement.scrollWidth")).intValue())
                    .isEqualTo(360);
            assertThat(browser.complaints).isEmpty();
            assertThat(browser.elsewhere).isEmpty();
        }
    }
}
