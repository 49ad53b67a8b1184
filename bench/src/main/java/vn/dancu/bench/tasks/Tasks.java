package vn.dancu.bench.tasks;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import vn.dancu.civil.text.VietnameseText;

/**
 * The ten tasks. Each begins where the officer's hand rests after the last one – a page of hers is open – and ends when the
 * page says that it is done. The people are invented.
 */
final class Tasks {
    private static final String REASON = "Giấy tờ công dân khớp với phiếu";

    private static final String NAME_DIFFERS = "Sai lệch: [^|]*họ[^|]*tên";

    static final String COLLECTOR = "nhap-00691";
    static final String CHIEF = "truong-00691";
    static final String CITY_TEAM = "doi-qlhc";

    private final String paper;

    /** @param paper a number that no form has yet */
    Tasks(String paper) {
        this.paper = paper;
    }

    /**
     * @param login the demo's account that does it
     * @param from the page that is open before
     * @param row what a row of it says, when it is not on the first page; else empty
     */
    record Task(String name, String login, String from, String row, Work work) {
        Task(String name, String login, String from, Work work) {
            this(name, login, from, "", work);
        }

        /** The page lies open where the task begins. */
        void open(Page page, String base) {
            page.navigate(base + from);
            if (!row.isEmpty()) {
                turnTo(page, row);
            }
        }
    }

    /** What the hands do. */
    interface Work {
        void by(Hands hands);
    }

    List<Task> all() {
        return List.of(
                new Task("key a paper", COLLECTOR, "/forms/new", this::keyAPaper),
                new Task("settle a differing name", CITY_TEAM, "/queue?q=differs", NAME_DIFFERS, Tasks::settleAName),
                new Task("accept a household", CITY_TEAM, "/queue?q=differs", Tasks::acceptAHousehold),
                new Task("accept explained by rule", CHIEF, "/queue?q=to-reconcile", Tasks::acceptExplained),
                new Task("return a form", CHIEF, "/queue?q=to-approve", Tasks::returnAForm),
                new Task("hold for civil status", COLLECTOR, "/queue?q=must-fix", Tasks::hold),
                new Task("find by a half-remembered name", COLLECTOR, "/list?p=re-check", Tasks::find),
                new Task("answer a duplicate", CITY_TEAM, "/queue?q=duplicate", Tasks::answerADuplicate),
                new Task("read who viewed a record", CHIEF, "/queue?q=to-approve", Tasks::whoViewed),
                new Task("approve a queue", CHIEF, "/queue?q=to-approve", Tasks::approveAQueue));
    }

