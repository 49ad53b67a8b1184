package vn.dancu.bench.tasks;

import com.microsoft.playwright.Page;
import java.util.List;

/**
 * The ten tasks. Each begins where the officer's hand rests after the last one – a page of hers is open – and ends when the
 * page says that it is done. The people are invented.
 */
final class Tasks {
    private static final String REASON = "Giấy tờ công dân khớp với phiếu";

    static final String COLLECTOR = "nhap-00691";
    static final String CHIEF = "truong-00691";

    private Tasks() {}

    /**
     * @param login the demo's account that does it
     * @param from the page that is open before
     */
    record Task(String name, String login, String from, Work work) {}

    /** What the hands do. */
    interface Work {
        void by(Hands hands);
    }

    static List<Task> all() {
        return List.of(
                new Task("key a paper", COLLECTOR, "/forms/new", Tasks::keyAPaper),
                new Task("settle a differing name", COLLECTOR, "/queue?q=differs", Tasks::settleAName),
                new Task("accept a household", COLLECTOR, "/queue?q=to-reconcile", Tasks::acceptAHousehold),
                new Task("accept explained by rule", CHIEF, "/queue?q=to-reconcile", Tasks::acceptExplained),
                new Task("return a form", CHIEF, "/queue?q=to-approve", Tasks::returnAForm),
                new Task("hold for civil status", COLLECTOR, "/queue?q=must-fix", Tasks::hold),
                new Task("find by a half-remembered name", COLLECTOR, "/", Tasks::find),
                new Task("answer a duplicate", CHIEF, "/queue?q=duplicate", Tasks::answerADuplicate),
                new Task("read who viewed a record", CHIEF, "/queue?q=to-approve", Tasks::whoViewed),
                new Task("approve a queue", CHIEF, "/queue?q=to-approve", Tasks::approveAQueue));
    }

    private static void keyAPaper(Hands hands) {
        Page page = hands.page();
        hands.think();
        page.locator("#form_no").focus();
        hands.fields("DO0007001", "5/9/20", "", "00691", "Tổ 3", "024900355", "77");
        hands.think();
        hands.fields("TRẦN VĂN BẢY", "", "8/5/41", "1", "", "2", "36", "Nam Định", "", "Nam Định", "1", "", "0", "");
        hands.think();
        hands.fields("073451999", "00691", "Số 77 Lâm Đồng", "", "");
        hands.think();
        hands.fields("TRẦN VĂN NĂM", "", "", "LÊ THỊ SÁU", "", "", "ĐỖ THỊ TÁM", "", "", "");
        hands.think();
        hands.fields("TRẦN VĂN BẢY", "", "1");
        hands.fields("5/9/20", "", "", "", "1", "1", "", "");
        hands.think().leave("Control+Enter");
        if (!page.url().contains("after=")) {
            throw new IllegalStateException("not saved: " + page.locator("main").innerText());
        }
    }

    /** Down the queue to the first form whose name differs, then the source by its number and a reason. */
    private static void settleAName(Hands hands) {
        Page page = hands.page();
        Number place = (Number) page.evaluate("""
                () => [...document.querySelectorAll('[data-row]')].findIndex((row) => /họ[^|]*tên/i.test(
                  [...row.querySelectorAll('.st')].map((s) => s.textContent).join('|')))
                """);
        int row = Math.max(0, place.intValue());
        hands.think();
        for (int i = 0; i <= row; i++) {
            hands.press("j");
        }
        hands.leave("Enter");
        toCompare(hands);
        hands.think().press("1").type(REASON).leave("Enter").see("td.chosen");
    }

    /** From a form's page to its comparison, unless the desk is open already. */
    private static void toCompare(Hands hands) {
        if (!hands.page().url().contains("/compare")) {
            hands.tabTo("a[href*='/compare']").leave("Enter");
        }
    }

    /** Every member of the first household that waits, one after the other. */
    private static void acceptAHousehold(Hands hands) {
        Page page = hands.page();
        hands.think().press("j").leave("Enter");
        toCompare(hands);
        hands.think().leave("Control+Enter");
        if (page.url().contains("/compare")) {
            hands.think().leave("Control+Enter");
        }
    }

    private static void acceptExplained(Hands hands) {
        hands.think()
                .tabTo("form[action*='/reconcile'] button, form[action*='explained'] button")
                .leave("Enter")
                .see(".note-green");
    }

    private static void returnAForm(Hands hands) {
        hands.think().press("j").leave("Enter");
        hands.think().tabTo("details:has(form[action$='/return']) > summary").press("Enter");
        hands.tabTo("form[action$='/return'] textarea").type("Hỏi lại tên mẹ");
        hands.tabTo("form[action$='/return'] button:not([type=button])")
                .leave("Enter")
                .see(".note-green");
    }

    private static void hold(Hands hands) {
        hands.think().press("j").leave("Enter");
        hands.think().tabTo("details:has(form[action$='/hold']) > summary").press("Enter");
        hands.tabTo("#whom").choose("CIVIL_STATUS_CORRECTION");
        hands.tabTo("form[action$='/hold'] [name=reason]").type("Cải chính ngày sinh");
        hands.tabTo("form[action$='/hold'] button:not([type=button])")
                .leave("Enter")
                .see(".note-green");
    }

    private static void find(Hands hands) {
        hands.think().leave("/");
        hands.page().locator("[data-search-field]:focus").waitFor();
        hands.think().type("nguyen lan");
        hands.tabTo("main [name=purpose]").choose("citizen-request");
        hands.leave("Enter").think().see("main a[href*='/forms/']");
        hands.tabTo("main tbody a[href*='/forms/']").leave("Enter");
    }

    private static void answerADuplicate(Hands hands) {
        hands.think().press("j").leave("Enter");
        toCompare(hands);
        hands.think()
                .tabTo("form[action$='/accept'] [name=reason]")
                .type("Hai người khác nhau, đã gặp")
                .leave("Enter")
                .see(".note-green");
    }

    private static void whoViewed(Hands hands) {
        hands.think().press("j").leave("Enter");
        hands.think().tabTo("summary", "Ai đã xem").press("Enter").see("details[open]:has-text('Ai đã xem') li");
    }

    private static void approveAQueue(Hands hands) {
        hands.think()
                .tabTo("form[action='/queue/approve'] button")
                .leave("Enter")
                .think();
        hands.see(".note-green, .note-red");
    }
}
