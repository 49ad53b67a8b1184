package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.dancu.access.AccessService;
import vn.dancu.access.NewAccount;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.journey.PathView;
import vn.dancu.journey.Stage;
import vn.dancu.keying.KeyedPaper;
import vn.dancu.keying.Keying;
import vn.dancu.keying.KeyingFigure;
import vn.dancu.keying.PaperState;
import vn.dancu.keying.PaperToKey;
import vn.dancu.paper.FieldKind;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.Role;

/** Papers are keyed over HTTP: by one, by another who sees nothing of it, settled by a third, and joined. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyingPagesTest {
    static final String SECOND = "pc06-hai";
    static final String THIRD = "pc06-ba";
    private static final String ELSEWHERE = "pc06-xa";
    private static final Pattern NAME = Pattern.compile("name=\"v\\.([a-z_]+)\"");
    private static final Actor PROVINCE = new Actor(World.PROVINCE, Role.PROVINCE_OPERATOR, AreaScope.EVERYWHERE);

    private World world;
    private Officer first;
    private Officer second;
    private Officer third;
    private Keying keying;

    static void hireOperators(World world) {
        world.get(AccessService.class)
                .createDemo(
                        List.of(
                                operator(SECOND, AreaScope.EVERYWHERE),
                                operator(THIRD, AreaScope.EVERYWHERE),
                                operator(ELSEWHERE, AreaScope.ofCommunes(Set.of(World.OTHER_WARD)))),
                        Actor.commandLine("test"));
    }

    private static NewAccount operator(String login, AreaScope scope) {
        return new NewAccount(
                login, "Nhập liệu " + login, Role.PROVINCE_OPERATOR, scope, LocalDate.of(2020, 1, 1), null);
    }

    @BeforeAll
    void open() {
        world = World.start();
        hireOperators(world);
        first = Officer.login(world, World.PROVINCE);
        second = Officer.login(world, SECOND);
        third = Officer.login(world, THIRD);
        keying = world.get(Keying.class);
    }

    @AfterAll
    void close() {
        world.close();
    }

    private long takenUp(String number) {
        Officer.Answer taken = first.post(
                "/keying",
                "/keying/take-up",
                Map.of("numbers", number, "version", "DC01/41-2019", "commune", World.WARD, "group", World.GROUP));
        assertThat(taken.status()).isEqualTo(302);
        return keying.byNumber(number, PROVINCE).orElseThrow().id().value();
    }

    private PaperState state(long paper) {
        return keying.find(new vn.dancu.keying.PaperId(paper), PROVINCE)
                .map(KeyedPaper::state)
                .orElseThrow();
    }

    /** What the page asks of this officer, answered from a paper. */
    private Officer.Answer key(Officer officer, long paper, int pass, Map<String, String> says) {
        Officer.Answer page = officer.get("/keying/" + paper);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        Map<String, String> sent = new HashMap<>(Map.of("pass", String.valueOf(pass), "then", "stay"));
        Matcher field = NAME.matcher(page.body());
        while (field.find()) {
            sent.put("v." + field.group(1), says.getOrDefault(field.group(1), ""));
            sent.put("k." + field.group(1), "12");
            sent.put("m." + field.group(1), "2000");
        }
        return officer.post("/keying", "/keying/" + paper, sent);
    }

    private static Map<String, String> onPaper(String number, String... changes) {
        Map<String, String> says = Papers.with(Papers.stranger(number, "LÒ THỊ PENG"), changes);
        Map<String, String> typed = new LinkedHashMap<>(says);
        typed.put("sex", says.getOrDefault("sex", "").equals("Nam") ? "1" : "2");
        typed.put("marital_status", "");
        return typed;
    }

    @Test
    void inTheScanFirstRouteTheKeyedPaperIsTheCollectedForm() {
        long paper = takenUp("HG0009101");
        key(first, paper, 1, onPaper("HG0009101", "full_name", "LÒ THỊ PENH"));
        assertThat(state(paper)).isEqualTo(PaperState.SECOND);
        key(second, paper, 2, onPaper("HG0009101"));
        assertThat(state(paper)).isEqualTo(PaperState.SETTLE);

        Officer.Answer settle = third.get("/keying/" + paper);
        assertThat(settle.text()).contains("LÒ THỊ PENH", "LÒ THỊ PENG");
        assertThat(names(settle)).containsExactly("full_name");
        key(third, paper, 3, Map.of("full_name", "LÒ THỊ PENG"));
        assertThat(state(paper)).isEqualTo(PaperState.READY);

        Officer.Answer finished = first.post("/keying/" + paper, "/keying/" + paper + "/finish", Map.of());
        assertThat(finished.status()).isEqualTo(302);
        FormId form = keying.formOf("HG0009101").orElseThrow();
        CollectionForm stored =
                world.get(Forms.class).find(form, PROVINCE).orElseThrow().form();
        assertThat(stored.written(FormField.FULL_NAME)).isEqualTo("LÒ THỊ PENG");
        assertThat(stored.written(FormField.COMMUNE_CODE)).isEqualTo(World.WARD);
        assertThat(world.get(PathView.class).state(form, PROVINCE).orElseThrow().stage())
                .isEqualTo(Stage.COLLECTED);
        assertThat(first.post("/keying", "/keying/" + paper + "/finish", Map.of())
                        .status())
                .as("a second click makes no second form")
                .isEqualTo(409);
    }

    private static List<String> names(Officer.Answer page) {
        List<String> names = new ArrayList<>();
        Matcher field = NAME.matcher(page.body());
        while (field.find()) {
            names.add(field.group(1));
        }
        return names;
    }

    @Test
    void theSecondEntryIsBlindAndOfOtherEyes() {
        long paper = takenUp("HG0009102");
        key(first, paper, 1, onPaper("HG0009102", "full_name", "TÊN LẦN MỘT"));
        Officer.Answer own = first.get("/keying/" + paper);
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.text()).contains("người khác phải nhập lần hai").doesNotContain("TÊN LẦN MỘT");
        Officer.Answer blind = second.get("/keying/" + paper);
        assertThat(blind.body()).doesNotContain("TÊN LẦN MỘT");
        assertThat(names(blind)).contains("full_name", "birth_date").doesNotContain("hometown");
        assertThat(third.get("/keying/" + paper).text()).contains("Người khác đang nhập phiếu này");
        key(second, paper, 2, onPaper("HG0009102"));
        assertThat(second.get("/keying/" + paper).status())
                .as("whoever keyed does not settle")
                .isEqualTo(409);
        assertThat(third.get("/keying/" + paper).status()).isEqualTo(200);
    }

    @Test
    void aSecondClickSavesNothingTwiceAndAWrongBoxKeepsWhatWasTyped() {
        long paper = takenUp("HG0009103");
        Map<String, String> wrong = new HashMap<>(onPaper("HG0009103"));
        wrong.put("sex", "7");
        wrong.put("permanent_address", "<script>alert(1)</script>" + "x".repeat(10_000));
        Officer.Answer refused = key(first, paper, 1, wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("LÒ THỊ PENG", "is-wrong").doesNotContain("<script>alert");
        assertThat(state(paper)).isEqualTo(PaperState.FIRST);
        assertThat(key(first, paper, 1, onPaper("HG0009103")).status()).isEqualTo(302);
        Officer.Answer again = first.post("/keying", "/keying/" + paper, Map.of("pass", "1", "v.full_name", "ANOTHER"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("đã lưu rồi");
    }

    @Test
    void aFormOfTheFieldIsComparedWithWhatItsPaperShouldBear() {
        Officer collector = Officer.login(world, World.COLLECTOR);
        collector.post("/forms/new", "/forms/new", Papers.stranger("HG0009104", "LÒ THỊ PENG"));
        long paper = takenUp("HG0009104");
        Map<String, String> says = onPaper("HG0009104", "full_name", "LÒ THỊ PÉNG", "hometown", "?");
        key(first, paper, 1, says);
        key(second, paper, 2, says);
        assertThat(state(paper)).as("nobody could read an item: a third looks").isEqualTo(PaperState.SETTLE);
        key(third, paper, 3, Map.of("hometown", "?"));
        first.post("/keying/" + paper, "/keying/" + paper + "/finish", Map.of());

        KeyedPaper joined =
                keying.find(new vn.dancu.keying.PaperId(paper), PROVINCE).orElseThrow();
        assertThat(joined.becameForm()).isFalse();
        assertThat(keying.findings(joined))
                .extracting(f -> f.field())
                .contains("full_name")
                .doesNotContain("hometown");
        assertThat(first.get("/keying/" + paper).text()).contains("LÒ THỊ PÉNG", "LÒ THỊ PENG", "khác");
        assertThat(world.get(Forms.class).versions(keying.formOf("HG0009104").orElseThrow(), PROVINCE))
                .as("what was collected is not overwritten")
                .hasSize(1);
    }

    @Test
    void whatTheReaderIsSureOfStandsAndIsNotKeyed() {
        keying.takeUp(
                new PaperToKey(
                        "HG0009105",
                        "DC01/41-2019",
                        World.WARD,
                        World.GROUP,
                        List.of(
                                new PaperToKey.Item("sex", FieldKind.CHECK, null, "Nam", .999, true),
                                new PaperToKey.Item("birth_date", FieldKind.DATE, null, "1944-05-08", .999, true),
                                new PaperToKey.Item("old_id", FieldKind.DIGITS, null, "07345_220", .4, false),
                                new PaperToKey.Item("hometown", FieldKind.HANDWRITTEN_TEXT, null, "", 0, false))),
                PROVINCE);
        KeyedPaper paper = keying.byNumber("HG0009105", PROVINCE).orElseThrow();
        Officer.Answer page = first.get("/keying/" + paper.id().value());
        assertThat(names(page)).containsExactly("old_id", "hometown");
        assertThat(page.body()).as("what was read does not lead").doesNotContain("07345_220");
        key(first, paper.id().value(), 1, Map.of("old_id", "073 451 220", "hometown", "Nam Định"));
        CollectionForm form = keying.form(keying.byNumber("HG0009105", PROVINCE).orElseThrow());
        assertThat(form.written(FormField.SEX)).isEqualTo("Nam");
        assertThat(form.written(FormField.OLD_ID)).isEqualTo("073451220");
    }

    @Test
    void theBookOffersNamesOnlyAfterTheFirstKeyAndOnlyToWhoHoldsThePaper() {
        long paper = takenUp("HG0009106");
        first.get("/keying/" + paper);
        String path = "/api/keying/" + paper + "/candidates";
        assertThat(first.post(path, Map.of("field", "full_name", "typed", "")).body())
                .isEqualTo("[]");
        assertThat(first.post(path, Map.of("field", "full_name", "typed", "giang m"))
                        .body())
                .contains("Giàng Mí Páo");
        assertThat(first.post(path, Map.of("field", "hometown", "typed", "g")).body())
                .isEqualTo("[]");
        assertThat(second.post(path, Map.of("field", "full_name", "typed", "giang m"))
                        .body())
                .isEqualTo("[]");
        first.post("/keying/" + paper + "", "/keying/" + paper + "/release", Map.of());
        assertThat(second.get("/keying/" + paper).status()).isEqualTo(200);
    }

    @Test
    void onlyOperatorsOfTheProvinceKeyAndOnlyInTheirArea() {
        long paper = takenUp("HG0009107");
        Officer elsewhere = Officer.login(world, ELSEWHERE);
        assertThat(elsewhere.get("/keying/" + paper).status()).isEqualTo(404);
        assertThat(elsewhere
                        .post("/keying", "/keying/" + paper, Map.of("pass", "1"))
                        .status())
                .isEqualTo(404);
        assertThat(elsewhere.get("/keying").text()).doesNotContain("HG0009107");
        assertThat(elsewhere.get("/keying/figures").text()).doesNotContain(World.PROVINCE + " ");
        for (String other : List.of(World.COLLECTOR, World.CHIEF, World.CITY, World.INSPECTOR, World.ADMINISTRATOR)) {
            Officer officer = Officer.login(world, other);
            assertThat(officer.get("/keying").status()).as(other).isEqualTo(403);
            assertThat(officer.get("/keying/" + paper).status()).as(other).isEqualTo(403);
        }
        elsewhere.post(
                "/keying",
                "/keying/take-up",
                Map.of("numbers", "HG0009177", "version", "DC01/41-2019", "commune", World.WARD));
        assertThat(keying.byNumber("HG0009177", PROVINCE)).isEmpty();
    }

    @Test
    void errorsAreCountedPerOperatorAndFieldAmongItemsKeyedTwice() {
        long paper = takenUp("HG0009108");
        key(first, paper, 1, onPaper("HG0009108", "birth_date", "01011901"));
        key(second, paper, 2, onPaper("HG0009108"));
        Map<String, String> right = onPaper("HG0009108");
        key(third, paper, 3, right);
        Instant ever = Instant.parse("2000-01-01T00:00:00Z");
        List<KeyingFigure> fields = keying.byField(ever, Instant.parse("2100-01-01T00:00:00Z"), PROVINCE);
        KeyingFigure birth = fields.stream()
                .filter(figure -> figure.of().equals("birth_date"))
                .findFirst()
                .orElseThrow();
        assertThat(birth.errors()).isEqualTo(1);
        assertThat(birth.judged()).isGreaterThanOrEqualTo(2);
        assertThat(birth.keystrokesPerHour()).isEqualTo(21_600);
        assertThat(keying.byOperator(ever, Instant.parse("2100-01-01T00:00:00Z"), PROVINCE))
                .filteredOn(figure -> figure.of().equals(SECOND))
                .allMatch(figure -> figure.errors() < figure.judged());
        assertThat(first.get("/keying/figures").text()).contains(SECOND, "21.600");
        assertThat(first.get("/keying/figures?from=x&to=y").status()).isEqualTo(422);
        assertThat(first.get("/keying/figures?from=01/02/2020&to=03/02/2020").body())
                .contains("value=\"01/02/2020\"", "value=\"03/02/2020\"");
    }

    @Test
    void theRuleOfDoubleEntryIsSetWithAReasonAndHoldsForPapersFromThenOn() {
        assertThat(first.post("/keying/figures", "/keying/rule", Map.of("perMille", "1001", "reason", "x"))
                        .status())
                .isEqualTo(422);
        assertThat(first.post("/keying/figures", "/keying/rule", Map.of("perMille", "5", "reason", " "))
                        .status())
                .isEqualTo(422);
        List<String> before = keying.rule().twice();
        long old = takenUp("HG0009109");
        first.post("/keying/figures", "/keying/rule", Map.of("twice", "hometown", "perMille", "0", "reason", "Thử"));
        long paper = takenUp("HG0009110");
        key(first, paper, 1, onPaper("HG0009110"));
        assertThat(names(second.get("/keying/" + paper))).containsExactly("hometown");
        key(first, old, 1, onPaper("HG0009109"));
        assertThat(names(second.get("/keying/" + old))).containsAll(before);
        keying.setRule(vn.dancu.keying.KeyingRule.USUAL, "Như trước", PROVINCE);
    }

    @Test
    void whatCannotBeTakenUpIsNamed() {
        takenUp("HG0009111");
        Map<String, String> asked = Map.of("numbers", "HG0009111", "version", "DC01/41-2019", "commune", World.WARD);
        first.post("/keying", "/keying/take-up", asked);
        assertThat(first.get("/keying").text()).contains("đã có trong danh sách nhập");
        first.post("/keying", "/keying/take-up", Map.of("numbers", "HG0009112", "version", "DC77/1-1999"));
        assertThat(first.get("/keying").text()).contains("không biết mẫu phiếu");
        assertThat(first.post("/keying", "/keying/take-up", Map.of("numbers", " "))
                        .status())
                .isEqualTo(422);
        assertThat(first.post("/keying", "/keying/take-up", Map.of("numbers", "A", "commune", "x"))
                        .status())
                .isEqualTo(422);
    }
}
