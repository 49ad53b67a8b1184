package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.dancu.web.Officer.Answer;

/** Who is missing, over HTTP: reasons, walking lists on paper, their return. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MissingPagesTest {
    private static final Pattern ENTRY = Pattern.compile("action=\"/missing/(\\d+)#");
    private static final Pattern LIST = Pattern.compile("/missing/lists/(\\d+)");

    private World world;
    private Officer collector;
    private Officer other;
    private Officer chief;
    private Officer city;

    @BeforeAll
    void open() {
        world = World.start();
        collector = Officer.login(world, World.COLLECTOR);
        other = Officer.login(world, World.OTHER_COLLECTOR);
        chief = Officer.login(world, World.CHIEF);
        city = Officer.login(world, World.CITY);
    }

    @AfterAll
    void close() {
        world.close();
    }

    private static long first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return Long.parseLong(found.group(1));
    }

    @Test
    void theWorkingListShowsHouseholdsAndTakesAReason() {
        Answer list = collector.get("/missing");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.text())
                .contains("Phạm Văn Long", "Giàng Thị Dính", "chưa hỏi lý do", "6 người có tên trong sổ");
        long entry = first(ENTRY, list.body());

        Answer said = collector.post(
                "/missing",
                "/missing/" + entry,
                Map.of("said", "STUDYING", "note", "<b>Hà Nội</b>", "commune", World.WARD));
        assertThat(said.status()).as(said.text()).isEqualTo(302);
        assertThat(collector
                        .get("/missing?commune=" + World.WARD + "&reason=STUDYING")
                        .body())
                .contains("&lt;b&gt;Hà Nội&lt;/b&gt;", "1–1 trong 1 người");

        assertThat(other.post("/missing/" + entry, Map.of("said", "DEAD")).status())
                .isEqualTo(404);
        assertThat(collector
                        .post("/missing/" + entry, Map.of("said", "TIRED", "commune", World.WARD))
                        .status())
                .isEqualTo(422);
        assertThat(chief.get("/missing?commune=" + World.OTHER_WARD).status()).isEqualTo(404);
        assertThat(Officer.login(world, World.PROVINCE).get("/missing").status())
                .isEqualTo(403);
    }

    @Test
    void theCitySeesUnitsAndSaysWhatAReasonMeans() {
        assertThat(city.get("/missing").text()).contains("Theo đơn vị", "Phường Trần Phú");
        assertThat(city.post(
                                "/missing/reasons/MILITARY_SERVICE",
                                Map.of("leaves", "true", "note", "quân đội lập phiếu"))
                        .status())
                .isEqualTo(302);
        assertThat(city.get("/missing").text()).contains("quân đội lập phiếu");
        assertThat(chief.post("/missing/reasons/DEAD", Map.of("leaves", "false", "note", "x"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aWalkingListBearsNameYearAndAddressOnlyAndIsTakenBack() {
        Map<String, String> asked = Map.of(
                "commune",
                World.WARD,
                "group",
                World.GROUP,
                "holder",
                "Tổ trưởng tổ 3",
                "purpose",
                "Đến hộ",
                "due",
                world.get(CampaignDesk.class).today().plusDays(3).toString(),
                "sent",
                UUID.randomUUID().toString());
        Answer made = collector.post("/missing/lists", asked);
        assertThat(made.status()).as(made.text()).isEqualTo(302);
        long id = first(LIST, made.location());
        assertThat(collector.post("/missing/lists", asked).location())
                .as("pressed twice")
                .endsWith("/" + id);

        Answer paper = collector.get("/missing/lists/" + id);
        assertThat(paper.text())
                .contains("DS-" + id, "Người giữ: Tổ trưởng tổ 3", "Nguyễn Thị Lan", "1949", "Số 354 Lâm Đồng")
                .doesNotContain("17/11/1949", "073451221", "Kinh");
        assertThat(collector
                        .get("/missing/lists/" + id + "/list.pdf")
                        .response()
                        .headers()
                        .firstValue("Content-Type"))
                .contains("application/pdf");
        assertThat(other.get("/missing/lists/" + id).status()).isEqualTo(404);

        assertThat(collector
                        .post("/missing/lists/" + id + "/end", Map.of("outcome", "LOST"))
                        .status())
                .isEqualTo(422);
        assertThat(collector
                        .post("/missing/lists/" + id + "/end", Map.of("outcome", "RETURNED"))
                        .status())
                .isEqualTo(302);
        assertThat(collector
                        .post("/missing/lists/" + id + "/end", Map.of("outcome", "RETURNED"))
                        .status())
                .isEqualTo(409);
        assertThat(chief.get("/missing/lists").text()).contains("đã nộp lại");
    }
}
