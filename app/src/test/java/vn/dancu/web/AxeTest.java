package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * axe finds nothing serious on any page of any role, light and dark, on a telephone and on a wide screen. Which pages there
 * are is read from the controllers: a new one is looked at by itself, one with a key in its address is found by the links
 * to it, and a page that nothing shows fails here.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AxeTest {
    private static final List<String> ROLES = List.of(
            World.COLLECTOR,
            World.CHIEF,
            World.CITY,
            World.PROVINCE,
            World.INSPECTOR,
            World.ARCHIVIST,
            World.ADMINISTRATOR,
            World.AUDITOR);

    /** What answers a script or a download: no page. */
    private static final Set<String> NO_PAGES =
            Set.of("/forms/{id:\\d+}/weight", "/queue/filters/{id}", "/duplicates/weight", "/approvals/count");

    private record Look(int width, int height, ColorScheme scheme) {}

    private static final List<Look> LOOKS = List.of(
            new Look(1440, 900, ColorScheme.LIGHT),
            new Look(360, 740, ColorScheme.LIGHT),
            new Look(360, 740, ColorScheme.DARK),
            new Look(1440, 900, ColorScheme.DARK));

    private static final List<Look> TWO_LOOKS = List.of(LOOKS.get(0), LOOKS.get(2));

    private World world;
    private Browser browser;
    private Map<String, List<String>> examples = Map.of();

    @BeforeAll
    void open() {
        Assumptions.assumeTrue(
                Browser.executable().isPresent(),
                "skipped: no Chromium at /usr/bin/chromium or DANCU_CHROMIUM; apt-get install chromium");
        Assumptions.assumeTrue(
                Boolean.getBoolean("dancu.full"), "skipped: some two hundred pages in four looks; ./dancu test --full");
        world = World.start();
        examples = examples(new DayOfWork(world));
        browser = Browser.open();
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
            world.close();
        }
    }

    /** By pattern: where to find the page. Those without a key stand for themselves. */
    private static Map<String, List<String>> examples(DayOfWork day) {
        Map<String, List<String>> examples = new LinkedHashMap<>();
        examples.put(
                "/forms/{id:\\d+}",
                List.of(
                        "/forms/" + day.differing + "?q=differs",
                        "/forms/" + day.returned + "?q=returned",
                        "/forms/" + day.held + "?q=on-hold",
                        "/forms/" + day.registered));
        examples.put("/forms/{id:\\d+}/compare", List.of("/forms/" + day.differing + "/compare?q=differs"));
        examples.put("/forms/{id:\\d+}/correct", List.of("/forms/" + day.returned + "/correct?q=returned"));
        examples.put("/verification/{id:\\d+}", List.of("/verification/" + day.planned));
        examples.put("/verification/rounds/{id:\\d{1,18}}", List.of("/verification/rounds/1"));
        examples.put("/verification/sheets/{id:\\d{1,18}}", List.of("/verification/sheets/1"));
        examples.put("/verification/key", List.of("/verification"));
        examples.put("/review/checks/{id:\\d+}", List.of("/review/checks/1"));
        examples.put(
                "/queue", List.of("/queue?q=differs", "/queue?q=must-fix", "/queue?q=to-approve", "/queue?q=on-hold"));
        examples.put("/audit", List.of("/audit?purpose=x"));
        return examples;
    }

    /** Every address that a controller answers with a page. */
    private Set<String> patterns() {
        Set<String> patterns = new TreeSet<>();
        Map<RequestMappingInfo, HandlerMethod> handlers = world.context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods();
        handlers.forEach((info, handler) -> {
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            boolean isPage = handler.getMethod().getReturnType() == String.class
                    && !handler.hasMethodAnnotation(ResponseBody.class)
                    && (methods.isEmpty() || methods.contains(RequestMethod.GET));
            if (isPage) {
                patterns.addAll(info.getPatternValues());
            }
        });
        patterns.removeAll(NO_PAGES);
        patterns.remove("/error");
        patterns.removeIf(pattern -> pattern.startsWith("/api/"));
        return patterns;
    }

    @Test
    void axeFindsNothingSeriousOnAnyPage() {
        Set<String> patterns = patterns();
        assertThat(patterns).contains("/queue", "/", "/login");
        Map<String, Set<String>> found = new TreeMap<>();
        Set<String> examined = new TreeSet<>();
        Set<String> shown = new TreeSet<>(Set.of("/login"));
        int looked = 0;
        for (String role : ROLES) {
            Page page = browser.page(world, 1440, 900);
            if (role.equals(World.COLLECTOR)) {
                page.navigate(world.base + "/login");
                examine(page, "/login", LOOKS, found);
            }
            Browser.login(page, world, role);
            Deque<String> paths = new ArrayDeque<>();
            Set<String> known = new HashSet<>();
            for (String pattern : patterns) {
                List<String> named =
                        examples.getOrDefault(pattern, pattern.contains("{") ? List.of() : List.of(pattern));
                paths.addAll(named);
                if (!named.isEmpty()) {
                    known.add(pattern);
                }
            }
            paths.remove("/login");
            while (!paths.isEmpty()) {
                String path = paths.remove();
                Response response = page.navigate(world.base + path);
                if (response.status() != 200) {
                    // What a role may not open is its error page, looked at once.
                    if (examined.add("status " + response.status())) {
                        examine(page, path + " " + response.status(), LOOKS, found);
                    }
                    continue;
                }
                patternOf(path, patterns).ifPresent(shown::add);
                looked++;
                // The same page of another role differs in its menu and its buttons: two looks find what four would.
                boolean isNew = examined.add(path) || Boolean.getBoolean("dancu.full");
                for (String link : links(page)) {
                    // Pages with a key are found by following the links of pages, one of each kind.
                    patternOf(link, patterns).filter(known::add).ifPresent(pattern -> paths.add(link));
                }
                examine(page, path, isNew ? LOOKS : TWO_LOOKS, found);
            }
            page.context().close();
        }

        System.out.println("axe looked at " + looked + " pages of " + ROLES.size() + " roles");
        assertThat(found).as("after " + looked + " pages").isEmpty();
        patterns.removeAll(shown);
        assertThat(patterns)
                .as("pages that no role was shown: let DayOfWork make one and link it, name it in examples(), or in"
                        + " NO_PAGES when it is a part of a page or a file")
                .isEmpty();
    }

    private static Optional<String> patternOf(String path, Set<String> patterns) {
        PathContainer plain = PathContainer.parsePath(path.replaceFirst("[?#].*", ""));
        return patterns.stream()
                .filter(pattern ->
                        PathPatternParser.defaultInstance.parse(pattern).matches(plain))
                .findFirst();
    }

    private static List<String> links(Page page) {
        List<String> links = new ArrayList<>();
        for (Object link : (List<?>)
                page.evaluate("[...document.querySelectorAll('a[href^=\"/\"]')].map((a) => a.getAttribute('href'))")) {
            links.add(String.valueOf(link));
        }
        return links;
    }

    private static void examine(Page page, String path, List<Look> looks, Map<String, Set<String>> found) {
        ColorScheme shown = null;
        for (Look look : looks) {
            page.setViewportSize(look.width(), look.height());
            if (look.scheme() != shown) {
                // Loaded anew, as somebody sees it who likes it dark: what is folded keeps its old colours otherwise.
                page.emulateMedia(new Page.EmulateMediaOptions()
                        .setColorScheme(look.scheme())
                        .setReducedMotion(ReducedMotion.REDUCE));
                page.reload();
                shown = look.scheme();
            }
            // What is folded away is read, too; menus stay closed, because they lie over the page.
            page.evaluate("document.querySelectorAll('main details').forEach((part) => { part.open = true; })");
            for (String violation : Axe.violations(page)) {
                found.computeIfAbsent(violation, key -> new TreeSet<>())
                        .add(path.replaceAll("\\d+", "N") + " " + look.width() + " " + look.scheme());
            }
        }
    }
}
