package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.intake.Forms;
import vn.dancu.journey.CancelReason;
import vn.dancu.journey.Detours;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Role;
import vn.dancu.web.Officer.Answer;

/** The comparison desk over HTTP, as without JavaScript: each test enters its form and cancels it again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComparisonDeskTest {
    private static final Actor CITY = new Actor("test", Role.CITY_TEAM, AreaScope.EVERYWHERE);

    private World world;
    private Officer collector;
    private Officer chief;

    @BeforeAll
    void open() {
        world = World.start();
        collector = Officer.login(world, World.COLLECTOR);
        chief = Officer.login(world, World.CHIEF);
    }

    @AfterAll
    void close() {
        world.close();
    }

    private long enter(Map<String, String> paper) {
        long id = collector.post("/forms/new", "/forms/new", paper).form();
        collector.post("/forms/" + id + "/check", Map.of());
        return id;
    }

    /** One book entry each: what a test entered must not stand in the way of the next. */
    @AfterEach
    void cancelAll() {
        world.get(Detours.class).cancel(world.get(Forms.class).all(), CancelReason.SPOILED, "test", CITY);
    }

    private static String desk(long id) {
        return "/forms/" + id + "/compare?q=differs";
    }

    private static String seen(Answer page) {
        Matcher seen = Pattern.compile(
                        "name=\"version\" value=\"\\d+\"><input type=\"hidden\" name=\"seen\" value=\"(\\d+)\"")
                .matcher(page.body());
        assertThat(seen.find()).as("a field to decide").isTrue();
        return seen.group(1);
    }

    private static Map<String, String> decision(int version, String source, String reason, String... more) {
        Map<String, String> decision = new HashMap<>(
                Map.of("version", "" + version, "field", "birth_date", "source", source, "reason", reason));
        for (int i = 0; i < more.length; i += 2) {
            decision.put(more[i], more[i + 1]);
        }
        return decision;
    }

    private long differing(String number) {
        return enter(Papers.with(Papers.aPaper(number), "birth_date", "08/05/1941"));
    }

    private void correct(long id, int version, String field, String value) {
        Answer corrected = collector.post(
                "/forms/" + id + "/correct",
                Map.of(
                        "version",
                        "" + version,
                        "paper",
                        "AMENDED_AND_SIGNED",
                        "evidence",
                        "birth-certificate",
                        field,
                        value));
        assertThat(corrected.status()).isEqualTo(302);
    }

    @Test
    void whatIsDecidedGoesOverToACorrectedVersionWhereTheFieldDidNotChange() {
        long id = differing("HG0009101");
        collector.post("/forms/" + id + "/decide", decision(1, "residence-book", "", "why", "sources-agree"));

        correct(id, 1, "hometown", "Nam Trực, Nam Định");
        Answer carried = collector.get(desk(id));
        correct(id, 2, "birth_date", "08/05/1940");
        Answer anew = collector.get(desk(id));

        assertThat(carried.text())
                .contains("chuyển từ bản trước", "Sổ và tàng thư cùng ghi như vậy", "đã chọn: Sổ cư trú");
        assertThat(anew.text()).doesNotContain("đã chọn: Sổ cư trú").contains("1 mục chờ quyết định");
    }

    @Test
    void theSecondOfficerIsToldWhatWasDecidedMeanwhileAndLosesNothing() {
        long id = differing("HG0009102");
        String before = seen(collector.get(desk(id)));
        chief.post("/forms/" + id + "/decide", decision(1, "residence-book", "Đã xem sổ gốc", "seen", before));

        Answer told = collector.post(
                "/forms/" + id + "/decide",
                decision(1, "form", "Ông Long nói <script>alert(1)</script> 1941", "seen", before, "q", "differs"));
        Answer again = collector.post(
                "/forms/" + id + "/decide",
                decision(1, "form", "Ông Long nói 1941", "seen", seen2(told), "q", "differs"));

        assertThat(told.status()).isEqualTo(409);
        assertThat(told.text()).contains("Trong lúc đó:", "Đã xem sổ gốc", World.CHIEF, "Lý do bạn đã ghi vẫn còn");
        assertThat(told.body()).contains("Ông Long nói &lt;script&gt;").doesNotContain("<script>alert");
        assertThat(again.status()).as("knowing it, she may decide otherwise").isEqualTo(302);
    }

    /** The page has no open field any more, but says in its head what was seen last. */
    private static String seen2(Answer page) {
        Matcher undo = Pattern.compile("name=\"decision\" value=\"(\\d+)\"").matcher(page.body());
        assertThat(undo.find()).isTrue();
        return undo.group(1);
    }

    @Test
    void aPaperCarriesItsKindNumberIssuerAndDateAndABadDateLosesNothing() {
        long id = differing("HG0009103");
        Map<String, String> paper = decision(
                1,
                "papers",
                "Bản chính",
                "value",
                "08/05/1944",
                "evidence",
                "birth-certificate",
                "evidenceNo",
                "12/1944",
                "issuer",
                "UBND xã Nam Trực",
                "issuedOn",
                "31/02/2003",
                "q",
                "differs");

        Answer badDay = collector.post("/forms/" + id + "/decide", paper);
        paper.put("issuedOn", "1/2/2003");
        Answer good = collector.post("/forms/" + id + "/decide", paper);

        assertThat(badDay.status()).isEqualTo(422);
        assertThat(badDay.body()).contains("value=\"12/1944\"", "value=\"UBND xã Nam Trực\"", "value=\"31/02/2003\"");
        assertThat(good.status()).isEqualTo(302);
        assertThat(collector.get(desk(id)).text())
                .contains("Giấy khai sinh", "12/1944", "UBND xã Nam Trực", "01/02/2003");
    }

    @Test
    void anEndlessReasonAndAMissingOneAreRefusedWithWhatWasTyped() {
        long id = differing("HG0009104");

        Answer tooLong = collector.post("/forms/" + id + "/decide", decision(1, "form", "x".repeat(10_000)));
        Answer none = collector.post("/forms/" + id + "/decide", decision(1, "form", " "));

        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.body()).contains("x".repeat(10_000));
        assertThat(none.status()).isEqualTo(422);
    }

    @Test
    void allSuggestionsAreTakenAtOnceAndTakenBackUntilTheApproval() {
        long id = differing("HG0009105");
        String page = collector.get(desk(id)).body();
        assertThat(page).contains("id=\"take-suggested\"");

        Answer taken = collector.post("/forms/" + id + "/decide-suggested", Map.of("version", "1", "q", "differs"));
        Answer decided = collector.get(desk(id));
        String decision = seen2(decided);
        collector.post("/forms/" + id + "/reconcile", Map.of());
        Answer undone = collector.post("/forms/" + id + "/undo", Map.of("decision", decision));
        collector.post("/forms/" + id + "/decide-suggested", Map.of("version", "1", "q", "differs"));
        String standing = seen2(collector.get(desk(id)));
        world.get(JdbcClient.class)
                .sql("update journey.form_state set stage = 'APPROVED' where form_id = :id")
                .param("id", id)
                .update();
        Answer late = collector.post("/forms/" + id + "/undo", Map.of("decision", standing, "q", "differs"));

        assertThat(taken.status()).isEqualTo(302);
        assertThat(decided.text()).contains("Hai nguồn ghi giống nhau");
        assertThat(undone.status()).isEqualTo(302);
        assertThat(late.status()).isEqualTo(409);
    }

    @Test
    void anotherEntryOrNoneIsChosenComparedAtOnceAndTakenBack() {
        long id = differing("HG0009106");
        String candidates = "/forms/" + id + "/candidates?q=differs";
        Answer sheet = collector.get(candidates);
        Matcher entry =
                Pattern.compile("data-candidate=\"residence-book-(\\d+)\"").matcher(sheet.body());
        assertThat(entry.find()).isTrue();

        Answer none = collector.post("/forms/" + id + "/choose", Map.of("source", "residence-book", "entry", "0"));
        Answer without = collector.get(desk(id));
        world.get(ReconciliationService.class).compare(FormSet.of(new FormId(id)), Progress.NONE);
        Answer still = collector.get(desk(id));
        Answer against = chief.post(
                "/forms/" + id + "/choose",
                Map.of("source", "residence-book", "entry", entry.group(1), "q", "differs"));
        Answer back = collector.post("/forms/" + id + "/unchoose", Map.of("source", "residence-book"));
        Answer chosen =
                chief.post("/forms/" + id + "/choose", Map.of("source", "residence-book", "entry", entry.group(1)));
        Answer guessed = chief.post("/forms/" + id + "/choose", Map.of("source", "residence-book", "entry", "999999"));

        assertThat(sheet.text()).contains("đang gắn với phiếu này", "Không ai trong số này");
        assertThat(none.status()).isEqualTo(302);
        assertThat(without.text()).contains("Không có trong sổ");
        assertThat(still.text()).as("kept by the next comparison").contains("Không có trong sổ");
        assertThat(against.status()).isEqualTo(409);
        assertThat(against.text()).contains("Trái với điều " + World.COLLECTOR);
        assertThat(back.status()).isEqualTo(302);
        assertThat(chosen.status()).isEqualTo(302);
        assertThat(guessed.status()).isEqualTo(404);
        assertThat(collector.get(desk(id)).text()).contains("q. 12").doesNotContain("chưa thấy trong sổ cư trú");
    }

    @Test
    void anUncertainFormIsGivenThePersonWhomAnOfficerChooses() {
        long id = enter(Papers.aPaper("HG0009114"));
        collector.get(desk(id));
        JdbcClient jdbc = world.get(JdbcClient.class);
        // What no small world gives by itself: a form between two entries.
        long entry = jdbc.sql("select residence_entry_id from reconciliation.comparison where form_id = :form")
                .param("form", id)
                .query(Long.class)
                .single();
        jdbc.sql("update reconciliation.comparison set outcome = 'UNCERTAIN', residence_entry_id = null,"
                        + " residence_weight = null where form_id = :form")
                .param("form", id)
                .update();

        Answer open = collector.get(desk(id));
        Answer chosen = collector.post(
                "/forms/" + id + "/choose", Map.of("source", "residence-book", "entry", "" + entry, "q", "uncertain"));

        assertThat(open.text()).contains("Chọn đúng người trong các ứng viên");
        assertThat(open.body()).contains("/forms/" + id + "/candidates?q=differs");
        assertThat(chosen.status()).isEqualTo(302);
        assertThat(jdbc.sql("select residence_entry_id from reconciliation.comparison where form_id = :form and"
                                + " outcome <> 'UNCERTAIN'")
                        .param("form", id)
                        .query(Long.class)
                        .single())
                .isEqualTo(entry);
        assertThat(collector.get(desk(id)).text()).doesNotContain("Chọn đúng người");
    }

    @Test
    void nobodyFromAnotherWardSeesOrChoosesAnything() {
        long id = differing("HG0009107");
        Officer other = Officer.login(world, World.OTHER_COLLECTOR);
        Officer inspector = Officer.login(world, World.INSPECTOR);

        for (String page : new String[] {"candidates", "household", "compare", "next"}) {
            assertThat(other.get("/forms/" + id + "/" + page + "?q=differs").status())
                    .as(page)
                    .isEqualTo(404);
        }
        Map<String, String> choice = Map.of("source", "residence-book", "entry", "0");
        assertThat(other.post("/forms/" + id + "/choose", choice).status()).isEqualTo(404);
        assertThat(inspector.get("/forms/" + id + "/household?q=differs").status())
                .as("not of her sample")
                .isEqualTo(404);
        assertThat(inspector.post("/forms/" + id + "/choose", choice).status()).isEqualTo(403);
        assertThat(inspector.get("/duplicates").status()).isEqualTo(403);
        assertThat(Officer.login(world, World.ADMINISTRATOR).get("/explained").status())
                .isEqualTo(403);
    }

    @Test
    void theHouseholdStandsInAllSourcesSideBySideWithItsContradictions() {
        long husband = enter(Papers.aPaper("HG0009108"));
        long wife = enter(Papers.with(Papers.wife("HG0009109"), "relation_to_head", "Con"));

        Answer house = collector.get("/forms/" + husband + "/household?q=to-reconcile");

        assertThat(house.status()).isEqualTo(200);
        assertThat(house.text())
                .contains(
                        "PHẠM VĂN LONG",
                        "Nguyễn Thị Lan",
                        "Phạm Hải Đăng",
                        "chưa có phiếu",
                        "Sơ đồ quan hệ",
                        "TH000912")
                .contains("quan hệ khác", "Con sinh chưa đến 13 năm sau cha mẹ");
        assertThat(Officer.login(world, World.AUDITOR)
                        .get("/audit?purpose=x&actor=" + World.COLLECTOR)
                        .body())
                .contains("household", "residence-entry", "archive-entry");
    }

    @Test
    void aMarkThatDiffersIsTheLetterAndIsTold() {
        long id = enter(Papers.with(
                Papers.aPaper("HG0009110"), "full_name", Normalizer.normalize("PHẠM VÂN LONG", Normalizer.Form.NFD)));

        Answer desk = collector.get(desk(id));

        assertThat(desk.body()).containsPattern("<u class=\"marks\" title=\"chỉ khác dấu\">[Ââăă]</u>");
    }

    @Test
    void whatOneRuleExplainsIsAcceptedAtOnceAfterASample() {
        long id = enter(Papers.with(Papers.aPaper("HG0009111"), "full_name", "PHAM VAN LONG", "old_id", "073451220"));
        Answer sample = collector.get("/explained?rule=marks");
        Matcher until = Pattern.compile("name=\"until\" value=\"([^\"]+)\"").matcher(sample.body());
        assertThat(until.find()).isTrue();
        Map<String, String> accept = Map.of("rule", "marks", "until", until.group(1));

        Answer others = Officer.login(world, World.OTHER_COLLECTOR).post("/explained/accept", accept);
        Answer early = collector.post("/explained/accept", Map.of("rule", "marks", "until", "2000-01-01T00:00:00Z"));
        Answer accepted = collector.post("/explained/accept", accept);
        Answer twice = collector.post("/explained/accept", accept);

        assertThat(sample.text()).contains("HG0009111", "Mẫu 1 trong 1 chỗ của 1 phiếu");
        assertThat(others.status()).as("not of her group").isEqualTo(409);
        assertThat(early.status())
                .as("nobody accepts what her page did not show")
                .isEqualTo(409);
        assertThat(accepted.status()).isEqualTo(302);
        assertThat(twice.status()).isEqualTo(409);
    }

    @Test
    void theNumberOfAnEnvelopeIsNoDifference() {
        long id = enter(Papers.aPaper("HG0001790"));

        String candidates =
                collector.get("/forms/" + id + "/candidates?q=to-reconcile").body();

        assertThat(candidates)
                .contains("Số túi hồ sơ")
                .containsPattern("class=\"eq\">\\s*<span[^>]*>(<[^>]*>)*TH000912");
    }

    @Test
    void aFormThatAnotherDecidedAtMeanwhileIsLookedAtAgainBeforeItIsReconciled() {
        long id = enter(Papers.with(Papers.aPaper("HG0001791"), "birth_date", "08/05/1941"));
        collector.get(desk(id));
        chief.get(desk(id));
        chief.post(
                "/forms/" + id + "/decide",
                Map.of(
                        "version",
                        "1",
                        "seen",
                        "0",
                        "field",
                        "birth_date",
                        "source",
                        "residence-book",
                        "reason",
                        "Sổ ghi đúng"));

        Answer late = collector.post("/forms/" + id + "/reconcile", Map.of("q", "differs", "decided", "0"));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("Trong lúc đồng chí xem", "Sổ ghi đúng");
    }
}