    private void keyAPaper(Hands hands) {
        Page page = hands.page();
        hands.think();
        page.locator("#form_no").focus();
        hands.fields(paper, "5/9/20", "", "00691", "Tổ 3", "024900355", "77");
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

    /** Down the list to the first name that differs, down the desk to the name, the source by its number, and a reason. */
    private static void settleAName(Hands hands) {
        hands.think();
        for (int i = 0; i <= firstRow(hands.page(), NAME_DIFFERS); i++) {
            hands.press("j");
        }
        hands.leave("Enter");
        hands.think();
        settle(hands, "full_name");
        hands.see("#row-full_name td.chosen");
    }

    /** Down to the field, the form's writing, and a reason. */
    private static void settle(Hands hands, String field) {
        Number down = (Number) hands.page().evaluate("""
                        (field) => {
                          const rows = [...document.querySelectorAll('tr[data-field]')];
                          return rows.findIndex((row) => row.dataset.field === field)
                            - rows.findIndex((row) => row.classList.contains('on'));
                        }
                        """, field);
        for (int i = 0; i < Math.abs(down.intValue()); i++) {
            hands.press(down.intValue() > 0 ? "j" : "k");
        }
        hands.press("1").type(REASON).leave("Enter");
    }

    /** The place of the first row whose state says this; -1 when none does. */
    private static int firstRow(Page page, String pattern) {
        Number place = (Number) page.evaluate("""
                        (pattern) => [...document.querySelectorAll('[data-row]')].findIndex((row) =>
                          new RegExp(pattern, 'i').test([...row.querySelectorAll('.st')].map((s) => s.textContent).join('|')))
                        """, pattern);
        return place.intValue();
    }

    /** The list lies open where such a row is: pages before it are turned beforehand. */
    private static void turnTo(Page page, String pattern) {
        while (firstRow(page, pattern) < 0) {
            String next = (String)
                    page.evaluate("() => document.querySelector('a[data-next-page]')?.getAttribute('href') ?? ''");
            if (next.isEmpty()) {
                throw new IllegalStateException("no row says " + pattern);
            }
            page.navigate(URI.create(page.url()).resolve(next).toString());
        }
    }

    /** Every member of the first household that waits: what is suggested at one press, the rest by the form. */
    private static void acceptAHousehold(Hands hands) {
        Page page = hands.page();
        Number waiting = (Number) page.evaluate(
                "document.querySelector('details.house').querySelectorAll('[data-row]:not(.other)').length");
        hands.think().press("j").leave("Enter");
        for (int member = 0; member < waiting.intValue(); member++) {
            hands.think();
            if (page.locator("#take-suggested").count() > 0) {
                hands.leave("a");
            }
            String open = openField(page);
            while (!open.isEmpty()) {
                hands.think();
                settle(hands, open);
                open = openField(page);
            }
            hands.leave("Control+Enter").see(".note-green");
        }
    }

    /** The first field that differs and nobody decided; empty when there is none. */
    private static String openField(Page page) {
        return (String) page.evaluate("""
                () => [...document.querySelectorAll('tr[data-field].diff')]
                  .find((row) => !row.querySelector('td.chosen'))?.dataset.field ?? ''
                """);
    }

    private static void acceptExplained(Hands hands) {
        hands.think().press("g").leave("k");
        hands.think().press("j").leave("Enter");
        hands.see("#sample");
        hands.think().leave("e").see(".note-green");
    }

    private static void returnAForm(Hands hands) {
        hands.think().press("j").leave("Enter");
        hands.think().press("r").type("Hỏi lại tên mẹ").leave("Control+Enter").see(".note-green");
    }

    private static void hold(Hands hands) {
        hands.think().press("j").leave("Enter");
        hands.think().press("t").choose("CIVIL_STATUS_CORRECTION");
        hands.tabTo("#asked").press("ArrowDown");
        hands.tabTo("#ground").type("Giấy khai sinh của công dân");
        hands.tabTo("#hold-reason").type("Cải chính ngày sinh");
        hands.leave("Control+Enter").see(".note-green");
    }

    /** She remembers the surname and the given name of somebody whose form is in the ward, without marks. */
    private static void find(Hands hands) {
        Page page = hands.page();
        String name = page.locator("[data-row] a").nth(2).innerText();
        String[] words = VietnameseText.fold(name).toLowerCase(Locale.ROOT).split(" ");
        hands.think().leave("/");
        page.locator("[data-search-field]:focus").waitFor();
        hands.think().type(words[0] + " " + words[words.length - 1]);
        hands.tabTo("main [name=purpose]").choose("citizen-request");
        hands.leave("Enter").think().see("main a[href*='/forms/']");
        Number place = (Number) page.evaluate(
                "(name) => [...document.querySelectorAll('[data-row]')].findIndex((row) => row.textContent.includes(name))",
                name);
        for (int i = 0; i <= place.intValue(); i++) {
            hands.press("j");
        }
        hands.leave("Enter").see(".person");
    }

    private static void answerADuplicate(Hands hands) {
        hands.think().press("g").leave("t");
        hands.think()
                .press("2")
                .type("Hai người khác nhau, đã gặp")
                .leave("Enter")
                .see(".note-green");
    }

    private static void whoViewed(Hands hands) {
        hands.think().press("j").leave("Enter");
        hands.think().press("x").see("details[open]:has(> summary[data-key=x]) li");
    }

    private static void approveAQueue(Hands hands) {
        hands.think().press("b").think().leave("Enter").see(".note-green, .note-red");
    }
}
