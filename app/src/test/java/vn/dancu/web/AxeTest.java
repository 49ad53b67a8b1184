package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.shared.Texts;

/**
 * axe finds nothing serious on any page: every page once, in the light on a wide screen by all rules, in the dark on a
 * telephone by those that depend on colours and widths; and no page is heavy at its first visit. With {@code -Ddancu.full=true} as every role sees it and in four
 * looks. A page that no role is shown fails here.
 */
class AxeTest extends InChromium {
    private static final boolean IS_FULL = Boolean.getBoolean("dancu.full");

    private record Look(int width, int height, ColorScheme scheme) {}

    private static final Look FIRST = new Look(1440, 900, ColorScheme.LIGHT);
    private static final List<Look> OTHERS = IS_FULL
            ? List.of(
                    new Look(360, 740, ColorScheme.LIGHT),
                    new Look(360, 740, ColorScheme.DARK),
                    new Look(1440, 900, ColorScheme.DARK))
            : List.of(new Look(360, 740, ColorScheme.DARK));

    private PageList list;

    @Override
    void fill() {
        list = PageList.of(world, new DayOfWork(world));
    }

    @Test
    void axeFindsNothingSeriousOnAnyPage() {
        Map<String, Set<String>> found = new TreeMap<>();
        List<PageList.Seen> pages = IS_FULL ? list.pages : list.onceEach();
        int looked = 0;
        for (String role : PageList.ROLES) {
            Page page = browser.page(world, FIRST.width(), FIRST.height());
            if (role.equals(World.COLLECTOR)) {
                examine(page, "/login", found);
            }
            Browser.login(page, world, role);
            for (PageList.Seen seen : pages) {
                if (seen.role().equals(role)) {
                    examine(page, seen.path(), found);
                    looked++;
                }
            }
            for (PageList.Seen refused : list.refusals.values()) {
                if (refused.role().equals(role)) {
                    examine(page, refused.path(), found);
                }
            }
            page.context().close();
        }

        System.out.println("axe looked at " + looked + " pages in " + (1 + OTHERS.size()) + " looks");
        assertThat(found).as("after " + looked + " pages").isEmpty();
        assertThat(list.unseen)
                .as("pages that no role was shown: let DayOfWork make one and link it, or name it in PageList")
                .isEmpty();
    }

    @Test
    void theFirstVisitOfEveryPageIsLight() {
        Map<String, String> heavy = new TreeMap<>();
        FirstVisit.Weight heaviest = new FirstVisit.Weight(0, 0, false);
        for (String role : PageList.ROLES) {
            FirstVisit visit = new FirstVisit(Officer.login(world, role));
            for (PageList.Seen seen : list.onceEach()) {
                if (seen.role().equals(role)) {
                    FirstVisit.Weight weight = visit.of(seen.path());
                    assertThat(weight.files()).as(seen.path()).isGreaterThan(3);
                    if (weight.bytes() > weight.bar()) {
                        heavy.put(seen.path(), weight.toString());
                    }
                    heaviest = weight.bytes() > heaviest.bytes() ? weight : heaviest;
                }
            }
        }

        System.out.println("the heaviest first visit: " + heaviest);
        assertThat(heavy).isEmpty();
        assertThat(heaviest.charts()).as("the charts were found").isTrue();
    }

    @Test
    void whatTheAuditLogHoldsHasItsWord() {
        Texts texts = Texts.of(Texts.VIETNAMESE);
        JdbcClient jdbc = world.get(JdbcClient.class);
        List<String> acts = jdbc.sql("select distinct act from audit.entry order by act")
                .query(String.class)
                .list();
        List<String> kinds = jdbc.sql("select distinct object_kind from audit.entry order by object_kind")
                .query(String.class)
                .list();

        assertThat(acts)
                .hasSizeGreaterThan(30)
                .allMatch(act -> texts.find("audit.act." + act)
                        .or(() -> texts.find("step." + act))
                        .isPresent());
        assertThat(kinds)
                .hasSizeGreaterThan(10)
                .allMatch(kind -> texts.find("audit.kind." + kind).isPresent());
    }

    private void examine(Page page, String path, Map<String, Set<String>> found) {
        show(page, FIRST);
        page.navigate(world.base + path);
        note(Axe.violations(page), path, FIRST, found);
        ColorScheme shown = FIRST.scheme();
        for (Look look : OTHERS) {
            show(page, look);
            if (look.scheme() != shown) {
                // Loaded anew, as somebody sees it who likes it dark: what is folded keeps its old colours otherwise.
                page.reload();
                shown = look.scheme();
            }
            note(Axe.violationsOfLook(page), path, look, found);
        }
    }

    private static void show(Page page, Look look) {
        page.setViewportSize(look.width(), look.height());
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(look.scheme()).setReducedMotion(ReducedMotion.REDUCE));
    }

    private static void note(List<String> violations, String path, Look look, Map<String, Set<String>> found) {
        for (String violation : violations) {
            found.computeIfAbsent(violation, key -> new TreeSet<>())
                    .add(path.replaceAll("\\d+", "N") + " " + look.width() + " " + look.scheme());
        }
    }
}
