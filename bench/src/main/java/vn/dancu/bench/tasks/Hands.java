package vn.dancu.bench.tasks;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.text.Normalizer;
import java.util.List;

/**
 * An officer's two hands on the keyboard: counts every press, and how often she has to think. Nothing here clicks; what no
 * key leads to is reached with Tab, press by press.
 */
final class Hands {
    private static final int MOST_TABS = 150;

    private final Page page;
    private int presses;
    private int thoughts;

    Hands(Page page) {
        this.page = page;
    }

    int presses() {
        return presses;
    }

    int thoughts() {
        return thoughts;
    }

    Page page() {
        return page;
    }

    /** The mental act before a unit of action: M of the keystroke-level model. */
    Hands think() {
        thoughts++;
        return this;
    }

    /** One key; each modifier is a press of its own. */
    Hands press(String key) {
        presses += key.split("\\+").length;
        page.keyboard().press(key);
        return this;
    }

    /** A text as Telex types it: a letter with marks takes a press more for each mark. */
    Hands type(String text) {
        presses += Normalizer.normalize(text, Normalizer.Form.NFD).length();
        page.keyboard().insertText(text);
        return this;
    }

    /** A text and Enter, field after field; an empty text only passes the field. */
    Hands fields(String... texts) {
        for (String text : texts) {
            if (!text.isEmpty()) {
                type(text);
            }
            press("Enter");
        }
        return this;
    }

    /** A key that leads to another page. */
    Hands leave(String key) {
        page.waitForNavigation(() -> press(key));
        page.waitForLoadState(LoadState.LOAD);
        return this;
    }

    /** Tab until the focus stands on it. */
    Hands tabTo(String selector) {
        return tabTo(selector, "");
    }

    /** Tab until the focus stands on it, and it says this. */
    Hands tabTo(String selector, String text) {
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            if (isOn(selector, text)) {
                return this;
            }
            press("Tab");
        }
        throw new IllegalStateException("no key leads to " + selector);
    }

    private boolean isOn(String selector, String text) {
        return Boolean.TRUE.equals(page.evaluate(
                "([wanted, text]) => { const at = document.activeElement;"
                        + " return !!at && at.matches(wanted) && at.textContent.includes(text); }",
                List.of(selector, text)));
    }

    /** Until it is there. */
    Hands see(String selector) {
        page.locator(selector).first().waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        return this;
    }

    /** Chooses in a list that has the focus, by the word's first letters. */
    Hands choose(String value) {
        int down = ((Number) page.evaluate(
                        "(value) => [...document.activeElement.options].findIndex((o) => o.value === value)"
                                + " - document.activeElement.selectedIndex",
                        value))
                .intValue();
        for (int i = 0; i < down; i++) {
            press("ArrowDown");
        }
        return this;
    }
}
