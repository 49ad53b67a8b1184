package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import vn.dancu.access.AccessService;
import vn.dancu.access.NewAccount;
import vn.dancu.journey.PathView;
import vn.dancu.journey.Stage;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.Role;
import vn.dancu.web.Officer.Answer;

/** What tests of a form's page share: a world with its officers, a form as it is entered, and what a page says it has seen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtAForm {
    static final Actor SYSTEM = Actor.commandLine("test");
    static final String SCRIPT = "<script>alert(1)</script>";
    static final Pattern HIDDEN = Pattern.compile("name=\"(seen|heard|version)\" value=\"(\\d+)\"");

    World world;
    Officer collector;
    Officer otherCollector;
    Officer chief;
    Officer city;
    Officer inspector;

    @BeforeAll
    void open() {
        world = World.start();
        world.get(AccessService.class)
                .createDemo(
                        List.of(new NewAccount(
                                "pho-tp",
                                "Thiếu tá Đỗ Thị Sen",
                                Role.COLLECTOR,
                                AreaScope.ofGroups(Set.of(World.WARD + "/Tổ 9")),
                                LocalDate.of(2020, 1, 1),
                                null)),
                        SYSTEM);
        collector = Officer.login(world, World.COLLECTOR);
        otherCollector = Officer.login(world, World.OTHER_COLLECTOR);
        chief = Officer.login(world, World.CHIEF);
        city = Officer.login(world, World.CITY);
        inspector = Officer.login(world, World.INSPECTOR);
    }

    @AfterAll
    void close() {
        world.close();
    }

    long enter(String number, String name, String... changes) {
        Answer saved = collector.post("/forms/new", "/forms/new", Papers.with(Papers.stranger(number, name), changes));
        assertThat(saved.status()).as(saved.text()).isEqualTo(302);
        return saved.form();
    }

    static String step(long form, String step) {
        return "/forms/" + form + "/" + step;
    }

    static String page(long form) {
        return "/forms/" + form + "?p=re-check";
    }

    Stage stage(long form) {
        return world.get(PathView.class)
                .state(new FormId(form), SYSTEM)
                .orElseThrow()
                .stage();
    }

    /** What the page says that it has seen. */
    static Map<String, String> seen(Answer page) {
        Map<String, String> seen = new HashMap<>();
        Matcher hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            seen.put(hidden.group(1), hidden.group(2));
        }
        return seen;
    }

    static Map<String, String> with(Map<String, String> seen, String... more) {
        Map<String, String> fields = new HashMap<>(seen);
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }
}
