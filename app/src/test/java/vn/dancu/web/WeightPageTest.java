package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.dancu.web.Officer.Answer;

/** The waterfall at the comparison desk over HTTP: who may ask for it, and that asking is logged. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WeightPageTest {
    private static final Pattern WHY = Pattern.compile("hx-get=\"([^\"]+/weight[^\"]+)\"");

    private World world;
    private long form;
    private String why = "";

    @BeforeAll
    void open() {
        world = World.start();
        Officer collector = Officer.login(world, World.COLLECTOR);
        form = collector
                .post("/forms/new", "/forms/new", Papers.with(Papers.aPaper("HG0001365"), "birth_date", "08/05/1941"))
                .form();
        collector.post("/forms/" + form + "/check", Map.of());
        Matcher link = WHY.matcher(
                collector.get("/forms/" + form + "/compare?q=differs").body());
        if (link.find()) {
            why = link.group(1).replace("&amp;", "&");
        }
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void theDeskOffersTheWaterfallOfTheLinkedEntry() {
        Answer page = Officer.login(world, World.COLLECTOR).get(why);

        assertThat(page.status()).as(why).isEqualTo(200);
        assertThat(page.body())
                .contains("<svg", "Vì sao cặp này có trọng số", "ngày sinh: ")
                .doesNotContain("<style", "style=", "PHẠM VĂN LONG");
        assertThat(Officer.login(world, World.COLLECTOR).get(why + "&lang=en").body())
                .contains("Why this pair weighs", "birth date: ");
    }

    @Test
    void whoMayNotSeeTheFormDoesNotSeeWhatItWeighs() {
        assertThat(Officer.login(world, World.OTHER_COLLECTOR).get(why).status())
                .isEqualTo(404);
        assertThat(Officer.login(world, World.ADMINISTRATOR).get(why).status()).isEqualTo(403);
        assertThat(Officer.login(world, World.INSPECTOR).get(why).status())
                .as("not of her sample")
                .isEqualTo(404);
    }

    @Test
    void onlyAnEntryOfTheFormIsWeighed() {
        Officer chief = Officer.login(world, World.CHIEF);

        assertThat(chief.get(why.replaceFirst("entry=\\d+", "entry=999999")).status())
                .isEqualTo(404);
        assertThat(chief.get(why.replaceFirst("source=[a-z-]+", "source=papers"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatWasLearntIsShownWithoutAnyRecord() {
        for (String account : new String[] {World.CITY, World.INSPECTOR, World.ADMINISTRATOR}) {
            Answer page = Officer.login(world, account).get("/linkage-model");

            assertThat(page.text())
                    .contains(
                            "Phiếu với sổ cư trú",
                            "Ngưỡng liên kết",
                            "độ bao phủ",
                            "cùng người",
                            "given_name",
                            "Luật tìm cặp")
                    .doesNotContain("PHẠM", "Phạm Văn Long", "073451220");
        }
    }

    @Test
    void askingIsLogged() {
        Officer.login(world, World.CHIEF).get(why);

        assertThat(Officer.login(world, World.AUDITOR)
                        .get("/audit?purpose=x&actor=" + World.CHIEF)
                        .body())
                .contains("comparison-weight");
    }
}
