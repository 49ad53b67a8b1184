package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.dancu.journey.Stage;
import vn.dancu.web.Officer.Answer;

/** What leaves a form's page with a signature or on paper: approval, deputies, the sheet, cases for the civil-status office. */
class SigningPageTest extends AtAForm {
    @Test
    void theSheetPrintsTheFormAndTellsWhoPrintedIt() {
        long form = enter("HG0009010", "SÙNG A CHỨ");

        Answer sheet = chief.get(step(form, "sheet?p=inspection"));

        assertThat(sheet.status()).isEqualTo(200);
        assertThat(sheet.text()).contains("SÙNG A CHỨ", "HG0009010", "In bởi Trung tá Vũ Đình Chiến");
        assertThat(chief.get(page(form)).text()).contains("Ai đã xem");
        assertThat(Officer.login(world, World.AUDITOR)
                        .get("/audit?purpose=x&object=hg0009010")
                        .text())
                .as("an auditor asks by the number on the paper")
                .contains("xem: bản in phiếu", "phiếu " + form, World.CHIEF);
    }

    @Test
    void whatTheCivilStatusOfficeIsAskedIsPrintedPerWard() {
        long form = enter("HG0009011", "SÙNG THỊ PÀNG");
        Map<String, String> hold = with(
                seen(chief.get(page(form))),
                "whom",
                "CIVIL_STATUS_CORRECTION",
                "asked",
                "CORRECT",
                "item",
                "birth_date",
                "shouldBe",
                "01/02/1961",
                "ground",
                "Giấy khai sinh và sổ hộ khẩu ghi khác nhau",
                "papers",
                "Sổ hộ khẩu",
                "reason",
                "Chờ cải chính");
        assertThat(chief.post(step(form, "hold"), with(hold, "ground", "", "p", "re-check"))
                        .status())
                .as("a case has a ground")
                .isEqualTo(422);
        assertThat(chief.post(step(form, "hold"), hold).status()).isEqualTo(302);

        Answer list = chief.get("/civil-status");

        assertThat(list.text())
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập – Tự do – Hạnh phúc")
                .contains("SÙNG THỊ PÀNG", "Cải chính", "Đề nghị ghi: 01/02/1961", "Sổ hộ khẩu");
        assertThat(otherCollector.get("/civil-status").text()).doesNotContain("SÙNG THỊ PÀNG");
        assertThat(otherCollector.get("/civil-status?commune=" + World.WARD).status())
                .isEqualTo(404);
        assertThat(inspector.get("/civil-status").status()).isEqualTo(403);
        assertThat(chief.post(step(form, "resume"), Map.of()).status()).isEqualTo(302);
        assertThat(chief.get("/civil-status").text()).doesNotContain("SÙNG THỊ PÀNG");
    }

    private long reconciled(String number, String name) {
        long form = enter(number, name);
        collector.post(step(form, "check"), Map.of());
        collector.get(step(form, "compare?p=re-check"));
        collector.post(step(form, "accept"), Map.of("reason", "Cư trú thực tế, chưa có tên trong sổ"));
        collector.post(step(form, "reconcile"), Map.of());
        assertThat(stage(form)).isEqualTo(Stage.RECONCILED);
        return form;
    }

    @Test
    void whatDoesNotPlainlyAgreeIsOpenedBeforeItIsSigned() {
        long form = reconciled("HG0009012", "SÙNG CHỨ PÁO");
        assertThat(chief.get("/queue?q=to-approve").text())
                .as("its line in a queue is not the form")
                .contains("SÙNG CHỨ PÁO");
        assertThat(chief.get("/list?p=re-check").status()).isEqualTo(200);

        Answer unseen = chief.post(step(form, "approve"), Map.of("p", "re-check"));

        assertThat(unseen.status()).isEqualTo(409);
        assertThat(unseen.text()).contains("chưa mở xem bản hiện tại");
        assertThat(chief.post(step(form, "approve"), seen(chief.get(page(form))))
                        .status())
                .isEqualTo(302);
        assertThat(Officer.login(world, World.AUDITOR)
                        .get("/audit?purpose=x&kind=ACT&object=HG0009012")
                        .text())
                .as("the steps of a form stand under the form")
                .contains("làm: Rà soát", "làm: Phê duyệt");
    }

