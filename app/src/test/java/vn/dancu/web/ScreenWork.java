package vn.dancu.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What officers do on the screens in a long test: pages opened, fields filled, buttons pressed by Enter. */
final class ScreenWork {
    private final World world;

    ScreenWork(World world) {
        this.world = world;
    }

    void go(Page page, String path) {
        page.navigate(world.base + path);
    }

    /** Opens what is folded, so that its fields can be filled. */
    void unfold(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })");
    }

    /** Opens what is folded around the form whose action ends so: sheets of buttons lie above each other. */
    void unfold(Page page, String action) {
        page.evaluate(
                "(action) => document.querySelectorAll(`details:has(form[action$='${action}'])`)"
                        + ".forEach((part) => { part.open = true; })",
                action);
    }

    /** Presses the button of the form whose action ends so, and waits for the page that follows. */
    void press(Page page, String action) {
        unfold(page, action);
        // Fields of a day have a button of their own, which sends nothing.
        Locator button = page.locator("form[action$='" + action + "'] button:not([type=button]):visible")
                .first();
        page.waitForNavigation(() -> button.press("Enter"));
        page.waitForLoadState();
    }

    /** Presses the button that bears this value. */
    void press(Page page, String name, String value) {
        page.waitForNavigation(() -> page.locator("button[name='" + name + "'][value='" + value + "']")
                .first()
                .press("Enter"));
        page.waitForLoadState();
    }

    /** Fills fields of the form whose action ends so: by name, in this order of names and values. */
    void fill(Page page, String action, String... fields) {
        unfold(page, action);
        for (int i = 0; i < fields.length; i += 2) {
            page.locator("form[action$='" + action + "'] [name='" + fields[i] + "']")
                    .first()
                    .fill(fields[i + 1]);
        }
    }

    void check(Page page, String name, String value) {
        page.locator("[name='" + name + "'][value='" + value + "']").first().check();
    }

    /** Types a paper; answers the form's key. */
    long enter(Page collector, Map<String, String> paper) {
        go(collector, "/forms/new");
        paper.forEach((field, value) -> {
            Locator input = collector.locator("[name='" + field + "']");
            if (!value.isEmpty() && input.isVisible() && input.isEditable()) {
                input.fill(value);
            }
        });
        collector.waitForNavigation(() -> collector.keyboard().press("Control+Enter"));
        return world.get(JdbcClient.class)
                .sql("select id from intake.form where form_no = :number")
                .param("number", paper.get("form_no"))
                .query(Long.class)
                .single();
    }

    void checked(Page collector, long form) {
        go(collector, "/forms/" + form + "?q=to-check");
        press(collector, "/forms/" + form + "/check");
    }

    void reconciled(Page collector, long form) {
        go(collector, "/forms/" + form + "/compare?q=to-reconcile");
        press(collector, "/forms/" + form + "/reconcile");
    }

    /** Somebody who lives here and stands in no book. */
    void accepted(Page collector, long form) {
        go(collector, "/forms/" + form + "/compare?q=not-in-books");
        unfold(collector);
        collector.fill("form[action$='/accept'] [name=reason]", "Cư trú thực tế tại địa bàn");
        press(collector, "/forms/" + form + "/accept");
        reconciled(collector, form);
    }
}
