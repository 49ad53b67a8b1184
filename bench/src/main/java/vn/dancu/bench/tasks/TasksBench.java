package vn.dancu.bench.tasks;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.dancu.access.Passwords;
import vn.dancu.bench.web.BusyCity;
import vn.dancu.bench.web.Served;
import vn.dancu.bench.web.WireSizes;

/** {@code ./dancu bench tasks}: ten tasks of the officers, by keyboard in Chromium on a small busy city. */
public final class TasksBench {
    /** Card, Moran and Newell (1980): one press of an average skilled typist, and one mental act. */
    private static final double K = 0.2;

    private static final double M = 1.35;

    private TasksBench() {}

    /** Prints a line for each task; false when one could not be done without a mouse. */
    public static boolean run(Path work, int people, long seed, Clock clock) throws IOException, InterruptedException {
        Optional<Path> chromium = WireSizes.chromium();
        if (chromium.isEmpty()) {
            throw new IOException("no Chromium at /usr/bin/chromium or in DANCU_CHROMIUM");
        }
        Files.createDirectories(work);
        Path data = work.toAbsolutePath().normalize().resolve("tasks-" + people + "-" + seed);
        BusyCity.make(data, people, seed);
        System.out.println("| task | key presses | thoughts | by machine s | model s | |");
        System.out.println("|---|--:|--:|--:|--:|---|");
        boolean isAll = true;
        try (Served served = Served.start(data, work);
                Playwright playwright = WireSizes.playwright();
                Browser browser = WireSizes.launch(playwright, chromium.get())) {
            Map<String, Page> pages = new HashMap<>();
            String paper = String.format(Locale.ROOT, "DO%07d", clock.instant().getEpochSecond() % 10_000_000);
            for (Tasks.Task task : new Tasks(paper).all()) {
                Page page = pages.computeIfAbsent(task.login(), login -> login(browser, served.base(), login));
                isAll &= one(task, page, served.base());
            }
        }
        System.out.println();
        System.out.printf(
                Locale.ROOT,
                "By machine: measured, the driver's own time included. Model: a calculation by the keystroke-level model"
                        + " (Card, Moran, Newell 1980), presses × %.1f s + thoughts × %.2f s; no reading of the paper"
                        + " and no waiting.%n",
                K,
                M);
        return isAll;
    }

    private static Page login(Browser browser, String base, String login) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh"));
        Page page = context.newPage();
        page.setDefaultTimeout(60_000);
        page.navigate(base + "/login");
        page.fill("#username", login);
        page.fill("#password", Passwords.DEMO);
        page.press("#password", "Enter");
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    private static boolean one(Tasks.Task task, Page page, String base) {
        task.open(page, base);
        Hands hands = new Hands(page);
        long from = System.nanoTime();
        String failed = "";
        try {
            task.work().by(hands);
        } catch (PlaywrightException | IllegalStateException e) {
            // The driver's message begins with "Error {" and holds the call's log below.
            String why = String.valueOf(e.getMessage())
                    .lines()
                    .filter(line -> !line.startsWith("Error {"))
                    .findFirst()
                    .orElse("");
            failed = "✗ " + why.strip() + " at " + page.url().replaceFirst(base, "");
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %.1f | %.1f | %s |%n",
                task.name(),
                hands.presses(),
                hands.thoughts(),
                seconds,
                hands.presses() * K + hands.thoughts() * M,
                failed.isEmpty() ? "✓" : failed);
        return failed.isEmpty();
    }
}
