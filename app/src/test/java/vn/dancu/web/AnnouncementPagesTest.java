package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.dancu.web.Officer.Answer;

/** Announcements, letters and collection days over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnnouncementPagesTest {
    private static final Pattern MADE = Pattern.compile("/(?:announcements|collection-days)/(\\d+)");
    private static final Pattern ARRIVE = Pattern.compile("/tickets/(\\d+)/arrive");
    private static final Pattern END = Pattern.compile("/tickets/(\\d+)/end");

    private World world;
    private Officer collector;
    private Officer other;
    private Officer chief;
    private Officer administrator;
    private String today;

    @BeforeAll
    void open() {
        world = World.start();
        collector = Officer.login(world, World.COLLECTOR);
        other = Officer.login(world, World.OTHER_COLLECTOR);
        chief = Officer.login(world, World.CHIEF);
        administrator = Officer.login(world, World.ADMINISTRATOR);
        today = world.get(CampaignDesk.class).today().toString();
    }

    @AfterAll
    void close() {
        world.close();
    }

    private static long first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find())
                .as(pattern.pattern() + " in " + text.substring(0, Math.min(300, text.length())))
                .isTrue();
        return Long.parseLong(found.group(1));
    }

    private Map<String, String> facts(String act, String... more) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "act", act,
                "purpose", "FORMS",
                "commune", World.WARD,
                "category", "WITHOUT_FORM",
                "paper", "ID_CARD",
                "place", "Nhà văn hóa tổ 3",
                "first", today,
                "opens", "7h30",
                "closes", "11:00",
                "sent", UUID.randomUUID().toString()));
        fields.put("group", World.GROUP);
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    private long issued() {
        Answer issued = collector.post(
                "/announcements",
                facts(
                        "issue",
                        "script",
                        "Công an phường Trần Phú thông báo với bà con tổ 3.",
                        "notice",
                        "Thời gian: 7h30 đến 11h00.\nĐịa điểm: Nhà văn hóa tổ 3.",
                        "sms",
                        "CA P.Trần Phú: nộp phiếu dân cư 7h30-11h, NVH tổ 3.",
                        "smsPlain",
                        "CA P.Tran Phu: nop phieu dan cu 7h30-11h, NVH to 3."));
        assertThat(issued.status()).as(issued.text()).isEqualTo(302);
        return first(MADE, issued.location());
    }

    @Test
    void anAnnouncementIsComposedChangedAndIssued() {
        assertThat(collector.get("/announcements/new").text()).contains("Soạn thông báo", "chưa có phiếu", "Tổ 3");
        Answer composed = collector.post("/announcements", facts("compose"));
        assertThat(composed.status()).as(composed.text()).isEqualTo(200);
        assertThat(composed.body()).contains("Công an phường Trần Phú thông báo", "âm tiết khi đọc lên", " / 70");

        long id = issued();
        Answer shown = other.get("/announcements/" + id);
        assertThat(shown.status()).as("of another ward").isEqualTo(404);
        assertThat(chief.get("/announcements/" + id).text()).contains("NVH tổ 3", "với bà con tổ ba");
        assertThat(chief.get("/announcements/" + id + "/notice.pdf")
                        .response()
                        .headers()
                        .firstValue("Content-Type"))
                .contains("application/pdf");
        assertThat(chief.get("/announcements").text()).contains("Nhà văn hóa tổ 3");
    }

    @Test
    void whatNamesAPersonOrIsTooLongIsRefusedAndNothingIsLost() {
        Answer refused = collector.post(
                "/announcements",
                facts(
                        "issue",
                        "script",
                        "Mời Giàng Mí Páo đến. <script>alert(1)</script>",
                        "notice",
                        "x",
                        "sms",
                        "đ".repeat(71),
                        "smsPlain",
                        "x"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("họ tên của một người trong sổ cư trú", "dài 71 ký tự");
        assertThat(refused.body()).contains("&lt;script&gt;").doesNotContain("<script>alert");
        assertThat(collector
                        .post("/announcements", facts("compose", "opens", "25:99"))
                        .status())
                .isEqualTo(422);
        assertThat(collector
                        .post("/announcements", facts("compose", "place", ""))
                        .status())
                .isEqualTo(422);
        assertThat(other.post("/announcements", facts("compose")).status()).isEqualTo(404);
    }

    @Test
    void lettersAreMadeByWhomTheAdministratorGaveTheRight() {
        long id = issued();
        assertThat(chief.get("/announcements/" + id).text()).contains("cần quyền riêng");
        assertThat(chief.post("/announcements/" + id + "/letters", Map.of("purpose", "mời"))
                        .status())
                .isEqualTo(403);
        assertThat(chief.get("/export-rights").status()).isEqualTo(403);
        assertThat(administrator
                        .post(
                                "/export-rights",
                                Map.of("kind", "LETTERS", "login", World.CHIEF, "given", "true", "note", "QĐ 12"))
                        .status())
                .isEqualTo(302);

        Answer letters = chief.post("/announcements/" + id + "/letters", Map.of("purpose", "mời"));

        assertThat(letters.status()).as(letters.text()).isEqualTo(200);
        assertThat(letters.body()).startsWith("%PDF");
        assertThat(chief.get("/announcements/" + id).text()).contains("6 giấy mời");
        assertThat(collector
                        .post("/announcements/" + id + "/letters", Map.of("purpose", "mời"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whomAnnouncementsCallAndWhatTheyBringIsSetByTheCityAndKept() {
        Officer city = Officer.login(world, World.CITY);
        Map<String, String> pupils =
                new HashMap<>(Map.of("ageFrom", "6", "ageTo", "17", "purpose", "FORMS", "paper", "BIRTH_CERTIFICATE"));
        assertThat(city.get("/announcements/categories").text()).contains("Diện và giấy tờ", "6–18 tuổi");
        assertThat(city.post("/announcements/categories/PUPILS", pupils).status())
                .as("by what paper?")
                .isEqualTo(422);
        pupils.put("note", "Kế hoạch 12 <script>");
        assertThat(chief.post("/announcements/categories/PUPILS", pupils).status())
                .isEqualTo(403);
        assertThat(city.post("/announcements/categories/NOBODY", pupils).status())
                .isEqualTo(404);
        for (Map<String, String> wrong : List.of(
                Map.of("ageFrom", "18", "ageTo", "6"),
                Map.of("ageFrom", "-1", "ageTo", "6"),
                Map.of("ageFrom", "", "ageTo", ""),
                Map.of("ageFrom", "sáu"),
                Map.of("months", "0"))) {
            Map<String, String> fields = new HashMap<>(pupils);
            fields.putAll(wrong);
            assertThat(city.post("/announcements/categories/PUPILS", fields).status())
                    .as(wrong.toString())
                    .isEqualTo(422);
        }

        assertThat(city.post("/announcements/categories/PUPILS", pupils).status())
                .isEqualTo(302);

        Answer page = city.get("/announcements/categories");
        assertThat(page.text()).contains("6–17 tuổi", "Kế hoạch 12");
        assertThat(page.body()).doesNotContain("12 <script>");
    }

    @Test
    void aDayAtTheHouseOfCultureIsRunFromInvitationToNoShow() {
        long announcement = issued();
        Answer made = collector.post(
                "/collection-days",
                Map.of(
                        "announcement", String.valueOf(announcement),
                        "commune", World.WARD,
                        "place", "Nhà văn hóa tổ 3",
                        "day", today,
                        "opens", "0:00",
                        "closes", "23:00",
                        "minutes", "60",
                        "capacity", "3",
                        "desks", "2",
                        "sent", UUID.randomUUID().toString()));
        assertThat(made.status()).as(made.text()).isEqualTo(302);
        String day = "/collection-days/" + first(MADE, made.location());

        assertThat(collector.post(day + "/invite", Map.of()).status()).isEqualTo(302);
        assertThat(collector.get(day).text()).contains("Mời 6", "3 / 3").doesNotContain("Giàng Mí Páo");
        Answer expected = collector.get(day + "?who=expected");
        assertThat(expected.text()).contains("Giàng Mí Páo");
        assertThat(other.get(day).status()).isEqualTo(404);

        collector.post(day + "/tickets/" + first(ARRIVE, expected.body()) + "/arrive", Map.of());
        collector.post(day + "/walk-in", Map.of("sent", UUID.randomUUID().toString()));
        assertThat(collector.get(day).text()).contains("Đang chờ 2");
        assertThat(collector.post(day + "/desks/1/next", Map.of()).status()).isEqualTo(302);
        assertThat(collector.post(day + "/desks/1/next", Map.of()).status())
                .as("busy")
                .isEqualTo(409);
        long ticket = first(END, collector.get(day).body());
        assertThat(collector
                        .post(day + "/tickets/" + ticket + "/end", Map.of("how", "served"))
                        .status())
                .isEqualTo(302);
        assertThat(collector
                        .post(day + "/tickets/" + ticket + "/end", Map.of("how", "served"))
                        .status())
                .isEqualTo(409);
        assertThat(collector.post(day + "/close", Map.of()).status()).isEqualTo(302);
        assertThat(collector.get(day).text()).contains("tự đến 1, đã làm 1, không đến 6");
        assertThat(collector
                        .post(day + "/walk-in", Map.of("sent", UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(409);
    }
}
