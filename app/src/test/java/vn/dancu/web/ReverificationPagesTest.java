package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import vn.dancu.journey.FormState;
import vn.dancu.journey.PathView;
import vn.dancu.journey.Stage;
import vn.dancu.journey.VerificationTrack;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Role;
import vn.dancu.verification.Schedules;
import vn.dancu.web.Officer.Answer;

/** A ward is re-verified over HTTP: teams, a round with its limits, sheets keyed back, acceptance, overtime. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReverificationPagesTest {
    private static final Pattern SHEET = Pattern.compile("/verification/sheets/(\\d+)\"");
    private static final AreaScope AREA = AreaScope.ofCommunes(Set.of(World.WARD, World.OTHER_WARD));
    private static final Actor TEAM = new Actor(World.CITY, Role.CITY_TEAM, AREA);

    private World world;
    private Officer collector;
    private Officer chief;
    private Officer city;
    private long right;
    private long wrong;
    private long absent;

    @BeforeAll
    void aWardWithThreeReconciledForms() {
        world = World.start();
        collector = Officer.login(world, World.COLLECTOR);
        chief = Officer.login(world, World.CHIEF);
        city = Officer.login(world, World.CITY);
        right = reconciled("HG0008101", "LÒ THỊ PENG");
        wrong = reconciled("HG0008102", "SÙNG A PÁO");
        absent = reconciled("HG0008103", "VÀNG THỊ DÍNH");
    }

    @AfterAll
    void close() {
        world.close();
    }

    private long reconciled(String number, String name) {
        long form = collector
                .post("/forms/new", "/forms/new", Papers.stranger(number, name))
                .form();
        collector.post("/forms/" + form + "/check", Map.of());
        collector.get("/forms/" + form + "/compare?q=differs");
        collector.post("/forms/" + form + "/accept", Map.of("reason", "Cư trú thực tế tại địa bàn"));
        collector.post("/forms/" + form + "/reconcile", Map.of());
        return form;
    }

    private FormState state(long form) {
        return world.get(PathView.class).state(new FormId(form), TEAM).orElseThrow();
    }

    private long sheetOf(String name) {
        for (long sheet : sheets()) {
            if (city.get("/verification/sheets/" + sheet).body().contains(name)) {
                return sheet;
            }
        }
        throw new AssertionError("no sheet of " + name);
    }

    private List<Long> sheets() {
        Matcher sheet = SHEET.matcher(city.get("/verification/rounds/1").body());
        return sheet.results()
                .map(found -> Long.parseLong(found.group(1)))
                .distinct()
                .toList();
    }

    private static Map<String, String> call(String... more) {
        Map<String, String> call = new HashMap<>(Map.of(
                "seen", "0", "team", "1", "judges", "pt-1", "day", "2020-09-14", "from", "19:00", "to", "19:20"));
        for (int i = 0; i < more.length; i += 2) {
            call.put(more[i], more[i + 1]);
        }
        return call;
    }

    @Test
    @Order(1)
    void aTeamHasMembersWhoAreInNoOtherTeam() {
        Map<String, String> team = new HashMap<>(Map.of("name", "Tổ 1", "fewest", "1", "members", "  \n"));
        Answer nobody = city.post("/verification/teams", "/verification/teams", team);
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.text()).contains("Tổ không có thành viên nào");
        team.put("members", "<script>alert(1)</script>");
        Answer unreadable = city.post("/verification/teams", "/verification/teams", team);
        assertThat(unreadable.status()).isEqualTo(422);
        assertThat(unreadable.body()).doesNotContain("<script>alert");
        team.put("members", "x".repeat(10_000));
        assertThat(city.post("/verification/teams", "/verification/teams", team).status())
                .isEqualTo(422);
        team.put("members", "pt-1 Nguyễn Văn Thử\npt-2 – Trần Thị Nghiệm\n" + World.COLLECTOR + " Nguyễn Văn An");
        assertThat(city.post("/verification/teams", "/verification/teams", team).status())
                .isEqualTo(302);
        team.put("name", "Tổ 2");
        Answer elsewhere = city.post("/verification/teams", "/verification/teams", team);
        assertThat(elsewhere.status()).isEqualTo(409);
        assertThat(elsewhere.text()).contains("(Tổ 1)");
        assertThat(chief.get("/verification/teams").status()).isEqualTo(403);
        assertThat(chief.post("/verification/teams", team).status()).isEqualTo(403);
    }

    @Test
    @Order(2)
    void limitsAreSetBeforeAnythingIsDrawnAndMustMakeSense() {
        Map<String, String> round = new HashMap<>(Map.of("name", "Đợt 1", "units", World.WARD, "seed", "7"));
        round.put("acceptable", "8");
        Answer nonsense = city.post("/verification", "/verification/rounds", round);
        assertThat(nonsense.status()).isEqualTo(422);
        assertThat(nonsense.text()).contains("Mức chấp nhận không đọc được hoặc vô lý");
        round.put("acceptable", "");
        assertThat(city.post("/verification", "/verification/rounds", round).status())
                .isEqualTo(422);
        round.put("acceptable", "34");
        round.put("rejectable", "60");
        assertThat(city.post("/verification", "/verification/rounds", round).status())
                .isEqualTo(302);
        assertThat(city.post("/verification", "/verification/rounds", round).status())
                .as("pressed twice: nothing is left to draw from")
                .isEqualTo(422);
        assertThat(state(right).verification()).isEqualTo(VerificationTrack.PLANNED);
        assertThat(sheets()).hasSize(3);
        assertThat(city.get("/verification/rounds/1").text()).contains("còn 3 hộ phải đến");
        assertThat(city.get("/verification/rounds/99").status()).isEqualTo(404);
    }

    @Test
    @Order(3)
    void whoCollectedMayGuideAndNeverJudge() {
        long sheet = sheetOf("LÒ THỊ PENG");

        Answer judged = city.post("/verification", "/verification/sheets/" + sheet, call("judges", World.COLLECTOR));
        assertThat(judged.status()).isEqualTo(403);
        assertThat(judged.text()).contains(World.COLLECTOR + " đã thu thập, nhập hoặc sửa phiếu");
        Answer both = city.post(
                "/verification",
                "/verification/sheets/" + sheet,
                call("guide", "An", "guideLogin", "pt-1", "version." + right, "1"));
        assertThat(both.status()).isEqualTo(403);
        assertThat(city.post(
                                "/verification",
                                "/verification/sheets/" + sheet,
                                call("judges", "ai-do", "version." + right, "1"))
                        .status())
                .as("not of the team")
                .isEqualTo(403);
        assertThat(city.post("/verification", "/verification/sheets/" + sheet, call("day", "2999-09-14"))
                        .status())
                .isEqualTo(422);
        assertThat(city.post("/verification", "/verification/sheets/" + sheet, call("to", "18:00"))
                        .status())
                .isEqualTo(422);
        assertThat(city.post(
                                "/verification",
                                "/verification/sheets/" + sheet,
                                call("note", "x".repeat(10_000), "version." + right, "1"))
                        .status())
                .isEqualTo(422);

        Map<String, String> call =
                call("guide", "CS. Nguyễn Văn An", "guideLogin", World.COLLECTOR, "version." + right, "1");
        assertThat(city.post("/verification", "/verification/sheets/" + sheet, call)
                        .status())
                .isEqualTo(302);
        assertThat(city.post("/verification", "/verification/sheets/" + sheet, call)
                        .status())
                .as("pressed twice")
                .isEqualTo(409);
        assertThat(state(right).verification()).isEqualTo(VerificationTrack.CONFIRMED);
        assertThat(city.get("/verification/sheets/" + sheet).text()).contains("Người dẫn đường: CS. Nguyễn Văn An");
    }

    @Test
    @Order(4)
    void whatDifferedGoesBackWithWhatIsRightAndNothingIsChangedByItself() {
        long sheet = sheetOf("SÙNG A PÁO");
        Answer keyed = city.post(
                "/verification",
                "/verification/sheets/" + sheet,
                call(
                        "version." + wrong,
                        "1",
                        "is." + wrong + ".birth_date",
                        "12/03/1969<script>",
                        "paper." + wrong + ".birth_date",
                        "giấy khai sinh"));

        assertThat(keyed.status()).isEqualTo(302);
        assertThat(state(wrong).stage()).isEqualTo(Stage.RETURNED);
        assertThat(state(wrong).verification()).isEqualTo(VerificationTrack.DIFFERED);
        Answer form = collector.get("/forms/" + wrong + "?q=returned");
        assertThat(form.text()).contains("Phúc tra: đúng là «12/03/1969", "theo giấy khai sinh");
        assertThat(form.body()).doesNotContain("1969<script>");
        assertThat(form.body()).contains("HG0008102");
        Answer correct = collector.get("/forms/" + wrong + "/correct?q=returned");
        assertThat(correct.text()).contains("Đưa kết quả phúc tra vào 1 mục");
        assertThat(correct.body()).doesNotContain("value=\"12/03/1969");
        Answer taken = collector.get("/forms/" + wrong + "/correct?q=returned&take=visit");
        assertThat(taken.body()).contains("value=\"12/03/1969&lt;script&gt;\"", "value=\"giấy khai sinh\"");
    }

    @Test
    @Order(5)
    void nobodyAtHomeIsAnAttemptAndAnotherEveningIsAgreed() {
        long sheet = sheetOf("VÀNG THỊ DÍNH");
        assertThat(city.post(
                                "/verification",
                                "/verification/sheets/" + sheet,
                                call("absence", "không ai ở nhà", "againOn", "2020-09-01"))
                        .status())
                .as("to come again before one came")
                .isEqualTo(422);
        assertThat(city.post(
                                "/verification",
                                "/verification/sheets/" + sheet,
                                call("absence", "không ai ở nhà", "againOn", "2020-09-15"))
                        .status())
                .isEqualTo(302);

        assertThat(state(absent).verification()).isEqualTo(VerificationTrack.NOT_MET);
        assertThat(city.get("/verification/sheets/" + sheet).text())
                .contains("không gặp: không ai ở nhà", "Hẹn đến lại ngày 15/09/2020");
        assertThat(city.post("/verification/rounds/1", "/verification/rounds/1/decide", Map.of())
                        .status())
                .as("one form of the sample was not met")
                .isEqualTo(409);
    }

    @Test
    @Order(6)
    void aLotIsAcceptedByItsLimitsAndNotBefore() {
        chief.get("/forms/" + right + "?q=to-approve");
        Answer early = chief.post("/forms/" + right + "/approve", Map.of());
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text()).contains("chưa được nghiệm thu");
        assertThat(city.post("/verification/rounds/1", "/verification/rounds/1/draw", Map.of("seed", "8"))
                        .status())
                .as("a further draw without a reason")
                .isEqualTo(422);
        long sheet = sheetOf("VÀNG THỊ DÍNH");
        assertThat(city.post(
                                "/verification",
                                "/verification/sheets/" + sheet,
                                call("seen", "1", "day", "2020-09-15", "version." + absent, "1"))
                        .status())
                .isEqualTo(302);

        assertThat(city.get("/verification/rounds/1").text())
                .contains("Đạt, chờ nghiệm thu", "2/3", "Đúng theo từng mục");
        assertThat(city.post("/verification/rounds/1", "/verification/rounds/1/decide", Map.of("note", "Đạt"))
                        .status())
                .isEqualTo(302);
        assertThat(city.post("/verification/rounds/1", "/verification/rounds/1/decide", Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(city.post(
                                "/verification/rounds/1",
                                "/verification/rounds/1/draw",
                                Map.of("seed", "8", "reason", "thử lại"))
                        .status())
                .as("no draw after the decision")
                .isEqualTo(409);
        assertThat(chief.post("/forms/" + right + "/approve", Map.of()).status())
                .isEqualTo(302);
        assertThat(state(right).stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    @Order(7)
    void theUnitsChiefReadsItsRoundAndChangesNothing() {
        assertThat(chief.get("/verification/rounds/1").status()).isEqualTo(200);
        assertThat(chief.get("/verification/rounds/1/minutes.pdf").body()).startsWith("%PDF");
        assertThat(chief.post("/verification/rounds/1/decide", Map.of()).status())
                .isEqualTo(403);
        assertThat(chief.get("/verification/rounds/1/sheets.pdf").status()).isEqualTo(403);
        assertThat(collector.get("/verification/rounds/1").status()).isEqualTo(403);
        assertThat(city.get("/verification/rounds/1/sheets.pdf").body()).startsWith("%PDF");
        assertThat(city.get("/verification/rounds/1/minutes.docx").body()).startsWith("PK");
        assertThat(city.get("/verification/sheets/1/print").body()).startsWith("%PDF");
    }

    @Test
    @Order(8)
    void overtimeIsWhatWasWorkedOutOfHours() {
        Answer september = city.get("/verification/overtime?month=2020-09");
        assertThat(september.text()).contains("Nguyễn Văn Thử", "CS. Nguyễn Văn An");
        assertThat(city.get("/verification/overtime?month=2020-08").text()).contains("Tháng này chưa ghi");
        assertThat(city.get("/verification/overtime?month=x").status()).isEqualTo(404);
        assertThat(city.get("/verification/overtime.pdf?month=2020-09").body()).startsWith("%PDF");
        assertThat(city.get("/verification/overtime.xlsx?month=2020-09").body()).startsWith("PK");
        Map<String, String> rules = new HashMap<>(Map.of(
                "validFrom", "2020-09-01",
                "regular", "07:30-11:30 13:30-17:00",
                "evening", "18:00-21:00",
                "weekend", "08:00-11:30",
                "mostWorkingDay", "4",
                "mostRestDay", "12",
                "mostMonth", "0,2",
                "mostYear", "200",
                "minutesFirst", "10",
                "minutesEach", "4"));
        assertThat(city.post("/verification/overtime", "/verification/overtime/rules", rules)
                        .status())
                .as("by what rule?")
                .isEqualTo(422);
        rules.put("source", "Quy định thử");
        assertThat(city.post("/verification/overtime", "/verification/overtime/rules", rules)
                        .status())
                .isEqualTo(302);
        assertThat(city.get("/verification/overtime?month=2020-09").text()).contains("quá mức tháng");
        rules.put("evening", "17:00-22:00");
        assertThat(city.post("/verification/overtime", "/verification/overtime/rules", rules)
                        .status())
                .as("a shift longer than a day allows")
                .isEqualTo(422);
    }

    @Test
    @Order(9)
    void holidaysAreSeenAndChanged() {
        assertThat(city.get("/verification/holidays?year=2020").text())
                .contains("Giỗ Tổ Hùng Vương", "02/04/2020", "10/3");
        Map<String, String> day = Map.of("day", "2020-09-14", "name", "Nghỉ thêm", "kind", "off");
        assertThat(city.post("/verification/holidays", "/verification/holidays/days", day)
                        .status())
                .isEqualTo(302);
        assertThat(city.get("/verification/holidays?year=2020").text()).contains("14/09/2020 Nghỉ thêm".split(" ")[0]);
        assertThat(city.post(
                                "/verification/holidays",
                                "/verification/holidays/days",
                                Map.of("day", "2020-09-14", "kind", "none"))
                        .status())
                .isEqualTo(302);
        assertThat(city.post(
                                "/verification/holidays",
                                "/verification/holidays",
                                Map.of(
                                        "name",
                                        "Không có",
                                        "day",
                                        "31",
                                        "month",
                                        "1",
                                        "calendarKind",
                                        "LUNAR",
                                        "fromYear",
                                        "2020"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    @Order(10)
    void aCalendarIsMadeAndAPromiseOutlivesIt() {
        assertThat(city.post(
                                "/verification/calendar",
                                "/verification/calendar",
                                Map.of("from", "2026-12-10", "to", "2026-12-01"))
                        .status())
                .isEqualTo(422);
        assertThat(city.post(
                                "/verification/calendar",
                                "/verification/calendar",
                                Map.of("from", "2026-12-01", "to", "2026-12-14"))
                        .text())
                .as("everybody was met")
                .contains("Không có phiếu nào chờ đến hộ");
        long again = reconciled("HG0008104", "HẦU MÍ SÌNH");
        city.post(
                "/verification",
                "/verification/rounds",
                Map.of("name", "Đợt 2", "units", World.WARD, "kind", "CENSUS", "seed", "7"));
        assertThat(city.post(
                                "/verification/calendar",
                                "/verification/calendar",
                                Map.of("from", "2026-12-07", "to", "2026-12-13", "seconds", "1"))
                        .status())
                .isEqualTo(302);
        waitForTheJob();
        plan(again, LocalDate.of(2026, 12, 7), true);
        Answer everyTeamCollected = city.get("/verification/calendar?week=2026-12-07");
        assertThat(everyTeamCollected.text()).contains("tổ nào cũng có người đã thu thập phiếu");

        city.post(
                "/verification/teams",
                "/verification/teams",
                Map.of("name", "Tổ 3", "fewest", "1", "members", "pt-5 Lý Thị Khác"));
        plan(again, LocalDate.of(2026, 12, 7), true);
        long sheet = world.get(Schedules.class)
                .stops(
                        world.get(Schedules.class).current(TEAM).orElseThrow(),
                        LocalDate.of(2026, 12, 7),
                        LocalDate.of(2026, 12, 13),
                        TEAM)
                .get(0)
                .sheet()
                .value();
        assertThat(city.post("/verification", "/verification/sheets/" + sheet + "/promise", Map.of())
                        .status())
                .isEqualTo(302);
        String promised = city.get("/verification/calendar?week=2026-12-07").body();
        assertThat(promised).contains("promised");
        plan(again, LocalDate.of(2026, 12, 7), false);

        assertThat(world.get(Schedules.class)
                        .stops(
                                world.get(Schedules.class).current(TEAM).orElseThrow(),
                                LocalDate.of(2026, 12, 7),
                                LocalDate.of(2026, 12, 13),
                                TEAM))
                .singleElement()
                .satisfies(stop -> assertThat(stop.promised()).isTrue());
        city.post(
                "/verification/teams",
                "/verification/absences",
                Map.of("login", "pt-5", "from", "2026-12-01", "to", "2026-12-31", "reason", "ốm"));
        plan(again, LocalDate.of(2026, 12, 7), false);
        assertThat(city.get("/verification/calendar?week=2026-12-07").text())
                .contains("giờ đã hẹn không giữ được", "không đủ người");
    }

    @Test
    @Order(11)
    void placesAreSetLineByLineOrNotAtAll() {
        assertThat(city.post(
                                "/verification/calendar",
                                "/verification/places",
                                Map.of("places", "00691; Tổ 3; 1,25; -0,40\n;;;"))
                        .status())
                .isEqualTo(422);
        assertThat(world.get(Schedules.class).places(TEAM)).isZero();
        assertThat(city.post("/verification/calendar", "/verification/places", Map.of("places", "01234; Tổ 3; 1; 1"))
                        .status())
                .as("another city's unit")
                .isEqualTo(422);
        assertThat(city.post(
                                "/verification/calendar",
                                "/verification/places",
                                Map.of("places", "00691; Tổ 3; 1,25; -0,40\n00691;;0;0\n"))
                        .status())
                .isEqualTo(302);
        assertThat(world.get(Schedules.class).places(TEAM)).isEqualTo(2);
        assertThat(city.post(
                                "/verification/calendar",
                                "/verification/places",
                                Map.of("places", "00691; Tổ 3; 22,8241; 104,9790\n00691;;0;0\n"))
                        .status())
                .as("degrees beside kilometres")
                .isEqualTo(422);
        assertThat(city.post(
                                "/verification/calendar",
                                "/verification/places",
                                Map.of("places", "00691; Tổ 3; 22.8241; 104.9790\n00692;;22,8100;104,99\n"))
                        .status())
                .isEqualTo(302);
        assertThat(world.get(Schedules.class).places(TEAM)).isEqualTo(3);
    }

    private void waitForTheJob() {
        for (int look = 0; look < 120; look++) {
            if (!city.get("/verification/calendar").text().contains("Đang lập lịch.")) {
                return;
            }
            LockSupport.parkNanos(250_000_000);
        }
        throw new AssertionError("the calendar is not done");
    }

    private void plan(long form, LocalDate from, boolean anew) {
        world.get(Schedules.class)
                .plan(
                        new Schedules.Ask(
                                FormSet.of(new FormId(form)),
                                from,
                                from.plusDays(6),
                                anew,
                                "",
                                Duration.ofMillis(300),
                                1),
                        TEAM,
                        Progress.NONE);
    }
}
