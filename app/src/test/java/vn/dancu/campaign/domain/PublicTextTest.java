package vn.dancu.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dancu.campaign.Announcement;
import vn.dancu.campaign.Announcement.Facts;
import vn.dancu.campaign.Announcement.Purpose;
import vn.dancu.civil.text.Spoken;

class PublicTextTest {
    private static final List<String> CATEGORIES =
            List.of("WITHOUT_FORM", "FIRST_CARD_14", "CHANGE_25", "CHANGE_40", "CHANGE_60", "NEWCOMERS", "PUPILS");
    private static final List<String> PAPERS =
            List.of("ID_CARD", "HOUSEHOLD_BOOK", "BIRTH_CERTIFICATE", "RESIDENCE_PAPER");

    private static Facts facts(
            Purpose purpose,
            List<String> groups,
            List<String> categories,
            List<String> papers,
            String place,
            int days) {
        LocalDate first = LocalDate.of(2020, 9, 15);
        return new Facts(
                purpose,
                "00691",
                groups,
                categories,
                papers,
                place,
                first,
                first.plusDays(days),
                LocalTime.of(7, 30),
                LocalTime.of(11, 0),
                "02193 000 000");
    }

    private static List<String> codes(Announcement.Texts texts) {
        return PublicText.of(texts).stream().map(finding -> finding.code()).toList();
    }

    @Test
    void everyComposedTextKeepsToItsLengthAndNamesNobody() {
        List<String> tenGroups = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            tenGroups.add("Tổ " + i);
        }
        for (Purpose purpose : Purpose.values()) {
            for (List<String> groups : List.of(List.<String>of(), List.of("Tổ 3"), tenGroups)) {
                for (int categories = 1; categories <= CATEGORIES.size(); categories++) {
                    for (int papers = 0; papers <= PAPERS.size(); papers++) {
                        for (int days : new int[] {0, 2, 40}) {
                            Announcement.Texts texts = AnnouncementTexts.of(
                                    facts(
                                            purpose,
                                            groups,
                                            CATEGORIES.subList(0, categories),
                                            PAPERS.subList(0, papers),
                                            "Nhà văn hóa tổ 3, số 12 đường Trần Hưng Đạo",
                                            days),
                                    "Phường Trần Phú");

                            assertThat(codes(texts)).as(texts.toString()).isEmpty();
                            assertThat(PublicText.possibleNames(texts))
                                    .as("streets and wards are places")
                                    .doesNotContain("tran hung dao", "tran phu");
                        }
                    }
                }
            }
        }
    }

    @Test
    void theScriptIsCountedAsItIsReadOut() {
        String script = AnnouncementTexts.of(
                        facts(Purpose.FORMS, List.of("Tổ 3"), List.of("WITHOUT_FORM"), PAPERS, "Nhà văn hóa tổ 3", 0),
                        "Phường Trần Phú")
                .script();

        assertThat(script).contains("7h30", "15/9/2020", "Nhà văn hóa tổ 3", "sổ hộ khẩu");
        assertThat(Spoken.words(script)).contains("bảy giờ ba mươi", "tháng chín năm hai nghìn không trăm hai mươi");
        assertThat(Spoken.syllables(script)).isBetween(90, PublicText.MOST_SYLLABLES);
    }

    @Test
    void whatDoesNotFitIsLeftOutOfTheMessageAndNothingIsCutInTheMiddle() {
        Announcement.Texts texts = AnnouncementTexts.of(
                facts(Purpose.ID_CARDS, List.of(), CATEGORIES, PAPERS, "Nhà văn hóa tổ 3, số 12 đường Lâm Đồng", 2),
                "Phường Trần Phú");

        assertThat(texts.sms()).isEqualTo("CA P.Trần Phú: làm CCCD 15-17/9 7h30-11h.");
        assertThat(texts.smsPlain())
                .isEqualTo("CA P.Tran Phu: lam CCCD 15-17/9 7h30-11h, Nha van hoa to 3, so 12 duong Lam Dong."
                        + " Mang CMND, SHK, GKS, so tam tru.");
    }

    private static Announcement.Texts text(String script, String notice, String sms, String plain) {
        return new Announcement.Texts(script, notice, sms, plain);
    }

    @Test
    void aTextThatNamesAPersonOrIsTooLongIsRefused() {
        assertThat(codes(text("Mời ông Phạm Văn Long đến", "x", "x", "x"))).containsExactly("A106_NAMES_A_PERSON");
        assertThat(codes(text("x", "Gặp đồng chí Nguyễn An", "x", "x"))).containsExactly("A106_NAMES_A_PERSON");
        assertThat(codes(text("x", "CMND 073451220", "x", "x"))).containsExactly("A107_PERSONAL_NUMBER");
        assertThat(codes(text("x", "Điện thoại 02193000000", "x", "x")))
                .as("an office's telephone")
                .isEmpty();
        assertThat(codes(text("ba ".repeat(221), "x", "đ".repeat(71), "đ")))
                .containsExactly("A101_SCRIPT_LENGTH", "A102_MESSAGE_LENGTH", "A103_MESSAGE_HAS_MARKS");
        assertThat(codes(text("x", "x", "x", "a".repeat(161)))).containsExactly("A104_PLAIN_MESSAGE_LENGTH");
        assertThat(codes(text("", "", "", "")))
                .containsExactly(
                        "A101_SCRIPT_LENGTH", "A102_MESSAGE_LENGTH", "A104_PLAIN_MESSAGE_LENGTH", "A105_NOTICE_LENGTH");
        assertThat(PublicText.possibleNames(text("Bà con gặp Giàng Mí Páo ở đường Trần Hưng Đạo", "", "", "")))
                .contains("giang mi pao")
                .doesNotContain("tran hung dao");
    }
}
