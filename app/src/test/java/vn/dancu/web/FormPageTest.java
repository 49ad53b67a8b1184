package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.journey.Comments;
import vn.dancu.journey.Stage;
import vn.dancu.shared.FormId;
import vn.dancu.web.Officer.Answer;

/** The page of one form: remarks, comments, versions, remedies, and two officers at the same form. */
class FormPageTest extends AtAForm {
    @Test
    void aDayReadsAsEverywhereWhereItIsCorrectedAndStaysAsItWasWritten() {
        long form = enter("HG0009099", "SÙNG A DẾ", "collected_on", "2020-09-06");
        Answer page = collector.get(step(form, "correct"));

        Answer saved = collector.post(
                step(form, "correct"),
                with(
                        seen(page),
                        "paper",
                        "AMENDED_AND_SIGNED",
                        "evidence",
                        "birth-certificate",
                        "collected_on",
                        "06/09/2020",
                        "hometown",
                        "Nam Trực, Nam Định"));

        assertThat(page.body()).contains("value=\"06/09/2020\"").doesNotContain("2020-09-06");
        assertThat(saved.status()).isEqualTo(302);
        CollectionForm now = world.get(Forms.class)
                .find(new FormId(form), SYSTEM)
                .orElseThrow()
                .form();
        assertThat(now.written(FormField.HOMETOWN)).isEqualTo("Nam Trực, Nam Định");
        assertThat(now.written(FormField.COLLECTED_ON)).isEqualTo("2020-09-06");
    }

    @Test
    void aReturnNamesEachItemAndTheCollectorFindsTheRemarkAtTheItem() {
        long form = enter("HG0009001", "SÙNG A PÁO");
        Answer page = chief.get(page(form));

        Answer returned = chief.post(
                step(form, "return"),
                with(
                        seen(page),
                        "moreField",
                        "birth_date",
                        "more",
                        "Giấy khai sinh ghi 1968 " + SCRIPT,
                        "moreField2",
                        "hometown",
                        "more2",
                        "Thiếu xã"));

        assertThat(returned.status()).isEqualTo(302);
        Answer correct = collector.get(step(form, "correct"));
        assertThat(correct.body()).doesNotContain(SCRIPT);
        String atTheDate = correct.body().substring(correct.body().indexOf("id=\"birth_date\""));
        assertThat(atTheDate.substring(0, atTheDate.indexOf("id=\"sex\""))).contains("Giấy khai sinh ghi 1968");
        assertThat(correct.text()).contains("Trung tá Vũ Đình Chiến trả lại lúc", "Thiếu xã");
        assertThat(collector.get(page(form)).text()).contains("Trung tá Vũ Đình Chiến trả lại lúc", "Thiếu xã");
        Answer queue = collector.get("/queue?q=returned");
        assertThat(queue.body()).doesNotContain(SCRIPT);
        assertThat(queue.text()).contains("SÙNG A PÁO", "Giấy khai sinh ghi 1968", "Thiếu xã");
    }

    @Test
    void aRemarkOfTenThousandCharactersIsRefusedAndKept() {
        long form = enter("HG0009002", "SÙNG THỊ MAI");
        String endless = "đ".repeat(10_000);

        Answer refused = chief.post(step(form, "return"), with(seen(chief.get(page(form))), "more", endless));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("dài quá 4.000 ký tự");
        assertThat(refused.body()).contains(endless);
        assertThat(stage(form)).isEqualTo(Stage.COLLECTED);
    }

    @Test
    void whoReturnsAFormThatSomebodyElseHasReturnedIsToldAndLosesNothing() {
        long form = enter("HG0009003", "SÙNG VĂN TÚ");
        Map<String, String> stale = seen(city.get(page(form)));
        chief.post(step(form, "return"), with(seen(chief.get(page(form))), "more", "Thiếu chữ ký"));

        Answer told = city.post(step(form, "return"), with(stale, "more", "Sai nơi sinh", "p", "re-check"));

        assertThat(told.status()).isEqualTo(409);
        assertThat(told.text()).contains("Trung tá Vũ Đình Chiến", "Thiếu chữ ký", "Nội dung đồng chí vừa gõ");
        assertThat(told.body()).contains("Sai nơi sinh");
    }

