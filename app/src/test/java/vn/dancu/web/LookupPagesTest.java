package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.dancu.access.AccessService;
import vn.dancu.access.NewAccount;
import vn.dancu.audit.AuditEntry;
import vn.dancu.audit.AuditTrail;
import vn.dancu.reconciliation.Comparison;
import vn.dancu.reconciliation.Outcome;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.reconciliation.SourceState;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Role;
import vn.dancu.sources.ArchiveField;
import vn.dancu.sources.LookupId;
import vn.dancu.sources.LookupLine;
import vn.dancu.sources.Lookups;
import vn.dancu.web.Officer.Answer;

/** Look-ups in the paper archive over HTTP: asked at the desk, answered by the archivist, known to the comparison at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookupPagesTest {
    private static final Actor SYSTEM = Actor.commandLine("test");
    private static final Pattern REQUEST = Pattern.compile("/lookups/(\\d+)");

    private World world;
    private Officer collector;
    private Officer other;
    private Officer chief;
    private Officer city;
    private Officer archivist;

    @BeforeAll
    void open() {
        world = World.start();
        collector = Officer.login(world, World.COLLECTOR);
        other = Officer.login(world, World.OTHER_COLLECTOR);
        chief = Officer.login(world, World.CHIEF);
        city = Officer.login(world, World.CITY);
        archivist = Officer.login(world, World.ARCHIVIST);
    }

    @AfterAll
    void close() {
        world.close();
    }

    private long enter(Officer officer, Map<String, String> paper) {
        Answer saved = officer.post("/forms/new", "/forms/new", paper);
        assertThat(saved.status()).as(saved.text()).isEqualTo(302);
        return saved.form();
    }

    private Comparison comparison(long form) {
        return world.get(ReconciliationService.class)
                .comparison(new FormId(form), "test", SYSTEM)
                .orElseThrow();
    }

    private long ask(Officer officer, String purpose, Long... forms) {
        Answer sent = officer.post("/lookups", Map.of("form", joined(forms), "purpose", purpose));
        assertThat(sent.status()).as(sent.text()).isEqualTo(302);
        Matcher request = REQUEST.matcher(sent.location());
        assertThat(request.find()).as(sent.location()).isTrue();
        return Long.parseLong(request.group(1));
    }

    private static String joined(Long... forms) {
        return String.join(",", List.of(forms).stream().map(String::valueOf).toList());
    }

    private List<LookupLine> lines(long request) {
        return world.get(Lookups.class).lines(new LookupId(request), SYSTEM);
    }

    private static String at(long request, LookupLine line) {
        return "/lookups/" + request + "/lines/" + line.id().value();
    }

    private Map<String, String> answer(String found, long seen, String... typed) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("found", found, "seen", String.valueOf(seen)));
        for (int i = 0; i < typed.length; i += 2) {
            fields.put(typed[i], typed[i + 1]);
        }
        return fields;
    }

    @Test
    void anAnswerIsASheetOfTheArchiveThatTheComparisonKnowsAtOnce() {
        long form = enter(
                collector, Papers.with(Papers.stranger("HG0001401", "SÙNG MÍ CHỨ"), "father_name", "SÙNG MÍ SÌNH"));
        assertThat(comparison(form).archive().state()).isEqualTo(SourceState.NOT_FOUND);
        long request = ask(collector, "Đối chiếu cha, mẹ", form);

        Answer page = archivist.get(at(request, lines(request).get(0)));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("SÙNG MÍ CHỨ", "SÙNG MÍ SÌNH");
        Answer saved = archivist.post(
                at(request, lines(request).get(0)),
                answer(
                        "yes",
                        0,
                        "otherwise.father_name",
                        "Sùng Mí Xìa",
                        "silent.religion",
                        "true",
                        "envelope",
                        "TH000777",
                        "otherwise.recorded_on",
                        "1998"));

        assertThat(saved.status()).as(saved.text()).isEqualTo(302);
        Comparison compared = comparison(form);
        assertThat(compared.archive().state()).isEqualTo(SourceState.FOUND);
        assertThat(compared.archive().weight()).isNull();
        assertThat(compared.archive().entry().written(ArchiveField.FATHER_NAME)).isEqualTo("Sùng Mí Xìa");
        assertThat(compared.archive().entry().written(ArchiveField.FULL_NAME)).isEqualTo("SÙNG MÍ CHỨ");
        assertThat(compared.archive().entry().written(ArchiveField.RELIGION)).isNull();
        assertThat(compared.archive().entry().envelopeNo()).isEqualTo("TH000777");
        assertThat(compared.fields())
                .filteredOn(field -> field.field().equals("father_name"))
                .extracting(field -> field.agreement().code())
                .containsExactly("differs");
        assertThat(collector.get("/forms/" + form + "/compare?q=differs").text())
                .contains("TH000777", "Sùng Mí X ì a", "khác");
    }

    @Test
    void anItemThatWasNotAskedStaysUnsaid() {
        long form = enter(collector, Papers.with(Papers.aPaper("HG0001402"), "mother_name", "TRẦN THỊ SỬA"));
        assertThat(comparison(form).fields())
                .filteredOn(field -> field.field().equals("mother_name"))
                .hasSize(1);
        Answer sent = collector.post(
                "/lookups", Map.of("form", String.valueOf(form), "items", "differing", "purpose", "tên mẹ"));
        assertThat(sent.status()).as(sent.text()).isEqualTo(302);
        Matcher number = REQUEST.matcher(sent.location());
        assertThat(number.find()).isTrue();
        long request = Long.parseLong(number.group(1));

        archivist.post(at(request, lines(request).get(0)), answer("yes", 0));

        assertThat(comparison(form).archive().entry().written(ArchiveField.HOMETOWN))
                .isNull();
        assertThat(comparison(form).archive().entry().written(ArchiveField.FULL_NAME))
                .isEqualTo("PHẠM VĂN LONG");
    }

    @Test
    void theSilenceOfAnArchiveThatWasNeverImportedSaysNothingUntilTheArchivistLooked() {
        long form = enter(
                other,
                Papers.with(
                        Papers.stranger("HG0001403", "LỤC VĂN TOÀN"),
                        "commune_code",
                        World.OTHER_WARD,
                        "permanent_code",
                        World.OTHER_WARD,
                        "collector",
                        World.OTHER_COLLECTOR));
        assertThat(comparison(form).archive().state()).isEqualTo(SourceState.NOT_CONSULTED);
        assertThat(city.get("/forms/" + form + "/compare?q=not-in-books").text())
                .contains("Chưa tra cứu");
        long request = ask(city, "Không có trong sổ", form);
        assertThat(comparison(form).archive().state())
                .as("asked is not answered")
                .isEqualTo(SourceState.NOT_CONSULTED);
        assertThat(archivist.get("/lookups/" + request).status())
                .as("another ward's archivist")
                .isEqualTo(404);

        Officer theirs = archivistOfBoth();
        Answer saved = theirs.post(at(request, lines(request).get(0)), answer("no", 0, "note", "Đã tìm cả kho"));

        assertThat(saved.status()).as(saved.text()).isEqualTo(302);
        assertThat(comparison(form).archive().state()).isEqualTo(SourceState.NOT_FOUND);
        assertThat(comparison(form).outcome()).isEqualTo(Outcome.NOT_IN_BOOKS);
        world.get(ReconciliationService.class).compare(FormSet.of(new FormId(form)), Progress.NONE);
        assertThat(comparison(form).archive().state()).isEqualTo(SourceState.NOT_FOUND);
    }

    private Officer archivistOfBoth() {
        AccessService access = world.get(AccessService.class);
        access.createDemo(
                List.of(new NewAccount(
                        "tangthu-tp",
                        "CB. tàng thư thành phố",
                        Role.ARCHIVIST,
                        AreaScope.ofCommunes(Set.of(World.WARD, World.OTHER_WARD)),
                        LocalDate.of(2020, 1, 1),
                        null)),
                SYSTEM);
        return Officer.login(world, "tangthu-tp");
    }

    @Test
    void aFormThatWaitsIsNotAskedAgainAndARequestIsCancelledForAReason() {
        long form = enter(collector, Papers.stranger("HG0001404", "TRIỆU A MÚI"));
        long second = enter(collector, Papers.stranger("HG0002404", "TRIỆU THỊ LIỀU"));
        long request = ask(collector, "Lần một", form, second);

        assertThat(collector
                        .post("/lookups", Map.of("form", String.valueOf(form), "purpose", "Lần hai"))
                        .status())
                .isEqualTo(409);
        archivist.post(at(request, lines(request).get(0)), answer("no", 0));
        assertThat(archivist.get("/lookups").text()).contains("Trả lời một phần", "1 / 2");
        assertThat(collector
                        .post("/lookups/" + request + "/cancel", Map.of("reason", " "))
                        .status())
                .isEqualTo(422);
        assertThat(collector
                        .post("/lookups/" + request + "/cancel", Map.of("reason", "Đã tìm thấy giấy khai sinh"))
                        .status())
                .isEqualTo(302);
        assertThat(collector
                        .post("/lookups/" + request + "/cancel", Map.of("reason", "lần nữa"))
                        .status())
                .isEqualTo(409);
        Answer late = archivist.post(at(request, lines(request).get(1)), answer("yes", 0));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("Yêu cầu này đã hủy");
        assertThat(lines(request).get(0).answer()).as("what was answered holds").isNotNull();
        assertThat(lines(request).get(1).answer()).isNull();
        assertThat(ask(chief, "Hỏi lại", second)).isNotEqualTo(request);
    }

    @Test
    void theSecondOfTwoAnswersIsToldAndKeepsWhatWasTyped() {
        long form = enter(collector, Papers.stranger("HG0001405", "BÀN THỊ NHẬY"));
        long request = ask(collector, "Đối chiếu", form);
        LookupLine line = lines(request).get(0);
        archivist.post(at(request, line), answer("no", 0));

        Answer second = archivist.post(
                at(request, line), answer("yes", 0, "otherwise.mother_name", "<script>alert(1)</script> Lý Thị Mẩy"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; Lý Thị Mẩy")
                .doesNotContain("<script>alert");
        long seen = lines(request).get(0).answer().id();
        assertThat(archivist
                        .post(at(request, line), answer("yes", seen, "otherwise.mother_name", "Lý Thị Mẩy"))
                        .status())
                .isEqualTo(302);
        assertThat(comparison(form).archive().entry().written(ArchiveField.MOTHER_NAME))
                .isEqualTo("Lý Thị Mẩy");
    }

    @Test
    void anEnvelopeIsOutOnceUntilItCameBack() {
        long form = enter(collector, Papers.aPaper("HG0001406"));
        long request = ask(chief, "Mượn túi", form);
        assertThat(lines(request).get(0).envelopeNo())
                .as("known by the comparison")
                .isEqualTo("TH000912");
        Map<String, String> loan = Map.of("envelope", "TH000912", "to", "CS. Nguyễn Văn An");

        assertThat(archivist.post("/lookups/" + request + "/lend", loan).status())
                .isEqualTo(302);
        assertThat(archivist.post("/lookups/" + request + "/lend", loan).status())
                .isEqualTo(409);
        assertThat(chief.post("/lookups/" + request + "/lend", loan).status()).isEqualTo(403);
        Answer list = archivist.get("/lookups");
        assertThat(list.text()).contains("TH000912", "CS. Nguyễn Văn An");
        Matcher key = Pattern.compile("/lookups/loans/(\\d+)/return").matcher(list.body());
        assertThat(key.find()).isTrue();
        String back = "/lookups/loans/" + key.group(1) + "/return";
        assertThat(archivist.post(back, Map.of()).status()).isEqualTo(302);
        assertThat(archivist.post(back, Map.of()).status()).isEqualTo(409);
        assertThat(archivist.get("/lookups").text()).contains("Mọi túi hồ sơ đều ở trong kho");
    }

    @Test
    void whoMayAskAndWhoMayAnswerIsHeldToTheirAreaAndEachViewIsLogged() {
        long form = enter(collector, Papers.stranger("HG0001407", "HẦU MÍ PÓ"));
        assertThat(other.get("/lookups/new?form=" + form).status()).isEqualTo(404);
        assertThat(other.post("/lookups", Map.of("form", String.valueOf(form), "purpose", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(collector
                        .post("/lookups", Map.of("form", String.valueOf(form), "purpose", " "))
                        .status())
                .isEqualTo(422);
        assertThat(collector
                        .post("/lookups", Map.of("form", String.valueOf(form), "purpose", "x".repeat(10_000)))
                        .status())
                .isEqualTo(422);
        assertThat(archivist.get("/lookups/new").status()).isEqualTo(404);
        long request = ask(collector, "Rà lại", form);
        LookupLine line = lines(request).get(0);

        assertThat(other.get("/lookups/" + request).status()).isEqualTo(404);
        assertThat(other.get("/lookups/" + request + "/print").status()).isEqualTo(404);
        assertThat(collector.get(at(request, line)).status()).isEqualTo(404);
        assertThat(collector.post(at(request, line), answer("no", 0)).status()).isEqualTo(404);
        assertThat(lines(request).get(0).answer()).isNull();
        for (String account : List.of(World.PROVINCE, World.INSPECTOR, World.AUDITOR, World.ADMINISTRATOR)) {
            assertThat(Officer.login(world, account).get("/lookups").status())
                    .as(account)
                    .isEqualTo(403);
        }
        assertThat(archivist.get(at(request, line)).status()).isEqualTo(200);
        assertThat(archivist.get("/forms/" + form + "?q=to-check").status())
                .as("the archivist sees look-ups, not the desk")
                .isEqualTo(403);
        String number = world.get(Lookups.class)
                .find(new LookupId(request), SYSTEM)
                .orElseThrow()
                .requestNo();
        assertThat(world.get(AuditTrail.class).viewsOf("form", String.valueOf(form), 20))
                .filteredOn(view -> view.actor().equals(World.ARCHIVIST))
                .extracting(AuditEntry::act, AuditEntry::purpose)
                .contains(Tuple.tuple("lookup-answer", "Phiếu yêu cầu tra cứu tàng thư số " + number));
    }

    @Test
    void thePickListIsAPaperOfTheWardByEnvelope() {
        long husband = enter(collector, Papers.aPaper("HG0001408"));
        long stranger = enter(collector, Papers.stranger("HG0001409", "ĐẶNG THỊ Ỹ"));
        long request = ask(collector, "Đối chiếu trước khi duyệt", husband, stranger);

        Answer paper = collector.get("/lookups/" + request + "/print");

        assertThat(paper.status()).isEqualTo(200);
        assertThat(paper.text())
                .contains(
                        "CÔNG AN THÀNH PHỐ HÀ GIANG",
                        "CÔNG AN PHƯỜNG TRẦN PHÚ",
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Độc lập - Tự do - Hạnh phúc",
                        "PHIẾU YÊU CẦU TRA CỨU",
                        "Túi hồ sơ số TH000912",
                        "ĐẶNG THỊ Ỹ",
                        "PYC-00691");
        long waits = enter(collector, Papers.stranger("HG0001410", "VÀNG MÍ SÚ"));
        assertThat(collector.get("/lookups/new?q=to-check&state=ANY").body()).contains("value=\"" + waits + "\"");
        assertThat(collector.get("/lookups/new?q=to-check").body())
                .as("its archive was imported: nothing to ask by default")
                .doesNotContain("value=\"" + waits + "\"");
    }
}
