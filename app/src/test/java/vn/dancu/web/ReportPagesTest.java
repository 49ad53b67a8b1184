package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.dancu.MovableClock;
import vn.dancu.access.AccessService;
import vn.dancu.access.Delegations;
import vn.dancu.access.NewAccount;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Role;

/** Official reports over HTTP, on days that the test chooses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPagesTest {
    private static final Pattern HIDDEN = Pattern.compile("name=\"(count|words)\" value=\"(\\d+)\"");
    private final MovableClock clock = new MovableClock();
    private World world;

    @BeforeAll
    void open() {
        clock.set(Instant.parse("2020-09-10T02:00:00Z"));
        world = World.start(clock);
        Officer collector = Officer.login(world, World.COLLECTOR);
        collector.post("/forms/new", "/forms/new", Papers.stranger("HG0007001", "HOÀNG THỊ NGUYỆT ÁNH"));
        collector.post("/forms/new", "/forms/new", Papers.stranger("HG0007002", "LÒ VĂN TUẤN"));
    }

    @AfterAll
    void close() {
        world.close();
    }

    private static String made(Officer.Answer answer) {
        assertThat(answer.status()).isEqualTo(302);
        return answer.location().replaceFirst("^https?://[^/]+", "");
    }

    private String opened(Officer officer, String unit, String from) {
        return made(officer.post("/reports", Map.of("kind", "month-15", "from", from, "unit", unit)));
    }

    private static Map<String, String> signature(Officer officer, String report) {
        Map<String, String> fields = new HashMap<>();
        Matcher hidden = HIDDEN.matcher(officer.get(report).body());
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        fields.put("number", "07/BC-CAP");
        return fields;
    }

    @Test
    void aWardReportsSignsAndIsReadAboveInEveryForm() {
        clock.set(Instant.parse("2020-09-15T02:00:00Z"));
        Officer chief = Officer.login(world, World.CHIEF);
        String report = opened(chief, World.WARD, "2020-09-14");
        assertThat(chief.get("/reports?kind=month-15").text()).contains("15/08/2020 – 14/09/2020", "Đang lập");
        chief.post(
                report + "/words",
                Map.of(
                        "seen",
                        "0",
                        "difficulties",
                        "<script>alert(1)</script> mưa lũ",
                        "proposals",
                        "",
                        "explanation",
                        ""));
        Officer.Answer page = chief.get(report);
        assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script>alert(1)");
        assertThat(page.text()).contains("2/6 người phải thu thập", "Dự thảo, chưa ký");
        Officer city = Officer.login(world, World.CITY);
        assertThat(city.get(report).status()).isEqualTo(404);

        Officer.Answer signed = chief.post(report + "/freeze", signature(chief, report));

        assertThat(signed.status()).isEqualTo(302);
        assertThat(chief.get(report).text()).contains("07/BC-CAP", "Trung tá Vũ Đình Chiến", "SHA-256");
        assertThat(chief.post(report + "/count", Map.of()).status()).isEqualTo(409);
        assertThat(city.get(report).status()).isEqualTo(200);
        assertThat(city.get(report + "/check").text()).contains("còn nguyên", "ra đúng số đã chốt");
        for (String format : new String[] {"pdf", "docx", "xlsx", "html"}) {
            Officer.Answer file = city.get(report + "/file?format=" + format);
            assertThat(file.status()).as(format).isEqualTo(200);
            assertThat(file.response()
                            .headers()
                            .firstValue("Content-Disposition")
                            .orElse(""))
                    .contains("bao-cao-tien-do-00691-2020-08-15-2020-09-14." + format);
        }
        assertThat(city.get(report + "/file?format=exe").status()).isEqualTo(404);
        Officer collector = Officer.login(world, World.COLLECTOR);
        assertThat(collector.get("/reports").status()).isEqualTo(403);
        assertThat(Officer.login(world, World.ADMINISTRATOR).get(report).status())
                .isEqualTo(403);
        assertThat(Officer.login(world, World.INSPECTOR).get(report).status()).isEqualTo(200);
    }

    @Test
    void aDeputySignsKtByTheDelegationInForce() {
        clock.set(Instant.parse("2020-10-20T02:00:00Z"));
        Actor system = Actor.commandLine("test");
        world.get(Delegations.class)
                .delegate(
                        World.CHIEF,
                        World.COLLECTOR,
                        LocalDate.of(2020, 10, 19),
                        LocalDate.of(2020, 10, 21),
                        "33/QĐ-CAP",
                        system);
        Officer deputy = Officer.login(world, World.COLLECTOR);
        String report = opened(deputy, World.WARD, "2020-10-14");
        assertThat(deputy.get(report).text()).contains("33/QĐ-CAP");

        deputy.post(report + "/freeze", signature(deputy, report));

        assertThat(deputy.get(report).text())
                .contains("KT. TRƯỞNG CÔNG AN PHƯỜNG", "PHÓ TRƯỞNG CÔNG AN", "CS. Nguyễn Văn An", "33/QĐ-CAP");
    }

    @Test
    void theCitySignsKtOnlyByADatedDelegationAndRemindsWhoIsLate() {
        clock.set(Instant.parse("2020-11-20T02:00:00Z"));
        Officer city = Officer.login(world, World.CITY);
        assertThat(city.get("/reports?kind=month-15&from=2020-11-01").text())
                .contains("Chưa gửi, quá hạn", "2 đơn vị chậm");
        Officer.Answer reminded = city.post(
                "/reports/remind",
                Map.of("kind", "month-15", "from", "2020-11-01", "units", World.OTHER_WARD, "number", "45/CV-CATP"));
        assertThat(reminded.status()).isEqualTo(302);
        Officer.Answer list = city.get("/reports?kind=month-15&from=2020-11-01");
        assertThat(list.text()).contains("45/CV-CATP", "Phường Ngọc Hà");
        Matcher letter =
                Pattern.compile("/reports/reminders/\\d+/file\\?format=pdf").matcher(list.body());
        assertThat(letter.find()).isTrue();
        assertThat(city.get(letter.group()).status()).isEqualTo(200);
        String report = opened(city, "024", "2020-11-01");
        world.get(AccessService.class)
                .createDemo(
                        List.of(new NewAccount(
                                "doi-qlhc-pho",
                                "Trung úy Lù Thị Mai",
                                Role.CITY_TEAM,
                                AreaScope.ofCommunes(Set.of(World.WARD, World.OTHER_WARD)),
                                LocalDate.of(2020, 1, 1),
                                null)),
                        Actor.commandLine("test"));
        assertThat(city.get("/delegations").text()).contains("Trung úy Lù Thị Mai");
        assertThat(city.post(
                                "/delegations",
                                Map.of(
                                        "deputy",
                                        "doi-qlhc-pho",
                                        "from",
                                        "20/11/2020",
                                        "to",
                                        "22/11/2020",
                                        "document",
                                        "08/UQ-CATP"))
                        .status())
                .isEqualTo(302);
        Officer deputy = Officer.login(world, "doi-qlhc-pho");
        assertThat(deputy.get(report).text()).contains("08/UQ-CATP");

        Map<String, String> signature = signature(deputy, report);
        signature.put("forChief", "false");
        assertThat(deputy.post(report + "/freeze", signature).status()).isEqualTo(302);

        assertThat(deputy.get(report).text())
                .contains(
                        "KT. ĐỘI TRƯỞNG",
                        "Trung úy Lù Thị Mai",
                        "Trong kỳ không phát sinh số liệu",
                        "CÔNG AN THÀNH PHỐ HÀ GIANG");
    }

    @Test
    void whatIsNoPeriodIsRefusedInWords() {
        clock.set(Instant.parse("2020-09-15T02:00:00Z"));
        Officer chief = Officer.login(world, World.CHIEF);
        for (String query :
                new String[] {"?kind=month-15&from=30.2", "?kind=any&from=2020-09-10&to=2020-09-01", "?kind=nothing"}) {
            Officer.Answer answer = chief.get("/reports" + query);
            assertThat(answer.status()).as(query).isEqualTo(422);
            assertThat(answer.text()).as(query).contains("Kỳ không hợp lệ");
        }
        assertThat(chief.post("/reports", Map.of("kind", "month-15", "from", "2021-09-14", "unit", World.WARD))
                        .status())
                .isEqualTo(409);
        assertThat(chief.post("/reports", Map.of("kind", "month-15", "from", "2020-09-14", "unit", World.OTHER_WARD))
                        .status())
                .isEqualTo(404);
        assertThat(chief.post("/reports", Map.of("kind", "month-15", "from", "2020-09-14", "unit", "99999"))
                        .status())
                .isEqualTo(404);
        assertThat(chief.get("/reports/999999").status()).isEqualTo(404);
        assertThat(chief.get("/reports/templates").status()).isEqualTo(403);
    }

    @Test
    void templatesAndPeriodsAreChangedOnAPage() {
        clock.set(Instant.parse("2020-09-15T02:00:00Z"));
        Officer city = Officer.login(world, World.CITY);
        Map<String, String> template = new HashMap<>(Map.of(
                "version", "1",
                "title", "BÁO CÁO NGÀY",
                "subject", "Tiến độ {period}",
                "opening", "Mở đầu <b>",
                "closing", "Hết.",
                "recipients", "Lưu: VT.",
                "authority", "TRƯỞNG CÔNG AN {KIND}",
                "deputy", "PHÓ TRƯỞNG CÔNG AN",
                "columns", "collected"));
        assertThat(city.post("/reports/templates/ward", template).status()).isEqualTo(422);
        template.put("why", "Theo hướng dẫn mới");
        template.put("title", "x".repeat(400));
        Officer.Answer tooLong = city.post("/reports/templates/ward", template);
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.body()).contains("Mở đầu &lt;b&gt;");
        template.put("title", "BÁO CÁO NGÀY");
        assertThat(city.post("/reports/templates/ward", template).status()).isEqualTo(302);
        assertThat(city.post("/reports/templates/ward", template).status()).isEqualTo(409);
        assertThat(city.get("/reports/templates").text()).contains("Theo hướng dẫn mới", "Bản 2");
        Map<String, String> period = new HashMap<>(
                Map.of("code", "month-20", "name", "Tháng (20–19)", "unit", "MONTH", "startsOn", "31", "dueDays", "1"));
        assertThat(city.post("/reports/periods", period).status()).isEqualTo(422);
        period.put("startsOn", "20");
        assertThat(city.post("/reports/periods", period).status()).isEqualTo(302);
        assertThat(city.get("/reports?kind=month-20&from=2020-09-01").text()).contains("20/08/2020 – 19/09/2020");
        period.put("inUse", "false");
        city.post("/reports/periods", period);
        assertThat(city.get("/reports?kind=month-20").status()).isEqualTo(422);
    }
}
