package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.journey.PathView;
import vn.dancu.journey.Step;
import vn.dancu.shared.FormId;

/** What an unlucky or an unfriendly hand types, on every page that there is. */
class BadInputTest extends InChromium {
    private static final String SCRIPT = "\"'><script>window.broken = 1</script>";
    private static final String SCRIPT_RAN = "<script>window.broken";

    private static final Pattern PRESSED = Pattern.compile("form-\\d+\\.");

    private DayOfWork day;
    private PageList list;

    @Override
    void fill() {
        day = new DayOfWork(world);
        list = PageList.of(world, day);
    }

    /** An answer of the server to a form that was sent. */
    private record Sent(String role, String page, String action, int status, String body) {}

    /**
     * Fills every text of every form that some role is shown, sends each once as its page would, and tells what came back.
     */
    private List<Sent> fillAndSend(String text) {
        List<Sent> answers = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (String role : PageList.ROLES) {
            Page page = login(role);
            Object sent = page.evaluate("""
                    async ([text, paths, known]) => {
                      const texts = 'input:not([type]), input[type=text], input[data-day], textarea';
                      const answers = [];
                      for (const path of paths) {
                        const got = await fetch(path);
                        // Sent on by what was sent before.
                        if (got.status !== 200) continue;
                        const shown = new DOMParser().parseFromString(await got.text(), 'text/html');
                        for (const form of shown.querySelectorAll('main form')) {
                          const action = new URL(form.getAttribute('action') ?? path, location.href).pathname;
                          const kind = action.replace(/\\d+/g, 'N');
                          if (form.method !== 'post' || form.querySelector('[type=file]') || !form.querySelector(texts)
                              || known.includes(kind)) continue;
                          known.push(kind);
                          const body = new FormData(form);
                          for (const field of form.querySelectorAll(texts)) {
                            if (field.name) body.set(field.name, text);
                          }
                          const button = form.querySelector('button[name]');
                          if (button) body.set(button.name, button.value);
                          const answer = await fetch(action, { method: 'POST', body: new URLSearchParams(body), redirect: 'follow' });
                          answers.push([path, action, kind, answer.status, await answer.text()]);
                        }
                      }
                      return answers;
                    }
                    """, List.of(text, list.pathsOf(role), List.copyOf(known)));
            for (Object one : (List<?>) sent) {
                List<?> answer = (List<?>) one;
                known.add(String.valueOf(answer.get(2)));
                answers.add(new Sent(
                        role,
                        String.valueOf(answer.get(0)),
                        String.valueOf(answer.get(1)),
                        ((Number) answer.get(3)).intValue(),
                        String.valueOf(answer.get(4))));
            }
            page.context().close();
        }
        return answers;
    }

    @Test
    void aScriptInEveryTextFieldIsNoMoreThanText() {
        List<Sent> answers = fillAndSend(SCRIPT);
        for (Sent answer : answers) {
            assertThat(answer.status())
                    .as(answer.role() + ": " + answer.action())
                    .isLessThan(500);
            assertThat(answer.body()).as(answer.role() + ": " + answer.action()).doesNotContain(SCRIPT_RAN);
        }
        assertThat(answers).as("kinds of forms sent").hasSizeGreaterThan(60);

        // What was kept of it is shown as text, on whatever page.
        for (String role : PageList.ROLES) {
            Officer officer = Officer.login(world, role);
            for (String path : list.pathsOf(role)) {
                assertThat(officer.get(path).body()).as(role + " " + path).doesNotContain(SCRIPT_RAN);
            }
        }
    }

    @Test
    void tenThousandCharactersInEveryTextFieldAreTakenOrRefusedAndNeverAFailure() {
        for (Sent answer : fillAndSend("ế".repeat(10_000))) {
            assertThat(answer.status())
                    .as(answer.role() + ": " + answer.page() + " → " + answer.action())
                    .isLessThan(500);
        }
    }

