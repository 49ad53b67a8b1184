package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.dancu.web.Officer.Answer;

/** Targets and outreach over HTTP: who may, in which area, and what bad input is told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampaignPagesTest {
    private static final String WARD = "/targets/" + World.WARD;

    private World world;
    private Officer collector;
    private Officer chief;
    private Officer city;
    private Officer inspector;

    @BeforeAll
    void open() {
        world = World.start();
        collector = Officer.login(world, World.COLLECTOR);
        chief = Officer.login(world, World.CHIEF);
        city = Officer.login(world, World.CITY);
        inspector = Officer.login(world, World.INSPECTOR);
    }

    @AfterAll
    void close() {
        world.close();
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        Map<String, String> all = new HashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static Map<String, String> meeting() {
        return Map.of(
                "kind", "MEETING",
                "place", World.WARD + "/" + World.GROUP,
                "day", "5/9/2020",
                "times", "1",
                "minutes", "90",
                "attendance", "5",
                "heldBy", "CS. An",
                "text", "bài 1 <script>alert(1)</script>",
                "sent", UUID.randomUUID().toString());
    }

    @Test
    void theCitySeesUnitsTheChiefHerGroups() {
        Answer units = city.get("/targets");
        assertThat(units.status()).isEqualTo(200);
        assertThat(units.text()).contains("Phường Trần Phú", "Phường Ngọc Hà", "thường trú và tạm trú");

        Answer ward = chief.get("/targets");
        assertThat(ward.status()).isEqualTo(200);
        assertThat(ward.text()).contains("Tổ 3", "Sinh, đến, chết, đi").doesNotContain("Ngọc Hà");
        assertThat(chief.get("/targets/" + World.OTHER_WARD).status()).isEqualTo(404);
        assertThat(collector.get(WARD).status()).isEqualTo(200);
        assertThat(inspector.get("/targets").status()).isEqualTo(200);
        assertThat(Officer.login(world, World.AUDITOR).get("/targets").status()).isEqualTo(403);
    }

    @Test
    void figuresAreMadeFromTheBooksEnteredAndImported() {
        Answer made = chief.post(WARD + "/books", Map.of("day", "2020-09-05", "source", "sổ quản lý cư trú"));
        assertThat(made.location()).as(made.text()).endsWith(WARD);
        assertThat(chief.get(WARD).text()).contains("đếm từ sổ");

        Answer entered = chief.post(
                WARD + "/enter",
                Map.of(
                        "day",
                        "6/9/2020",
                        "source",
                        "kiểm đếm",
                        "group",
                        "Tổ 3",
                        "persons",
                        "6",
                        "permanent",
                        "5",
                        "temporary",
                        "1"));
        assertThat(entered.status()).as(entered.text()).isEqualTo(302);

        Answer imported = chief.upload(
                WARD + "/enter",
                WARD + "/import",
                Map.of("day", "2020-09-07", "source", "tệp của phường"),
                "file",
                "chi-tieu.csv",
                "residential_group;persons\nTổ 3;7\n".getBytes(StandardCharsets.UTF_8));
        assertThat(imported.status()).as(imported.text()).isEqualTo(302);
        assertThat(chief.get(WARD).text()).contains("nạp từ tệp", "nhập tay", "Chỉ tiêu 7 khác số nhân khẩu");

        chief.post(WARD + "/books", Map.of("day", "2020-09-08", "source", "sổ quản lý cư trú"));
    }

    @Test
    void badFiguresAreRefusedAndStayInTheFields() {
        Answer below =
                chief.post(WARD + "/enter", Map.of("day", "6/9/2020", "source", "x", "group", "Tổ 3", "persons", "-5"));
        assertThat(below.status()).isEqualTo(422);
        assertThat(below.text()).contains("số người không thể nhỏ hơn 0");
        assertThat(below.body()).contains("value=\"-5\"");
        assertThat(chief.post(
                                WARD + "/enter",
                                Map.of("day", "6/9/2020", "source", "x", "group", "Tổ 3", "persons", "ba"))
                        .text())
                .contains("không phải là số");
        assertThat(chief.post(WARD + "/books", Map.of("day", "31/2/2020", "source", "x"))
                        .status())
                .isEqualTo(422);
        assertThat(chief.upload(
                                WARD + "/enter",
                                WARD + "/import",
                                Map.of("day", "2020-09-07", "source", "x"),
                                "file",
                                "x.csv",
                                "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(422);
        assertThat(collector
                        .post(WARD + "/books", Map.of("day", "2020-09-05", "source", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(collector.get(WARD + "/enter").status()).isEqualTo(404);
        assertThat(chief.post("/targets/" + World.OTHER_WARD + "/books", Map.of("day", "2020-09-05", "source", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(chief.post("/targets/who", Map.of("residence", "PERMANENT", "reason", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(inspector.post("/outreach", meeting()).status()).isEqualTo(403);
    }

    @Test
    void aBirthMovesTheTargetAndCanBeWithdrawn() {
        Map<String, String> birth = Map.of(
                "place",
                World.WARD + "/" + World.GROUP,
                "kind",
                "BIRTH",
                "persons",
                "1",
                "day",
                "2020-10-01",
                "ground",
                "GKS <b>12</b>/2020",
                "sent",
                UUID.randomUUID().toString());
        assertThat(collector.post(WARD + "/changes", birth).status()).isEqualTo(302);
        Answer shown = collector.get(WARD);
        assertThat(shown.body()).contains("GKS &lt;b&gt;12&lt;/b&gt;/2020");
        java.util.regex.Matcher id =
                java.util.regex.Pattern.compile("/changes/(\\d+)/withdraw").matcher(shown.body());
        assertThat(id.find()).isTrue();

        assertThat(collector
                        .post(WARD + "/changes/" + id.group(1) + "/withdraw", Map.of("reason", "ghi nhầm"))
                        .status())
                .isEqualTo(302);
        assertThat(collector.get(WARD).text()).contains("đã rút: ghi nhầm");
        assertThat(collector
                        .post(WARD + "/changes", with(birth, "persons", "0"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aMeetingIsWrittenByTheCollectorAndToldInTheMonth() {
        Answer written = collector.post("/outreach", meeting());
        assertThat(written.location()).as(written.text()).contains("/outreach?month=2020-09");

        Answer month = chief.get("/outreach?month=2020-09");
        assertThat(month.text()).contains("Tháng 9/2020: 0 buổi phát thanh", "cuộc họp tổ", "1 phường và 0 xã");
        assertThat(month.body()).contains("bài 1 &lt;script&gt;").doesNotContain("<script>alert");
        assertThat(city.get("/outreach").status()).isEqualTo(200);
    }

    @Test
    void whatCannotHaveBeenIsRefusedAndNothingIsLost() {
        Answer future = collector.post("/outreach", with(meeting(), "day", "1/1/2099"));
        assertThat(future.status()).isEqualTo(422);
        assertThat(future.text()).contains("Ngày chưa đến");
        assertThat(future.body()).contains("value=\"CS. An\"");
        assertThat(collector
                        .post("/outreach", with(meeting(), "attendance", "50000"))
                        .text())
                .contains("50000 lượt ở nơi có");
        assertThat(collector
                        .post("/outreach", with(meeting(), "attendance", "nhiều"))
                        .text())
                .contains("không phải là số");
        assertThat(collector
                        .post("/outreach", with(meeting(), "place", World.OTHER_WARD + "/" + World.GROUP))
                        .status())
                .isEqualTo(404);
        assertThat(collector
                        .post("/outreach", with(meeting(), "heldBy", "x".repeat(10_000)))
                        .status())
                .isEqualTo(422);
        assertThat(collector.post("/outreach", with(meeting(), "kind", "PARTY")).status())
                .isEqualTo(422);
        assertThat(collector.get("/outreach?month=nie").status()).isEqualTo(404);
    }
}
