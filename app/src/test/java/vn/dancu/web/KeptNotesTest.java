package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.dancu.access.AccessService;
import vn.dancu.intake.Notes;
import vn.dancu.journey.PathView;
import vn.dancu.journey.Stage;
import vn.dancu.journey.Step;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;

/** Long notes survive a lost session, and a button pressed twice acts once. */
class KeptNotesTest extends InChromium {
    private static final String REMARK = "Giấy khai sinh ghi ngày 08/05/1944, phiếu ghi 1941; xem lại bản giấy.";

    private long form(String number, String name) {
        return Officer.login(world, World.COLLECTOR)
                .post("/forms/new", "/forms/new", Papers.stranger(number, name))
                .form();
    }

    private Stage stage(long form) {
        return world.get(PathView.class)
                .state(new FormId(form), Actor.commandLine("test"))
                .orElseThrow()
                .stage();
    }

    private long steps(long form, Step step) {
        return world.get(PathView.class).steps(new FormId(form)).stream()
                .filter(taken -> taken.step() == step)
                .count();
    }

    private static Locator remark(Page page) {
        return page.locator("textarea[name=more]");
    }

    private static void openReturn(Page page) {
        page.locator("details.act > summary:has-text('Trả lại')").click();
    }

    @Test
    void aNoteHalfWrittenIsOfferedWhenTheOfficerComesBack() {
        long form = form("HG0008101", "LÒ THỊ XUÂN");
        Page page = login(World.CHIEF);
        page.navigate(world.base + "/forms/" + form + "?q=to-check");
        openReturn(page);
        remark(page).fill(REMARK);
        page.locator(".keep-line:has-text('Đã giữ')").waitFor();

        page.context().clearCookies();
        Page later = login(World.CHIEF);
        later.navigate(world.base + "/forms/" + form + "?q=to-check");
        later.locator(".keep-offer button").first().click();

        assertThat(remark(later).inputValue()).isEqualTo(REMARK);
        assertThat(remark(later).isVisible()).isTrue();
        assertThat(world.get(Notes.class).find(Set.of("return-" + form), actor(World.CITY)))
                .as("nobody else's")
                .isEmpty();
    }

    private Actor actor(String login) {
        return world.get(AccessService.class).actorOf(login).orElseThrow();
    }

    @Test
    void aSessionThatEndsBeforeTheButtonIsPressedLosesNothing() {
        long form = form("HG0008102", "LÒ VĂN HẠ");
        Page page = login(World.CHIEF);
        page.navigate(world.base + "/forms/" + form + "?q=to-check");
        openReturn(page);
        remark(page).fill(REMARK);
        page.locator("select[name=moreField]").selectOption("birth_date");
        page.context().clearCookies();

        page.locator("form[action$='/return'] button").click();
        page.locator(".keep-ended a").click();
        page.locator("input:focus").waitFor();
        page.keyboard().type(World.CHIEF);
        page.keyboard().press("Tab");
        page.keyboard().type(World.PASSWORD);
        page.keyboard().press("Enter");
        page.locator(".keep-offer button").first().click();
        assertThat(page.locator("select[name=moreField]").inputValue()).isEqualTo("birth_date");
        page.locator("form[action$='/return'] button").click();
        page.locator(".note-green").waitFor();

        assertThat(stage(form)).isEqualTo(Stage.RETURNED);
        assertThat(page.locator("#steps").textContent()).contains(REMARK);
        assertThat(world.get(Notes.class).find(Set.of("return-" + form), actor(World.CHIEF)))
                .as("what was sent is no draft any more")
                .isEmpty();
    }

    @Test
    void loggingInElsewhereLetsTheWaitingFormGo() {
        long form = form("HG0008103", "LÒ VĂN THU");
        Page page = login(World.CHIEF);
        page.navigate(world.base + "/forms/" + form + "?q=to-check");
        openReturn(page);
        page.context().clearCookies();
        remark(page).fill(REMARK);
        page.locator("form[action$='/return'] button").click();
        page.locator(".keep-ended").waitFor();

        Page again = page.context().newPage();
        Browser.login(again, world, World.CHIEF);
        page.bringToFront();
        page.evaluate("dispatchEvent(new Event('focus'))");
        page.locator(".keep-ended").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        page.locator("form[action$='/return'] button").click();
        page.locator(".note-green").waitFor();

        assertThat(stage(form)).isEqualTo(Stage.RETURNED);
    }

    @Test
    void aDoubleClickActsOnce() {
        long form = form("HG0008104", "LÒ THỊ ĐÔNG");
        Page page = login(World.COLLECTOR);
        page.navigate(world.base + "/forms/" + form + "?q=to-check");

        page.locator("form[action$='/check'] button").dblclick();
        page.locator(".note-green").waitFor();

        assertThat(steps(form, Step.CHECK)).isEqualTo(1);
        assertThat(page.locator(".note-red").count()).isZero();
    }

    @Test
    void whatIsTooLongOrOddlyNamedIsNotKeptAndSaysSo() {
        Officer chief = Officer.login(world, World.CHIEF);

        assertThat(chief.post("/api/desk/notes", Map.of("key", "a", "text", "x".repeat(20_001)))
                        .body())
                .contains("TOO_LONG");
        assertThat(chief.post("/api/desk/notes", Map.of("key", "../a", "text", "x"))
                        .status())
                .isEqualTo(422);
        assertThat(chief.post("/api/desk/notes", Map.of("key", "a", "text", "<script>alert(1)</script>\0"))
                        .status())
                .isEqualTo(200);
        assertThat(chief.get("/api/desk/notes?key=a").body()).contains("<script>alert(1)</script>");
        assertThat(Officer.stranger(world).get("/api/desk/notes?key=a").status())
                .isEqualTo(401);
    }
}