    @Test
    void whoCorrectsAVersionThatSomebodyElseCorrectedIsToldAndLosesNothing() {
        long form = enter("HG0009004", "SÙNG THỊ HOA");
        Map<String, String> first = seen(collector.get(step(form, "correct")));
        Map<String, String> second = seen(chief.get(step(form, "correct")));
        Map<String, String> paper = Map.of("paper", "AMENDED_AND_SIGNED", "evidence", "Giấy khai sinh");
        Map<String, String> mine = new HashMap<>(paper);
        mine.putAll(first);
        mine.put("hometown", "Đồng Văn, Hà Giang");
        mine.put("blood_group", "O");
        assertThat(collector.post(step(form, "correct"), mine).status()).isEqualTo(302);

        Map<String, String> hers = new HashMap<>(paper);
        hers.putAll(second);
        hers.put("hometown", "Mèo Vạc, Hà Giang");
        hers.put("other_name", "Hoa");
        hers.put("evidenceNo", "77/1968");
        Answer told = chief.post(step(form, "correct"), hers);

        assertThat(told.status()).isEqualTo(409);
        assertThat(told.body()).contains("Mèo Vạc, Hà Giang", "value=\"77/1968\"", "value=\"Hoa\"", "value=\"O\"");
        assertThat(told.text()).contains("CS. Nguyễn Văn An đã ghi mục này lúc", "Đồng Văn, Hà Giang");
        hers.putAll(seen(told));
        hers.put("blood_group", "O");
        assertThat(chief.post(step(form, "correct"), hers).status()).isEqualTo(302);
        assertThat(world.get(Forms.class)
                        .find(new FormId(form), SYSTEM)
                        .orElseThrow()
                        .version())
                .isEqualTo(3);
    }

    @Test
    void aCorrectionShowsOldNewAndThePaperWithNumberIssuerAndDate() {
        long form = enter("HG0009005", "SÙNG MÍ NÔ");
        Map<String, String> sent = with(
                seen(collector.get(step(form, "correct"))),
                "paper",
                "CORRECTION_SLIP_ATTACHED",
                "evidence",
                "Giấy khai sinh",
                "evidenceNo",
                "12/2011",
                "evidenceIssuer",
                "UBND phường Trần Phú",
                "evidenceDate",
                "2011-05-03",
                "hometown",
                "Yên Minh");
        assertThat(collector
                        .post(step(form, "correct"), with(sent, "evidenceDate", "mồng ba"))
                        .status())
                .isEqualTo(422);
        assertThat(collector.post(step(form, "correct"), sent).status()).isEqualTo(302);

        String text = collector.get(page(form)).text();

        assertThat(text)
                .contains("Giấy khai sinh, số 12/2011, UBND phường Trần Phú cấp, ngày 03/05/2011")
                .contains("Kèm phiếu cập nhật, chỉnh sửa");
        assertThat(collector.get(page(form) + "&a=1&b=2").text()).contains("Bản 1 so với bản 2");
        assertThat(collector.get(page(form) + "&a=2&b=2").text()).contains("Hai bản giống nhau");
    }

