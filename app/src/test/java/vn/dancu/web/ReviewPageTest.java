package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.web.Officer.Answer;

/** Reviewing over HTTP: pairs that were left open, and a sample that two officers look at. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewPageTest {
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"(\\d+)\"");
    private static final Pattern ENTRY = Pattern.compile("name=\"entry\" value=\"(\\d+)\"");

    private World world;
    private Officer collector;
    private Officer chief;
    private Officer city;

    @BeforeAll
    void open() {
        world = World.start();
        collector = Officer.login(world, World.COLLECTOR);
        chief = Officer.login(world, World.CHIEF);
        city = Officer.login(world, World.CITY);
        enter(Papers.aPaper("HG0001365"));
        enter(Papers.wife("HG0001366"));
        long tied = enter(Papers.stranger("HG0001400", "GIÀNG MÍ PÁO"));
        // What no small world gives by itself: a form between two entries of the book.
        JdbcClient jdbc = world.get(JdbcClient.class);
        jdbc.sql("""
                        update reconciliation.comparison
                        set outcome = 'UNCERTAIN', residence_entry_id = null, residence_weight = null,
                            archive_entry_id = null, archive_weight = null
                        where form_id = :form
                        """).param("form", tied).update();
        jdbc.sql("delete from reconciliation.candidate").update();
        jdbc.sql("""
                        insert into reconciliation.candidate (form_id, source, entry_id, weight)
                        select :form, 'residence-book', id, case entry_no when 'S004' then 6.2 else 6 end
                        from sources.residence_entry where entry_no in ('S004', 'S006')
                        """).param("form", tied).update();
    }

    private long enter(Map<String, String> paper) {
        long form = collector.post("/forms/new", "/forms/new", paper).form();
        collector.post("/forms/" + form + "/check", Map.of());
        collector.get("/forms/" + form + "/compare?q=differs");
        return form;
    }

    @AfterAll
    void close() {
        world.close();
    }

    private static Optional<Map<String, String>> shown(Answer page, String answer) {
        Matcher form = FORM.matcher(page.body());
        Matcher entry = ENTRY.matcher(page.body());
        if (!form.find() || !entry.find()) {
            return Optional.empty();
        }
        Map<String, String> sent = new LinkedHashMap<>();
        sent.put("form", form.group(1));
        sent.put("entry", entry.group(1));
        sent.put("answer", answer);
        return Optional.of(sent);
    }

    @Test
    void aTieIsAskedForAndItsAnswerTakesBothPairsOutOfTheQueue() {
        Answer queue = chief.get("/review");
        assertThat(queue.text()).contains("hai hồ sơ ngang nhau", "2 / 2 cặp", "GIÀNG MÍ PÁO", "3 hồ sơ phụ thuộc");
        Map<String, String> same = new LinkedHashMap<>(shown(queue, "same").orElseThrow());
        same.put("source", "residence-book");

        assertThat(Officer.login(world, World.OTHER_COLLECTOR)
                        .post("/review/answer", same)
                        .status())
                .as("another ward's officer")
                .isEqualTo(409);
        assertThat(Officer.login(world, World.INSPECTOR)
                        .post("/review/answer", same)
                        .status())
                .isEqualTo(403);
        assertThat(chief.post("/review", "/review/answer", same).location()).endsWith("/review");

        assertThat(chief.get("/review").text()).contains("0 / 0 cặp", "Không có cặp nào chờ.");
        assertThat(Officer.login(world, World.AUDITOR)
                        .get("/audit?purpose=x&actor=" + World.CHIEF)
                        .body())
                .contains("ANSWER_PAIR", "review");
    }

    @Test
    void aSampleIsKeyedByTwoAndSaysHowManyLinksAreRight() {
        assertThat(chief.post("/review/checks", Map.of("source", "residence-book"))
                        .location())
                .as("only the city team draws")
                .endsWith("/review");
        assertThat(city.post("/review/checks", Map.of("source", "residence-book", "size", "0"))
                        .location())
                .endsWith("/review");
        String check = URI.create(
                        city.post("/review/checks", Map.of("source", "residence-book", "size", "50", "seed", "7"))
                                .location())
                .getPath();

        Map<String, String> first = shown(collector.get(check), "same").orElseThrow();
        assertThat(collector.get(check).text())
                .contains("Có phải cùng một người?", "đồng chí đã xem 0 / 2")
                .as("who still looks is not told what others found")
                .doesNotContain("Kết quả");
        keyAll(collector, check, "same");
        assertThat(collector.post(check, check, first).status()).as("twice").isEqualTo(409);
        assertThat(collector.get(check).text()).contains("Không còn cặp nào chờ đồng chí.", "Liên kết đúng : —");
        chief.post(check, check, shown(chief.get(check), "not-same").orElseThrow());
        keyAll(chief, check, "same");
        assertThat(chief.get(check).text()).contains("chờ người thứ ba: 1");
        keyAll(city, check, "same");

        // Two links, both looked at and both right after a third settled one: nothing is left to doubt.
        assertThat(city.get(check).text()).contains("100,0 % (100,0 % – 100,0 %)", "Hai người khớp nhau 50,0 %");
        assertThat(chief.get("/review").text()).contains("100,0 % (100,0 % – 100,0 %)");
    }

    private static void keyAll(Officer officer, String check, String answer) {
        for (int n = 0; n < 10; n++) {
            Optional<Map<String, String>> pair = shown(officer.get(check), answer);
            if (pair.isEmpty()) {
                return;
            }
            assertThat(officer.post(check, check, pair.get()).status()).isEqualTo(302);
        }
        throw new AssertionError("more pairs than were drawn");
    }
}
