package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.intake.StoredForm;
import vn.dancu.journey.FormState;
import vn.dancu.journey.PathView;
import vn.dancu.journey.Stage;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;

/** The desk without a mouse, in Chromium: nothing here clicks. */
class KeyboardTest extends InChromium {
    private static final Actor SYSTEM = Actor.commandLine("test");

    private int pressed;

    /** Types each text and presses Enter; an empty text only passes the field. */
    private void type(Page page, String... texts) {
        for (String text : texts) {
            // A letter with marks takes up to three presses (Telex); counted as typed by an officer.
            pressed += 1 + Normalizer.normalize(text, Normalizer.Form.NFD).length();
            if (!text.isEmpty()) {
                page.keyboard().insertText(text);
            }
            page.keyboard().press("Enter");
        }
    }

    private static final Locator.WaitForOptions GONE =
            new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement?.dataset.column ?? document.activeElement?.id ?? ''");
    }

    private static String value(Page page, String column) {
        return page.locator("#" + column).inputValue();
    }

    private StoredForm form(String number) {
        List<StoredForm> found = new ArrayList<>();
        Forms forms = world.get(Forms.class);
        forms.stream(forms.all(), Forms.Order.ID, stored -> {
            if (stored.form().formNo().equals(number)) {
                found.add(stored);
            }
        });
        assertThat(found).as(number).hasSize(1);
        return found.get(0);
    }

    private FormState state(FormId form) {
        return world.get(PathView.class).state(form, SYSTEM).orElseThrow();
    }

    /** From the login to the saved paper: 35 items, codes by number, the date in one field. */
    private void keyOneWholePaper(Page page, String number) {
        page.keyboard().press("g");
        page.keyboard().press("v");
        page.waitForURL("**/queue**");
        page.navigate(page.url().replaceFirst("/queue.*", "/forms/new"));
        assertThat(focused(page)).isEqualTo("form_no");
        type(page, number, "5/9/20", "", "", "", "024000355", "77");
        type(page, "TRẦN VĂN BẢY", "", "8/5/41", "1", "", "2", "36", "Nam Định", "", "Nam Định", "1", "", "0", "");
        type(page, "073451999", "00691", "Số 77 Lâm Đồng", "", "");
        type(page, "TRẦN VĂN NĂM", "", "", "LÊ THỊ SÁU", "", "", "ĐỖ THỊ TÁM", "", "", "");
        type(page, "TRẦN VĂN BẢY", "", "1");
        type(page, "5/9/20", "", "", "", "1", "1", "", "");
    }

    @Test
    void whoIsAlreadyHereIsShownBesideThePaperWithoutMovingTheFocus() {
        Officer typist = Officer.login(world, World.COLLECTOR);
        typist.post("/forms/new", "/forms/new", Papers.stranger("HG0007911", "LÒ THỊ PENG"));
        Page page = login(World.COLLECTOR);
        page.navigate(world.base + "/forms/new");

        type(page, "HG0007902", "5/9/20", "", "", "", "025007901", "7901");
        type(page, "LÒ THỊ PENG", "", "11/8/1967");

        Locator known = page.locator("#known");
        known.waitFor();
        assertThat(known.innerText()).contains("Người này có thể đã có", "LÒ THỊ PENG", "Phiếu HG0007911");
        assertThat(focused(page)).isEqualTo("sex");
    }

    @Test
    void aWholePaperIsKeyedFromLoginToSavedAndTheNextBeginsWithTheHousehold() {
        pressed = 0;
        long from = System.nanoTime();
        Page page = login(World.COLLECTOR);
        keyOneWholePaper(page, "HG0007001");
        assertThat(value(page, "birth_date")).isEqualTo("08/05/1941");
        assertThat(value(page, "sex")).isEqualTo("Nam");
        assertThat(value(page, "ethnicity")).isEqualTo("Kinh");
        assertThat(value(page, "relation_to_head")).isEqualTo("Chủ hộ");

        page.keyboard().press("Control+Enter");
        page.waitForURL("**/forms/new?after=*");
        double seconds = (System.nanoTime() - from) / 1e9;
        System.out.printf(
                "A whole DC01, from the login to the next paper: %.1f s by machine; %d key presses, %.0f s at 5 a second%n",
                seconds, pressed, pressed / 5.0);

        StoredForm saved = form("HG0007001");
        assertThat(saved.form().written(FormField.FULL_NAME)).isEqualTo("TRẦN VĂN BẢY");
        assertThat(saved.form().written(FormField.COLLECTED_ON)).isEqualTo("05/09/2020");
        assertThat(saved.form().written(FormField.RELIGION)).isEqualTo("Không");
        assertThat(saved.form().written(FormField.FATHER_NATIONALITY)).isEqualTo("Việt Nam");
        assertThat(saved.form().written(FormField.RESIDENCE_STATUS)).isEqualTo("permanent");
        assertThat(state(saved.id()).stage()).isEqualTo(Stage.COLLECTED);
        assertThat(value(page, "form_no")).isEqualTo("HG0007002");
        assertThat(value(page, "household_book_no")).isEqualTo("024000355");
        assertThat(value(page, "permanent_address")).isEqualTo("Số 77 Lâm Đồng");
        assertThat(value(page, "full_name")).isEmpty();
        assertThat(focused(page)).isEqualTo("full_name");
        assertThat(page.locator(".f.copied:has(#permanent_address) .copy-mark").isVisible())
                .isTrue();
        page.locator("#household .nm").first().waitFor();
        assertThat(page.locator("#household").innerText()).contains("TRẦN VĂN BẢY", "1/1");
    }

    @Test
    void twoCenturiesAreAskedAndNeverGuessed() {
        Page page = login(World.COLLECTOR);
        page.navigate(world.base + "/forms/new");
        page.focus("#birth_date");

        type(page, "8/5/15");

        assertThat(focused(page)).isEqualTo("birth_date");
        assertThat(page.locator("#say-birth_date").innerText()).contains("08/05/1915", "08/05/2015");
        page.keyboard().press("2");
        assertThat(value(page, "birth_date")).isEqualTo("08/05/2015");
        assertThat(focused(page)).isEqualTo("sex");
    }

    @Test
    void datesAreReadAsOfficersTypeThem() {
        Page page = login(World.COLLECTOR);
        page.navigate(world.base + "/forms/new");

        Object read = page.evaluate("""
                async () => {
                  const { readings } = await import('/js/dates.js');
                  const today = new Date(2020, 8, 5);
                  return ['8/5/41', '08051941', '5/1941', '1941', '8/5/15', '30/2/1980', '1/1/2031', '00/00/1941', 'x']
                    .map((text) => readings(text, today).join('|'));
                }
                """);

        assertThat(read)
                .isEqualTo(List.of(
                        "08/05/1941", "08/05/1941", "05/1941", "1941", "08/05/1915|08/05/2015", "", "", "1941", ""));
    }

    @Test
    void aFindingAppearsUnderTheFieldAndDoesNotStealTheFocus() {
        Page page = login(World.COLLECTOR);
        page.navigate(world.base + "/forms/new");
        page.focus("#personal_id");

        type(page, "12345");

        page.locator("#say-personal_id p").first().waitFor();
        assertThat(page.locator("#say-personal_id p").first().getAttribute("class"))
                .isEqualTo("red");
        assertThat(page.locator("#personal_id").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(focused(page)).isEqualTo("old_id");
        assertThat(page.locator("#say-full_name p").count())
                .as("fields not reached yet are left in peace")
                .isZero();
    }

    @Test
    void aHalfTypedPaperSurvivesAReload() {
        Page page = login(World.COLLECTOR);
        page.navigate(world.base + "/forms/new");
        type(page, "HG0007900");
        page.focus("#full_name");
        type(page, "SÙNG THỊ MỶ");
        page.waitForURL("**/forms/new?draft=*");
        page.waitForLoadState(LoadState.NETWORKIDLE);

        page.reload();

        assertThat(value(page, "form_no")).isEqualTo("HG0007900");
        assertThat(value(page, "full_name")).isEqualTo("SÙNG THỊ MỶ");
    }

    @Test
    void anEndedSessionLosesNothing() {
        Page page = login(World.COLLECTOR);
        page.navigate(world.base + "/forms/new");
        type(page, "HG0007950");
        page.focus("#full_name");
        page.context().clearCookies();
        type(page, "THÀO A CHỨ");
        page.locator("#expired").waitFor();

        Page again = page.context().newPage();
        Browser.login(again, world, World.COLLECTOR);
        page.bringToFront();
        page.evaluate("dispatchEvent(new Event('focus'))");
        page.locator("#expired[hidden]")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        page.keyboard().press("Control+Enter");

        page.waitForURL("**/forms/new?after=*");
        assertThat(form("HG0007950").form().written(FormField.FULL_NAME)).isEqualTo("THÀO A CHỨ");
    }

    @Test
    void aKnownMemberIsTakenFromTheBookByOneKey() {
        Page page = login(World.COLLECTOR);
        page.navigate(world.base + "/forms/new");
        page.focus("#household_book_no");
        type(page, "024000812");
        page.locator("#household kbd").first().waitFor();
        page.focus("#full_name");

        page.keyboard().press("2");

        assertThat(value(page, "full_name")).isEqualTo("Vừ Thị Mỷ");
        assertThat(value(page, "birth_date")).isEqualTo("1982");
        assertThat(value(page, "sex")).isEqualTo("Nữ");
        assertThat(value(page, "relation_to_head")).isEqualTo("Vợ");
        assertThat(page.locator(".f.copied:has(#full_name)").count()).isEqualTo(1);
    }

    @Test
    void aDifferenceIsDecidedAndTheFormReconciledByKeys() {
        Officer collector = Officer.login(world, World.COLLECTOR);
        long id = collector
                .post("/forms/new", "/forms/new", Papers.with(Papers.aPaper("HG0007365"), "birth_date", "08/05/1941"))
                .form();
        collector.post("/forms/" + id + "/check", Map.of());
        Page page = login(World.COLLECTOR);
        page.navigate(world.base + "/queue?q=differs");

        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.waitForURL("**/forms/" + id + "/compare?q=differs");
        assertThat(page.locator("#row-birth_date u").allInnerTexts()).contains("1", "4");
        page.keyboard().press("2");
        assertThat((String) page.evaluate("document.activeElement.name")).isEqualTo("reason");
        page.keyboard().insertText("Sổ và tàng thư cùng ghi 1944");
        page.keyboard().press("Enter");
        page.locator("td.chosen").waitFor();
        page.waitForLoadState();
        page.keyboard().press("u");
        // The page before the undo has the same rows: the next one is there once nothing is chosen.
        page.locator("td.chosen").waitFor(GONE);
        page.waitForLoadState();
        page.keyboard().press("2");
        page.keyboard().insertText("Sổ và tàng thư cùng ghi 1944");
        page.keyboard().press("Enter");
        page.locator("td.chosen").waitFor();
        page.waitForLoadState();
        page.keyboard().press("Control+Enter");
        page.waitForURL("**/queue?q=differs");

        assertThat(state(new FormId(id)).stage()).isEqualTo(Stage.RECONCILED);
    }

    @Test
    void whyAnEntryIsThisPersonIsShownByOneKey() {
        Officer collector = Officer.login(world, World.COLLECTOR);
        long id = collector
                .post("/forms/new", "/forms/new", Papers.with(Papers.aPaper("HG0007366"), "birth_date", "08/05/1941"))
                .form();
        collector.post("/forms/" + id + "/check", Map.of());
        Page page = login(World.COLLECTOR);
        page.navigate(world.base + "/forms/" + id + "/compare?q=differs");
        assertThat(page.locator(".weight svg").count()).as("only when asked").isZero();

        page.keyboard().press("w");

        page.locator(".weight svg").first().waitFor();
        assertThat(page.locator(".weight svg desc").first().textContent()).contains("tên: ", "ngày sinh: ");
        assertThat(page.locator(".weight svg").count()).isEqualTo(1);
        page.locator("[data-weight] summary").first().scrollIntoViewIfNeeded();
        page.keyboard().press("w");
        page.locator(".weight svg").nth(1).waitFor();
        page.keyboard().press("w");
        assertThat(page.locator("[data-weight][open]").count()).isZero();
    }

    @Test
    void aFormsPageIsWorkedByTheKeysOfItsParts() {
        long id = Officer.login(world, World.COLLECTOR)
                .post("/forms/new", "/forms/new", Papers.stranger("HG0007977", "LỪU A SỀNH"))
                .form();
        Page page = login(World.COLLECTOR);
        page.navigate(world.base + "/forms/" + id + "?q=to-check");

        page.keyboard().press("y");
        page.keyboard().insertText("Đã gọi điện cho gia đình");
        page.waitForNavigation(() -> page.keyboard().press("Control+Enter"));
        assertThat(page.locator("#comments").innerText()).contains("Đã gọi điện cho gia đình");
        page.keyboard().press("x");
        assertThat(page.locator("details[open]:has(> summary[data-key=x]) li").count())
                .isPositive();
        page.keyboard().press("t");
        assertThat(focused(page)).isEqualTo("whom");
        page.keyboard().press("Escape");
        page.waitForNavigation(() -> page.keyboard().press("Control+Enter"));

        assertThat(state(new FormId(id)).stage())
                .as("the main button was CHECK")
                .isEqualTo(Stage.CHECKED);
        page.keyboard().press("d");
        page.waitForURL("**/compare**");
        page.keyboard().press("g");
        page.keyboard().press("v");
        page.waitForURL("**/queue");
    }

    @Test
    void questionMarkShowsTheKeysAndSlashSearches() {
        Page page = login(World.COLLECTOR);
        page.keyboard().press("?");
        assertThat(page.locator("dialog#keys").isVisible()).isTrue();
        page.keyboard().press("Escape");

        page.keyboard().press("/");

        page.waitForURL("**/search");
        assertThat(focused(page)).isEqualTo("text");
    }
}
