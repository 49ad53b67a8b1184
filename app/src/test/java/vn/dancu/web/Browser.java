package vn.dancu.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Debian's Chromium, driven by Playwright, on this machine only. */
final class Browser implements AutoCloseable {
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    /** Every address asked for outside the application, in any page. */
    final List<String> elsewhere = new ArrayList<>();

    /** What pages complained about: blocked by the content policy, or a script that failed. */
    final List<String> complaints = new ArrayList<>();

    private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** The program to use; empty when this machine has none. */
    static Optional<Path> executable() {
        String named = System.getenv("DANCU_CHROMIUM");
        return Optional.of(Path.of(named == null || named.isEmpty() ? "/usr/bin/chromium" : named))
                .filter(Files::isExecutable);
    }

    static Browser open() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(executable().orElseThrow())
                                .setArgs(List.of(
                                        "--no-sandbox",
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--disable-sync",
                                        "--disable-default-apps",
                                        "--no-first-run",
                                        "--disable-gpu"))));
    }

    /** A page of its own session. */
    Page page(World world, int width, int height) {
        return page(world, width, height, true);
    }

    /** @param scripts false: the browser runs none */
    Page page(World world, int width, int height, boolean scripts) {
        BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setJavaScriptEnabled(scripts)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh"));
        Page page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onRequest(request -> {
            if (!request.url().startsWith(world.base) && !request.url().startsWith("data:")) {
                elsewhere.add(request.url());
            }
        });
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    static void login(Page page, World world, String login) {
        page.navigate(world.base + "/login");
        // The page gives its first field the focus by itself, but a moment after it is loaded.
        page.locator("input:focus").waitFor();
        page.keyboard().type(login);
        page.keyboard().press("Tab");
        page.keyboard().type(World.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