    @Test
    void aCommentIsWrittenOnceAndToldToWhoWritesNext() {
        long form = enter("HG0009006", "SÙNG A DÌN");
        Map<String, String> stale = seen(chief.get(page(form)));
        Map<String, String> fresh = seen(collector.get(page(form)));
        Map<String, String> said = with(fresh, "comment", "Đã hỏi lại " + SCRIPT, "once", "x-1");
        assertThat(collector.post(step(form, "comment"), said).status()).isEqualTo(302);
        assertThat(collector.post(step(form, "comment"), said).status())
                .as("a double click")
                .isEqualTo(302);

        Answer told = chief.post(
                step(form, "comment"), with(stale, "comment", "Cần giấy khai sinh", "once", "y-1", "p", "re-check"));

        assertThat(told.status()).isEqualTo(409);
        assertThat(told.body()).doesNotContain(SCRIPT).contains(">Cần giấy khai sinh</textarea>");
        assertThat(told.text()).contains("CS. Nguyễn Văn An");
        assertThat(world.get(Comments.class).of(new FormId(form))).hasSize(1);
        assertThat(chief.post(step(form, "comment"), with(seen(told), "comment", "Cần giấy khai sinh", "once", "y-2"))
                        .status())
                .isEqualTo(302);
        Answer endless = chief.post(
                step(form, "comment"),
                with(seen(chief.get(page(form))), "comment", "w".repeat(10_000), "p", "re-check"));
        assertThat(endless.status()).isEqualTo(422);
        assertThat(endless.body()).contains("w".repeat(10_000));
    }

    @Test
    void anotherWardNeitherSeesNorSaysAnything() {
        long form = enter("HG0009007", "SÙNG THỊ SUA");

        assertThat(otherCollector.get(page(form)).status()).isEqualTo(404);
        assertThat(otherCollector.get(step(form, "sheet?p=re-check")).status()).isEqualTo(404);
        assertThat(otherCollector
                        .post(step(form, "comment"), Map.of("comment", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(otherCollector
                        .post(
                                step(form, "remedy"),
                                Map.of("version", "1", "code", "F508_NATIONALITY_MISSING", "field", "nationality"))
                        .status())
                .isEqualTo(404);
        assertThat(inspector.get(page(form)).status()).isEqualTo(404);
        assertThat(inspector.post(step(form, "comment"), Map.of("comment", "x")).status())
                .isEqualTo(403);
    }

    @Test
    void onePressPutsRightWhatIsBeyondDoubt() {
        long form = enter("HG0009008", "SÙNG VĂN DŨNG", "head_name", "");
        Answer page = collector.get(page(form));
        assertThat(page.text())
                .contains("Ghi Họ, chữ đệm và tên chủ hộ: SÙNG VĂN DŨNG"
                        .replace("Họ, chữ đệm và tên chủ hộ", label("head_name")));

        Answer done = collector.post(
                step(form, "remedy"), with(seen(page), "code", "F517_HEAD_NAME_MISSING", "field", "head_name"));

        assertThat(done.status()).isEqualTo(302);
        Answer after = collector.get(page(form));
        assertThat(after.text()).contains("Ghi chú của cơ quan").doesNotContain("Chưa ghi tên chủ hộ");
        assertThat(collector
                        .post(
                                step(form, "remedy"),
                                with(
                                        seen(after),
                                        "code",
                                        "F517_HEAD_NAME_MISSING",
                                        "field",
                                        "head_name",
                                        "version",
                                        "2",
                                        "p",
                                        "re-check"))
                        .status())
                .as("nothing left to put right")
                .isEqualTo(409);
    }

    private static String label(String column) {
        return vn.dancu.shared.Texts.of(vn.dancu.shared.Texts.VIETNAMESE).get("form-field." + column);
    }

    @Test
    void aBlankItemIsTakenFromTheBookThatThePersonIsLinkedWith() {
        Answer saved = collector.post(
                "/forms/new",
                "/forms/new",
                Papers.with(Papers.aPaper("HG0009009"), "ethnicity", "", "hometown", "Nam Định"));
        long form = saved.form();
        Answer page = collector.get(page(form));
        assertThat(page.text()).contains("Lấy theo sổ: Kinh");

        collector.post(step(form, "remedy"), with(seen(page), "code", "F505_ETHNICITY_MISSING", "field", "ethnicity"));

        String after = collector.get(page(form)).text();
        assertThat(after).contains("Sổ quản lý cư trú, số S001").doesNotContain("Chưa ghi dân tộc");
    }
}