    @Test
    void aDeputySignsForTheChiefByADatedPaper() {
        long form = reconciled("HG0009013", "SÙNG DŨNG MINH");
        Officer deputy = Officer.login(world, "pho-tp");
        assertThat(deputy.get("/delegations").status()).isEqualTo(403);
        String today = LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh")).toString();
        Map<String, String> delegation =
                Map.of("deputy", "pho-tp", "from", today, "to", today, "document", "12/QĐ-CAP");
        assertThat(chief.post("/delegations", with(delegation, "document", " ")).status())
                .isEqualTo(422);
        assertThat(chief.post("/delegations", with(delegation, "deputy", World.OTHER_COLLECTOR))
                        .status())
                .as("of another ward")
                .isEqualTo(422);
        assertThat(chief.post("/delegations", with(delegation, "to", "2020-01-01"))
                        .status())
                .isEqualTo(422);
        assertThat(chief.post("/delegations", delegation).status()).isEqualTo(302);
        assertThat(chief.post("/delegations", delegation).status()).as("twice").isEqualTo(409);

        Answer page = deputy.get(page(form));
        assertThat(deputy.post(step(form, "approve"), seen(page)).status()).isEqualTo(302);

        assertThat(chief.get(page(form)).text())
                .contains("KT. TRƯỞNG CÔNG AN PHƯỜNG (Trung tá Vũ Đình Chiến), theo văn bản 12/QĐ-CAP");
        Matcher id = Pattern.compile("name=\"id\" value=\"(\\d+)\"")
                .matcher(chief.get("/delegations").body());
        assertThat(id.find()).isTrue();
        assertThat(deputy.post("/delegations/end", Map.of("id", id.group(1))).status())
                .as("not the deputy's")
                .isEqualTo(404);
        assertThat(chief.post("/delegations/end", Map.of("id", id.group(1))).status())
                .isEqualTo(302);
    }

    @Test
    void aWardOfTwoOfficersDoesNotDeadlock() {
        Answer typed = chief.post(
                "/forms/new",
                "/forms/new",
                Papers.with(Papers.stranger("HG0009014", "SÙNG QUANG MINH"), "collector", World.COLLECTOR));
        long form = typed.form();
        collector.post(step(form, "check"), Map.of());
        collector.get(step(form, "compare?p=re-check"));
        collector.post(step(form, "accept"), Map.of("reason", "Cư trú thực tế, chưa có tên trong sổ"));
        collector.post(step(form, "reconcile"), Map.of());
        assertThat(chief.post(step(form, "approve"), seen(chief.get(page(form))))
                        .status())
                .isEqualTo(403);

        Answer above = city.get("/approvals");
        assertThat(city.get("/queue?q=to-approve").text()).contains("Chờ cấp trên ký");
        assertThat(city.get("/approvals/count").text()).contains("không tự phê duyệt được");

        assertThat(above.text()).contains("SÙNG QUANG MINH");
        assertThat(collector.get("/approvals").status()).isEqualTo(403);
        assertThat(city.post(step(form, "approve"), seen(city.get(page(form)))).status())
                .isEqualTo(302);
        assertThat(stage(form)).isEqualTo(Stage.APPROVED);
    }

    @Test
    void whatASecondOfficerDidBeforeTheSignatureIsToldFirst() {
        long form = reconciled("HG0009015", "SÙNG VĂN NAM");
        Map<String, String> stale = seen(chief.get(page(form)));
        city.post(
                step(form, "hold"),
                with(seen(city.get(page(form))), "whom", "ARCHIVE", "reason", "Chờ tàng thư trả lời"));

        Answer told = chief.post(step(form, "approve"), with(stale, "p", "re-check"));

        assertThat(told.status()).isEqualTo(409);
        assertThat(told.text()).contains("Đại úy Hoàng Thu Hà", "Chờ tàng thư trả lời");
        assertThat(stage(form)).isEqualTo(Stage.RECONCILED);
    }
}
