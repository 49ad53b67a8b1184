package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.audit.AuditEntry;
import vn.dancu.audit.AuditTrail;
import vn.dancu.web.Officer.Answer;

/** An inspection over HTTP: ordered, drawn, judged, written down, signed by both sides, and closed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InspectionPagesTest {
    private static final Pattern INSPECTION = Pattern.compile("/inspections/(\\d+)");
    private static final Pattern SAMPLED = Pattern.compile("/inspections/\\d+/forms/(\\d+)\"");

    private World world;
    private Officer collector;
    private Officer chief;
    private Officer city;
    private Officer inspector;
    private final List<Long> entered = new ArrayList<>();

    @BeforeAll
    void open() {
        world = World.start();
        collector = Officer.login(world, World.COLLECTOR);
        chief = Officer.login(world, World.CHIEF);
        city = Officer.login(world, World.CITY);
        inspector = Officer.login(world, World.INSPECTOR);
        for (int i = 1; i <= 6; i++) {
            entered.add(collector
                    .post("/forms/new", "/forms/new", Papers.stranger("HG000" + i + "50" + i, "GIÀNG MÍ THỬ " + i))
                    .form());
        }
    }

    @AfterAll
    void close() {
        world.close();
    }

    private static Map<String, String> order(String number, String units) {
        Map<String, String> order = new LinkedHashMap<>();
        order.put("orderNo", number);
        order.put("orderedOn", "2020-09-01");
        order.put("from", "2020-09-07");
        order.put("to", "2020-09-09");
        order.put("units", units);
        order.put("subject", "Công tác thu thập phiếu DC01");
        order.put("team", "Thiếu tá Lò Thị Thử\nĐại úy Mã Văn Thử");
        return order;
    }

    private long open(Officer officer, String number) {
        Answer opened = officer.post("/inspections", order(number, World.WARD));
        assertThat(opened.status()).as(opened.text()).isEqualTo(302);
        Matcher id = INSPECTION.matcher(opened.location());
        assertThat(id.find()).isTrue();
        return Long.parseLong(id.group(1));
    }

    private void draw(Officer officer, long id, int size, int seed, String reason) {
        Answer drawn = officer.post("/inspections/" + id + "/draw", drawing(size, seed, reason));
        assertThat(drawn.status()).as(drawn.text()).isEqualTo(302);
    }

    private static Map<String, String> drawing(int size, int seed, String reason) {
        return Map.of("size", String.valueOf(size), "seed", String.valueOf(seed), "reason", reason);
    }

    private static List<Long> sample(Officer officer, long id) {
        List<Long> forms = new ArrayList<>();
        Matcher form = SAMPLED.matcher(officer.get("/inspections/" + id).body());
        while (form.find()) {
            forms.add(Long.parseLong(form.group(1)));
        }
        return forms;
    }

    private static Map<String, String> verdict(String accuracy, String note) {
        Map<String, String> verdict = new LinkedHashMap<>();
        verdict.put("seen", "0");
        verdict.put("collection", "PASS");
        verdict.put("quality", "PASS");
        verdict.put("accuracy", accuracy);
        verdict.put("accuracyNote", note);
        return verdict;
    }

    private static Map<String, String> minutes(String whyAnew) {
        return Map.of(
                "place",
                "trụ sở Công an phường",
                "findings",
                "Thu thập đúng quy trình.",
                "proposals",
                "Sửa 1 phiếu.",
                "opinion",
                "",
                "whyAnew",
                whyAnew);
    }

    @Test
    void anInspectionIsJudgedFormByFormSignedByBothSidesAndThenNothingCanBeChanged() {
        long id = open(inspector, "12/KH-C06");
        draw(inspector, id, 3, 7, "");
        List<Long> forms = sample(inspector, id);
        assertThat(forms).hasSize(3);

        assertThat(inspector.get("/forms/" + forms.get(0) + "?p=inspection").status())
                .isEqualTo(200);
        List<Long> others = world.get(JdbcClient.class)
                .sql("select id from intake.form where id <> all(:forms::bigint[])")
                .param("forms", forms.toArray(new Long[0]))
                .query(Long.class)
                .list();
        assertThat(others)
                .isNotEmpty()
                .allSatisfy(other -> assertThat(inspector
                                .get("/forms/" + other + "?p=inspection")
                                .status())
                        .as("not drawn for her")
                        .isEqualTo(404));

        Answer evidence = inspector.get("/inspections/" + id + "/forms/" + forms.get(0));
        assertThat(evidence.status()).isEqualTo(200);
        assertThat(evidence.text())
                .contains(
                        "Phiếu chứng cứ",
                        "GIÀNG MÍ THỬ",
                        "Giờ máy chủ",
                        "Giờ thiết bị",
                        "Phiếu chưa được quét",
                        "cskv-a");
        assertThat(inspector
                        .post("/inspections/" + id + "/forms/" + forms.get(0), verdict("FAIL", " "))
                        .status())
                .as("a failing mark says why")
                .isEqualTo(422);
        assertThat(inspector
                        .post("/inspections/" + id + "/minutes", minutes(""))
                        .status())
                .as("not all are judged")
                .isEqualTo(409);
        inspector.post("/inspections/" + id + "/forms/" + forms.get(0), verdict("FAIL", "Sai tên cha"));
        inspector.post("/inspections/" + id + "/forms/" + forms.get(1), verdict("PASS", ""));
        inspector.post("/inspections/" + id + "/forms/" + forms.get(2), verdict("PASS", ""));
        assertThat(inspector
                        .post("/inspections/" + id + "/forms/" + forms.get(2), verdict("FAIL", "lần hai"))
                        .status())
                .as("a double click finds its own verdict")
                .isEqualTo(409);
        assertThat(inspector.get("/inspections/" + id).text()).contains("2/3", "3/3");

        assertThat(inspector
                        .post("/inspections/" + id + "/minutes", minutes(""))
                        .status())
                .isEqualTo(302);
        assertThat(inspector
                        .post("/inspections/" + id + "/sign", Map.of("version", "1", "capacity", "Trưởng đoàn"))
                        .status())
                .isEqualTo(302);
        assertThat(inspector
                        .post("/inspections/" + id + "/draw", drawing(2, 8, "đổi ý"))
                        .status())
                .as("signed")
                .isEqualTo(409);
        Answer seen = chief.get("/inspections/" + id + "/minutes");
        assertThat(seen.text()).contains("BIÊN BẢN", "BỘ CÔNG AN", "Phường Trần Phú", "2/3", "Ký với tên");
        assertThat(chief.get("/inspections/" + id).text())
                .as("the inspected side sees totals, not who was drawn")
                .contains("2/3")
                .doesNotContain("GIÀNG MÍ THỬ");
        assertThat(chief.get("/inspections/" + id + "/forms/" + forms.get(0)).status())
                .isEqualTo(404);
        assertThat(chief.post(
                                "/inspections/" + id + "/sign",
                                Map.of("version", "1", "capacity", "Trưởng Công an phường Trần Phú"))
                        .status())
                .isEqualTo(302);

        assertThat(chief.get("/inspections/" + id + "/minutes").text())
                .contains("không thể sửa nữa", "Trung tá Vũ Đình Chiến");
        assertThat(inspector
                        .post("/inspections/" + id + "/minutes", minutes("thêm ý"))
                        .status())
                .isEqualTo(409);
        assertThat(inspector
                        .post("/inspections/" + id + "/draw", drawing(2, 8, "đổi ý"))
                        .status())
                .isEqualTo(409);
        JdbcClient jdbc = world.get(JdbcClient.class);
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into reporting.inspection_verdict (inspection_id, form_id, collection, quality,
                                    accuracy, collection_note, quality_note, accuracy_note, given_by, given_at)
                                values (:id, :form, 'PASS', 'PASS', 'PASS', '', '', '', 'x', now())
                                """)
                        .param("id", id)
                        .param("form", forms.get(0))
                        .update())
                .as("not even past the program")
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("update reporting.inspection_minutes set findings = 'khác'")
                        .update())
                .isInstanceOf(DataAccessException.class);
        Answer pdf = inspector.get("/inspections/" + id + "/minutes.pdf");
        assertThat(pdf.status()).isEqualTo(200);
        assertThat(pdf.response().headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(world.get(AuditTrail.class).viewsOf("form", String.valueOf(forms.get(0)), 50))
                .filteredOn(view -> view.actor().equals(World.INSPECTOR))
                .extracting(AuditEntry::purpose)
                .contains("Kiểm tra theo 12/KH-C06");
    }

    @Test
    void theSameSeedDrawsTheSameFormsAndARedrawSaysWhy() {
        long first = open(inspector, "13/KH-C06");
        long second = open(inspector, "14/KH-C06");
        draw(inspector, first, 4, 2020, "");
        draw(inspector, second, 4, 2020, "");
        assertThat(sample(inspector, first))
                .isEqualTo(sample(inspector, second))
                .hasSize(4);

        assertThat(inspector
                        .post("/inspections/" + first + "/draw", drawing(4, 2021, " "))
                        .status())
                .isEqualTo(422);
        draw(inspector, first, 4, 2021, "Phiếu của người đã chuyển đi");

        assertThat(sample(inspector, first)).isNotEqualTo(sample(inspector, second));
        assertThat(inspector.get("/inspections/" + first).text())
                .contains("Phiếu của người đã chuyển đi", "2020", "2021");
    }

    @Test
    void theInspectorSeesTheEvidenceOfSampledFormsOnlyAndTheCityTeamInspectsItsOwnArea() {
        long id = open(inspector, "15/KH-C06");
        draw(inspector, id, 2, 5, "");
        List<Long> forms = sample(inspector, id);
        long left = entered.stream()
                .filter(form -> !forms.contains(form))
                .findFirst()
                .orElseThrow();
        assertThat(inspector.get("/inspections/" + id + "/forms/" + left).status())
                .isEqualTo(404);
        assertThat(inspector
                        .post("/inspections/" + id + "/forms/" + left, verdict("PASS", ""))
                        .status())
                .isEqualTo(404);
        assertThat(city.get("/inspections/" + id + "/forms/" + forms.get(0)).status())
                .as("the city is inspected here")
                .isEqualTo(404);
        for (String account : List.of(World.COLLECTOR, World.PROVINCE, World.ARCHIVIST, World.AUDITOR)) {
            assertThat(Officer.login(world, account).get("/inspections").status())
                    .as(account)
                    .isEqualTo(403);
        }
        assertThat(chief.post("/inspections", order("16/KH-X", World.WARD)).status())
                .isEqualTo(403);
        assertThat(city.post("/inspections", order("17/KH-X", "00694")).status())
                .isEqualTo(403);
        assertThat(city.post("/inspections", order("15/KH-C06", World.WARD)).status())
                .as("one order, one inspection")
                .isEqualTo(409);
        Answer wrong = city.post("/inspections", Papers.with(order("18/KH-CA", World.WARD), "to", "2020-08-01"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("18/KH-CA");
        long own = open(city, "18/KH-CA");
        draw(city, own, 2, 5, "");
        assertThat(city.get("/inspections/" + own + "/forms/"
                                + sample(city, own).get(0))
                        .status())
                .isEqualTo(200);
        assertThat(inspector.get("/inspections/" + own).status())
                .as("the city's own inspections are its own")
                .isEqualTo(404);
    }

    @Test
    void aVerdictThatChangesAfterTheMinutesWereWrittenKeepsThemFromBeingSigned() {
        long id = open(city, "19/KH-CA");
        draw(city, id, 1, 3, "");
        long form = sample(city, id).get(0);
        city.post("/inspections/" + id + "/forms/" + form, verdict("PASS", ""));
        city.post("/inspections/" + id + "/minutes", minutes(""));
        Matcher seen = Pattern.compile("name=\"seen\" value=\"(\\d+)\"")
                .matcher(city.get("/inspections/" + id + "/forms/" + form).body());
        assertThat(seen.find()).isTrue();
        Answer changed = city.post(
                "/inspections/" + id + "/forms/" + form,
                Papers.with(verdict("FAIL", "<script>x</script>"), "seen", seen.group(1)));
        assertThat(changed.status()).isEqualTo(302);

        Answer signed = chief.post("/inspections/" + id + "/sign", Map.of("version", "1", "capacity", "Trưởng"));

        assertThat(signed.status()).isEqualTo(409);
        assertThat(signed.text()).contains("phải lập lại");
        assertThat(city.post("/inspections/" + id + "/minutes", minutes("")).status())
                .isEqualTo(422);
        assertThat(city.post("/inspections/" + id + "/minutes", minutes("đổi kết luận"))
                        .status())
                .isEqualTo(302);
        assertThat(chief.post("/inspections/" + id + "/sign", Map.of("version", "1", "capacity", "Trưởng"))
                        .status())
                .as("the version that was read is no longer the one in force")
                .isEqualTo(409);
        assertThat(chief.post("/inspections/" + id + "/sign", Map.of("version", "2", "capacity", "Trưởng"))
                        .status())
                .isEqualTo(302);
        assertThat(city.get("/inspections/" + id + "/forms/" + form).body()).doesNotContain("<script>x");
    }
}
