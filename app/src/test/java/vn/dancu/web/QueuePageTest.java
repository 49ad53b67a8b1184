package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.journey.Assignments;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;
import vn.dancu.web.Officer.Answer;

/** Work queues and lists over HTTP: who sees what, page by page, and who is given what. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class QueuePageTest {
    private static final Pattern NEXT = Pattern.compile("data-next-page[^>]*href=\"([^\"]+)\"");
    private static final Pattern FORM = Pattern.compile("href=\"/forms/(\\d+)\\?");
    private static final Pattern WHO = Pattern.compile("class=\"who-is\"[^>]*>([^<]+)<");
    private static final Pattern COUNT = Pattern.compile("\"([A-Z_]+)\":\"([\\d.]+)\"");
    private static final int HOUSEHOLDS = 47;

    private World world;
    private Officer collector;
    private Officer otherCollector;
    private Officer chief;
    private Officer city;
    private Officer inspector;
    private List<FormId> own;
    private List<FormId> others;

    @BeforeAll
    void open() {
        world = World.start();
        collector = Officer.login(world, World.COLLECTOR);
        otherCollector = Officer.login(world, World.OTHER_COLLECTOR);
        chief = Officer.login(world, World.CHIEF);
        city = Officer.login(world, World.CITY);
        inspector = Officer.login(world, World.INSPECTOR);
        List<CollectionForm> here = new ArrayList<>();
        for (int i = 0; i < HOUSEHOLDS; i++) {
            String head = "HOÀNG VĂN " + word(i);
            here.add(ManyForms.aForm("HG01" + (10_000 + i), head, World.WARD, World.GROUP, String.valueOf(100 + i))
                    .with(FormField.RELATION_TO_HEAD, "Chủ hộ"));
            here.add(ManyForms.aForm(
                            "HG02" + (10_000 + i),
                            "LÊ THỊ " + word(i),
                            World.WARD,
                            World.GROUP,
                            String.valueOf(100 + i))
                    .with(FormField.RELATION_TO_HEAD, "Vợ"));
        }
        for (int i = 0; i < 3; i++) {
            here.add(ManyForms.aForm("HG03" + (10_000 + i), "VŨ VĂN " + word(i), World.WARD, "Tổ 10", ""));
        }
        own = ManyForms.enter(world, here);
        List<CollectionForm> there = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            there.add(ManyForms.aForm(
                    "HG04" + (10_000 + i), "MÃ VĂN " + word(i), World.OTHER_WARD, World.GROUP, "9" + i));
        }
        others = ManyForms.enter(world, there);
    }

    /** Tells invented namesakes apart. */
    private static String word(int number) {
        return "B" + (char) ('A' + number / 26) + (char) ('A' + number % 26);
    }

    @AfterAll
    void close() {
        world.close();
    }

    private static List<String> all(Pattern pattern, String page) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(page);
        while (matcher.find()) {
            found.add(matcher.group(1).replace("&amp;", "&"));
        }
        return found;
    }

    /** What the pattern finds on this page and all that follow it. */
    private static List<String> throughPages(Officer officer, String path, Pattern pattern) {
        List<String> found = new ArrayList<>();
        String next = path;
        for (int pages = 0; next != null; pages++) {
            assertThat(pages).as("pages of " + path).isLessThan(50);
            Answer page = officer.get(next);
            assertThat(page.status()).as(next).isEqualTo(200);
            found.addAll(all(pattern, page.body()));
            next = all(NEXT, page.body()).stream().findFirst().orElse(null);
        }
        return found;
    }

    private static Map<String, Long> counts(Officer officer, String query) {
        Map<String, Long> counts = new HashMap<>();
        Matcher count = COUNT.matcher(officer.get("/queue/counts" + query).body());
        while (count.find()) {
            counts.put(count.group(1), Long.parseLong(count.group(2).replace(".", "")));
        }
        return counts;
    }

    private static List<String> ids(List<FormId> forms) {
        return forms.stream().map(form -> String.valueOf(form.value())).toList();
    }

    @Test
    void pagingVisitsEveryHouseholdExactlyOnce() {
        List<String> seen = throughPages(collector, "/queue?q=to-check", WHO);

        assertThat(seen).hasSize(HOUSEHOLDS).doesNotHaveDuplicates().allMatch(who -> who.startsWith("Hộ HOÀNG VĂN"));
        assertThat(throughPages(chief, "/queue?q=to-check", WHO))
                .as("the ward has a group more, whose forms name no household")
                .hasSize(HOUSEHOLDS + 1)
                .contains("Phiếu chưa ghi hộ");
        assertThat(throughPages(city, "/queue?q=to-check", WHO)).hasSize(HOUSEHOLDS + 1 + 25);
        assertThat(inspector.get("/queue?q=to-check").status())
                .as("an inspector sees her sample")
                .isEqualTo(403);
        assertThat(throughPages(city, "/queue?q=to-check&commune=00692", WHO)).hasSize(25);
    }

    @Test
    void whoeverIsShownInAQueueStandsInTheLogWithTheCaseAsThePurpose() {
        long before = seenInQueues();

        chief.get("/queue?q=to-check&view=list");

        assertThat(seenInQueues() - before).isEqualTo(50);
        assertThat(jdbc().sql("select distinct purpose from audit.entry where act = 'queue' and actor = :chief")
                        .param("chief", World.CHIEF)
                        .query(String.class)
                        .list())
                .contains("Việc cần làm: Chờ rà soát");
    }

    private JdbcClient jdbc() {
        return world.get(JdbcClient.class);
    }

    private long seenInQueues() {
        return jdbc().sql("select count(*) from audit.entry where act = 'queue' and kind = 'VIEW' and actor = :chief")
                .param("chief", World.CHIEF)
                .query(Long.class)
                .single();
    }

    @Test
    void aQueueIsFilteredByWhatTheArchiveSaid() {
        String all = "/queue?q=to-check&view=list";

        assertThat(chief.get(all + "&archive=NOT_CONSULTED").text()).contains("Tàng thư: ", "trên");
        assertThat(chief.get(all + "&archive=FOUND").text()).contains("Không có phiếu nào");
        assertThat(chief.get(all + "&archive=nonsense").body()).isNotEmpty();
        chief.post(
                "/queue",
                "/queue/filters",
                Map.of("name", "Chưa hỏi tàng thư", "q", "to-check", "view", "list", "archive", "NOT_CONSULTED"));
        String kept = chief.get("/queue").body();
        Matcher filter = Pattern.compile("/queue/filters/(\\d+)\"[^>]*>Chưa hỏi tàng thư")
                .matcher(kept);
        assertThat(filter.find()).isTrue();
        assertThat(chief.get("/queue/filters/" + filter.group(1)).location()).contains("archive=NOT_CONSULTED");
    }

    @Test
    void everyOrderVisitsEveryFormOnceAndTheCountSaysHowMany() {
        for (String order : List.of("unit", "name", "days", "date", "number")) {
            List<String> seen = throughPages(city, "/queue?q=to-check&view=list&sort=" + order, FORM);

            assertThat(seen)
                    .as(order)
                    .doesNotHaveDuplicates()
                    .containsAll(ids(own))
                    .containsAll(ids(others));
            assertThat(counts(city, "")).as(order).containsEntry("TO_CHECK", (long) seen.size());
        }
        assertThat(throughPages(collector, "/queue?q=to-check&view=list&sort=name", FORM))
                .as("a collector sees the own group alone")
                .hasSize(2 * HOUSEHOLDS);
        assertThat(counts(collector, "")).containsEntry("TO_CHECK", 2L * HOUSEHOLDS);
        assertThat(counts(otherCollector, "")).containsEntry("TO_CHECK", 25L);
        assertThat(counts(city, "?group=T%E1%BB%95+10")).containsEntry("TO_CHECK", 3L);
    }

    @Test
    void namesStandByGivenNameThenFamilyName() {
        List<String> seen = throughPages(
                city, "/queue?q=to-check&view=list&sort=name", Pattern.compile("/forms/\\d+\\?q=to-check\">([^<]+)<"));

        List<String> given = seen.stream()
                .map(name -> name.substring(name.lastIndexOf(' ') + 1))
                .toList();
        assertThat(given).isSorted();
        assertThat(seen.subList(0, 4)).containsExactly("HOÀNG VĂN BAA", "LÊ THỊ BAA", "MÃ VĂN BAA", "VŨ VĂN BAA");
    }

    @Test
    void allFormsAreListedForAPurposeAndEachOneSeenIsLogged() {
        Officer fresh = Officer.login(world, World.CITY);
        assertThat(fresh.get("/list").text()).contains("Mỗi lần xem một phiếu đều được ghi lại");

        Answer page = fresh.get("/list?p=inspection&sort=name");

        assertThat(all(FORM, page.body())).hasSize(50);
        assertThat(page.text()).contains("1–50 trên");
        Officer auditor = Officer.login(world, World.AUDITOR);
        assertThat(auditor.get("/audit?purpose=Kiểm tra".replace(" ", "+")).status())
                .isEqualTo(200);
        assertThat(Officer.login(world, World.ARCHIVIST).get("/list").status()).isEqualTo(403);
        assertThat(Officer.login(world, World.ADMINISTRATOR).get("/queue").status())
                .isEqualTo(403);
    }

    @Test
    void aFilterByNameLeavesNoNameInAnAddress() {
        Answer filtered = chief.post(
                "/queue", "/queue/filter", Map.of("q", "to-check", "view", "list", "words", "hoang van bab"));

        assertThat(filtered.status()).isEqualTo(302);
        assertThat(filtered.location().toLowerCase(java.util.Locale.ROOT))
                .contains("t=")
                .doesNotContain("hoang");
        Answer page = chief.get(pathOf(filtered.location()));
        assertThat(all(FORM, page.body())).hasSize(1);
        assertThat(page.text()).contains("1–1 trên 1 phiếu");
        assertThat(collector.get(pathOf(filtered.location())).text())
                .as("the place in another's session means nothing")
                .contains("trên 94 phiếu");
    }

    private static String pathOf(String location) {
        java.net.URI address = java.net.URI.create(location);
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }

    @Test
    void aSavedFilterOpensAsItWasKept() {
        Map<String, String> filter = Map.of(
                "name",
                "<script>tổ 10",
                "q",
                "to-check",
                "view",
                "list",
                "sort",
                "name",
                "group",
                "Tổ 10",
                "words",
                "vu");
        assertThat(chief.post("/queue", "/queue/filters", filter).status()).isEqualTo(302);
        Map<String, String> nameless = new HashMap<>(filter);
        nameless.put("name", " ");
        assertThat(chief.post("/queue", "/queue/filters", nameless).status()).isEqualTo(422);

        String page = chief.get("/queue").body();
        assertThat(page).contains("&lt;script&gt;tổ 10").doesNotContain("<script>tổ");
        String link =
                all(Pattern.compile("href=\"(/queue/filters/\\d+)\""), page).get(0);
        Answer opened = chief.get(pathOf(chief.get(link).location()));

        assertThat(all(FORM, opened.body())).hasSize(3);
        assertThat(collector.get(link).status()).as("another's filter").isEqualTo(404);
        assertThat(collector.post("/queue", link + "/drop", Map.of()).status()).isEqualTo(404);
        assertThat(chief.post("/queue", link + "/drop", Map.of()).status()).isEqualTo(302);
    }

    private String holder(FormId form) {
        return world.get(Assignments.class)
                .of(form, Actor.commandLine("test"))
                .map(Assignments.Holding::holder)
                .orElse("");
    }

    @Test
    void aChiefGivesWorkAndTheReceiverFindsIt() {
        FormId mine = own.get(0);
        Map<String, String> give = new HashMap<>(
                Map.of("q", "to-check", "form", String.valueOf(mine.value()), "to", World.CHIEF, "reason", "Tự làm"));

        assertThat(collector.post("/queue", "/queue/assign", give).status()).isEqualTo(403);
        assertThat(inspector.post("/queue", "/queue/assign", give).status()).isEqualTo(403);
        give.put("reason", "");
        assertThat(chief.post("/queue", "/queue/assign", give).status()).isEqualTo(422);
        give.put("reason", "x".repeat(10_000));
        Answer tooLong = chief.post("/queue", "/queue/assign", give);
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.body()).as("nothing typed is lost").contains("x".repeat(10_000));
        give.put("reason", "Tự làm");
        give.put("form", String.valueOf(others.get(0).value()));
        chief.post("/queue", "/queue/assign", give);
        assertThat(holder(others.get(0))).as("another ward's form").isEmpty();
        give.put("form", String.valueOf(mine.value()));
        assertThat(chief.post("/queue", "/queue/assign", give).status()).isEqualTo(302);

        assertThat(holder(mine)).isEqualTo(World.CHIEF);
        assertThat(counts(chief, "?holder=@me")).containsEntry("TO_CHECK", 1L);
        assertThat(counts(collector, "?holder=@me"))
                .as("what nobody was named for is the collector's")
                .containsEntry("TO_CHECK", 2L * HOUSEHOLDS - 1);
        assertThat(all(FORM, chief.get("/queue?q=to-check&view=list&holder=@me").body()))
                .containsExactly(String.valueOf(mine.value()));

        Map<String, String> move =
                Map.of("from", World.CHIEF, "to", World.COLLECTOR, "reason", "Chuyển công tác từ 01/10/2020");
        assertThat(collector.post("/queue", "/queue/move-all", move).status()).isEqualTo(403);
        assertThat(collector.get("/queue/holders").status()).isEqualTo(404);
        assertThat(chief.get("/queue/holders").text()).contains("CS. Nguyễn Văn An", "Trung tá Vũ Đình Chiến");
        assertThat(chief.post("/queue/holders", "/queue/move-all", move).status())
                .isEqualTo(302);
        assertThat(holder(mine)).isEqualTo(World.COLLECTOR);
        assertThat(counts(chief, "?holder=@me")).containsEntry("TO_CHECK", 0L);
    }

    @Test
    void anAddressThatWasMeddledWithIsNoFailure() {
        for (String query : List.of(
                "?q=nonsense",
                "?q=to-check&view=list&sort=days&after=1&since=yesterday",
                "?q=to-check&view=list&after=999999999",
                "?q=to-check&days=99999&holder=%27%3B--",
                "?q=to-check&commune=%00&group=%3Cscript%3E",
                "?q=to-check&c=00691&g=T&h=%3Cscript%3E",
                "?q=all&t=17")) {
            assertThat(chief.get("/queue" + query).status()).as(query).isLessThan(500);
        }
        assertThat(Optional.of(chief.get("/queue/filters/999").status())).contains(404);
    }

    /** Last, because it adds forms to those that the others count. */
    @Test
    @Order(Integer.MAX_VALUE)
    void aHouseholdSaysWhetherItsFormsAreAllThere() {
        Officer typist = Officer.login(world, World.COLLECTOR);
        long head = typist.post("/forms/new", "/forms/new", Papers.aPaper("HG0500001"))
                .form();
        typist.post("/forms/new", "/forms/new", Papers.wife("HG0500002"));
        Answer two = chief.get("/queue?q=to-check&commune=00691");
        assertThat(two.text()).contains("thiếu 1 phiếu");

        long stranger = typist.post(
                        "/forms/new",
                        "/forms/new",
                        Papers.with(
                                Papers.aPaper("HG0500003"),
                                "full_name",
                                "PHẠM MINH KHUÊ",
                                "birth_date",
                                "02/02/2019",
                                "old_id",
                                "",
                                "spouse_name",
                                "",
                                "marital_status",
                                "Chưa kết hôn",
                                "relation_to_head",
                                "Cháu"))
                .form();

        assertThat(head).isLessThan(stranger);
        String queues = chief.get("/queue?q=to-check").body()
                + chief.get("/queue?q=must-fix").body();
        assertThat(queues).contains("thừa 1 phiếu so với sổ");
    }
}
