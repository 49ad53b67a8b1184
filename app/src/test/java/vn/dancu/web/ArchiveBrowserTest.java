package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Look-ups and an inspection in Chromium, as their users walk through them; pictures stay in target/pictures. */
class ArchiveBrowserTest extends InChromium {
    private static final Path PICTURES = Path.of("target", "pictures");

    private Page login(String account, int width) {
        return login(account, width, 900);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve("archive-" + name + ".png"))
                .setFullPage(true));
    }

    private void onPaper(Page page, String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        picture(page, name + "-print");
        assertThat(page.locator("header.top").isVisible()).isFalse();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private static void fitsATelephone(Page page, String path) {
        Number width = (Number) page.evaluate("document.documentElement.scrollWidth");
        Object wide = page.evaluate(
                "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > 361"
                        + " && !e.closest('.list-wrap')).slice(0, 5).map(e => e.outerHTML.slice(0, 80)).join(' | ')");
        assertThat(width.intValue()).as("%s: %s", path, wide).isCloseTo(360, within(0));
    }

    @Test
    void aFormIsAskedAboutAnsweredInspectedAndTheMinutesAreSigned() {
        Officer collector = Officer.login(world, World.COLLECTOR);
        collector.post("/forms/new", "/forms/new", Papers.aPaper("HG0009001"));
        collector.post("/forms/new", "/forms/new", Papers.wife("HG0009002"));
        collector.post("/forms/new", "/forms/new", Papers.stranger("HG0009003", "ĐẶNG THỊ Ỹ"));

        Page chief = login(World.CHIEF, 1280);
        chief.navigate(world.base + "/lookups/new?q=to-check&state=ANY");
        chief.locator("#purpose").fill("Đối chiếu trước khi phê duyệt, tổ 3");
        picture(chief, "ask");
        chief.locator("button:has-text('Gửi yêu cầu')").click();
        chief.waitForURL(Pattern.compile(".*/lookups/\\d+"));
        picture(chief, "request");
        String request = chief.url();
        chief.navigate(request + "/print");
        picture(chief, "pick-list");
        onPaper(chief, "pick-list");

        Page archivist = login(World.ARCHIVIST, 1280);
        archivist.navigate(world.base + "/lookups");
        picture(archivist, "list");
        archivist.navigate(request);
        archivist.locator("a.btn-primary:has-text('Trả lời')").click();
        archivist.waitForURL(Pattern.compile(".*/lines/\\d+.*"));
        assertThat(archivist.evaluate("document.activeElement.name")).isEqualTo("otherwise.address");
        archivist.locator("#o-father_name").fill("Phạm Văn Hợi (Hội)");
        picture(archivist, "answer");
        archivist.locator("#o-father_name").press("Enter");
        archivist.waitForURL(url -> !url.contains(request) || url.contains("/lines/"));
        archivist.locator(".note-green").waitFor();
        archivist.locator("button:has-text('Không có hồ sơ')").click();
        archivist.locator(".note-green").waitFor();
        archivist.navigate(request);
        picture(archivist, "answered");
        Page small = login(World.ARCHIVIST, 360);
        for (String path : List.of("/lookups", request.substring(world.base.length()))) {
            small.navigate(world.base + path);
            fitsATelephone(small, path);
        }

        Page inspector = login(World.INSPECTOR, 1280);
        inspector.navigate(world.base + "/inspections");
        inspector.locator("#orderNo").fill("120/KH-C06");
        inspector.locator("#orderedOn").fill("2020-09-01");
        inspector.locator("#from").fill("2020-09-07");
        inspector.locator("#to").fill("2020-09-09");
        inspector.locator("input[name=units]").first().check();
        inspector.locator("#subject").fill("Công tác thu thập, cập nhật thông tin dân cư");
        inspector.locator("#team").fill("Thiếu tá Lò Thị Thử\nĐại úy Mã Văn Thử");
        picture(inspector, "inspections");
        inspector.locator("button:has-text('Mở cuộc kiểm tra')").click();
        inspector.waitForURL(Pattern.compile(".*/inspections/\\d+"));
        String inspection = inspector.url();
        inspector.locator("#size").fill("2");
        inspector.locator("button:has-text('Rút mẫu')").click();
        inspector.locator("table a[href*='/forms/']").first().click();
        inspector.waitForURL(Pattern.compile(".*/forms/\\d+.*"));
        picture(inspector, "evidence");
        onPaper(inspector, "evidence");
        for (int i = 0; i < 2; i++) {
            inspector.locator("#collection-pass").check();
            inspector.locator("#quality-pass").check();
            inspector.locator(i == 0 ? "#accuracy-fail" : "#accuracy-pass").check();
            inspector.locator("#accuracyNote").fill(i == 0 ? "Tên cha khác tàng thư, chưa có quyết định." : "");
            inspector.locator("button:has-text('Ghi kết luận')").click();
            inspector.locator(".note-green").waitFor();
        }
        inspector.navigate(inspection);
        picture(inspector, "inspection");
        inspector.navigate(inspection + "/minutes");
        inspector.locator("#findings").fill("Thu thập đúng quy trình.\nMột phiếu chưa sửa tên cha theo tàng thư.");
        inspector.locator("#proposals").fill("Sửa phiếu trước khi phê duyệt.");
        inspector.locator("form[action$='/minutes'] button").click();
        inspector.locator("button:has-text('Ký với tên')").click();
        inspector.locator(".note-green").first().waitFor();
        chief.navigate(inspection + "/minutes");
        chief.locator("button:has-text('Ký với tên')").click();
        chief.locator("text=không thể sửa nữa").waitFor();
        picture(chief, "minutes");
        onPaper(chief, "minutes");
        small = login(World.INSPECTOR, 360);
        for (String path : List.of("", "/minutes")) {
            small.navigate(inspection + path);
            fitsATelephone(small, path);
        }
        assertThat(browser.elsewhere).isEmpty();
        assertThat(browser.complaints).isEmpty();
    }
}
