package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.web.Officer.Answer;

/** Looking for somebody: by number, by a name half remembered, for a purpose, and no further than one's rights. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchPageTest {
    private World world;
    private Officer collector;
    private Officer otherCollector;
    private Officer city;

    @BeforeAll
    void open() {
        world = World.start();
        collector = Officer.login(world, World.COLLECTOR);
        otherCollector = Officer.login(world, World.OTHER_COLLECTOR);
        city = Officer.login(world, World.CITY);
        List<CollectionForm> forms = new ArrayList<>(List.of(
                form("HG0600001", "NGUYỄN VĂN ANG", World.WARD),
                form("HG0600002", "NGUYỄN VĂN AN", World.WARD).with(FormField.OLD_ID, "073 111 222"),
                form("HG0600003", "NGUYỄN VĂN HẢI", World.OTHER_WARD),
                form("HG0600004", "TRẦN XUÂN QUÝ", World.WARD).with(FormField.HOUSEHOLD_BOOK_NO, "024777001"),
                form("HG0600005", "SẰM THỊ QUỲNH TRANG", World.WARD)));
        for (int i = 0; i < 60; i++) {
            forms.add(form(
                    "HG07" + (10_000 + i), "BÙI ĐÌNH B" + (char) ('A' + i / 26) + (char) ('A' + i % 26), World.WARD));
        }
        ManyForms.enter(world, forms);
    }

    private static CollectionForm form(String number, String name, String commune) {
        return ManyForms.aForm(number, name, commune, World.GROUP, number.substring(4));
    }

    @AfterAll
    void close() {
        world.close();
    }

    private static Answer search(Officer officer, String text, String... more) {
        Map<String, String> fields = new HashMap<>(Map.of("text", text, "purpose", "citizen-request"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return officer.post("/search", "/search", fields);
    }

    /** The parts of the page under the form. */
    private static String section(Answer page, String id) {
        int from = page.body().indexOf("id=\"" + id + "\"");
        return from < 0 ? "" : page.body().substring(from, page.body().indexOf("</section>", from));
    }

    @Test
    void withoutAPurposeNothingIsLookedUp() {
        Answer refused = search(collector, "an", "purpose", "");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"purpose-wrong\"").doesNotContain("NGUYỄN VĂN");
        assertThat(search(collector, "an", "purpose", "other").status())
                .as("«other» says what")
                .isEqualTo(422);
        assertThat(search(collector, "an", "purpose", "made-up").status()).isEqualTo(422);
        assertThat(search(collector, " ").body()).contains("id=\"text-wrong\"");
        assertThat(search(collector, "an", "year", "19x4").body()).contains("id=\"year-wrong\"");
        assertThat(search(collector, "x".repeat(10_000)).status()).isEqualTo(422);
        assertThat(search(collector, "<script>alert(1)</script>").body()).doesNotContain("<script>alert");
    }

    @Test
    void namesAreFoundWithoutMarksAndWithMiddleNamesMissing() {
        assertThat(search(collector, "sam trang").body()).contains("SẰM THỊ QUỲNH TRANG");
        assertThat(search(collector, "Sằm Thị Quỳnh Trang", "year", "1984").body())
                .contains("SẰM THỊ QUỲNH TRANG");
        assertThat(search(collector, "sam trang", "year", "1990").text()).contains("0 phiếu trong địa bàn");
    }

    @Test
    void aMistypedNameIsStillFound() {
        Answer exact = search(collector, "Nguyen Van Ang");
        assertThat(exact.text()).contains("1 phiếu trong địa bàn");
        assertThat(exact.body()).contains("NGUYỄN VĂN ANG");
        assertThat(section(exact, "near")).contains("NGUYỄN VĂN AN<");

        assertThat(section(search(collector, "Nguyn Van Ang"), "near"))
                .as("a letter lost")
                .contains("NGUYỄN VĂN ANG");
        assertThat(section(search(collector, "Nguyen Vna Ang"), "near"))
                .as("two letters changed places")
                .contains("NGUYỄN VĂN ANG");
        assertThat(section(search(collector, "Tran Suan Qui"), "near"))
                .as("two words misheard are one too many")
                .doesNotContain("TRẦN XUÂN QUÝ");
        assertThat(section(search(collector, "Tran Suan Quy"), "near"))
                .as("s for x")
                .contains("TRẦN XUÂN QUÝ");
        assertThat(section(search(collector, "Sam Thi Thu Quynh Trang"), "near"))
                .as("a word too many")
                .contains("SẰM THỊ QUỲNH TRANG");
        assertThat(section(search(collector, "sam trang", "year", "1985"), "near"))
                .as("a year off")
                .isEmpty();
    }

    @Test
    void numbersAreFoundHoweverTheyAreWritten() {
        assertThat(search(collector, "hg0600002").body()).contains("NGUYỄN VĂN AN");
        assertThat(search(collector, "073.111.222").body()).contains("NGUYỄN VĂN AN");
        assertThat(search(collector, "024777001").body()).as("a household book").contains("TRẦN XUÂN QUÝ");
    }

    @Test
    void whatLiesBeyondOnesRightsIsCountedAndNotShown() {
        Answer own = search(collector, "nguyen van");
        assertThat(own.text()).contains("2 phiếu trong địa bàn", "1 phiếu khác ngoài quyền xem");
        assertThat(own.body()).doesNotContain("NGUYỄN VĂN HẢI");

        Answer other = search(otherCollector, "HG0600001");
        assertThat(other.text()).contains("0 phiếu trong địa bàn", "1 phiếu khác ngoài quyền xem");
        assertThat(other.body()).doesNotContain("NGUYỄN VĂN ANG");

        assertThat(search(city, "nguyen van").text())
                .contains("3 phiếu trong địa bàn")
                .doesNotContain("ngoài quyền");
        assertThat(search(city, "nguyen van", "commune", World.OTHER_WARD).body())
                .contains("NGUYỄN VĂN HẢI")
                .doesNotContain("NGUYỄN VĂN ANG");
    }

    @Test
    void manyHitsComePageByPage() {
        Answer first = search(collector, "bui dinh");
        assertThat(first.text())
                .contains("60 phiếu trong địa bàn")
                .contains("BÙI ĐÌNH BAA")
                .doesNotContain("BÙI ĐÌNH BCA");
        String key = first.body().replaceAll("(?s).*name=\"afterKey\" value=\"([^\"]*)\".*", "$1");
        String id = first.body().replaceAll("(?s).*name=\"afterId\" value=\"([^\"]*)\".*", "$1");

        Answer second = search(collector, "bui dinh", "afterKey", key, "afterId", id);

        assertThat(second.body()).contains("BÙI ĐÌNH BCA").doesNotContain("BÙI ĐÌNH BAA");
        assertThat(second.body().split("/forms/\\d+\\?from=search", -1)).hasSize(11);
    }

    @Test
    void whomOnlyTheBookKnowsIsShownToo() {
        Answer page = search(collector, "giang thi dinh");

        assertThat(section(page, "of-books")).contains("Giàng Thị Dính", "/forms/new?book=024000812");
        assertThat(section(search(otherCollector, "giang thi dinh"), "of-books"))
                .as("another ward's book")
                .isEmpty();
    }

    @Test
    void theLogHasThePurposeAndHowManyAndNotTheName() {
        search(collector, "sam thi quynh trang", "words", "đơn số 12");

        Officer auditor = Officer.login(world, World.AUDITOR);
        String log = auditor.get("/audit?purpose=x").body();
        assertThat(log).contains("đơn số 12").doesNotContain("quynh trang");
    }
}