    @Test
    void aDoubleClickOnAnyButtonSendsItsFormOnce() {
        Map<String, Integer> twice = new TreeMap<>();
        int pressed = 0;
        for (String role : PageList.ROLES) {
            Page page = login(role);
            List<String> posts = new ArrayList<>();
            page.route("**/*", route -> answer(route, posts));
            for (PageList.Seen seen : list.onceEach()) {
                if (!seen.role().equals(role)) {
                    continue;
                }
                page.navigate(world.base + seen.path());
                posts.clear();
                // Each form says which it is, so that a late request counts for its own form.
                pressed += ((Number) page.evaluate("""
                        async () => {
                          const forms = [...document.querySelectorAll('main form')].filter((form) => form.method === 'post'
                            && !form.closest('[hx-boost=true]') && form.querySelector('button:not([type=button]):not([disabled])'));
                          for (const [at, form] of forms.entries()) {
                            form.noValidate = true;
                            const which = document.createElement('input');
                            which.type = 'hidden';
                            which.name = 'pressed';
                            which.value = `form-${at}.`;
                            form.append(which);
                            const button = form.querySelector('button:not([type=button]):not([disabled])');
                            button.click();
                            button.click();
                            await new Promise((done) => setTimeout(done, 30));
                            button.click();
                          }
                          await new Promise((done) => setTimeout(done, 60));
                          return forms.length;
                        }
                        """)).intValue();
                for (String post : new TreeSet<>(posts)) {
                    int times = Collections.frequency(posts, post);
                    if (times > 1) {
                        twice.put(seen.path() + " " + post, times);
                    }
                }
            }
            page.context().close();
        }

        assertThat(pressed).isGreaterThan(30);
        assertThat(twice).isEmpty();
    }

    /** A sent form is counted and answered with nothing, so that the page stays and nothing changes. */
    private static void answer(Route route, List<String> posts) {
        String url = route.request().url();
        if (route.request().method().equals("POST") && !url.contains("/api/")) {
            Matcher which =
                    PRESSED.matcher(Objects.requireNonNullElse(route.request().postData(), ""));
            posts.add(url.replaceFirst("https?://[^/]*", "") + (which.find() ? " " + which.group() : ""));
            route.fulfill(new Route.FulfillOptions().setStatus(204));
        } else {
            route.resume();
        }
    }

    @Test
    void whatCannotBeReadIsAPageThatRepeatsNothing() {
        Officer collector = Officer.login(world, World.COLLECTOR);
        Officer.Answer answer = collector.post(
                "/forms/" + day.planned + "/hold", Map.of("whom", "ARCHIVE", "reason", "x", "until", SCRIPT));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("Có mục không đọc được", "những gì đã gõ vẫn còn");
        assertThat(answer.body()).doesNotContain("broken");
        assertThat(collector.get("/queue?q=to-check&after=x").status()).isEqualTo(400);
    }

    @Test
    void keysOfAnotherWardAreNotThereAndStandInTheLog() {
        Officer other = Officer.login(world, World.OTHER_COLLECTOR);
        List<String> pages = List.of("", "/compare", "/correct", "/household", "/candidates", "/next", "/sheet");
        for (String page : pages) {
            assertThat(other.get("/forms/" + day.differing + page + "?q=differs")
                            .status())
                    .as(page)
                    .isEqualTo(404);
        }
        for (String act : List.of("check", "reconcile", "return", "hold", "cancel", "comment", "accept", "explain")) {
            assertThat(other.post(
                                    "/forms/" + day.differing + "/" + act,
                                    Map.of(
                                            "reason", "x", "whom", "ARCHIVE", "why", "SPOILED", "word", "HỦY", "more",
                                            "x", "comment", "x", "code", "F101", "once", "a"))
                            .status())
                    .as(act)
                    .isEqualTo(404);
        }

        long logged = world.get(JdbcClient.class)
                .sql("""
                        select count(*) from audit.entry
                        where act = 'ASK_IN_VAIN' and actor = :actor and object_kind = 'form' and object_id = :form
                        """)
                .param("actor", World.OTHER_COLLECTOR)
                .param("form", String.valueOf(day.differing))
                .query(Long.class)
                .single();
        assertThat(logged).isEqualTo(pages.size() + 8);
    }

    @Test
    void whoeverIsFasterIsToldOfToWhoeverIsLate() {
        long form = Officer.login(world, World.COLLECTOR)
                .post("/forms/new", "/forms/new", Papers.stranger("HG0001999", "TẨN A PHÀN"))
                .form();
        Page stale = login(World.COLLECTOR);
        stale.navigate(world.base + "/forms/" + form + "?q=to-check");
        Officer.login(world, World.CHIEF).post("/forms/" + form + "/return", Map.of("more", "Thiếu chữ ký"));

        stale.locator("form[action$='/check'] button").click();
        stale.locator(".note-amber").first().waitFor();

        assertThat(stale.locator("main").textContent()).contains("Trong lúc đồng chí làm", "Thiếu chữ ký");
        assertThat(world.get(PathView.class).steps(new FormId(form)).stream().filter(step -> step.step() == Step.CHECK))
                .isEmpty();
    }
}
