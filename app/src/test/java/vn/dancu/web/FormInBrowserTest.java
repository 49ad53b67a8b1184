package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dancu.journey.Comments;
import vn.dancu.journey.PathView;
import vn.dancu.journey.Step;
import vn.dancu.shared.FormId;

/** A form's page in Chromium: by keyboard, back and forth, pressed twice, and too long. */
class FormInBrowserTest extends InChromium {
    private long form(String number, String name) {
        return Officer.login(world, World.COLLECTOR)
                .post("/forms/new", "/forms/new", Papers.stranger(number, name))
                .form();
    }

    private long steps(long form, Step step) {
        return world.get(PathView.class).steps(new FormId(form)).stream()
                .filter(taken -> taken.step() == step)
                .count();
    }

    @Test
    void aFormIsReturnedByKeyboardAlone() {
        long form = form("HG0009101", "THÀO THỊ LÝ");
        Page page = login(World.CHIEF);
        page.navigate(world.base + "/forms/" + form + "?q=to-check");

        page.keyboard().press("r");
        page.keyboard().insertText("Thiếu chữ ký người khai");
        page.keyboard().press("Tab");
        for (int i = 0; i < 4; i++) {
            page.keyboard().press("Tab");
        }
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Trả lại");
        page.keyboard().press("Enter");
        page.locator(".note-green").waitFor();

        assertThat(page.locator(".note-red").textContent()).contains("Thiếu chữ ký người khai");
    }

    @Test
    void theBackButtonShowsTheFormAsItIsNow() {
        long form = form("HG0009102", "THÀO A DÌN");
        Page page = login(World.CHIEF);
        page.navigate(world.base + "/forms/" + form + "?q=to-check");
        page.keyboard().press("r");
        page.keyboard().insertText("Thiếu nơi sinh");
        page.locator("form[action$='/return'] > button").click();
        page.locator(".note-green").waitFor();

        page.goBack();
        page.locator(".note-red").waitFor();

        assertThat(page.locator(".note-red").textContent()).contains("Thiếu nơi sinh");
        assertThat(page.locator("form[action$='/return']").count()).isZero();
        assertThat(steps(form, Step.RETURN)).isEqualTo(1);
    }

    @Test
    void aStaleTabTellsWhatAnotherOfficerDidAndKeepsWhatWasTyped() {
        long form = form("HG0009107", "THÀO THỊ SÚA");
        Page page = login(World.CHIEF);
        page.navigate(world.base + "/forms/" + form + "?q=to-check");
        page.locator("details.act > summary:has-text('Tạm gác')").click();
        page.locator("#hold-reason").fill("Chờ giấy khai sinh");
        Officer.login(world, World.CITY).post("/forms/" + form + "/return", Map.of("more", "Thiếu nơi sinh"));

        page.locator("form[action$='/hold'] > button").click();
        page.locator(".note-amber").first().waitFor();

        assertThat(page.locator("main").textContent())
                .contains("Trong lúc đồng chí làm", "Đại úy Hoàng Thu Hà", "Thiếu nơi sinh");
        assertThat(page.locator("#hold-reason").inputValue()).isEqualTo("Chờ giấy khai sinh");
        assertThat(page.locator("#hold-reason").isVisible()).isTrue();
        assertThat(steps(form, Step.HOLD)).isZero();
    }

    @Test
    void aCommentPressedTwiceIsSaidOnce() {
        long form = form("HG0009103", "THÀO VĂN SỬ");
        Page page = login(World.COLLECTOR);
        page.navigate(world.base + "/forms/" + form + "?q=to-check");
        page.locator("#comment").fill("Đã hỏi lại gia đình");

        page.locator("#comments form.panel-body button").dblclick();
        page.locator(".note-green").waitFor();

        assertThat(world.get(Comments.class).of(new FormId(form))).hasSize(1);
        assertThat(page.locator("#comment").inputValue()).isEmpty();
    }

    @Test
    void aTextThatIsTooLongStaysAndSaysSo() {
        long form = form("HG0009104", "THÀO MÍ CHÁ");
        Page page = login(World.COLLECTOR);
        page.navigate(world.base + "/forms/" + form + "?q=to-check");

        page.locator("#comment").fill("x".repeat(10_000));
        page.locator("#comments form.panel-body button").click();

        assertThat(page.locator("#comments .limit-line").textContent()).isEqualTo("10.000 / 4.000");
        assertThat(page.locator("#comment").inputValue()).hasSize(10_000);
        assertThat(world.get(Comments.class).of(new FormId(form))).isEmpty();
    }

    @Test
    void whatIsAskedOfTheCivilStatusOfficeIsShownOnlyWhenItIsAsked() {
        long form = form("HG0009105", "THÀO THỊ MAI");
        Page page = login(World.CHIEF);
        page.navigate(world.base + "/forms/" + form + "?q=to-check");
        page.locator("details.act > summary:has-text('Tạm gác')").click();

        assertThat(page.locator("#ground").isVisible()).isFalse();
        page.locator("#whom").selectOption("CIVIL_STATUS_CORRECTION");

        assertThat(page.locator("#ground").isVisible()).isTrue();
    }

    @Test
    void theNewPagesFitATelephoneAndEveryFieldHasItsLabel() {
        long form = form("HG0009106", "THÀO A PHỬ");
        Page page = browser.page(world, 360, 740);
        Browser.login(page, world, World.CHIEF);
        for (String path : List.of(
                "/forms/" + form + "?q=to-check",
                "/forms/" + form + "/sheet?p=inspection",
                "/forms/" + form + "/correct",
                "/delegations",
                "/civil-status",
                "/approvals")) {
            page.navigate(world.base + path);
            Object nameless = page.evaluate("""
                    () => [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
                      .filter((field) => !field.labels?.length && !field.getAttribute('aria-label'))
                      .map((field) => field.outerHTML)
                    """);
            assertThat(nameless).as(path).isEqualTo(List.of());
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                    .as(path)
                    .isEqualTo(360);
        }
    }
}
