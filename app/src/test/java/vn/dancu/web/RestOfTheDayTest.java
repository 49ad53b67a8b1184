package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.access.AccessService;
import vn.dancu.access.NewAccount;
import vn.dancu.journey.PathView;
import vn.dancu.journey.Stage;
import vn.dancu.reference.Offices;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.Role;

/**
 * The rest of each role's day, in Chromium: what does not happen every hour. Pictures stay in {@code target/pictures}, and
 * of every page there is one in {@code target/pictures/pages} – with {@code -Ddancu.full=true} also small, large, dark and
 * on paper.
 */
class RestOfTheDayTest extends InChromium {
    private static final Path PICTURES = Path.of("target", "pictures");

    private record Look(String name, int width, ColorScheme scheme, Media media) {}

    private static final List<Look> LOOKS = Boolean.getBoolean("dancu.full")
            ? List.of(
                    new Look("light", 1440, ColorScheme.LIGHT, Media.SCREEN),
                    new Look("telephone", 360, ColorScheme.LIGHT, Media.SCREEN),
                    new Look("tablet", 768, ColorScheme.LIGHT, Media.SCREEN),
                    new Look("large", 2560, ColorScheme.LIGHT, Media.SCREEN),
                    new Look("dark", 1440, ColorScheme.DARK, Media.SCREEN),
                    new Look("paper", 794, ColorScheme.LIGHT, Media.PRINT))
            : List.of(new Look("light", 1440, ColorScheme.LIGHT, Media.SCREEN));

    private DayOfWork day;

    @Override
    void fill() {
        day = new DayOfWork(world);
        world.get(AccessService.class)
                .createDemo(
                        List.of(new NewAccount(
                                "pho-tp",
                                "Thiếu tá Đỗ Thị Sen",
                                Role.COLLECTOR,
                                AreaScope.ofGroups(Set.of(World.WARD + "/Tổ 9")),
                                LocalDate.of(2020, 1, 1),
                                null)),
                        Actor.commandLine("test"));
    }

    private Page begin(String account) {
        return login(account, 1440, 900);
    }

