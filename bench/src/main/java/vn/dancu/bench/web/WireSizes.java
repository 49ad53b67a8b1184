package vn.dancu.bench.web;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.dancu.access.Passwords;
import vn.dancu.shared.Role;

/** What the first visit of every page weighs on the wire: in Chromium, gzipped, nothing cached, all its files together. */
public final class WireSizes {
    static final int BAR = 300_000;
    static final int BAR_WITH_CHARTS = 450_000;

    private WireSizes() {}

    /**
     * @param bytes as they came over the wire, heads included
     * @param requests how many answers that were
     */
    record Size(Role role, String page, long bytes, int requests, boolean charts) {
        int bar() {
            return charts ? BAR_WITH_CHARTS : BAR;
        }
    }

    /** The browser's program; empty when this machine has none. */
    public static Optional<Path> chromium() {
        String named = System.getenv("DANCU_CHROMIUM");
        return Optional.of(Path.of(named == null || named.isEmpty() ? "/usr/bin/chromium" : named))
                .filter(Files::isExecutable);
    }

    public static Browser launch(Playwright playwright, Path chromium) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--disable-default-apps",
                                "--no-first-run",
                                "--disable-gpu")));
    }

    public static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /** Every page that the menu of a role leads to, and a form with its comparison. */
    static List<Size> measure(String base, Path chromium, List<Seat> seats) {
        List<Size> sizes = new ArrayList<>();
        Set<Role> seen = new LinkedHashSet<>();
        try (Playwright playwright = playwright();
                Browser browser = launch(playwright, chromium)) {
            for (Seat seat : seats) {
                if (seen.add(seat.role())) {
                    role(base, browser, seat, sizes);
                }
            }
        }
        return sizes;
    }

    private static void role(String base, Browser browser, Seat seat, List<Size> sizes) {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900))) {
            Page page = context.newPage();
            page.navigate(base + "/login");
            page.fill("#username", seat.login());
            page.fill("#password", Passwords.DEMO);
            page.press("#password", "Enter");
            page.waitForURL(url -> !url.contains("/login"));
            Set<String> paths = new LinkedHashSet<>(List.of("/"));
            Object links = page.evaluate(
                    "[...document.querySelectorAll('header a[href^=\"/\"]')].map((a) => a.getAttribute('href'))");
            if (links instanceof List<?> found) {
                found.forEach(link -> paths.add(String.valueOf(link)));
            }
            if (paths.contains("/queue")) {
                page.navigate(base + "/queue");
                Object form = page.evaluate(
                        "document.querySelector('[data-row] a[href^=\"/forms/\"]')?.getAttribute('href') ?? ''");
                if (form instanceof String href && !href.isEmpty()) {
                    paths.add(href);
                    paths.add(href.replaceFirst("(/forms/\\d+)", "$1/compare"));
                    if (seat.role() != Role.INSPECTOR) {
                        paths.add(href.replaceFirst("(/forms/\\d+)", "$1/correct"));
                    }
                }
            }
            for (String path : paths) {
                sizes.add(visit(base, page, seat.role(), path));
            }
        }
    }

    private static Size visit(String base, Page page, Role role, String path) {
        CDPSession devtools = page.context().newCDPSession(page);
        long[] bytes = new long[1];
        int[] requests = new int[1];
        boolean[] charts = new boolean[1];
        devtools.on("Network.loadingFinished", event -> {
            bytes[0] += event.get("encodedDataLength").getAsLong();
            requests[0]++;
        });
        devtools.on("Network.requestWillBeSent", event -> {
            JsonObject request = event.getAsJsonObject("request");
            charts[0] |= request.get("url").getAsString().contains("echarts");
        });
        devtools.send("Network.enable");
        devtools.send("Network.clearBrowserCache");
        JsonObject off = new JsonObject();
        off.addProperty("cacheDisabled", true);
        devtools.send("Network.setCacheDisabled", off);
        page.navigate(base + path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        devtools.detach();
        String shown = path.replaceAll("\\?.*", "").replaceAll("\\d+", "{id}");
        return new Size(role, shown, bytes[0], requests[0], charts[0]);
    }
}
