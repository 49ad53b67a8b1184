package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.dancu.access.AccessService;
import vn.dancu.journey.FormState;
import vn.dancu.journey.PaperTrack;
import vn.dancu.journey.PathView;
import vn.dancu.journey.Stage;
import vn.dancu.journey.Step;
import vn.dancu.journey.StepTaken;
import vn.dancu.journey.VerificationTrack;
import vn.dancu.register.Register;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;
import vn.dancu.web.Officer.Answer;

/** The whole path through the pages' own forms, each step by whoever may take it, and refused to whoever may not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PathOverHttpTest {
    private World world;
    private Officer collector;
    private Officer otherCollector;
    private Officer chief;
    private Officer city;
    private Officer province;
    private Officer inspector;

    @BeforeAll
    void open() {
        world = World.start();
        collector = Officer.login(world, World.COLLECTOR);
        otherCollector = Officer.login(world, World.OTHER_COLLECTOR);
        chief = Officer.login(world, World.CHIEF);
        city = Officer.login(world, World.CITY);
        province = Officer.login(world, World.PROVINCE);
        inspector = Officer.login(world, World.INSPECTOR);
    }

    @AfterAll
    void close() {
        world.close();
    }

    private FormState state(long form) {
        Actor system = Actor.commandLine("test");
        return world.get(PathView.class).state(new FormId(form), system).orElseThrow();
    }

    private long enter(Officer officer, Map<String, String> paper) {
        Answer saved = officer.post("/forms/new", "/forms/new", paper);
        assertThat(saved.status()).as(saved.text()).isEqualTo(302);
        return saved.form();
    }

    private static String step(long form, String step) {
        return "/forms/" + form + "/" + step;
    }

    @Test
    void aFormWalksFromTheDoorToTheRegister() {
        long husband = enter(collector, Papers.with(Papers.aPaper("HG0001365"), "birth_date", "08/05/1941"));
        long wife = enter(collector, Papers.wife("HG0001366"));
        assertThat(state(husband).stage()).isEqualTo(Stage.COLLECTED);

        assertThat(otherCollector.get("/forms/" + husband + "?q=to-check").status())
                .isEqualTo(404);
        assertThat(otherCollector.post(step(husband, "check"), Map.of()).status())
                .isEqualTo(404);
        assertThat(inspector.get("/forms/" + husband + "?q=to-check").status()).isEqualTo(404);
        assertThat(inspector.post(step(husband, "check"), Map.of()).status()).isEqualTo(403);
        assertThat(chief.post(step(husband, "approve"), Map.of()).status()).isEqualTo(409);

        assertThat(collector
                        .post(step(husband, "check"), Map.of("q", "to-check"))
                        .status())
                .isEqualTo(302);
        assertThat(collector.post(step(wife, "check"), Map.of("q", "to-check")).status())
                .isEqualTo(302);
        assertThat(state(husband).stage()).isEqualTo(Stage.CHECKED);

        decideTheBirthDate(husband);
        assertThat(collector
                        .post(step(wife, "reconcile"), Map.of("q", "to-reconcile"))
                        .status())
                .isEqualTo(302);
        assertThat(state(wife).stage()).isEqualTo(Stage.RECONCILED);

        reverify(husband, wife);
        approve(husband, wife);
        handOver(husband, wife);
        scan(husband);
        register(husband, wife);

        assertThat(world.get(PathView.class).steps(new FormId(husband)))
                .extracting(StepTaken::step)
                .containsExactly(
                        Step.COLLECT,
                        Step.CHECK,
                        Step.RECONCILE,
                        Step.PLAN_VERIFICATION,
                        Step.VERIFY,
                        Step.APPROVE,
                        Step.HAND_OVER,
                        Step.SCAN,
                        Step.REGISTER);
    }

    private void decideTheBirthDate(long form) {
        Answer desk = collector.get(step(form, "compare?q=differs"));
        assertThat(desk.status()).isEqualTo(200);
        assertThat(desk.body()).contains("id=\"row-birth_date\"", "<u>1</u>", "<u>4</u>");
        assertThat(collector
                        .post(step(form, "reconcile"), Map.of("q", "differs"))
                        .status())
                .as("a difference waits for a decision")
                .isEqualTo(422);
        Map<String, String> decision = new HashMap<>(
                Map.of("version", "1", "field", "birth_date", "source", "residence-book", "q", "differs"));
        assertThat(collector.post(step(form, "decide"), decision).status())
                .as("without a reason")
                .isEqualTo(422);
        decision.put("reason", "Sổ và tàng thư cùng ghi 1944");
        assertThat(otherCollector.post(step(form, "decide"), decision).status()).isEqualTo(404);
        assertThat(inspector.post(step(form, "decide"), decision).status()).isEqualTo(403);
        assertThat(collector.post(step(form, "decide"), decision).status()).isEqualTo(302);
        assertThat(collector.get(step(form, "compare?q=differs")).text()).contains("đã chọn: Sổ cư trú");
        assertThat(collector
                        .post(step(form, "reconcile"), Map.of("q", "differs"))
                        .status())
                .isEqualTo(302);
        assertThat(state(form).stage()).isEqualTo(Stage.RECONCILED);
    }

    private void reverify(long husband, long wife) {
        assertThat(chief.post("/verification/rounds", Map.of("name", "Đợt 1", "units", World.WARD))
                        .status())
                .isEqualTo(403);
        assertThat(city.post(
                                "/verification",
                                "/verification/rounds",
                                Map.of("name", "Đợt 1", "units", World.WARD, "kind", "CENSUS", "seed", "7"))
                        .status())
                .isEqualTo(302);
        assertThat(state(husband).verification()).isEqualTo(VerificationTrack.PLANNED);
        assertThat(chief.post(step(husband, "approve"), Map.of()).status())
                .as("nobody has been at the door")
                .isEqualTo(409);
        Map<String, String> visit = new HashMap<>(Map.of(
                "version", "1",
                "visitor", World.COLLECTOR,
                "visitedAt", "2020-09-20T19:30",
                "answer.full_name", "AGREE",
                "answer.sex", "AGREE"));
        assertThat(city.post("/verification/" + husband, visit).status())
                .as("the collector cannot re-verify his own form")
                .isEqualTo(403);
        visit.put("visitor", "doi-qlhc-2");
        assertThat(city.post("/verification/" + husband, visit).status()).isEqualTo(302);
        assertThat(city.post("/verification/" + wife, visit).status()).isEqualTo(302);
        assertThat(state(husband).verification()).isEqualTo(VerificationTrack.CONFIRMED);
    }

    private void approve(long husband, long wife) {
        assertThat(collector.post(step(husband, "approve"), Map.of()).status()).isEqualTo(403);
        assertThat(province.post(step(husband, "approve"), Map.of()).status()).isEqualTo(403);
        chief.get("/queue?q=to-approve");
        assertThat(chief.post("/queue/approve", Map.of("q", "to-approve")).status())
                .isEqualTo(302);
        assertThat(List.of(state(husband).stage(), state(wife).stage()))
                .containsExactly(Stage.APPROVED, Stage.APPROVED);
    }

    private void handOver(long husband, long wife) {
        assertThat(collector.get("/batches").status()).isEqualTo(403);
        Map<String, String> batch = Map.of("number", "LO-TP-1", "commune", World.WARD, "most", "500");
        assertThat(chief.post("/batches", batch).status()).isEqualTo(302);
        assertThat(chief.post("/batches", batch).status())
                .as("nothing is left for a second batch")
                .isEqualTo(422);
        String give = "/batches/1/give";
        String take = "/batches/1/take";
        assertThat(province.post(take, Map.of("counted", "2")).status())
                .as("not given yet")
                .isEqualTo(409);
        assertThat(chief.post(give, Map.of("counted", "3")).status())
                .as("counts differ")
                .isEqualTo(409);
        assertThat(chief.post(give, Map.of("counted", "2")).status()).isEqualTo(302);
        assertThat(chief.post(take, Map.of("counted", "2")).status()).isEqualTo(403);
        assertThat(province.post(take, Map.of("counted", "1")).status()).isEqualTo(409);
        assertThat(province.post(take, Map.of("counted", "2")).status()).isEqualTo(302);
        assertThat(List.of(state(husband).paper(), state(wife).paper()))
                .containsExactly(PaperTrack.HANDED_OVER, PaperTrack.HANDED_OVER);
    }

    private void scan(long husband) {
        String lines = "form_no,pages,sha256\nHG0001365,2," + "a".repeat(64) + "\nHG0001366,2," + "b".repeat(64)
                + "\nHG9999999,2," + "c".repeat(64);
        Map<String, String> list = Map.of("name", "Danh sách 1", "lines", lines);
        assertThat(chief.post("/scan-lists", list).status()).isEqualTo(403);
        assertThat(province.post("/scan-lists", Map.of("name", "Danh sách 1", "lines", ""))
                        .status())
                .isEqualTo(422);
        assertThat(province.post("/scan-lists", list).status()).isEqualTo(302);
        assertThat(province.get("/scan-lists").text()).contains("HG9999999: không có phiếu này");
        assertThat(state(husband).paper()).isEqualTo(PaperTrack.SCANNED);
    }

    private void register(long husband, long wife) {
        long before = world.get(Register.class).persons();
        assertThat(chief.post("/register", Map.of()).status()).isEqualTo(403);
        assertThat(city.post(step(husband, "register"), Map.of()).status()).isEqualTo(403);
        assertThat(province.post("/register", Map.of()).status()).isEqualTo(302);
        assertThat(List.of(state(husband).stage(), state(wife).stage()))
                .containsExactly(Stage.REGISTERED, Stage.REGISTERED);
        assertThat(world.get(Register.class).persons()).isEqualTo(before + 2);
    }

    @Test
    void aFormGoesBackIsCorrectedWaitsAndIsCancelled() {
        long form = enter(
                collector,
                Papers.with(
                        Papers.stranger("HG0002001", "ĐẶNG VĂN ẨN"),
                        "birth_registration_code",
                        "",
                        "birth_registration_place",
                        ""));
        assertThat(collector.post(step(form, "check"), Map.of()).status())
                .as("no place of birth registration")
                .isEqualTo(422);

        assertThat(collector
                        .post(step(form, "return"), Map.of("remark.", "thiếu"))
                        .status())
                .isEqualTo(403);
        assertThat(chief.post(step(form, "return"), Map.of()).status())
                .as("a return says what is wrong")
                .isEqualTo(422);
        assertThat(chief.post(step(form, "return"), Map.of("remark.birth_registration_place", "Chưa ghi nơi đăng ký"))
                        .status())
                .isEqualTo(302);
        assertThat(state(form).stage()).isEqualTo(Stage.RETURNED);
        assertThat(collector.get("/forms/" + form + "?q=returned").text()).contains("Chưa ghi nơi đăng ký");

        Map<String, String> correction = new HashMap<>(Map.of(
                "version", "1",
                "paper", "AMENDED_AND_SIGNED",
                "birth_registration_code", "36",
                "birth_registration_place", "Nam Định"));
        assertThat(collector.post(step(form, "correct"), correction).status())
                .as("without evidence")
                .isEqualTo(422);
        correction.put("evidence", "giấy khai sinh");
        assertThat(collector.post(step(form, "correct"), correction).status()).isEqualTo(302);
        assertThat(state(form).stage()).isEqualTo(Stage.COLLECTED);
        correction.put("birth_registration_place", "Nam Trực, Nam Định");
        assertThat(collector.post(step(form, "correct"), correction).status())
                .as("of a version that is no longer the current one")
                .isEqualTo(409);

        assertThat(collector
                        .post(
                                step(form, "hold"),
                                Map.of("whom", "CITIZENS_PAPERS", "reason", "Chờ trích lục khai sinh"))
                        .status())
                .isEqualTo(302);
        assertThat(collector.post(step(form, "check"), Map.of()).status())
                .as("on hold")
                .isEqualTo(409);
        assertThat(collector.post(step(form, "resume"), Map.of()).status()).isEqualTo(302);
        assertThat(collector.post(step(form, "check"), Map.of()).status()).isEqualTo(302);

        assertThat(collector
                        .post(step(form, "cancel"), Map.of("why", "MOVED", "word", "HỦY"))
                        .status())
                .isEqualTo(403);
        assertThat(chief.post(step(form, "cancel"), Map.of("why", "MOVED", "word", ""))
                        .status())
                .as("the word was not typed")
                .isEqualTo(422);
        assertThat(chief.post(step(form, "cancel"), Map.of("why", "MOVED", "word", "hủy"))
                        .status())
                .isEqualTo(302);
        assertThat(state(form).stage()).isEqualTo(Stage.CANCELLED);
    }

    @Test
    void whoTypedAFormDoesNotApproveIt() {
        long form = enter(chief, Papers.stranger("HG0003001", "VÀNG A PHỬ"));
        chief.post(step(form, "check"), Map.of());
        chief.post(step(form, "accept"), Map.of("reason", "Đã xác minh cư trú thực tế", "q", "not-in-books"));
        assertThat(chief.post(step(form, "reconcile"), Map.of()).status()).isEqualTo(302);

        assertThat(chief.post(step(form, "approve"), Map.of()).status()).isEqualTo(403);
        assertThat(state(form).stage()).isEqualTo(Stage.RECONCILED);
    }

    @Test
    void aNumberIsTypedOnceAndInsideOnesArea() {
        enter(collector, Papers.stranger("HG0004001", "LÙ VĂN MAY"));

        assertThat(collector
                        .post("/forms/new", "/forms/new", Papers.stranger("HG0004001", "LÙ VĂN MAY"))
                        .status())
                .isEqualTo(409);
        Answer outside = collector.post(
                "/forms/new",
                "/forms/new",
                Papers.with(Papers.stranger("HG0004002", "LÙ VĂN MAY"), "commune_code", World.OTHER_WARD));
        assertThat(outside.status()).isEqualTo(403);
        assertThat(outside.body()).as("what was typed is still there").contains("LÙ VĂN MAY");
    }

    @Test
    void searchAsksForAPurposeAndTellsOnlyHowManyAreHidden() {
        enter(collector, Papers.stranger("HG0005001", "TRIỆU MÙI NÁI"));

        assertThat(collector.post("/search", Map.of("text", "trieu mui nai")).status())
                .isEqualTo(422);
        Answer found = collector.post("/search", Map.of("text", "trieu nai", "purpose", "citizen-request"));
        assertThat(found.text()).contains("1 phiếu trong địa bàn", "TRIỆU MÙI NÁI");
        Answer elsewhere = otherCollector.post("/search", Map.of("text", "trieu nai", "purpose", "citizen-request"));
        assertThat(elsewhere.text()).contains("1 phiếu khác ngoài quyền xem").doesNotContain("TRIỆU MÙI NÁI");
        assertThat(Officer.login(world, World.AUDITOR)
                        .get("/audit?purpose=test&actor=" + World.COLLECTOR)
                        .text())
                .contains("Công dân yêu cầu");
    }

    @Test
    void disabledAccountsAreOutAtTheNextClick() {
        Officer admin = Officer.login(world, World.ADMINISTRATOR);
        Map<String, String> account = Map.of(
                "login", "cskv-moi",
                "displayName", "CS. Lý Văn Mới",
                "role", "COLLECTOR",
                "area", World.WARD + "/" + World.GROUP,
                "password", "Mot cau dai 2020");
        assertThat(admin.post("/users", "/users", account).status()).isEqualTo(302);
        assertThat(world.get(AccessService.class).actorOf("cskv-moi")).isPresent();
        assertThat(admin.get("/queue").status()).as("no records").isEqualTo(403);

        assertThat(admin.post("/users", "/users/cskv-moi/disable", Map.of()).status())
                .isEqualTo(302);

        assertThat(world.get(AccessService.class).actorOf("cskv-moi")).isEmpty();
    }
}