    private void go(Page page, String path) {
        page.navigate(world.base + path);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve("rest-" + name + ".png"))
                .setFullPage(true));
    }

    /** Presses the button of the first form whose action ends so, unfolding what is around it, and waits for the page. */
    private static void press(Page page, String action) {
        Locator form = page.locator("form[action$='" + action + "']").first();
        unfold(form);
        page.waitForNavigation(
                () -> form.locator("button:not([type=button])").first().press("Enter"));
        page.waitForLoadState();
    }

    private static void unfold(Locator part) {
        part.evaluate("(part) => { for (let up = part.closest('details'); up; up = up.parentElement.closest('details'))"
                + " up.open = true; }");
    }

    private static void done(Page page) {
        assertThat(page.locator(".note-red").count())
                .as(page.locator("main").innerText())
                .isZero();
        page.locator(".note-green").first().waitFor();
    }

    private Stage stage(long form) {
        return world.get(PathView.class)
                .state(new FormId(form), Actor.commandLine("test"))
                .orElseThrow()
                .stage();
    }

    private long count(String sql) {
        return world.get(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    @Test
    void everyPageHasItsPicture() {
        PageList list = PageList.of(world, day);
        int taken = 0;
        for (String role : PageList.ROLES) {
            Page page = begin(role);
            for (PageList.Seen seen : list.onceEach()) {
                if (seen.role().equals(role)) {
                    go(page, seen.path());
                    for (Look look : LOOKS) {
                        page.setViewportSize(look.width(), 900);
                        page.emulateMedia(new Page.EmulateMediaOptions()
                                .setColorScheme(look.scheme())
                                .setMedia(look.media()));
                        page.screenshot(new Page.ScreenshotOptions()
                                .setPath(PICTURES.resolve("pages")
                                        .resolve(
                                                seen.path().replaceAll("[^a-z0-9]+", "-") + "-" + look.name() + ".png"))
                                .setFullPage(true));
                        taken++;
                    }
                    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
                }
            }
            page.context().close();
        }
        assertThat(taken).isGreaterThan(50);
    }

    @Test
    void aCollectorComparesAHouseholdAndAsksTheArchive() {
        Page page = begin(World.COLLECTOR);
        go(page, "/forms/" + day.differing + "/compare?q=differs");
        page.keyboard().press("h");
        page.waitForURL("**/household**");
        assertThat(page.locator("main").innerText()).contains("GIÀNG MÍ PÁO", "Vừ Thị Mỷ");
        picture(page, "household");
        page.keyboard().press("h");
        page.waitForURL("**/compare**");
        page.keyboard().press("c");
        page.locator("[data-candidate]").first().waitFor();
        picture(page, "candidates");
        go(page, "/lookups/new?form=" + day.planned);
        page.locator("main textarea, main input[name=purpose]").first().fill("Xem ngày sinh trong hồ sơ");
        picture(page, "lookup-new");
        press(page, "/lookups");
        done(page);
        picture(page, "lookup");
        go(page, "/civil-status");
        picture(page, "civil-status");
        go(page, "/queue?q=differs&archive=NOT_CONSULTED");
        assertThat(page.locator("main").innerText()).contains("Tàng thư: ");
        picture(page, "queue-by-archive");
    }

    @Test
    void anArchivistAnswersAndTheStateIsFound() {
        Page page = begin(World.ARCHIVIST);
        go(page, "/lookups");
        picture(page, "lookups");
        page.locator("main a[href^='/lookups/']").first().press("Enter");
        page.waitForURL("**/lookups/*");
        page.locator("main a[href*='/lines/']").first().press("Enter");
        page.waitForURL("**/lines/**");
        page.locator("[name=envelope]").fill("TH000777");
        picture(page, "answer");
        press(page, "/lines/" + page.url().replaceAll(".*/lines/(\\d+).*", "$1"));
        assertThat(count("select count(*) from sources.lookup_answer")).isEqualTo(1);
        picture(page, "answered");
    }

    @Test
    void aChiefDelegatesAndGivesWorkToOthers() {
        Page page = begin(World.CHIEF);
        go(page, "/delegations");
        page.selectOption("#deputy", "pho-tp");
        page.fill("#from", "1/9/30");
        page.locator("#from").press("Tab");
        assertThat(page.locator("#from").inputValue()).isEqualTo("01/09/2030");
        page.fill("#to", "30/09/2030");
        page.fill("#document", "15/QĐ-CAP");
        picture(page, "delegations");
        press(page, "/delegations");
        done(page);
        go(page, "/queue/holders");
        picture(page, "holders");
        go(page, "/queue?q=on-hold&view=list");
        page.locator("input.tick").first().check();
        unfold(page.locator("#assign-to"));
        page.selectOption("#assign-to", World.COLLECTOR);
        page.fill("#assign-reason", "Đúng địa bàn");
        picture(page, "assign");
        page.waitForNavigation(() -> page.locator("#assign button").first().press("Enter"));
        assertThat(count("select count(*) from journey.assignment")).isPositive();
        for (String path : List.of(
                "/approvals",
                "/duplicates",
                "/exports",
                "/?commune=" + World.WARD,
                "/progress/stages",
                "/progress/officers")) {
            go(page, path);
            assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
            picture(page, "chief" + path.replaceAll("[^a-z]+", "-"));
        }
    }

    @Test
    void theCityTeamLetsAnAreaBeComparedAndAcceptsByRule() {
        Page page = begin(World.CITY);
        go(page, "/jobs");
        Locator area = page.locator("form[action$='/jobs/area']").first();
        unfold(area);
        picture(page, "jobs");
        page.waitForNavigation(
                () -> area.locator("button[value=compare], button").first().press("Enter"));
        page.waitForLoadState();
        picture(page, "job");
        assertThat(count("select count(*) from job.job where kind in ('check', 'compare')"))
                .isPositive();
        go(page, "/explained");
        picture(page, "explained");
        go(page, "/progress/forms?m=persons");
        assertThat(page.locator("main").innerText()).contains("HG000");
        picture(page, "forms-behind-a-figure");
    }

    @Test
    void theInspectorJudgesHerSampleAndBothSidesSign() {
        Page page = begin(World.INSPECTOR);
        assertThat(page.locator("header nav").innerText()).doesNotContain("Việc cần làm");
        go(page, "/inspections/1");
        picture(page, "inspection");
        List<?> forms = (List<?>)
                page.evaluate(
                        "[...new Set([...document.querySelectorAll('main a[href*=\"/inspections/1/forms/\"]')].map((a) => a.getAttribute('href')))]");
        assertThat(forms).hasSize(3);
        String first = String.valueOf(forms.get(0)).replaceAll(".*/forms/", "");
        go(page, "/forms/" + first + "?p=inspection");
        assertThat(page.locator(".person").count()).as("of her sample").isEqualTo(1);
        for (Object form : forms) {
            go(page, String.valueOf(form));
            for (String question : List.of("collection", "quality", "accuracy")) {
                page.locator("[name=" + question + "][value=PASS]").first().check();
            }
            if (form.equals(forms.get(0))) {
                picture(page, "evidence");
            }
            press(page, String.valueOf(form));
        }
        go(page, "/inspections/1/minutes");
        page.fill("#findings", "Phiếu lập đúng, đủ; đề nghị phát huy.");
        picture(page, "minutes-written");
        press(page, "/inspections/1/minutes");
        done(page);
        Page chief = begin(World.CHIEF);
        go(chief, "/inspections/1/minutes");
        assertThat(chief.locator("article.paper").innerText())
                .as("what she signs stands before her")
                .contains("BIÊN BẢN", "Phiếu lập đúng, đủ");
        picture(chief, "minutes-before-the-chief");
        press(chief, "/inspections/1/sign");
        go(page, "/inspections/1/minutes");
        press(page, "/inspections/1/sign");
        assertThat(count("select count(*) from reporting.inspection_closed")).isEqualTo(1);
        picture(page, "minutes-signed");
    }

    @Test
    void anAdministratorChangesARuleAnOfficeALimitAndTheMap() {
        Page page = begin(World.ADMINISTRATOR);
        go(page, "/rules");
        picture(page, "rules");
        go(page, "/rules/F719_HOUSEHOLD_TOO_LARGE");
        page.fill("#reason", "Chỉ thị 5 của thành phố");
        picture(page, "rule");
        press(page, "/rules/F719_HOUSEHOLD_TOO_LARGE");
        done(page);
        go(page, "/settings");
        unfold(page.locator("#office-code"));
        page.fill("#office-code", "BRANCH");
        page.fill("#office-title", "Tổ công tác liên xã");
        page.selectOption("#office-area", "DISTRICT");
        page.selectOption("#office-parent", "PC06");
        page.fill("#office-from", "1/1/2031");
        page.locator("[name=duty][value=RE_VERIFY]").check();
        picture(page, "settings");
        press(page, "/settings/offices");
        done(page);
        assertThat(world.get(Offices.class).organisation().find("BRANCH", LocalDate.of(2031, 1, 1)))
                .isPresent();
        go(page, "/export-rights");
        page.fill("#rows-CHIEF", "500");
        page.fill("#limit-note-CHIEF", "Chỉ thị 6");
        picture(page, "export-rights");
        press(page, "/export-rights/limit");
        done(page);
        assertThat(count("select most_rows from reporting.export_limit where role = 'CHIEF'"))
                .isEqualTo(500);
        Officer.login(world, World.ADMINISTRATOR)
                .upload(
                        "/boundaries",
                        "/boundaries",
                        Map.of(),
                        "file",
                        "a.geojson",
                        OUTLINES.getBytes(StandardCharsets.UTF_8));
        go(page, "/boundaries");
        picture(page, "boundaries");
        Page city = begin(World.CITY);
        assertThat(city.locator("svg path, svg polygon").count())
                .as("outlines on the map")
                .isPositive();
        picture(city, "map-with-outlines");
    }

    /** Two invented outlines side by side. */
    private static final String OUTLINES = """
            {"type":"FeatureCollection","features":[
             {"type":"Feature","properties":{"code":"00691"},"geometry":{"type":"Polygon","coordinates":
               [[[104.970,22.820],[104.985,22.815],[104.992,22.830],[104.985,22.842],[104.972,22.838],[104.970,22.820]]]}},
             {"type":"Feature","properties":{"code":"00692"},"geometry":{"type":"Polygon","coordinates":
               [[[104.985,22.815],[105.010,22.812],[105.015,22.833],[104.998,22.845],[104.985,22.842],[104.992,22.830],[104.985,22.815]]]}}]}
            """;

    @Test
    void theAuditorFindsWhoAskedInVain() {
        Officer.login(world, World.OTHER_COLLECTOR).get("/forms/" + day.differing + "?q=differs");
        Page page = begin(World.AUDITOR);
        go(page, "/audit?purpose=Kiểm+tra&actor=" + World.OTHER_COLLECTOR);
        assertThat(page.locator("main").innerText()).contains("Hỏi một hồ sơ không được xem");
        picture(page, "audit");
    }

    @Test
    void aPersonOfTheRegisterIsFoundByTheProvince() {
        assertThat(stage(day.registered)).isEqualTo(Stage.REGISTERED);
        Page page = begin(World.PROVINCE);
        go(page, "/search");
        page.fill("main [name=text]", "pham van long");
        page.locator("main [name=purpose]").first().selectOption("citizen-request");
        page.locator("main [name=text]").first().press("Enter");
        page.locator("#of-register").waitFor();
        assertThat(page.locator("#of-register").innerText()).contains("PHẠM VĂN LONG", "HG0001365");
        picture(page, "search-register");
        assertThat(count("select count(*) from audit.entry where object_kind = 'person' and actor = '" + World.PROVINCE
                        + "'"))
                .isPositive();
    }
}
